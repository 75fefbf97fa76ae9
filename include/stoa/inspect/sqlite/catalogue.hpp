// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_SQLITE_CATALOGUE_HPP
#define STOA_INSPECT_SQLITE_CATALOGUE_HPP

// SQLite's catalogue: its schema table, joined with the pragmas that are table-valued functions
// (https://sqlite.org/pragma.html#pragfunc), and what only the text of the definitions tells.

#include "stoa/core/error.hpp"
#include "stoa/dialect/sqlite.hpp"
#include "stoa/driver/any_connection.hpp"
#include "stoa/inspect/catalogue.hpp"
#include "stoa/inspect/sqlite/definition.hpp"
#include "stoa/session/session.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::inspection {

namespace sqlite {

inline constexpr auto table_columns = result_of<as_text, as_text, as_number, as_number>;
inline constexpr statement_info table_query{
    "SELECT m.name, m.sql, l.strict, l.wr FROM pragma_table_list AS l JOIN main.sqlite_schema AS m ON m.name = l.name "
    "WHERE l.schema = 'main' AND l.type = 'table' AND m.type = 'table' AND m.rootpage > 0 "
    "AND substr(m.name, 1, 7) <> 'sqlite_'",
    {},
    table_columns};

// A virtual table has no root page, and might not have its module here.
inline constexpr auto column_columns = result_of<as_text, as_text, as_text, as_number, as_text, as_number, as_number>;
inline constexpr statement_info column_query{
    "SELECT m.name, x.name, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden "
    "FROM main.sqlite_schema AS m CROSS JOIN pragma_table_xinfo(m.name, 'main') AS x "
    "WHERE m.type = 'table' AND m.rootpage > 0 ORDER BY m.name, x.cid",
    {},
    column_columns};

inline constexpr auto index_columns =
    result_of<as_text, as_text, as_number, as_text, as_text, as_text, as_number, as_text>;
inline constexpr statement_info index_query{
    "SELECT m.name, i.name, i.\"unique\", i.origin, s.sql, x.name, x.\"desc\", x.coll "
    "FROM main.sqlite_schema AS m CROSS JOIN pragma_index_list(m.name, 'main') AS i "
    "CROSS JOIN pragma_index_xinfo(i.name, 'main') AS x "
    "LEFT JOIN main.sqlite_schema AS s ON s.type = 'index' AND s.name = i.name "
    "WHERE m.type = 'table' AND m.rootpage > 0 AND x.key = 1 ORDER BY m.name, i.name, x.seqno",
    {},
    index_columns};

inline constexpr auto foreign_key_columns = result_of<as_text, as_number, as_text, as_text, as_text, as_text, as_text>;
inline constexpr statement_info foreign_key_query{
    "SELECT m.name, f.id, f.\"table\", f.\"from\", f.\"to\", f.on_update, f.on_delete "
    "FROM main.sqlite_schema AS m CROSS JOIN pragma_foreign_key_list(m.name, 'main') AS f "
    "WHERE m.type = 'table' AND m.rootpage > 0 ORDER BY m.name, f.id DESC, f.seq",
    {},
    foreign_key_columns};

inline constexpr auto view_columns = result_of<as_text, as_text>;
inline constexpr statement_info view_query{
    "SELECT name, sql FROM main.sqlite_schema WHERE type = 'view'", {}, view_columns};

inline bool same_names(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](auto& x, auto& y) { return same_name(x, y); });
}

inline referential_action action_of(std::string_view text) {
    if (text == "CASCADE") return referential_action::cascade;
    if (text == "RESTRICT") return referential_action::restrict_;
    if (text == "SET NULL") return referential_action::set_null;
    if (text == "SET DEFAULT") return referential_action::set_default;
    return referential_action::no_action;
}

/// One reading of the catalogue.
template <class Session>
class reader {
public:
    explicit reader(Session& db) : db_(db) {}

    schema_info read() {
        for_each_row(db_, table_query, [&](row& each) { table(each); });
        table_finder tables(found_.tables);
        const auto of_tables = [&](const statement_info& query, auto read_one) {
            for_each_row(db_, query, [&](row& each) {
                if (table_info* const owner = tables.find(each.text())) read_one(*owner, texts_[owner->name], each);
            });
        };
        of_tables(column_query, [&](auto&... given) { column(given...); });
        of_tables(index_query, [&](auto&... given) { index(given...); });
        of_tables(foreign_key_query, [&](auto&... given) { foreign_key(given...); });
        for (table_info& each : found_.tables) complete(each, texts_[each.name]);
        for (table_info& each : found_.tables) complete_targets(each, tables);
        for_each_row(db_, view_query, [&](row& each) {
            view_info& view = found_.views.emplace_back();
            view.name = each.text();
            parse_view(each.text(), view);
        });
        return std::move(found_);
    }

private:
    /// A table's text, and what else is known of it only in passing.
    struct source {
        table_text text;
        std::vector<std::pair<std::size_t, std::string>> key; ///< primary key: place and column
        bool without_rowid = false;
        index_text index; ///< of the index whose rows arrive
    };

    void table(row& each) {
        table_info& added = found_.tables.emplace_back();
        added.name = each.text();
        source& text = texts_[added.name];
        text.text = parse_table(each.text());
        if (each.number() != 0) added.options = "STRICT";
        text.without_rowid = each.number() != 0;
        if (text.without_rowid) added.options += added.options.empty() ? "WITHOUT ROWID" : ", WITHOUT ROWID";
        added.checks = std::move(text.text.checks);
    }

    void column(table_info& owner, source& text, row& each) {
        column_info& added = owner.columns.emplace_back();
        added.name = each.text();
        added.type = each.text();
        added.nullable = each.number() == 0;
        added.default_value = one_spacing(each.text());
        if (const auto place = static_cast<std::size_t>(each.number()); place != 0)
            text.key.emplace_back(place, added.name);
        added.stored = each.number() == 3; // 2: computed when it is read
        for (column_info& written : text.text.columns) {
            if (!same_name(written.name, added.name)) continue;
            added.computed = std::move(written.computed);
            if (!same_name(written.collation, "BINARY")) added.collation = std::move(written.collation);
        }
    }

    void index(table_info& owner, source& text, row& each) {
        std::string name = each.text();
        const bool unique = each.number() != 0;
        const std::string origin = each.text();
        if (origin == "pk") return;
        if (origin == "u") {
            (void)each.text();
            last_named(owner.uniques, name).columns.push_back(each.text());
            return;
        }
        index_info& added = last_named(owner.indexes, name);
        std::string sql = each.text();
        if (added.terms.empty()) {
            text.index = parse_index(sql);
            added.unique = unique;
            added.method = "btree";
            added.predicate = text.index.predicate;
        }
        index_term_info& term = added.terms.emplace_back();
        term.column = each.text();
        if (term.column.empty() && added.terms.size() <= text.index.terms.size())
            term.expression = text.index.terms[added.terms.size() - 1];
        term.descending = each.number() != 0;
        std::string collation = each.text();
        const column_info* const column = find_by_name(owner.columns, term.column);
        const bool ordinary = column != nullptr && !column->collation.empty() ? same_name(collation, column->collation)
                                                                              : same_name(collation, "BINARY");
        if (!ordinary) term.collation = std::move(collation);
    }

    /// The keys come in the order written, because SQLite counts them backwards.
    void foreign_key(table_info& owner, source&, row& each) {
        const std::string number = std::to_string(each.number());
        foreign_key_info& key = last_named(owner.foreign_keys, number);
        key.target = each.text();
        key.columns.push_back(each.text());
        if (std::string target = each.text(); !target.empty()) key.target_columns.push_back(std::move(target));
        key.on_update = action_of(each.text());
        key.on_delete = action_of(each.text());
    }

    /// Gives constraints the names and whatever else is only written in the table's text.
    void complete(table_info& table, source& text) {
        if (!text.key.empty()) {
            std::sort(text.key.begin(), text.key.end());
            primary_key_info& key = table.primary_key.emplace();
            key.name = text.text.primary_key.name;
            for (auto& [place, column] : text.key) key.columns.push_back(std::move(column));
            identity(table, text);
        }
        for (unique_info& unique : table.uniques) {
            unique.name.clear(); // it was that of SQLite's own index
            for (unique_info& written : text.text.uniques)
                if (unique.name.empty() && same_names(written.columns, unique.columns)) unique.name = written.name;
        }
        for (std::size_t i = 0; i != table.foreign_keys.size(); ++i) {
            foreign_key_info& key = table.foreign_keys[i];
            key.name.clear(); // it was a number
            if (i >= text.text.foreign_keys.size()) continue;
            key.name = text.text.foreign_keys[i].name;
            key.checked = text.text.foreign_keys[i].checked;
        }
    }

    /// A single key declared INTEGER counts by itself (https://sqlite.org/lang_createtable.html#rowid).
    void identity(table_info& table, const source& text) {
        if (text.without_rowid || table.primary_key->columns.size() != 1) return;
        column_info& column = *find_by_name(table.columns, table.primary_key->columns[0]);
        if (same_name(column.type, "INTEGER")) column.identity.emplace().reuses_keys = !text.text.autoincrement;
    }

    /// A key that names no columns of its target means the primary key.
    void complete_targets(table_info& table, table_finder& tables) {
        for (foreign_key_info& key : table.foreign_keys) {
            if (!key.target_columns.empty()) continue;
            const table_info* const target = tables.find(key.target);
            if (target != nullptr && target->primary_key) key.target_columns = target->primary_key->columns;
        }
    }

    Session& db_;
    schema_info found_;
    std::map<std::string, source, std::less<>> texts_;
};

} // namespace sqlite

template <>
struct catalogue<dialect::sqlite> {
    template <class Session>
    static schema_info read(Session& db, namespace_list) {
        return sqlite::reader<Session>(db).read();
    }

    /// In a database in memory beside it.
    template <class Session, class F>
    static auto in_scratch(Session& db, namespace_list, F f) {
        std::unique_ptr<driver::connection> empty = db.connection().open_empty();
        if (empty == nullptr)
            raise(errc::usage,
                  "this connection cannot open an empty database of its own kind, where the wanted schema is "
                  "created to compare with. Use one of stoa's own drivers.");
        session<driver::any_connection> scratch{driver::any_connection(std::move(empty))};
        return f(scratch);
    }
};

} // namespace stoa::inspection

#endif
