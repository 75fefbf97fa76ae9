// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_ROW_HPP
#define STOA_QUERY_ROW_HPP

// What the rows of a query are read into. Whether a value can be NULL depends on the whole query, since an outer join
// can leave out what a table always has.

#include "stoa/query/borrowed_field.hpp"
#include "stoa/query/select.hpp"
#include "stoa/query/statement.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

/// Of every column of a query, whether it can be NULL, and whether its row can be missing.
struct column_presence {
    bool nullable = false;
    bool outer = false;
};

template <class Query>
inline constexpr auto presence_of = [] {
    constexpr std::size_t list = result_list(statement_nodes<Query>);
    std::array<column_presence, statement_nodes<Query>[list].arity> all{};
    std::size_t at = list + 1;
    for (column_presence& column : all) {
        const ast::node& node = statement_nodes<Query>[at];
        column = {node.nullable, node.outer};
        at += node.extent;
    }
    return all;
}();

/// What one term of a selection is read into.
template <class Term, bool Nullable, bool Outer>
struct field_of {
    using type = std::conditional_t<Nullable, std::optional<typename Term::value_type>, typename Term::value_type>;
};

template <class Source, bool Nullable, bool Outer>
struct field_of<whole_record<Source>, Nullable, Outer> {
    using record = typename whole_record<Source>::record_type;
    using type = std::conditional_t<Outer, std::optional<record>, record>;
};

/// What is not grouped by in a row is NULL there, which a record has no room for.
template <class Query, class Term, std::size_t First>
struct require_grouped_record {
    static constexpr bool value = true;
};

template <class Query, class Source, std::size_t First>
struct require_grouped_record<Query, whole_record<Source>, First> {
    using record = typename whole_record<Source>::record_type;
    static constexpr bool value = []<std::size_t... I>(std::index_sequence<I...>) {
        constexpr auto& columns = presence_of<Query>;
        return (
            (!columns[First + I].nullable || columns[First + I].outer || is_optional<column_field_t<record, I>>)&&...);
    }(std::make_index_sequence<column_count<record>>{});
    static_assert(value,
                  "stoa[E274]: a whole record is read from rows that are grouped in several ways, and some are not "
                  "grouped by one of its columns, which is NULL there. Select the columns, as expressions.");
};

template <class Row, class... Fields>
struct require_row {
    static_assert(
        requires { Row{std::declval<Fields>()...}; },
        "stoa[E208]: the struct cannot be made from these expressions in this order. Give it one member per "
        "expression, of its type, and std::optional where the expression can be NULL, or where an outer join can leave "
        "out its table.");
    using type = Row;
};

template <class... Fields>
struct require_row<void, Fields...> {
    using type = std::tuple<Fields...>;
};

template <class Field>
struct require_row<void, Field> {
    using type = Field;
};

/// The terms of a query with their columns and types.
template <class Query, class Selection = typename Query::selection>
struct query_row;

template <class Query, class Row, class... Terms>
struct query_row<Query, select_clause<Row, Terms...>> {
    static constexpr std::size_t terms = sizeof...(Terms);
    static constexpr bool is_plain_row = !std::is_void_v<Row>;

    template <std::size_t N>
    using term = pack_element_t<N, pack<Terms...>>;

    /// The first column of every term.
    static constexpr auto first = [] {
        std::array<std::size_t, terms> columns{};
        std::size_t n = 0;
        std::size_t next = 0;
        ((columns[n++] = next, next += width_of<Terms>), ...);
        return columns;
    }();

    template <std::size_t N>
    using value =
        typename field_of<term<N>, presence_of<Query>[first[N]].nullable, presence_of<Query>[first[N]].outer>::type;

    template <std::size_t N, class Places = std::make_index_sequence<terms>>
    struct field_at {
        using type = value<N>;
    };
    template <std::size_t N, std::size_t... I>
        requires(is_plain_row && viewable<value<N>>)
    struct field_at<N, std::index_sequence<I...>>
        : borrowed_field<Row, N, value<N>, std::index_sequence<I...>, value<I>...> {};

    /// What a term is read into.
    template <std::size_t N>
    using field = typename field_at<N>::type;

    static constexpr bool borrows = []<std::size_t... I>(std::index_sequence<I...>) {
        return (is_borrowed<field<I>> || ...);
    }(std::make_index_sequence<terms>{});

    static consteval auto find() {
        return []<std::size_t... I>(std::index_sequence<I...>) {
            static_assert((require_grouped_record<Query, term<I>, first[I]>::value && ...));
            return std::type_identity<typename require_row<Row, field<I>...>::type>{};
        }(std::make_index_sequence<terms>{});
    }
    using type = typename decltype(find())::type;
};

/// What is kept beyond the row must own its texts and bytes.
template <class Query, class Row>
struct require_kept_row {
    static constexpr bool value = !query_row<std::remove_cvref_t<Query>>::borrows;
    static_assert(value,
                  "stoa[E261]: the rows of this query view their text or bytes where the database has them, which "
                  "is gone with the next row. Read them with stream(), or give the struct std::string and "
                  "stoa::bytes.");
};

} // namespace detail

/// A statement with rows: a query, or a change that returns something of what it changed.
template <class S>
concept row_statement = requires { typename std::remove_cvref_t<S>::selection; };

/// What one row of the statement is read into.
template <row_statement Query>
using row_t = typename detail::query_row<std::remove_cvref_t<Query>>::type;

} // namespace stoa

#endif
