// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_STATEMENT_HPP
#define STOA_QUERY_STATEMENT_HPP

// From the type of a statement to what a driver prepares: nodes, checked once; parameter and result types; and per
// dialect the text. All of it constants in read-only memory, and the address of the last one is the statement's name.

#include "stoa/core/fixed_string.hpp"
#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/statement_renderer.hpp"
#include "stoa/query/statement_info.hpp"
#include "stoa/schema/table.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace stoa {

namespace detail {

template <class Statement>
inline constexpr auto statement_nodes = [] {
    constexpr std::size_t count = [] {
        ast::builder nodes;
        Statement::emit(nodes);
        return nodes.size();
    }();
    std::array<ast::node, count> kept{};
    ast::builder nodes;
    Statement::emit(nodes);
    for (std::size_t i = 0; i != count; ++i) kept[i] = nodes.nodes()[i];
    return kept;
}();

/// Whether the node names a table the statement reads or writes.
constexpr bool names_table(const ast::node& node) {
    switch (node.kind) {
    case ast::op::table:
    case ast::op::join:
    case ast::op::insert:
    case ast::op::update:
    case ast::op::delete_: return true;
    default: return false;
    }
}

constexpr bool mentions(ast::view nodes, table_ref table) {
    for (const ast::node& node : nodes)
        if (names_table(node) && node.table == table) return true;
    return false;
}

/// The first column of a table that the statement does not mention; the number of nodes where there is none.
constexpr std::size_t stray_column(ast::view nodes) {
    for (std::size_t i = 0; i != nodes.size(); ++i)
        if (nodes[i].kind == ast::op::column && !mentions(nodes, nodes[i].table)) return i;
    return nodes.size();
}

template <fixed_string Table, fixed_string Column, bool Mentioned>
struct require_table_in_statement {
    static_assert(Mentioned,
                  "stoa[E201]: a column of this table is used, but the table is not part of the statement. Begin "
                  "with from<record>() of it, or join<record>() it.");
    static constexpr bool value = true;
};

template <class Statement>
consteval bool uses_own_tables() {
    constexpr std::size_t stray = stray_column(statement_nodes<Statement>);
    if constexpr (stray != statement_nodes<Statement>.size()) {
        constexpr const ast::node& node = statement_nodes<Statement>[stray];
        constexpr std::string_view table = node.table().name;
        constexpr std::string_view column = node.table().columns[node.index].name;
        return require_table_in_statement<fixed_string<table.size()>::copy_of(table),
                                          fixed_string<column.size()>::copy_of(column), false>::value;
    }
    return true;
}

/// Whether a value stands in the GROUP BY of the query.
constexpr bool groups_by_a_value(ast::view nodes) {
    if (nodes[0].kind != ast::op::select) return false;
    const std::size_t group = ast::child(nodes, 0, 3);
    for (std::size_t at = group; at != group + nodes[group].extent; ++at)
        if (nodes[at].kind == ast::op::parameter) return true;
    return false;
}

template <bool GroupsByAValue>
struct require_grouping_without_values {
    static_assert(!GroupsByAValue,
                  "stoa[E216]: rows are grouped by an expression with a C++ value in it. Every value is a "
                  "parameter of its own, so that the expression would not be recognised where it is "
                  "selected. Group by the columns it is made of.");
    static constexpr bool value = true;
};

template <fixed_string Table, bool IsTable>
struct require_table_to_write {
    static_assert(IsTable, "stoa[E321]: this statement writes to a view, whose rows are those of its query. Write to "
                           "the tables it reads; a materialized view follows with refresh<record>().");
    static constexpr bool value = true;
};

/// What is written to is a table.
template <class Statement>
consteval bool writes_no_view() {
    constexpr const ast::node& root = statement_nodes<Statement>[0];
    if constexpr (names_table(root)) {
        constexpr const table_def& target = root.table();
        return require_table_to_write<fixed_string<target.name.size()>::copy_of(target.name),
                                      target.kind == table_kind::table>::value;
    }
    return true;
}

constexpr std::size_t count_parameters(ast::view nodes) {
    std::size_t count = 0;
    for (const ast::node& node : nodes)
        if (node.kind == ast::op::parameter) ++count;
    return count;
}

template <class Statement>
inline constexpr auto parameter_types = [] {
    std::array<type_def, count_parameters(statement_nodes<Statement>)> types{};
    for (const ast::node& node : statement_nodes<Statement>)
        if (node.kind == ast::op::parameter) types[node.index] = node.type;
    return types;
}();

/// The list of what the statement gives back: what is selected, or returned; 0 where there is none.
constexpr std::size_t result_list(ast::view nodes) {
    std::size_t list = 0;
    switch (nodes[0].kind) {
    case ast::op::select: list = ast::child(nodes, 0, 0); break;
    case ast::op::insert: list = ast::child(nodes, 0, 3); break;
    case ast::op::update: list = ast::child(nodes, 0, 2); break;
    case ast::op::delete_: list = ast::child(nodes, 0, 1); break;
    default: break;
    }
    return nodes[list].kind == ast::op::list ? list : 0;
}

template <class Statement>
inline constexpr auto result_columns = [] {
    constexpr std::size_t list = result_list(statement_nodes<Statement>);
    constexpr std::size_t count = list == 0 ? 0 : statement_nodes<Statement>[list].arity;
    std::array<result_column, count> columns{};
    std::size_t at = list + 1;
    for (result_column& column : columns) {
        const ast::node& node = statement_nodes<Statement>[at];
        column.type = node.type;
        column.nullable = node.nullable;
        if (node.kind == ast::op::column) column.name = node.table().columns[node.index].name;
        at += node.extent;
    }
    return columns;
}();

constexpr const table_def* target_table(ast::view nodes) {
    for (const ast::node& node : nodes)
        if (names_table(node)) return &node.table();
    return nullptr;
}

template <class Statement, class Dialect>
inline constexpr auto statement_text =
    written_text<[](text_sink& out) { statement_renderer<Dialect>(out, statement_nodes<Statement>).statement(); }>;

template <class Statement, class Dialect>
inline constexpr statement_info statement_constant = [] {
    static_assert(uses_own_tables<Statement>());
    static_assert(writes_no_view<Statement>());
    static_assert(require_grouping_without_values<groups_by_a_value(statement_nodes<Statement>)>::value);
    return statement_info{statement_text<Statement, Dialect>.view(), parameter_types<Statement>,
                          result_columns<Statement>, target_table(statement_nodes<Statement>)};
}();

} // namespace detail

/// The text of a statement in a dialect, a compile-time constant.
/// Example: static_assert(stoa::sql<decltype(query), stoa::dialect::postgres> == "SELECT …");
template <class Statement, class Dialect>
inline constexpr std::string_view sql = detail::statement_constant<std::remove_cvref_t<Statement>, Dialect>.sql;

/// The same for a statement at hand.
template <class Dialect, class Statement>
constexpr std::string_view sql_of(const Statement&) {
    return sql<Statement, Dialect>;
}

} // namespace stoa

#endif
