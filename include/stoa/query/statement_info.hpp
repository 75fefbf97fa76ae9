// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_STATEMENT_INFO_HPP
#define STOA_QUERY_STATEMENT_INFO_HPP

// What a driver needs to know of a statement. For a static statement this is a compile-time constant, one per
// dialect, and its address is the key under which a connection keeps the prepared statement.

#include "stoa/core/list_view.hpp"
#include "stoa/schema/table_def.hpp"
#include "stoa/types/type_def.hpp"

#include <cstddef>
#include <string_view>

namespace stoa {

/// The shape of one column of a result.
struct result_column {
    type_def type;
    bool nullable = false;
    std::string_view name{};          ///< for messages; empty for an expression
    const table_def* table = nullptr; ///< it is a column of; null for an expression and what a query within gives
};

struct statement_info {
    std::string_view sql; ///< followed by a NUL
    list_view<const type_def> parameters;
    list_view<const result_column> results;
    const table_def* target = nullptr; ///< the table that is written, or read first
    bool loads = false; ///< it takes rows from the program: each execution adds one, the first `next` stores them all
    bool locks_rows = false; ///< it runs only in a transaction of the session that can write
};

/// The field that a column of a result was meant for although it comes at the place of another one, counted from 0; the
/// number of fields where it is in its place. Columns are told by their names, where both have one.
inline std::size_t swapped_field(const statement_info& info, std::size_t place, std::string_view column) {
    const std::size_t fields = info.results.size();
    if (place >= fields || info.results[place].name.empty() || info.results[place].name == column) return fields;
    for (std::size_t other = 0; other != fields; ++other)
        if (info.results[other].name == column) return other;
    return fields;
}

} // namespace stoa

#endif
