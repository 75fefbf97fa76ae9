// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_GIVEN_ROWS_HPP
#define STOA_QUERY_GIVEN_ROWS_HPP

// Rows of the program that a statement reads like those of a table: a few, written out, or any number in lists.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/column.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/query/source.hpp"
#include "stoa/types/columns.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>

namespace stoa {

/// Rows that a statement writes out; see `values`.
template <class Row, fixed_string Name, std::size_t Count>
struct written_rows : aliased<Row, Name> {
    std::array<Row, Count> rows;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        const std::size_t place = nodes.open({.kind = ast::op::values,
                                              .table = table_ref{&table_of<Row>, record_name<Row>},
                                              .alias = detail::source_traits<aliased<Row, Name>>::alias});
        for (std::size_t n = 0; n != Count; ++n) emit_row(nodes, std::make_index_sequence<column_count<Row>>{});
        nodes.close(place, Count);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        for (const Row& row : rows) for_each_column(row, visit);
    }

private:
    template <std::size_t... I>
    static constexpr void emit_row(ast::builder& nodes, std::index_sequence<I...>) {
        const std::size_t place = nodes.open({.kind = ast::op::list});
        (nodes.leaf({.kind = ast::op::parameter,
                     .nullable = is_optional<column_field_t<Row, I>>,
                     .index = nodes.next_parameter(),
                     .type = type_of<value_t<column_field_t<Row, I>>>}),
         ...);
        nodes.close(place, sizeof...(I));
    }
};

namespace detail {

template <class Row, fixed_string Column, bool Listed>
struct require_listed_column {
    static_assert(Listed, "stoa[E282]: rows(...) binds a list for each column, and there are no lists of arrays. Leave "
                          "this column out, or give a few rows with values<\"name\">(...).");
    static constexpr bool value = Listed;
};

template <class Row, std::size_t Column>
consteval bool is_listed() {
    constexpr std::string_view name = column_name<Row, Column>;
    return require_listed_column<Row, fixed_string<name.size()>::copy_of(name),
                                 !mapped_array<value_t<column_field_t<Row, Column>>>>::value;
}

/// A list for every column of a record.
template <class Row, class Columns = std::make_index_sequence<column_count<Row>>>
struct column_lists;

template <class Row, std::size_t... I>
struct column_lists<Row, std::index_sequence<I...>> {
    static_assert((is_listed<Row, I>() && ...));

    pack<list_literal<value_t<column_field_t<Row, I>>>...> lists;

    void add(const Row& row) { (add(get<I>(lists), column_field<I>(row)), ...); }

    static constexpr void emit(ast::builder& nodes) {
        const std::size_t place = nodes.open({.kind = ast::op::list});
        (list_literal<value_t<column_field_t<Row, I>>>::emit(nodes, only_shape{}), ...);
        nodes.close(place, sizeof...(I));
    }

private:
    template <class List, class Field>
    static void add(List& list, const Field& field) {
        if constexpr (!is_optional<Field>)
            list.add(field);
        else if (field)
            list.add(*field);
        else
            list.add_null();
    }
};

} // namespace detail

/// Rows that travel in lists; see `rows`.
template <class Row, fixed_string Name>
struct listed_rows : aliased<Row, Name> {
    detail::column_lists<Row> columns;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        const std::size_t place = nodes.open({.kind = ast::op::lists,
                                              .table = table_ref{&table_of<Row>, record_name<Row>},
                                              .alias = detail::source_traits<aliased<Row, Name>>::alias});
        detail::column_lists<Row>::emit(nodes);
        nodes.close(place, 1);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_each(columns.lists, visit);
    }
};

/// Rows of the program to read from or to join, under the name `Name`; their columns are named as in
/// `prices[col<&price::isbn>]`. Every value is a parameter of its own: for many rows, or an unknown number, see `rows`.
/// SQL: `FROM (SELECT "column1" AS "a", … FROM (VALUES ($1, $2), …) AS "rows") AS "Name"`.
template <fixed_string Name, record Row, std::same_as<Row>... More>
constexpr auto values(Row first, More... more) {
    return written_rows<Row, Name, 1 + sizeof...(More)>{{}, {std::move(first), std::move(more)...}};
}

namespace detail {

template <class Range>
using element_of_range = std::remove_cvref_t<decltype(*std::begin(std::declval<Range&>()))>;

} // namespace detail

/// The same of a range of any length, whose rows travel in one bound list for each column.
/// SQL: `FROM (SELECT "1" AS "a", … FROM unnest($1, $2) …) AS "Name"` on PostgreSQL, from `json_each` on SQLite.
/// Example: auto prices = rows<"prices">(list);
///          update<book>().set(col<&book::price> = prices[col<&price::amount>]).from(prices)
///              .where(col<&book::isbn> == prices[col<&price::isbn>])
template <fixed_string Name, class Range>
    requires record<detail::element_of_range<Range>>
auto rows(Range&& range) {
    listed_rows<detail::element_of_range<Range>, Name> made;
    for (const auto& row : range) made.columns.add(row);
    return made;
}

} // namespace stoa

#endif
