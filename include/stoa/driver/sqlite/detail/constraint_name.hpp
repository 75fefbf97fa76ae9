// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_CONSTRAINT_NAME_HPP
#define STOA_DRIVER_SQLITE_DETAIL_CONSTRAINT_NAME_HPP

// SQLite tells the columns of a violated key but not the constraint's name. The name comes from the definition of the
// statement's table, or, for another table, from the text of its CREATE TABLE, which SQLite keeps.

#include "stoa/core/list_view.hpp"
#include "stoa/driver/sqlite/detail/own_query.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace stoa::sqlite::detail {

inline bool same_columns(const table_def& table, const column_list& list, list_view<const std::string> names) {
    if (list.size() != names.size()) return false;
    for (std::size_t i = 0; i != names.size(); ++i)
        if (table.columns[list[i]].name != names[i]) return false;
    return true;
}

/// SQLite reports the violation of such an index by its name.
inline bool has_expressions(const index_def& index) {
    return index.terms.size() > 2 * index.columns.size() + 1;
}

/// The primary key, unique constraint or unique index over exactly these columns; empty if there is none.
inline std::string_view defined_unique(const table_def& table, list_view<const std::string> columns) {
    if (same_columns(table, table.primary_key, columns)) return table.primary_key_name;
    for (const unique_def& unique : table.uniques)
        if (same_columns(table, unique.columns, columns)) return unique.name;
    for (const index_def& index : table.indexes)
        if (index.unique && !has_expressions(index) && same_columns(table, index.columns, columns)) return index.name;
    return {};
}

inline std::string_view defined_foreign_key(const table_def& table, list_view<const std::string> columns) {
    for (const foreign_key_def& key : table.foreign_keys)
        if (same_columns(table, key.columns, columns)) return key.name;
    return {};
}

inline std::string in_quotes(std::string_view name) {
    std::string text = "\"";
    for (const char c : name) text.append(c == '"' ? 2U : 1U, c);
    return text += '"';
}

/// Reads a quoted identifier at `at` and moves behind it; empty if there is none.
inline std::string read_quoted(std::string_view text, std::size_t& at) {
    std::string name;
    if (at >= text.size() || text[at] != '"') return name;
    for (++at; at < text.size(); ++at) {
        if (text[at] == '"') {
            ++at;
            if (at >= text.size() || text[at] != '"') return name;
        }
        name += text[at];
    }
    return {};
}

/// The name in `CONSTRAINT "name" <kind> ("column", …)` of the table's CREATE TABLE; empty if it is not written so.
inline std::string declared_name(sqlite3* database, std::string_view table, std::string_view kind,
                                 list_view<const std::string> columns) {
    own_query query(database, "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?1 COLLATE NOCASE");
    if (!query.with(table).next()) return {};
    const std::string sql = query.text(0);

    std::string clause(kind);
    for (const std::string& column : columns)
        clause.append(clause.size() == kind.size() ? " (" : ", ").append(in_quotes(column));
    clause += ')';
    for (std::size_t at = sql.find(clause); at != sql.npos; at = sql.find(clause, at + 1)) {
        constexpr std::string_view keyword = "CONSTRAINT ";
        std::size_t start = sql.rfind(keyword, at);
        if (start == sql.npos) continue;
        start += keyword.size();
        std::string name = read_quoted(sql, start);
        // Only white space may stand between the name and the kind.
        if (sql.find_first_not_of(" \t\r\n", start) == at) return name;
    }
    return {};
}

} // namespace stoa::sqlite::detail

#endif
