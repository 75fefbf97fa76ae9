// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_TABLE_NAME_HPP
#define STOA_DIALECT_TABLE_NAME_HPP

// How a table is named wherever one is named.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/schema/table_def.hpp"

namespace stoa {

/// Writes the table's name in quotes, with its namespace where the dialect has such.
template <class Dialect>
constexpr void write_table_name(text_sink& out, const table_def& table) {
    if (Dialect::has_namespaces && !table.schema_name.empty()) {
        quote(out, table.schema_name);
        out << '.';
    }
    quote(out, table.name);
}

} // namespace stoa

#endif
