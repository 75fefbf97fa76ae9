// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_DROP_HPP
#define STOA_DDL_DROP_HPP

// DROP TABLE and DROP VIEW. Indexes go with their table.

#include "stoa/core/text_sink.hpp"
#include "stoa/ddl/kind.hpp"
#include "stoa/dialect/quote.hpp"
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
            quote(out, table.name);
            out << " DROP CONSTRAINT IF EXISTS ";
            quote(out, table.foreign_keys[key].name);
            out << ";\n";
        }
    }
}

template <class Dialect>
constexpr void write_drop(text_sink& out, const table_def& table) {
    out << "DROP " << kind_words<Dialect>(table) << " IF EXISTS ";
    quote(out, table.name);
    out << ";\n";
}

} // namespace stoa

#endif
