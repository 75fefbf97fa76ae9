// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_SUBQUERY_HPP
#define STOA_QUERY_SUBQUERY_HPP

// Queries within queries: in a FROM, written before the select, and as values and conditions. One that stands in an
// expression sees the tables of the query around it.

#include "stoa/expression/query_operand.hpp"
#include "stoa/query/compound.hpp"
#include "stoa/query/row.hpp"

#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

/// The struct a query's rows are read into, which gives its columns their names.
template <class Query>
struct require_named_row {
    using type = row_t<Query>;
    static_assert(record<type>,
                  "stoa[E223]: an outer join can leave out the record that this query within a FROM selects. Read the "
                  "columns that are needed into a struct: select_as<row>(...).");
    static_assert(column_count<type> == presence_of<Query>.size(),
                  "stoa[E223]: the struct has more members than the query within a FROM selects. Give it one for each "
                  "expression.");
};

template <class Query>
using named_row = typename require_named_row<Query>::type;

} // namespace detail

/// A query to read from, whose rows are a struct; its columns are named as `totals[col<&total::books>]`.
/// SQL: `FROM (SELECT …) AS "Name"`.
/// Example: constexpr auto totals = subquery<"totals">(from<book>().group_by(…).select_as<total>(…));
///          from(totals).where(totals[col<&total::books>] > 3)
template <fixed_string Name, table_query Query>
constexpr auto subquery(Query query) {
    return derived_table<detail::named_row<Query>, Name, Query>{{}, std::move(query)};
}

/// A query that is written once and can be read several times, whose rows are a struct.
/// SQL: `WITH "Name" AS (SELECT …)`, before each select that reads from it.
template <fixed_string Name, table_query Query>
constexpr auto cte(Query query) {
    return common_table<detail::named_row<Query>, Name, Name, Query, false>{{}, std::move(query)};
}

namespace detail {

template <fixed_string Name, ast::set_operation Operation, class Base, class Step>
constexpr auto recursive(Base base, Step step) {
    using row = named_row<Base>;
    auto query = combine<Operation>(std::move(base), step(named_query<row, Name>{}));
    static_assert(std::is_same_v<named_row<decltype(query)>, row>); // the rows that are found must fit in as well
    return common_table<row, Name, Name, decltype(query), true>{{}, std::move(query)};
}

} // namespace detail

/// A query that adds to its rows what `step` finds from them, until there is nothing more. `step` is given the query
/// itself to read from, and returns the query that finds further rows.
/// SQL: `WITH RECURSIVE "Name" AS (base UNION ALL step)`.
/// Example: recursive_cte<"below">(
///              from<part>().where(col<&part::id> == top).select_as<node>(col<&part::id>),
///              [](auto below) { return from<part>().join(below, col<&part::parent_id> == below[col<&node::id>])
///                                                  .template select_as<node>(col<&part::id>); })
template <fixed_string Name, table_query Base, class Step>
constexpr auto recursive_cte(Base base, Step step) {
    return detail::recursive<Name, ast::set_operation::union_all>(std::move(base), std::move(step));
}

/// The same, adding only rows it does not have yet, so that it ends in spite of cycles. SQL: `UNION`.
template <fixed_string Name, table_query Base, class Step>
constexpr auto recursive_cte_distinct(Base base, Step step) {
    return detail::recursive<Name, ast::set_operation::union_>(std::move(base), std::move(step));
}

/// Whether the query has a row. SQL: `EXISTS (SELECT …)`.
template <inner_query Query>
constexpr auto exists(Query query) {
    return operation<ast::op::exists, bool, false, query_operand<Query>>(query_operand<Query>{std::move(query)});
}

namespace detail {

template <class Query>
struct require_single_column {
    static_assert(!std::is_void_v<typename Query::selection::single_term>,
                  "stoa[E226]: a query that stands for a value selects one expression. Use select(expression).");
    static constexpr bool value = !std::is_void_v<typename Query::selection::single_term>;
};

} // namespace detail

/// The value a query selects in its only row; NULL where it has none. More rows are an error of the database, unless
/// the query says limit(1). SQL: `(SELECT …)`.
template <inner_query Query>
constexpr auto scalar(Query query) {
    static_assert(detail::require_single_column<Query>::value);
    using value = value_type_t<typename Query::selection::single_term>;
    return operation<ast::op::subquery, value, true, query_operand<Query>>(query_operand<Query>{std::move(query)});
}

/// Reads expressions without a table: `SELECT $1, …`.
template <selectable... Terms>
    requires(sizeof...(Terms) != 0)
constexpr auto select(Terms... terms) {
    return select_statement<detail::types<>>{}.select(std::move(terms)...);
}

template <class Row, selectable... Terms>
    requires(sizeof...(Terms) != 0)
constexpr auto select_as(Terms... terms) {
    return select_statement<detail::types<>>{}.template select_as<Row>(std::move(terms)...);
}

} // namespace stoa

#endif
