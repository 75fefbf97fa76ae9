// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_DROP_HPP
#define STOA_DDL_DROP_HPP

// DROP TABLE. Indexes go with their table.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/schema/table_def.hpp"

namespace stoa {

constexpr void write_drop_table(text_sink& out, const table_def& table) {
    out << "DROP TABLE IF EXISTS ";
    quote(out, table.name);
    out << ";\n";
}

} // namespace stoa

#endif
