// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_INDEX_HPP
#define STOA_SCHEMA_INDEX_HPP

// `index(...)` in a table's definition.

#include "stoa/expression/column.hpp"
#include "stoa/expression/order.hpp"

#include <string_view>

namespace stoa {

namespace detail {

template <class T>
struct index_column {
    using column = T;
    static constexpr bool descending = false;
};

template <ast::op Op, class E>
struct index_column<ordering<Op, E>> {
    using column = E;
    static constexpr bool descending = Op == ast::op::descending;
};

} // namespace detail

template <class... Terms>
struct index_item {
    std::string_view name{};
    bool is_unique = false;

    /// Names the index; without it the name is ix_, the table's and the columns'.
    constexpr index_item named(std::string_view given) const { return {given, is_unique}; }

    /// No two rows have the same values in these columns. SQL: `CREATE UNIQUE INDEX`.
    constexpr index_item unique() const { return {name, true}; }
};

/// Columns by which rows are found fast, each ascending unless wrapped in `desc`.
/// SQL: `CREATE INDEX "ix_…" ON … (…)`.
template <class... Terms>
    requires(column_expression<typename detail::index_column<Terms>::column> && ...)
constexpr index_item<Terms...> index(Terms...) {
    return {};
}

} // namespace stoa

#endif
