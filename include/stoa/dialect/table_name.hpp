// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_TABLE_NAME_HPP
#define STOA_DIALECT_TABLE_NAME_HPP

// How a table is named wherever one is named.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/schema/table_def.hpp"

#include <string_view>

namespace stoa {

/// Writes the name in quotes of what stands in a namespace, which is left out where the dialect has none.
template <class Dialect>
constexpr void write_qualified_name(text_sink& out, std::string_view schema_name, std::string_view name) {
    if (Dialect::has_namespaces && !schema_name.empty()) {
        quote(out, schema_name);
        out << '.';
    }
    quote(out, name);
}

/// Writes the table's name in quotes, with its namespace where the dialect has such.
template <class Dialect>
constexpr void write_table_name(text_sink& out, const table_def& table) {
    write_qualified_name<Dialect>(out, table.schema_name, table.name);
}

} // namespace stoa

#endif
