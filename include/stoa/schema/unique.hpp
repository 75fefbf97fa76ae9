// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_UNIQUE_HPP
#define STOA_SCHEMA_UNIQUE_HPP

// `unique(...)` in a table's definition.

#include "stoa/expression/column.hpp"

#include <string_view>

namespace stoa {

template <column_expression... Columns>
struct unique_item {
    std::string_view name{};
    bool nulls_equal = false;

    /// Names the constraint; without it the name is uq_, the table's and the columns'.
    constexpr unique_item named(std::string_view given) const { return {given, nulls_equal}; }

    /// Rows with NULL in the same columns count as the same. SQL: `UNIQUE NULLS NOT DISTINCT` on PostgreSQL 15, a
    /// unique index over expressions on SQLite.
    constexpr unique_item nulls_not_distinct() const { return {name, true}; }
};

/// No two rows have the same values in these columns; rows with NULL in one of them are never the same.
/// SQL: `CONSTRAINT "uq_…" UNIQUE (…)`.
template <column_expression... Columns>
constexpr unique_item<Columns...> unique(Columns...) {
    return {};
}

} // namespace stoa

#endif
