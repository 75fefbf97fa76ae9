// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_DROP_HPP
#define STOA_DDL_DROP_HPP

// DROP TABLE, DROP VIEW and DROP TYPE. Indexes go with their table.

#include "stoa/core/text_sink.hpp"
#include "stoa/ddl/create.hpp"
#include "stoa/ddl/kind.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/dialect/table_name.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>

namespace stoa {

/// Writes what must come before the tables of a cycle of foreign keys can be dropped one by one: the keys that look
/// forward go first or, where a key cannot be dropped, none is checked before the transaction ends.
template <class Dialect, class Tables, class Keys>
constexpr void write_break_cycles(text_sink& out, const Tables& tables, const Keys& forward) {
    for (std::size_t i = 0; i != tables.size(); ++i) {
        if (forward[i].empty()) continue;
        if (Dialect::has_forward_references) {
            out << Dialect::defer_all_keys << ";\n";
            return;
        }
        const table_def& table = tables[i]();
        for (std::size_t key = 0; key != table.foreign_keys.size(); ++key) {
            if (!forward[i].has(key)) continue;
            out << "ALTER TABLE IF EXISTS ";
            write_table_name<Dialect>(out, table);
            out << " DROP CONSTRAINT IF EXISTS ";
            quote(out, table.foreign_keys[key].name);
            out << ";\n";
        }
    }
}

template <class Dialect>
constexpr void write_drop(text_sink& out, const table_def& table) {
    out << "DROP " << kind_words<Dialect>(table) << " IF EXISTS ";
    write_table_name<Dialect>(out, table);
    out << ";\n";
}

/// Writes the statements that drop enumeration types, which no table may use any more.
template <class Dialect, class Enums>
constexpr void write_drop_enums(text_sink& out, const Enums& enums) {
    if (!Dialect::has_enum_types) return;
    for (const enum_def& each : enums) {
        out << "DROP TYPE IF EXISTS ";
        quote(out, each.name);
        out << ";\n";
    }
}

/// Whether a table in front of the one at `at` references it.
template <class Tables, class Keys>
constexpr bool is_referenced_forward(const Tables& tables, const Keys& forward, std::size_t at) {
    for (std::size_t i = 0; i != at; ++i)
        for (std::size_t key = 0; key != tables[i]().foreign_keys.size(); ++key)
            if (forward[i].has(key) && tables[i]().foreign_keys[key].target == tables[at]) return true;
    return false;
}

/// Writes what drops all tables, those first that reference others. Where a key of a cycle cannot be dropped, an empty
/// table without keys of its own takes the place of one that is still referenced: the rows that go with another table
/// may be of a table that needs it (https://sqlite.org/foreignkeys.html, section 5).
template <class Dialect, class Tables, class Keys>
constexpr void write_drop_tables(text_sink& out, const Tables& tables, const Keys& forward) {
    write_break_cycles<Dialect>(out, tables, forward);
    const auto has_stand_in = [&](std::size_t at) {
        return Dialect::has_forward_references && is_referenced_forward(tables, forward, at);
    };
    for (std::size_t i = tables.size(); i != 0; --i) {
        write_drop<Dialect>(out, tables[i - 1]());
        if (!has_stand_in(i - 1)) continue;
        table_def stand_in = tables[i - 1]();
        stand_in.foreign_keys = {};
        stand_in.checks = {};
        write_create_table<Dialect>(out, stand_in);
    }
    for (std::size_t i = tables.size(); i != 0; --i)
        if (has_stand_in(i - 1)) write_drop<Dialect>(out, tables[i - 1]());
}

} // namespace stoa

#endif
