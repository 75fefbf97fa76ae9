// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TOOL_DOT_HPP
#define STOA_TOOL_DOT_HPP

// A schema as an entity-relationship diagram in the language of Graphviz (https://graphviz.org/doc/info/lang.html).

#include "stoa/tool/spelling.hpp"
#include "stoa/tool/tables.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace stoa::tool {

namespace detail {

inline std::string dot_quoted(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c == '\n' ? ' ' : c;
    }
    return quoted += '"';
}

/// Text within an HTML-like label (https://graphviz.org/doc/info/shapes.html#html).
inline std::string dot_html(std::string_view text) {
    std::string html;
    for (const char c : text) {
        switch (c) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        case '"': html += "&quot;"; break;
        default: html += c;
        }
    }
    return html;
}

inline void write_dot_table(std::string& out, const table_def& table) {
    out += "    " + dot_quoted(table.name) + " [label=<<table border=\"0\" cellborder=\"1\" cellspacing=\"0\">\n";
    const bool is_view = table.kind != table_kind::table;
    out += std::string("        <tr><td colspan=\"3\" bgcolor=\"") + (is_view ? "#eeeeee" : "#dde6f0") + "\"><b>";
    out += dot_html(table.name) + "</b>";
    if (is_view) out += "<br/><i>" + std::string(kind_text(table.kind)) + "</i>";
    out += "</td></tr>\n";
    for (std::size_t i = 0; i != table.columns.size(); ++i) {
        const column_def& column = table.columns[i];
        const std::string port = std::to_string(i);
        out += "        <tr><td port=\"l" + port + "\" align=\"left\">" + dot_html(column.name) + "</td>";
        out += "<td align=\"left\">" + dot_html(type_text(column.type)) + (column.nullable ? " null" : "") + "</td>";
        out += "<td port=\"r" + port + "\">";
        std::string_view separator;
        for (std::string_view mark : key_marks(table, i)) {
            if (mark.empty()) continue;
            (out += separator) += mark;
            separator = ", ";
        }
        out += "</td></tr>\n";
    }
    out += "    </table>>];\n";
}

/// From the referencing column to the referenced one, with a crow's foot where many rows can be.
inline void write_dot_edge(std::string& out, const table_def& table, const foreign_key_def& key) {
    out += "    " + dot_quoted(table.name) + ":r" + std::to_string(key.columns[0]) + " -> ";
    out += dot_quoted(key.target().name) + ":l" + std::to_string(key.target_columns[0]);
    out += " [label=" + dot_quoted(key.name);
    out += is_optional_reference(table, key) ? ", arrowhead=teeodot" : ", arrowhead=teetee";
    out += is_one_to_one(table, key) ? ", arrowtail=teeodot" : ", arrowtail=crowodot";
    out += "];\n";
}

} // namespace detail

/// A `digraph` with a node for every table and view that lists its columns, an edge for every foreign key, and a dashed
/// one from a view to whatever it reads.
/// Example: std::cout << stoa::tool::dot(stoa::tool::tables_of<library>());
inline std::string dot(table_list tables) {
    std::string out = "digraph {\n"
                      "    rankdir=LR;\n"
                      "    node [shape=plain, fontname=\"sans-serif\"];\n"
                      "    edge [dir=both, fontname=\"sans-serif\", fontsize=10];\n";
    for (const table_def* table : tables) detail::write_dot_table(out, *table);
    for (const table_def* table : tables)
        for (const foreign_key_def& key : table->foreign_keys) detail::write_dot_edge(out, *table, key);
    for (const table_def* view : tables)
        for (const table_def* table : tables)
            if (detail::reads(*view, *table))
                out += "    " + detail::dot_quoted(view->name) + " -> " + detail::dot_quoted(table->name) +
                       " [style=dashed, dir=forward];\n";
    return out += "}\n";
}

} // namespace stoa::tool

#endif
