// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TOOL_SCHEMA_JSON_HPP
#define STOA_TOOL_SCHEMA_JSON_HPP

// A schema's definition values as a JSON document in one canonical form: a file to keep under version control, to
// compare and to feed to other programs. docs/schema_json.md describes the format.

#include "stoa/schema/table_def.hpp"
#include "stoa/tool/detail/expression_json.hpp"
#include "stoa/tool/detail/json_writer.hpp"
#include "stoa/tool/spelling.hpp"
#include "stoa/tool/tables.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace stoa::tool {

/// Version of the format that `schema_json` writes; it grows when a reader of the last one could be misled.
inline constexpr std::int64_t schema_json_version = 1;

namespace detail {

class schema_json_writer {
public:
    std::string write(table_list tables) {
        json_.object(
            [&] {
                json_.text("format", "stoa.schema");
                json_.number("version", schema_json_version);
                json_.member("tables");
                json_.list(
                    tables, [&](const table_def* table) { write_table(*table); }, 2);
            },
            1);
        json_.raw("\n");
        return json_.take();
    }

private:
    void write_table(const table_def& table) {
        json_.object(
            [&] {
                json_.text("name", table.name);
                json_.remark("schema_name", table.schema_name);
                if (table.kind != table_kind::table) json_.text("kind", kind_text(table.kind));
                json_.remark("comment", table.comment);
                items("columns", table.columns, [&](const column_def& each) { column(table, each); });
                if (table.primary_key.size() != 0) {
                    json_.member("primary_key");
                    json_.object([&] {
                        json_.text("name", table.primary_key_name);
                        names("columns", table, table.primary_key);
                    });
                }
                items("foreign_keys", table.foreign_keys, [&](const auto& each) { foreign_key(table, each); });
                items("uniques", table.uniques, [&](const unique_def& each) { unique(table, each); });
                items("checks", table.checks, [&](const check_def& each) {
                    json_.text("name", each.name);
                    expression("predicate", table, each.predicate);
                });
                items("indexes", table.indexes, [&](const index_def& each) { index(table, each); });
                partitioning(table);
                expression("query", table, table.query);
            },
            3);
    }

    /// A list with a line for each item; none where there are no items.
    template <class Items, class Members>
    void items(std::string_view name, const Items& all, Members members) {
        if (all.empty()) return;
        json_.member(name);
        json_.list(
            all, [&](const auto& each) { json_.object([&] { members(each); }); }, 4);
    }

    void column(const table_def& table, const column_def& column) {
        json_.text("name", column.name);
        write_type(json_, column.type);
        json_.flag("nullable", column.nullable);
        if (column.collated == collation::case_insensitive) json_.text("collation", "case_insensitive");
        if (column.max_length != 0) json_.number("max_length", column.max_length);
        json_.flag("plain_json", column.plain_json);
        if (column.generated != generation::none) json_.text("generated", generation_text(column.generated));
        if (column.generated == generation::identity && column.identity != identity_def{}) {
            json_.number("start", column.identity.start);
            json_.number("increment", column.identity.increment);
        }
        if (!column.enumerators.empty()) {
            json_.member("enumerators");
            json_.list(column.enumerators, [&](std::string_view each) { json_.text(each); });
        }
        expression("default", table, column.default_value);
        expression("computed", table, column.computed);
        expression("range", table, column.range);
        json_.remark("values_name", column.values_name);
        json_.remark("length_name", column.length_name);
        json_.remark("range_name", column.range_name);
        json_.remark("comment", column.comment);
    }

    void foreign_key(const table_def& table, const foreign_key_def& key) {
        const table_def& target = key.target();
        json_.text("name", key.name);
        names("columns", table, key.columns);
        json_.text("target", target.name);
        names("target_columns", target, key.target_columns);
        action("on_delete", key.on_delete);
        action("on_update", key.on_update);
        json_.flag("deferred", key.deferred);
    }

    void action(std::string_view name, referential_action action) {
        if (action != referential_action::no_action) json_.text(name, action_text(action));
    }

    void unique(const table_def& table, const unique_def& key) {
        json_.text("name", key.name);
        names("columns", table, key.columns);
        json_.flag("nulls_equal", key.nulls_equal);
    }

    void index(const table_def& table, const index_def& index) {
        json_.text("name", index.name);
        json_.flag("unique", index.unique);
        if (index.method != index_method::btree) json_.text("method", method_text(index.method));
        json_.remark("operators", index.operators);
        json_.flag("concurrent", index.concurrent);
        json_.member("terms");
        json_.group('[', ']', 0, [&] {
            visit_terms(index, [&](ast::view term, bool descending) {
                json_.next();
                json_.object([&] {
                    expression("expression", table, term);
                    json_.flag("descending", descending);
                });
            });
        });
        if (index.included.size() != 0) names("included", table, index.included);
        expression("predicate", table, index.predicate);
    }

    void partitioning(const table_def& table) {
        const partitioning_def& given = table.partitioning;
        if (given.strategy == partition_strategy::none) return;
        json_.member("partitioning");
        json_.object([&] {
            json_.text("strategy", strategy_text(given.strategy));
            names("columns", table, given.columns);
        });
        items("partitions", given.partitions, [&](const partition_def& each) {
            json_.text("name", each.name);
            expression("bounds", table, each.bounds);
        });
    }

    void names(std::string_view name, const table_def& table, const column_list& columns) {
        json_.member(name);
        json_.list(columns, [&](std::size_t column) { json_.text(table.columns[column].name); });
    }

    void expression(std::string_view name, const table_def& table, ast::view nodes) {
        if (nodes.empty()) return;
        json_.member(name);
        write_expression(json_, table, nodes);
    }

    json_writer json_;
};

} // namespace detail

/// The definitions of `tables` as a JSON document, the same bytes from every compiler. What has its default value is
/// left out, so that a schema's document stays as it is when definitions can say more.
/// Throws: mapping_error (invalid_value) where a name, comment or literal is not UTF-8 or holds a NUL.
/// Example: std::ofstream("library.json") << stoa::tool::schema_json(stoa::tool::tables_of<library>());
inline std::string schema_json(table_list tables) {
    return detail::schema_json_writer{}.write(tables);
}

} // namespace stoa::tool

#endif
