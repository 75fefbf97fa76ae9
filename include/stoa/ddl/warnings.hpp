// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_WARNINGS_HPP
#define STOA_DDL_WARNINGS_HPP

// What a schema says that is allowed on every database, and most likely not meant: costs without a use.

#include "stoa/ddl/report.hpp"
#include "stoa/schema/rules.hpp"
#include "stoa/schema/schema.hpp"
#include "stoa/schema/table_def.hpp"

#include <string_view>

namespace stoa {

namespace detail {

/// The name of an index or key that finds all rows that `index` finds, and as fast; empty where there is none.
constexpr std::string_view covering_index(const table_def& table, const sorted_columns& index) {
    // A unique one has a purpose of its own; only ordered indexes find rows by their first columns.
    if (index.is_unique || index.included.size() != 0 || index.method != index_method::btree) return {};
    if (table.primary_key.size() != 0 && begins(index, {table.primary_key_name, table.primary_key}))
        return table.primary_key_name;
    for (const sorted_columns& other : sorted_indexes(table))
        if (other.is_plain && other.columns.size() > index.columns.size() && begins(index, other)) return other.name;
    return {};
}

template <class Note>
constexpr void warn_table(const table_def& table, Note note) {
    for (const sorted_columns& index : sorted_indexes(table))
        if (const std::string_view covering = covering_index(table, index); !covering.empty())
            note(ddl_note{table.name, index.name, "its columns are the first of another index or key", covering});
}

template <class Schema>
inline constexpr auto warnings = collected_notes<[](auto note) {
    for (const table_ref& table : Schema::tables) warn_table(table(), note);
}>;

} // namespace detail

/// What of `Schema` is allowed and needless, as an array of `ddl_note`: indexes whose columns are the first ones of
/// another index, unique key or primary key, in the same order; `why` is the name of that one.
/// Example: static_assert(stoa::schema_warnings<library>.empty());
/// See: docs/guide/indexes.md
template <class Schema>
inline constexpr const auto& schema_warnings = detail::warnings<Schema>;

} // namespace stoa

#endif
