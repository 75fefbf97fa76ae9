// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_POSTGRES_CATALOGUE_HPP
#define STOA_INSPECT_POSTGRES_CATALOGUE_HPP

// PostgreSQL's catalogue as values, and a schema of its own that a rollback takes away again.

#include "stoa/dialect/postgres.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/inspect/catalogue.hpp"
#include "stoa/inspect/postgres/queries.hpp"
#include "stoa/types/guid_generator.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa::inspection {

namespace postgres {

/// Of the letters in pg_constraint (manual, 53.13).
inline referential_action action_of(std::string_view letter) {
    if (letter == "c") return referential_action::cascade;
    if (letter == "r") return referential_action::restrict_;
    if (letter == "n") return referential_action::set_null;
    if (letter == "d") return referential_action::set_default;
    return referential_action::no_action;
}

inline void read_column(table_info& table, row& each) {
    column_info& added = table.columns.emplace_back();
    added.name = each.text();
    added.type = each.text();
    added.nullable = !each.flag();
    added.collation = each.text();
    std::string expression = each.text();
    added.stored = !each.text().empty();
    (added.stored ? added.computed : added.default_value) = std::move(expression);
    const std::string identity = each.text();
    const std::int64_t start = each.number();
    const std::int64_t increment = each.number();
    if (!identity.empty()) added.identity = identity_info{start, increment, identity == "a", false};
    added.comment = each.text();
}

inline void read_constraint(table_info& table, row& each) {
    const std::string name = each.text();
    const std::string kind = each.text();
    std::string column = each.text();
    std::string target = each.text();
    std::string target_column = each.text();
    const referential_action on_delete = action_of(each.text());
    const referential_action on_update = action_of(each.text());
    const bool match_full = each.flag();
    const bool deferrable = each.flag();
    const deferral checked = each.flag() ? deferral::deferred : deferrable ? deferral::immediate : deferral::never;
    const bool validated = each.flag();
    if (kind == "p") {
        if (!table.primary_key) table.primary_key.emplace().name = name;
        table.primary_key->columns.push_back(std::move(column));
        table.primary_key->checked = checked;
    } else if (kind == "u") {
        unique_info& key = last_named(table.uniques, name);
        key.columns.push_back(std::move(column));
        key.checked = checked;
    } else if (kind == "f") {
        foreign_key_info& key = last_named(table.foreign_keys, name);
        key.columns.push_back(std::move(column));
        key.target = std::move(target);
        key.target_columns.push_back(std::move(target_column));
        key.on_delete = on_delete;
        key.on_update = on_update;
        key.match_full = match_full;
        key.checked = checked;
        key.validated = validated;
    } else {
        table.checks.push_back({name, each.text(), validated});
    }
}

/// The index of a key tells only what the key's constraint does not.
inline void complete_key(table_info& table, std::string_view name, bool nulls_equal, bool is_included,
                         std::string column) {
    if (table.primary_key && table.primary_key->name == name) {
        if (is_included) table.primary_key->included.push_back(std::move(column));
    } else if (unique_info* const key = find_by_name(table.uniques, name)) {
        key->nulls_equal = nulls_equal;
        if (is_included) key->included.push_back(std::move(column));
    }
}

inline void read_index(table_info& table, row& each) {
    const std::string name = each.text();
    const std::string key = each.text();
    const bool unique = each.flag();
    const bool nulls_equal = each.flag();
    std::string method = each.text();
    std::string predicate = each.text();
    const bool valid = each.flag();
    const bool is_included = each.flag();
    index_term_info term;
    term.column = each.text();
    term.expression = each.text();
    term.descending = each.flag();
    term.nulls_moved = each.flag() != term.descending; // of themselves they are greater than anything else
    term.collation = each.text();
    term.operators = each.text();
    if (!key.empty()) return complete_key(table, key, nulls_equal, is_included, std::move(term.column));
    index_info& index = last_named(table.indexes, name);
    index.unique = unique;
    index.nulls_equal = nulls_equal;
    index.method = std::move(method);
    index.predicate = std::move(predicate);
    index.valid = valid;
    if (is_included)
        index.included.push_back(std::move(term.column));
    else
        index.terms.push_back(std::move(term));
}

inline void read_partition(table_info& table, row& each) {
    partition_info& added = table.partitions.emplace_back();
    added.name = each.text();
    added.bounds = each.text();
}

/// Without the semicolon and the spaces around the query.
inline std::string trimmed(std::string text) {
    text.erase(text.find_last_not_of("; \n") + 1);
    text.erase(0, text.find_first_not_of(" \n"));
    return text;
}

template <class Session>
schema_info read(Session& db, namespace_list namespaces) {
    const list_literal<std::string> names(namespaces);
    const auto bind = [&](auto& next) { next(names); };
    schema_info found;
    for_each_row(db, table_query, bind, [&](row& each) {
        table_info& added = found.tables.emplace_back();
        added.name = each.text();
        added.schema_name = each.text();
        added.options = each.text();
        added.comment = each.text();
        const bool materialized = each.flag();
        if (std::string definition = trimmed(each.text()); !definition.empty())
            found.views.push_back(
                {qualified_name(added), std::move(definition), materialized, added.comment, {}, {}, added.options});
    });
    table_finder tables(found.tables);
    const auto of_tables = [&](const statement_info& query, void (*read_one)(table_info&, row&)) {
        for_each_row(db, query, bind, [&](row& each) {
            if (table_info* const owner = tables.find(each.text())) read_one(*owner, each);
        });
    };
    of_tables(column_query, &read_column);
    of_tables(constraint_query, &read_constraint);
    of_tables(index_query, &read_index);
    of_tables(partition_query, &read_partition);
    for (view_info& view : found.views) {
        const auto is_view = [&](const table_info& each) { return qualified_name(each) == view.name; };
        table_info& table = *std::find_if(found.tables.begin(), found.tables.end(), is_view);
        view.columns = std::move(table.columns);
        view.indexes = std::move(table.indexes);
        std::erase_if(found.tables, is_view);
    }
    for_each_row(db, enum_query, [&](row& each) {
        enum_info& added = last_named(found.enums, each.text());
        added.values.push_back(each.text());
    });
    return found;
}

/// A schema nobody has, first in the search path of the current transaction. What was found there before is still
/// found behind it: types, operator classes, functions. Those of `namespaces` that exist make way for empty ones; where
/// one of these now comes first, it is where tables go.
inline std::string enter_schema(const std::string& name, namespace_list namespaces) {
    return write_text([&](text_sink& out) {
        std::string wanted = "''";
        for (std::size_t i = 0; i != namespaces.size(); ++i) {
            const std::string text = write_text([&](text_sink& quoted) { quote_text(quoted, namespaces[i]); });
            const std::string id = write_text([&](text_sink& quoted) { quote(quoted, namespaces[i]); });
            out << "DO $stoa$ BEGIN IF EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = " << text
                << ") THEN ALTER SCHEMA " << id << " RENAME TO \"" << name << '_' << std::to_string(i)
                << "\"; END IF; END $stoa$; CREATE SCHEMA " << id << "; ";
            wanted += ", " + text;
        }
        out << "CREATE SCHEMA \"" << name << "\"; SELECT set_config('search_path', CASE WHEN current_schema() IN ("
            << wanted << ") THEN '' ELSE '\"" << name
            << "\"' || CASE current_setting('search_path') WHEN '' THEN '' ELSE ', ' END END "
               "|| current_setting('search_path'), true)";
    });
}

/// Leaves a transaction that is to be rolled back without having failed.
struct leave_scratch {};

} // namespace postgres

template <>
struct catalogue<dialect::postgres> {
    template <class Session>
    static schema_info read(Session& db, namespace_list namespaces) {
        return postgres::read(db, namespaces);
    }

    /// In a schema of its own, inside a transaction or savepoint that is rolled back.
    template <class Session, class F>
    static auto in_scratch(Session& db, namespace_list namespaces, F f) {
        std::optional<std::invoke_result_t<F&, Session&>> result;
        try {
            db.transaction([&] {
                db.execute(postgres::enter_schema("stoa_scratch_" + to_string(make_guid_v4()), namespaces));
                result.emplace(f(db));
                throw postgres::leave_scratch{};
            });
        } catch (const postgres::leave_scratch&) {}
        return std::move(*result);
    }
};

} // namespace stoa::inspection

#endif
