// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_CONSTRAINT_HPP
#define STOA_SCHEMA_CONSTRAINT_HPP

// From the name a database reports back to the definition: which columns a constraint is about. For that, and for the
// database, the names within a table must differ.

#include "stoa/expression/ast.hpp"
#include "stoa/schema/naming.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <string_view>

namespace stoa {

/// The columns that the condition mentions, each once.
constexpr column_list mentioned_columns(ast::view condition) {
    column_list columns;
    for (const ast::node& node : condition) {
        bool seen = node.kind != ast::op::column;
        for (std::uint16_t column : columns) seen = seen || column == node.index;
        if (!seen) columns.add(node.index);
    }
    return columns;
}

/// The name that the definition gives such a check; empty where there is none.
constexpr std::string_view given_check_name(const column_def& column, std::string_view rule) {
    if (rule == "values") return column.values_name;
    if (rule == "length") return column.length_name;
    if (rule == "range") return column.range_name;
    return {};
}

/// Whether the column has the check that follows from one of its options.
constexpr bool has_check(const column_def& column, std::string_view rule) {
    if (rule == "values") return !column.enumerators.empty();
    if (rule == "length") return column.max_length != 0;
    return rule == "range" && !column.range.empty();
}

/// The rules that a definition can name.
inline constexpr std::string_view option_checks[]{"values", "length", "range"};

/// The name of a check that follows from a column's type or options; `rule` is "values", "length", "range" or "type".
constexpr identifier column_check_name(const table_def& table, std::size_t column, std::string_view rule) {
    if (const std::string_view given = given_check_name(table.columns[column], rule); !given.empty())
        return identifier(given);
    column_list self;
    self.add(column);
    return conventional_name("ck", table.name, table.columns, self, rule);
}

/// Whether there are rows that fit none of the table's partitions.
constexpr bool refuses_rows(const partitioning_def& partitioning) {
    if (partitioning.strategy == partition_strategy::none || partitioning.strategy == partition_strategy::hash)
        return false;
    for (const partition_def& each : partitioning.partitions)
        if (each.bounds.empty()) return false;
    return true;
}

/// The name under which a row that fits no partition is refused.
constexpr identifier partition_check_name(const table_def& table) {
    return conventional_name("ck", table.name, table.columns, table.partitioning.columns, "partition");
}

/// The columns of the constraint or index called `name`; none where the definition has none of that name.
constexpr column_list constraint_columns(const table_def& table, std::string_view name) {
    if (name.empty()) return {};
    if (table.primary_key_name.view() == name) return table.primary_key;
    for (const unique_def& key : table.uniques)
        if (key.name.view() == name) return key.columns;
    for (const foreign_key_def& key : table.foreign_keys)
        if (key.name.view() == name) return key.columns;
    for (const check_def& check : table.checks)
        if (check.name.view() == name) return mentioned_columns(check.predicate);
    for (const index_def& index : table.indexes)
        if (index.name.view() == name) return index.columns;
    if (refuses_rows(table.partitioning) && partition_check_name(table) == name) return table.partitioning.columns;
    column_list found;
    for (std::size_t column = 0; column != table.columns.size() && found.size() == 0; ++column)
        for (std::string_view rule : {"values", "length", "range", "type"})
            if (column_check_name(table, column, rule).view() == name) {
                found.add(column);
                break;
            }
    return found;
}

/// Whether an array column is a term of the index.
constexpr bool has_array(const table_def& table, const index_def& index) {
    for (std::uint16_t column : index.columns)
        if (table.columns[column].type.kind == type_kind::array) return true;
    return false;
}

} // namespace stoa

#endif
