// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_READER_HPP
#define STOA_SESSION_READER_HPP

// Reads the columns of the current row into C++ values, by way of their mappings.

#include "stoa/query/select.hpp"
#include "stoa/types/columns.hpp"
#include "stoa/types/mapping.hpp"

#include <cstddef>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

namespace stoa::detail {

template <class Statement, class T>
void read_column(Statement& row, int column, T& value) {
    if constexpr (is_optional<T>) {
        if (row.is_null(column))
            value.reset();
        else
            read_column(row, column, value.emplace());
    } else if constexpr (stored_mapping<T>) {
        typename mapping<T>::stored_type stored{};
        read_column(row, column, stored);
        value = mapping<T>::load(std::move(stored));
    } else {
        native_t<T> native{};
        if constexpr (std::is_same_v<native_t<T>, native::decimal>)
            native = {0, type_of<T>.precision, type_of<T>.scale};
        else if constexpr (std::is_same_v<native_t<T>, native::array>)
            native.type = type_of<T>;
        row.read(column, native);
        mapping<T>::decode(native, value);
    }
}

/// Reads the columns of one record, beginning with `first`.
template <class Statement, class Record>
void read_record(Statement& row, int first, Record& record) {
    for_each_column(record, [&]<std::size_t I>(std::integral_constant<std::size_t, I>, auto& field) {
        read_column(row, first + static_cast<int>(I), field);
    });
}

/// How rows of a query are read, by what it selects.
template <class Query>
struct row_reader;

template <class Selection>
struct selection_reader;

template <class Row, class... Terms>
struct selection_reader<select_clause<Row, Terms...>> {
    template <class Statement>
    static void read(Statement& statement, Row& row) {
        if constexpr (sizeof...(Terms) == 1 && std::is_same_v<Row, typename row_of<Terms...>::type>) {
            read_column(statement, 0, row);
        } else {
            std::tuple<result_t<Terms>...> values;
            [&]<std::size_t... I>(std::index_sequence<I...>) {
                (read_column(statement, static_cast<int>(I), std::get<I>(values)), ...);
                if constexpr (std::is_same_v<Row, std::tuple<result_t<Terms>...>>)
                    row = std::move(values);
                else
                    row = Row{std::get<I>(std::move(values))...};
            }(std::index_sequence_for<Terms...>{});
        }
    }
};

template <class... Sources, class... Clauses>
struct row_reader<select_statement<std::tuple<Sources...>, Clauses...>> {
    using row_type = row_t<select_statement<std::tuple<Sources...>, Clauses...>>;

    template <class Statement>
    static void read(Statement& statement, row_type& row) {
        constexpr std::size_t selection = find_clause<clause::select, Clauses...>();
        if constexpr (selection != sizeof...(Clauses)) {
            selection_reader<std::tuple_element_t<selection, std::tuple<Clauses...>>>::read(statement, row);
        } else if constexpr (sizeof...(Sources) == 1) {
            read_record(statement, 0, row);
        } else {
            int first = 0;
            std::apply(
                [&]<class... Records>(Records&... record) {
                    (
                        [&] {
                            read_record(statement, first, record);
                            first += static_cast<int>(column_count<Records>);
                        }(),
                        ...);
                },
                row);
        }
    }
};

} // namespace stoa::detail

#endif
