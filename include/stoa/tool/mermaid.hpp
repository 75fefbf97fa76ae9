// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TOOL_MERMAID_HPP
#define STOA_TOOL_MERMAID_HPP

// A schema as an entity-relationship diagram in the language of Mermaid
// (https://mermaid.js.org/syntax/entityRelationshipDiagram.html), which code hosts show as a picture.

#include "stoa/tool/tables.hpp"
#include "stoa/types/type_def.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace stoa::tool {

namespace detail {

/// Quoted, in one line; what the language has no way to write in quotes becomes an underscore.
inline std::string mermaid_quoted(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        const bool refused = c == '"' || c == '%' || c == '\\';
        quoted += refused ? '_' : static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return quoted += '"';
}

/// The name of an attribute: ASCII letters, digits and underscores, a letter first, and not one of the key words.
inline std::string mermaid_word(std::string_view text) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::string word;
    for (const char c : text) word += is_letter(c) || (c >= '0' && c <= '9') ? c : '_';
    if (word.empty() || !is_letter(word[0])) word.insert(0, "c_");
    if (word.size() == 2 && (word[1] == 'k' || word[1] == 'K')) word += '_'; // PK, FK, UK
    return word;
}

inline std::string mermaid_type(const type_def& type) {
    if (type.kind == type_kind::array) return mermaid_type(element_of(type)) + "_array";
    std::string text(to_string(type.kind));
    if (type.kind == type_kind::decimal)
        text += '_' + std::to_string(type.precision) + '_' + std::to_string(type.scale);
    if (!type.enum_name.empty()) text = "enum_" + mermaid_word(type.enum_name);
    if (type.list) text += "_list";
    return text;
}

inline void write_mermaid_column(std::string& out, const table_def& table, std::size_t at) {
    const column_def& column = table.columns[at];
    const std::string word = mermaid_word(column.name);
    out += "        " + mermaid_type(column.type) + ' ' + word;
    std::string_view separator = " ";
    for (std::string_view mark : key_marks(table, at)) {
        if (mark.empty()) continue;
        (out += separator) += mark;
        separator = ", ";
    }
    std::string remark;
    if (word != column.name) remark += column.name;
    if (column.nullable) (remark += remark.empty() ? "" : ", ") += "nullable";
    if (!column.comment.empty()) ((remark += remark.empty() ? "" : ", ")) += column.comment;
    if (!remark.empty()) out += ' ' + mermaid_quoted(remark);
    out += '\n';
}

} // namespace detail

/// An `erDiagram` with every table and view, its columns, and a line for every foreign key and for whatever a view
/// reads. A line is drawn through where the key is part of the referencing table's primary key, and else dashed.
/// Example: std::cout << stoa::tool::mermaid(stoa::tool::tables_of<library>());
inline std::string mermaid(table_list tables) {
    std::string out = "erDiagram\n";
    for (const table_def* table : tables) {
        out += "    " + detail::mermaid_quoted(table->name) + " {\n";
        for (std::size_t column = 0; column != table->columns.size(); ++column)
            detail::write_mermaid_column(out, *table, column);
        out += "    }\n";
    }
    for (const table_def* table : tables) {
        for (const foreign_key_def& key : table->foreign_keys) {
            out += "    " + detail::mermaid_quoted(key.target().name);
            out += detail::is_optional_reference(*table, key) ? " |o" : " ||";
            out += detail::contains_all(table->primary_key, key.columns) ? "--" : "..";
            out += detail::is_one_to_one(*table, key) ? "o| " : "o{ ";
            out += detail::mermaid_quoted(table->name) + " : " + detail::mermaid_quoted(key.name) + '\n';
        }
        for (const table_def* other : tables)
            if (detail::reads(*table, *other))
                out += "    " + detail::mermaid_quoted(other->name) + " }o..o{ " + detail::mermaid_quoted(table->name) +
                       " : \"is read by\"\n";
    }
    return out;
}

} // namespace stoa::tool

#endif
