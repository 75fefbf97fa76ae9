// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TOOL_TABLES_HPP
#define STOA_TOOL_TABLES_HPP

// What the writers of this folder are given: tables as plain values, whether they come from a schema of the program or
// from somewhere else. And the few questions about them that several writers ask.

#include "stoa/core/list_view.hpp"
#include "stoa/schema/table_def.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace stoa::tool {

/// Tables in the order in which they shall be written.
using table_list = list_view<const table_def* const>;

/// The tables and views of a `stoa::schema`, each behind those it references or reads.
/// Example: std::cout << stoa::tool::mermaid(stoa::tool::tables_of<library>());
template <class Schema>
std::array<const table_def*, Schema::size> tables_of() {
    std::array<const table_def*, Schema::size> tables{};
    for (std::size_t i = 0; i != tables.size(); ++i) tables[i] = &Schema::tables[i]();
    return tables;
}

namespace detail {

inline bool contains(const column_list& list, std::size_t column) {
    for (std::size_t each : list)
        if (each == column) return true;
    return false;
}

inline bool contains_all(const column_list& list, const column_list& part) {
    for (std::size_t each : part)
        if (!contains(list, each)) return false;
    return true;
}

/// Calls `use` with the columns of everything that keeps rows of the whole table apart.
template <class Use>
void visit_keys(const table_def& table, Use use) {
    if (table.primary_key.size() != 0) use(table.primary_key);
    for (const unique_def& key : table.uniques) use(key.columns);
    for (const index_def& index : table.indexes) {
        std::size_t terms = 0;
        for (std::size_t at = 1; at < index.terms.size(); at += index.terms[at].extent) ++terms;
        if (index.unique && index.predicate.empty() && terms == index.columns.size()) use(index.columns);
    }
}

/// Whether at most one row can reference the same row by this key.
inline bool is_one_to_one(const table_def& table, const foreign_key_def& key) {
    bool found = false;
    visit_keys(table, [&](const column_list& unique) { found = found || contains_all(key.columns, unique); });
    return found;
}

/// Whether a row need not reference any.
inline bool is_optional_reference(const table_def& table, const foreign_key_def& key) {
    for (std::size_t column : key.columns)
        if (table.columns[column].nullable) return true;
    return false;
}

/// Whether the column alone keeps rows apart; that of a primary key is not meant.
inline bool is_unique_column(const table_def& table, std::size_t column) {
    bool found = false;
    visit_keys(table, [&](const column_list& key) {
        found = found || (&key != &table.primary_key && key.size() == 1 && key[0] == column);
    });
    return found;
}

inline bool is_foreign_column(const table_def& table, std::size_t column) {
    for (const foreign_key_def& key : table.foreign_keys)
        if (contains(key.columns, column)) return true;
    return false;
}

/// "PK, FK, UK": the keys a column is part of, or is alone.
inline std::array<std::string_view, 3> key_marks(const table_def& table, std::size_t column) {
    return {contains(table.primary_key, column) ? "PK" : "", is_foreign_column(table, column) ? "FK" : "",
            is_unique_column(table, column) ? "UK" : ""};
}

/// Whether the view's query reads the table.
inline bool reads(const table_def& view, const table_def& table) {
    bool found = false;
    if (view.kind != table_kind::table)
        visit_dependencies(view, [&](table_ref each) { found = found || each().name == table.name; });
    return found;
}

/// Calls `use(expression, descending)` with every term of an index.
template <class Use>
void visit_terms(const index_def& index, Use use) {
    for (std::size_t at = 1; at < index.terms.size(); at += index.terms[at].extent)
        use(index.terms.subspan(at + 1, index.terms[at].extent - std::size_t{1}),
            index.terms[at].kind == ast::op::descending);
}

} // namespace detail
} // namespace stoa::tool

#endif
