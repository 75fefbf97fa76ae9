// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_FOREIGN_KEY_HPP
#define STOA_DRIVER_SQLITE_DETAIL_FOREIGN_KEY_HPP

// SQLite says "FOREIGN KEY constraint failed" and no more (https://sqlite.org/foreignkeys.html). Which key it was is
// found out afterwards: from the schema if only one can be meant, else by running the statement again with its keys
// deferred, inside a savepoint that is always rolled back, and asking the database which key is violated now.
// That question reads the referring tables from beginning to end; it is asked on this path only.

#include "stoa/core/error.hpp"
#include "stoa/driver/sqlite/detail/constraint_name.hpp"
#include "stoa/query/statement_info.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stoa::sqlite::detail {

/// A foreign key as SQLite reports it. `number` is its place in PRAGMA foreign_key_list.
struct listed_key {
    std::string table;
    std::int64_t number = 0;
    std::string parent;
    std::vector<std::string> columns;
    std::string on_update;
    std::string on_delete;
};

/// Whether two table names are the same to SQLite, which ignores ASCII case.
inline bool same_table(const std::string& a, const std::string& b) noexcept {
    return sqlite3_stricmp(a.c_str(), b.c_str()) == 0;
}

inline std::vector<listed_key> list_foreign_keys(sqlite3* database) {
    std::vector<listed_key> keys;
    own_query query(database, "SELECT m.name, k.id, k.\"table\", k.\"from\", k.on_update, k.on_delete "
                              "FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k "
                              "WHERE m.type = 'table' ORDER BY m.rowid, k.id DESC, k.seq");
    while (query.next()) {
        const std::string table = query.text(0);
        if (keys.empty() || keys.back().table != table || keys.back().number != query.integer(1))
            keys.push_back({table, query.integer(1), query.text(2), {}, query.text(4), query.text(5)});
        keys.back().columns.push_back(query.text(3));
    }
    return keys;
}

enum class change { insert, update, delete_, anything };

/// What the statement does to its target; `anything` when in doubt.
inline change change_of(std::string_view sql) noexcept {
    if (sql.starts_with("INSERT INTO") && sql.find("ON CONFLICT") == sql.npos) return change::insert;
    if (sql.starts_with("UPDATE")) return change::update;
    if (sql.starts_with("DELETE")) return change::delete_;
    return change::anything;
}

/// The keys a change of `target` can violate, cascades included: more than the right ones, never fewer.
inline std::vector<listed_key> violable_keys(sqlite3* database, const std::string& target, change kind) {
    const std::vector<listed_key> all = list_foreign_keys(database);
    if (own_query triggers(database, "SELECT 1 FROM sqlite_master WHERE type = 'trigger' LIMIT 1"); triggers.next())
        return all; // a trigger may write to any table

    std::vector<char> meant(all.size(), 0); // a vector of bool costs a compiler as much as ten others
    std::vector<std::string> changed{target};
    const auto is_changed = [&](const std::string& table) {
        for (const std::string& other : changed)
            if (same_table(table, other)) return true;
        return false;
    };
    for (std::size_t t = 0; t != changed.size(); ++t) {
        const bool deleted = t == 0 && kind == change::delete_;
        const bool inserted = t == 0 && kind == change::insert;
        for (std::size_t k = 0; k != all.size(); ++k) {
            if (!deleted && same_table(all[k].table, changed[t])) meant[k] = 1;
            if (inserted || !same_table(all[k].parent, changed[t])) continue;
            const std::string_view action = deleted ? all[k].on_delete : std::string_view("unknown");
            if (action != "CASCADE" && action != "SET NULL") meant[k] = 1;
            if (action != "NO ACTION" && action != "RESTRICT" && !is_changed(all[k].table))
                changed.push_back(all[k].table);
        }
    }
    std::vector<listed_key> found;
    for (std::size_t k = 0; k != all.size(); ++k)
        if (meant[k] != 0) found.push_back(all[k]);
    return found;
}

/// How many rows violate each of `keys`, in their order.
inline std::vector<std::int64_t> count_violations(sqlite3* database, const std::vector<listed_key>& keys) {
    std::vector<std::int64_t> counts(keys.size(), 0);
    for (std::size_t k = 0; k != keys.size(); ++k) {
        if (k != 0 && keys[k].table == keys[k - 1].table) continue; // keys of one table stand side by side
        own_query query(database, "SELECT fkid, count(*) FROM pragma_foreign_key_check(?1) GROUP BY fkid");
        query.with(keys[k].table);
        while (query.next())
            for (std::size_t i = 0; i != keys.size(); ++i)
                if (keys[i].table == keys[k].table && keys[i].number == query.integer(0)) counts[i] = query.integer(1);
    }
    return counts;
}

/// Runs `failed` once more, with the values it is bound to, and undoes it. The counts are of the state in between.
inline std::vector<std::int64_t> count_in_rehearsal(sqlite3* database, sqlite3_stmt* failed,
                                                    const std::vector<listed_key>& keys) {
    std::vector<std::int64_t> counts;
    const bool deferred = [&] {
        own_query setting(database, "PRAGMA defer_foreign_keys");
        return setting.next() && setting.integer(0) != 0;
    }();
    if (!run(database, "SAVEPOINT stoa_rehearsal")) return counts;
    if (run(database, "PRAGMA defer_foreign_keys = ON")) {
        int code = SQLITE_ROW;
        while (code == SQLITE_ROW) code = sqlite3_step(failed);
        if (code == SQLITE_DONE) counts = count_violations(database, keys);
        sqlite3_reset(failed);
    }
    // In this order: the rollback takes back the count of open violations, which the pragma would only forget.
    run(database, "ROLLBACK TO stoa_rehearsal");
    if (!deferred) run(database, "PRAGMA defer_foreign_keys = OFF");
    run(database, "RELEASE stoa_rehearsal");
    return counts;
}

/// Completes `info` with the foreign key that refused `failed`, a statement that has been reset. Leaves it as it is
/// when the key cannot be told.
inline void name_foreign_key(sqlite3* database, sqlite3_stmt* failed, const statement_info& statement,
                             error_info& info) {
    if (statement.target == nullptr) return;
    const std::string target(statement.target->name);
    const std::vector<listed_key> keys = violable_keys(database, target, change_of(statement.sql));
    std::size_t culprit = 0;
    if (keys.size() != 1) {
        const std::vector<std::int64_t> rehearsed = count_in_rehearsal(database, failed, keys);
        const auto first_above = [&](const std::vector<std::int64_t>& before) {
            for (std::size_t k = 0; k != rehearsed.size(); ++k)
                if (rehearsed[k] > before[k]) return k;
            return keys.size();
        };
        culprit = first_above(std::vector<std::int64_t>(keys.size(), 0));
        std::size_t violated = 0;
        for (const std::int64_t count : rehearsed) violated += count > 0 ? 1U : 0U;
        if (violated > 1) culprit = first_above(count_violations(database, keys)); // some were violated before
        if (culprit == keys.size()) return;
    }

    const listed_key& key = keys[culprit];
    info.constraint.table = key.table;
    info.constraint.columns = key.columns;
    if (key.table == target) info.constraint.name = defined_foreign_key(*statement.target, key.columns);
    if (info.constraint.name.empty())
        info.constraint.name = declared_name(database, key.table, "FOREIGN KEY", key.columns);
    info.message = "a row of " + in_quotes(key.table) + " would refer to a row of " + in_quotes(key.parent) +
                   " that does not exist. Insert the row of " + in_quotes(key.parent) +
                   " first, or delete the rows that refer to it first.";
}

} // namespace stoa::sqlite::detail

#endif
