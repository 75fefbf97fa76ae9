// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_STATEMENT_HPP
#define STOA_QUERY_STATEMENT_HPP

// From the type of a statement to what a driver prepares: nodes, checked once; parameter and result types; and per
// dialect the text. All of it constants in read-only memory, and the address of the last one is the statement's name.

#include "stoa/core/fixed_string.hpp"
#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/statement_renderer.hpp"
#include "stoa/query/change_rules.hpp"
#include "stoa/query/dialect_rules.hpp"
#include "stoa/query/grouping.hpp"
#include "stoa/query/lock_rules.hpp"
#include "stoa/query/parameter_rules.hpp"
#include "stoa/query/settling.hpp"
#include "stoa/query/statement_info.hpp"
#include "stoa/query/statement_rules.hpp"
#include "stoa/schema/table.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace stoa {

namespace detail {

/// The nodes of a statement, and the first column among them whose table is not part of it.
template <std::size_t Count>
struct settled_nodes {
    std::array<ast::node, Count> nodes{};
    std::size_t stray_column = Count;
};

template <class Statement>
inline constexpr auto settled = [] {
    constexpr std::size_t count = [] {
        ast::builder nodes;
        Statement::emit(nodes, only_shape{});
        return nodes.size();
    }();
    settled_nodes<count> kept;
    ast::builder nodes;
    Statement::emit(nodes, only_shape{});
    for (std::size_t i = 0; i != count; ++i) kept.nodes[i] = nodes.nodes()[i];
    settling walk(kept.nodes);
    walk.visit(0);
    kept.stray_column = walk.stray_column();
    return kept;
}();

template <class Statement>
inline constexpr ast::view statement_nodes = settled<Statement>.nodes;

/// Whether the node names a table the statement reads or writes.
constexpr bool names_table(const ast::node& node) {
    return node.kind == ast::op::table || (has_tables(node.kind) && node.kind != ast::op::select);
}

template <fixed_string Table, fixed_string Column, bool Mentioned>
struct require_table_in_statement {
    static_assert(Mentioned,
                  "stoa[E201]: a column of this table is used, but the table is not part of the statement, or is "
                  "joined only behind. Begin with from<record>() of it, or join<record>() it before.");
    static constexpr bool value = true;
};

template <class Statement>
consteval bool uses_own_tables() {
    constexpr std::size_t stray = settled<Statement>.stray_column;
    if constexpr (stray != statement_nodes<Statement>.size()) {
        constexpr const ast::node& node = statement_nodes<Statement>[stray];
        constexpr std::string_view table = node.alias.empty() ? node.table().name : node.alias;
        constexpr std::string_view column = node.table().columns[node.index].name;
        return require_table_in_statement<fixed_string<table.size()>::copy_of(table),
                                          fixed_string<column.size()>::copy_of(column), false>::value;
    }
    return true;
}

/// Whether a value stands in a GROUP BY.
constexpr bool groups_by_a_value(ast::view nodes) {
    for (std::size_t place = 0; place != nodes.size(); ++place) {
        if (nodes[place].kind != ast::op::select) continue;
        const std::size_t group = ast::child(nodes, place, ast::select_part::group_by);
        for (std::size_t at = group; at != group + nodes[group].extent; ++at)
            if (nodes[at].kind == ast::op::parameter && nodes[at].text.empty()) return true;
    }
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

template <fixed_string Function>
struct require_aggregate_of_groups {
    static_assert(Function.size() == 0,
                  "stoa[E220]: an aggregate stands where single rows are chosen: in WHERE, in the condition of a join, "
                  "in GROUP BY, in an UPDATE or DELETE, or within another aggregate. Compare it in having(...), or "
                  "compute it in a subquery.");
    static constexpr bool value = true;
};

template <fixed_string Table, fixed_string Column>
struct require_grouped_column {
    static_assert(Column.size() == 0,
                  "stoa[E221]: this column is selected, sorted by or compared beside aggregates, but the rows are not "
                  "grouped by it, so that it has no single value. Add it to group_by(...), or take min or max of it.");
    static constexpr bool value = true;
};

template <bool Stray>
struct require_grouping_of_groups {
    static_assert(!Stray, "stoa[E270]: grouping(...) asks whether a row is grouped by an expression, and this is none "
                          "of the query's, or stands where single rows are chosen. Name a term of its group_by(...) in "
                          "select, having or order_by.");
    static constexpr bool value = true;
};

template <bool ByStranger>
struct require_groups_of_own_columns {
    static_assert(!ByStranger,
                  "stoa[E274]: a rollup, cube or grouping_sets names a column of the query around its own, which is "
                  "the same in all rows. Group by columns of the query's own tables.");
    static constexpr bool value = true;
};

constexpr std::string_view aggregate_name(const ast::node& aggregate) {
    switch (aggregate.kind) {
    case ast::op::call: return to_string(static_cast<ast::function>(aggregate.index));
    case ast::op::sum: return "sum";
    case ast::op::average: return "avg";
    case ast::op::minimum: return "min";
    case ast::op::maximum: return "max";
    default: return "count";
    }
}

constexpr bool keeps_groups(ast::view nodes) {
    grouping walk(nodes);
    walk.visit(0);
    return walk.misplaced_aggregate() == nodes.size() && walk.ungrouped_column() == nodes.size() &&
           walk.stray_grouping() == nodes.size() && walk.strange_group() == nodes.size();
}

template <class Statement>
consteval bool groups_well() {
    constexpr ast::view nodes = statement_nodes<Statement>;
    constexpr auto found = [] {
        grouping walk(statement_nodes<Statement>);
        walk.visit(0);
        return std::array<std::size_t, 4>{walk.misplaced_aggregate(), walk.ungrouped_column(), walk.stray_grouping(),
                                          walk.strange_group()};
    }();
    if constexpr (found[0] != nodes.size()) {
        constexpr std::string_view name = aggregate_name(nodes[found[0]]);
        return require_aggregate_of_groups<fixed_string<name.size()>::copy_of(name)>::value;
    } else if constexpr (found[1] != nodes.size()) {
        constexpr const ast::node& node = nodes[found[1]];
        constexpr std::string_view table = node.alias.empty() ? node.table().name : node.alias;
        constexpr std::string_view column = node.table().columns[node.index].name;
        return require_grouped_column<fixed_string<table.size()>::copy_of(table),
                                      fixed_string<column.size()>::copy_of(column)>::value;
    } else {
        return require_grouping_of_groups<found[2] != nodes.size()>::value &&
               require_groups_of_own_columns<found[3] != nodes.size()>::value;
    }
}

template <fixed_string Table, bool IsTable>
struct require_table_to_write {
    static_assert(IsTable, "stoa[E321]: this statement writes to a view, whose rows are those of its query. Write to "
                           "the tables it reads; a materialized view follows with refresh<record>().");
    static constexpr bool value = true;
};

constexpr bool writes_a_view(ast::view nodes) {
    return names_table(nodes[0]) && nodes[0].table().kind != table_kind::table;
}

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
        if (node.kind == ast::op::parameter && node.index >= count) count = node.index + std::size_t{1};
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
    case ast::op::select:
    case ast::op::compound: list = projection_of(nodes, 0); break;
    case ast::op::insert: list = ast::child(nodes, 0, 3); break;
    case ast::op::update: list = ast::child(nodes, 0, 3); break;
    case ast::op::delete_: list = ast::child(nodes, 0, 1); break;
    case ast::op::raw_statement: list = 1; break;
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
        if (node.kind == ast::op::column) {
            column.name = node.table().columns[node.index].name;
            if (!node.derived && statement_nodes<Statement>[0].kind != ast::op::compound) column.table = &node.table();
        }
        if (node.kind == ast::op::none) column.name = node.text; // of a raw statement
        at += node.extent;
    }
    return columns;
}();

constexpr const table_def* target_table(ast::view nodes) {
    for (const ast::node& node : nodes)
        if (names_table(node)) return &node.table();
    return nullptr;
}

/// A column that an update, insert or delete returns though it is of another table; the number of nodes where there is
/// none.
constexpr std::size_t returned_stranger(ast::view nodes) {
    const std::size_t list = result_list(nodes);
    if (list == 0 || nodes[0].kind == ast::op::select || nodes[0].kind == ast::op::compound) return nodes.size();
    for (std::size_t at = list; at != list + nodes[list].extent; ++at)
        if (nodes[at].kind == ast::op::column && !(nodes[at].table == nodes[0].table && nodes[at].alias.empty()))
            return at;
    return nodes.size();
}

template <fixed_string Table, fixed_string Column>
struct require_returned_column {
    static_assert(Column.size() == 0,
                  "stoa[E243]: RETURNING names a column of another table than the one that is changed, which not every "
                  "database allows. Return the key, and read the other table with a query.");
    static constexpr bool value = true;
};

template <class Statement>
consteval bool returns_own_columns() {
    constexpr std::size_t stranger = returned_stranger(statement_nodes<Statement>);
    if constexpr (stranger != statement_nodes<Statement>.size()) {
        constexpr const ast::node& node = statement_nodes<Statement>[stranger];
        constexpr std::string_view table = node.table().name;
        constexpr std::string_view column = node.table().columns[node.index].name;
        return require_returned_column<fixed_string<table.size()>::copy_of(table),
                                       fixed_string<column.size()>::copy_of(column)>::value;
    }
    return true;
}

/// Whether `excluded` stands where there is no such row.
constexpr bool has_stray_excluded(ast::view nodes) {
    std::size_t begin = 0;
    std::size_t end = 0;
    if (nodes[0].kind == ast::op::insert) {
        begin = ast::child(nodes, 0, 2);
        end = begin + nodes[begin].extent;
    }
    for (std::size_t at = 0; at != nodes.size(); ++at)
        if (nodes[at].kind == ast::op::excluded && (at < begin || at >= end)) return true;
    return false;
}

template <bool Stray>
struct require_excluded_in_conflict {
    static_assert(!Stray, "stoa[E244]: excluded(...) is the row that an insert could not store, which only its "
                          "do_update knows. Use it there, or name the column itself.");
    static constexpr bool value = true;
};

/// Whether the statement contains what is put together at run time.
template <class Statement>
inline constexpr bool is_composed = [] {
    for (const ast::node& node : statement_nodes<Statement>)
        if (node.kind == ast::op::composed) return true;
    return false;
}();

template <bool Composed>
struct require_constant_text {
    static_assert(!Composed, "stoa[E251]: this statement contains a condition or an order that is put together at run "
                             "time, so that it has no constant text. Run it with a session.");
    static constexpr bool value = true;
};

template <class Statement>
struct nodes_of_statement {
    static constexpr ast::view value = statement_nodes<Statement>;
};

/// Whether a statement keeps the rules of every database. All are asked at once, as nearly every statement does: each
/// rule asked by itself, with what its error needs, costs a compiler more than everything else about a statement.
template <class Statement>
inline constexpr bool is_faultless = [] {
    constexpr ast::view nodes = statement_nodes<Statement>;
    return settled<Statement>.stray_column == nodes.size() && !writes_a_view(nodes) && !groups_by_a_value(nodes) &&
           keeps_groups(nodes) && breaks_no_rule(nodes) && lock_faults(nodes) == lock_faults{} &&
           contradicting_parameter(nodes) == nodes.size() && overlapping_change(nodes) == 0 &&
           returned_stranger(nodes) == nodes.size() && !has_stray_excluded(nodes);
}();

/// Each rule by itself: the one that is broken does not compile.
template <class Statement>
consteval bool explain_faults() {
    using nodes = nodes_of_statement<Statement>;
    return uses_own_tables<Statement>() && writes_no_view<Statement>() &&
           require_grouping_without_values<groups_by_a_value(nodes::value)>::value && groups_well<Statement>() &&
           keeps_rules<nodes>() && locks_well<nodes>() && names_parameters_well<nodes>() &&
           changes_lie_apart<nodes>() && returns_own_columns<Statement>() &&
           require_excluded_in_conflict<has_stray_excluded(nodes::value)>::value;
}

/// What holds for a statement on every database; does not compile where something does not.
template <class Statement>
inline constexpr bool is_well_formed = [] {
    if constexpr (!is_faultless<Statement>) return explain_faults<Statement>();
    return is_faultless<Statement>;
}();

template <class Statement, class Dialect>
inline constexpr auto statement_text =
    written_text<[](text_sink& out) { statement_renderer<Dialect>(out, statement_nodes<Statement>).statement(); }>;

template <class Statement, class Dialect>
inline constexpr statement_info statement_constant = [] {
    static_assert(is_well_formed<Statement>);
    static_assert(require_constant_text<is_composed<Statement>>::value);
    static_assert(is_supported<Dialect, nodes_of_statement<Statement>>());
    statement_info info{statement_text<Statement, Dialect>.view(), parameter_types<Statement>,
                        result_columns<Statement>, target_table(statement_nodes<Statement>)};
    info.locks_rows = is_locking(statement_nodes<Statement>[0]);
    return info;
}();

} // namespace detail

/// The text of a statement in a dialect, a compile-time constant.
/// Example: static_assert(stoa::sql_text<decltype(query), stoa::dialect::postgres> == "SELECT …");
template <class Statement, class Dialect>
inline constexpr std::string_view sql_text = detail::statement_constant<std::remove_cvref_t<Statement>, Dialect>.sql;

/// The same for a statement at hand.
template <class Dialect, class Statement>
constexpr std::string_view sql_of(const Statement&) {
    return sql_text<Statement, Dialect>;
}

} // namespace stoa

#endif
