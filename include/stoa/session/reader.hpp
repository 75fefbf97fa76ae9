// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_READER_HPP
#define STOA_SESSION_READER_HPP

// Reads the columns of the current row into C++ values, by way of their mappings.

#include "stoa/query/row.hpp"
#include "stoa/types/columns.hpp"
#include "stoa/types/mapping.hpp"

#include <concepts>
#include <cstddef>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa::detail {

template <class Statement, class T>
void read_column(Statement& row, int column, T& value) {
    if constexpr (is_optional<T>) {
        if (row.is_null(column))
            value.reset();
        else
            read_column(row, column, value ? *value : value.emplace()); // a text that is there keeps its memory
    } else if constexpr (is_borrowed<T>) {
        row.read(column, value);
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

/// Reads the fields it is called with, one column after another.
template <class Statement>
struct column_reader {
    Statement& row;
    int column;

    template <class Field>
    void operator()(Field& field) {
        read_column(row, column++, field);
    }
};

/// Reads the columns of one record, beginning with `first`.
template <class Statement, class Record>
void read_record(Statement& row, int first, Record& record) {
    for_each_column(record, column_reader<Statement>{row, first});
}

/// Whether every column of a record is NULL: an outer join found none.
template <class Record, class Statement>
bool is_missing(Statement& row, int first) {
    for (int column = first; column != first + static_cast<int>(column_count<Record>); ++column)
        if (!row.is_null(column)) return false;
    return true;
}

/// Reads what a term of a selection has become: a value, a record, or a record that can be missing.
template <class Term, class Statement, class Field>
void read_term(Statement& row, int first, Field& field) {
    if constexpr (expression<Term>) {
        read_column(row, first, field);
    } else if constexpr (is_optional<Field>) {
        if (is_missing<value_t<Field>>(row, first))
            field.reset();
        else
            read_record(row, first, field.emplace());
    } else {
        read_record(row, first, field);
    }
}

/// How rows of a query are read, by what it selects.
template <class Query>
struct row_reader {
    using selection = query_row<Query>;
    using row_type = row_t<Query>;

    template <class Statement>
    static void read(Statement& statement, row_type& row) {
        const auto read_nth = [&]<std::size_t N>(auto& field) {
            read_term<typename selection::template term<N>>(statement, static_cast<int>(selection::first[N]), field);
        };
        if constexpr (!selection::is_plain_row && selection::terms == 1) {
            read_nth.template operator()<0>(row);
        } else {
            [&]<std::size_t... I>(std::index_sequence<I...>) {
                if constexpr (selection::is_plain_row) {
                    std::tuple<typename selection::template field<I>...> values;
                    (read_nth.template operator()<I>(std::get<I>(values)), ...);
                    row = row_type{std::get<I>(std::move(values))...};
                } else {
                    (read_nth.template operator()<I>(std::get<I>(row)), ...);
                }
            }(std::make_index_sequence<selection::terms>{});
        }
    }
};

/// All rows of a statement that was executed.
template <class Query, class Statement>
void read_all(Statement& statement, std::vector<row_t<Query>>& found) {
    static_assert(require_kept_row<Query, row_t<Query>>::value);
    while (statement.next()) {
        if constexpr (std::same_as<row_t<Query>, bool>) { // a vector of bool has no elements to read into
            bool row = false;
            row_reader<Query>::read(statement, row);
            found.push_back(row);
        } else {
            row_reader<Query>::read(statement, found.emplace_back());
        }
    }
}

template <class Query, class Statement>
void read_first(Statement& statement, std::optional<row_t<Query>>& found) {
    static_assert(require_kept_row<Query, row_t<Query>>::value);
    if (statement.next()) row_reader<Query>::read(statement, found.emplace());
}

} // namespace stoa::detail

#endif
