// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TOOL_MARKDOWN_HPP
#define STOA_TOOL_MARKDOWN_HPP

// A schema as a data dictionary in Markdown with tables (GitHub Flavored Markdown).

#include "stoa/core/list_view.hpp"
#include "stoa/ddl/report.hpp"
#include "stoa/tool/detail/markdown_text.hpp"
#include "stoa/tool/spelling.hpp"
#include "stoa/tool/tables.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace stoa::tool {

/// What one dialect's script says otherwise than the definition; see `ddl_report`.
struct dialect_notes {
    std::string_view dialect;
    list_view<const ddl_note> notes;
};

namespace detail {

class dictionary_writer {
public:
    explicit dictionary_writer(table_list tables) : tables_(tables) {}

    std::string write(std::string_view title, list_view<const dialect_notes> differences,
                      list_view<const ddl_note> warnings) {
        out_ = "# " + markdown_plain(title) + "\n\n";
        for (const table_def* table : tables_) {
            out_ += "- " + link(table->name);
            if (!table->comment.empty()) out_ += ": " + markdown_plain(table->comment);
            out_ += '\n';
        }
        for (const table_def* table : tables_) write_table(*table);
        for (const dialect_notes& each : differences)
            if (!each.notes.empty()) write_notes("Differences: " + std::string(each.dialect), each.notes);
        if (!warnings.empty()) write_notes("Warnings", warnings);
        return std::move(out_);
    }

private:
    static std::string link(std::string_view table) {
        return '[' + markdown_code(table) + "](#" + markdown_anchor(table) + ')';
    }

    static std::string names(const table_def& table, const column_list& columns) {
        std::string text;
        for (std::size_t column : columns)
            text += (text.empty() ? "" : ", ") + markdown_code(table.columns[column].name);
        return text;
    }

    void row(std::string_view name, std::string_view what) { ((((out_ += "| ") += name) += " | ") += what) += " |\n"; }

    void write_table(const table_def& table) {
        out_ += "\n## " + markdown_code(table.name) + "\n\n";
        if (!table.comment.empty()) out_ += markdown_plain(table.comment) + "\n\n";
        if (!table.schema_name.empty()) out_ += "In the namespace " + markdown_code(table.schema_name) + ".\n\n";
        if (table.kind == table_kind::view) out_ += "A view: " + markdown_code(query_text(table)) + "\n\n";
        if (table.kind == table_kind::materialized_view)
            out_ += "A materialized view: " + markdown_code(query_text(table)) + "\n\n";
        out_ += "| column | type | null | default | remarks |\n|---|---|---|---|---|\n";
        for (const column_def& each : table.columns) write_column(each);
        write_keys(table);
        write_partitions(table);
        write_references(table);
    }

    void write_column(const column_def& column) {
        out_ += "| " + markdown_code(column.name) + " | ";
        out_ += column.type.enum_name.empty() ? type_text(column.type) : "enum " + markdown_code(column.type.enum_name);
        out_ += column.nullable ? " | yes | " : " | | ";
        if (!column.default_value.empty()) out_ += markdown_code(expression_text(column.default_value)) + ' ';
        if (column.generated != generation::none) out_ += std::string(generation_text(column.generated)) + ' ';
        if (column.generated == generation::identity && column.identity != identity_def{})
            out_ += "from " + std::to_string(column.identity.start) + " by " +
                    std::to_string(column.identity.increment) + ' ';
        out_ += "| " + remarks(column) + (remarks(column).empty() ? "|\n" : " |\n");
    }

    static std::string remarks(const column_def& column) {
        std::string text;
        const auto add = [&](std::string_view remark) { (text += text.empty() ? "" : "; ") += remark; };
        if (!column.comment.empty()) add(markdown_plain(column.comment));
        if (!column.computed.empty()) add("computed: " + markdown_code(expression_text(column.computed)));
        if (column.collated == collation::case_insensitive) add("case ignored");
        if (column.max_length != 0) add("at most " + std::to_string(column.max_length) + " characters");
        if (column.plain_json) add("kept as plain JSON");
        if (!column.range.empty()) add(markdown_code(expression_text(column.range)));
        if (!column.enumerators.empty()) {
            std::string all;
            for (std::string_view each : column.enumerators)
                all += (all.empty() ? "one of " : ", ") + markdown_code(each);
            add(all);
        }
        return text;
    }

    void write_keys(const table_def& table) {
        if (table.primary_key.size() == 0 && table.foreign_keys.empty() && table.uniques.empty() &&
            table.checks.empty() && table.indexes.empty())
            return;
        out_ += "\n| constraint or index | |\n|---|---|\n";
        if (table.primary_key.size() != 0)
            row(markdown_code(table.primary_key_name), "primary key " + names(table, table.primary_key));
        for (const foreign_key_def& each : table.foreign_keys) row(markdown_code(each.name), reference(table, each));
        for (const unique_def& each : table.uniques)
            row(markdown_code(each.name),
                "unique " + names(table, each.columns) + (each.nulls_equal ? ", NULL equal to NULL" : ""));
        for (const check_def& each : table.checks)
            row(markdown_code(each.name), "check " + markdown_code(expression_text(each.predicate)));
        for (const index_def& each : table.indexes) row(markdown_code(each.name), index(table, each));
    }

    static std::string reference(const table_def& table, const foreign_key_def& key) {
        std::string text = "foreign key " + names(table, key.columns) + " references " + link(key.target().name) + ' ' +
                           names(key.target(), key.target_columns);
        const auto add = [&](std::string_view when, referential_action action) {
            if (action != referential_action::no_action) ((text += when) += ' ') += action_text(action);
        };
        add(", on delete", key.on_delete);
        add(", on update", key.on_update);
        if (key.deferred) text += ", checked at the end of the transaction";
        return text;
    }

    static std::string index(const table_def& table, const index_def& index) {
        std::string text = index.unique ? "unique index" : "index";
        if (index.method != index_method::btree) text += " (" + std::string(method_text(index.method)) + ')';
        std::string_view separator = " ";
        visit_terms(index, [&](ast::view term, bool descending) {
            const bool is_column = term[0].kind == ast::op::column;
            text += separator;
            text += markdown_code(is_column ? std::string(table.columns[term[0].index].name) : expression_text(term));
            if (descending) text += " descending";
            separator = ", ";
        });
        if (!index.operators.empty()) text += ", operators " + markdown_code(index.operators);
        if (index.included.size() != 0) text += ", with " + names(table, index.included);
        if (!index.predicate.empty()) text += ", where " + markdown_code(expression_text(index.predicate));
        return text;
    }

    void write_partitions(const table_def& table) {
        const partitioning_def& given = table.partitioning;
        if (given.strategy == partition_strategy::none) return;
        out_ += "\nPartitioned by " + std::string(strategy_text(given.strategy)) + " of " +
                names(table, given.columns) + ".\n\n| partition | rows |\n|---|---|\n";
        for (const partition_def& each : given.partitions)
            row(markdown_code(each.name), markdown_plain(bounds_text(given.strategy, each.bounds)));
    }

    /// Who references or reads the table.
    void write_references(const table_def& table) {
        std::string text;
        for (const table_def* other : tables_)
            if (reads(*other, table)) text += (text.empty() ? "\nRead by " : ", ") + link(other->name);
        if (!text.empty()) out_ += text + ".\n";
        text.clear();
        for (const table_def* other : tables_)
            for (const foreign_key_def& key : other->foreign_keys)
                if (key.target().name == table.name)
                    text += (text.empty() ? "\nReferenced by " : ", ") + link(other->name) + " (" +
                            names(*other, key.columns) + ')';
        if (!text.empty()) out_ += text + ".\n";
    }

    void write_notes(const std::string& heading, list_view<const ddl_note> notes) {
        out_ += "\n## " + heading + "\n\n";
        out_ += "| table | object | what | why |\n|---|---|---|---|\n";
        for (const ddl_note& each : notes) {
            out_ += "| " + link(each.table) + " | " + (each.object.empty() ? "" : markdown_code(each.object) + ' ');
            out_ += "| " + markdown_plain(each.what) + " | " + markdown_plain(each.why) + " |\n";
        }
    }

    table_list tables_;
    std::string out_;
};

} // namespace detail

/// A page with a section for every table: its columns with type, default and remarks, its constraints and indexes, and
/// who references it; at the end, what each dialect's script says otherwise and what `schema_warnings` warns of.
/// Example: std::cout << stoa::tool::markdown(stoa::tool::tables_of<library>(), "The library");
inline std::string markdown(table_list tables, std::string_view title = "Data dictionary",
                            list_view<const dialect_notes> differences = {}, list_view<const ddl_note> warnings = {}) {
    return detail::dictionary_writer(tables).write(title, differences, warnings);
}

} // namespace stoa::tool

#endif
