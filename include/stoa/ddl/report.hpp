// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_REPORT_HPP
#define STOA_DDL_REPORT_HPP

// What a dialect's script does not say although the definition does: no fallback is silent.

#include "stoa/ddl/kind.hpp"
#include "stoa/schema/schema.hpp"
#include "stoa/schema/table_def.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace stoa {

/// One thing that was replaced or left out of a script.
struct ddl_note {
    std::string_view table;
    std::string_view object; ///< the column, constraint or index; empty: the table itself
    std::string_view what;   ///< what happened to it
    std::string_view why;

    friend constexpr bool operator==(const ddl_note&, const ddl_note&) = default;
};

namespace detail {

/// Calls `note` with everything that `Dialect` cannot say about the table.
template <class Dialect, class Note>
constexpr void report_table(const table_def& table, Note note) {
    if (stored_kind<Dialect>(table) != table.kind)
        note(ddl_note{table.name, "", "made a table, which is filled when it is created and refreshed",
                      "there are no materialized views"});
    for (const column_def& column : table.columns) {
        if (!Dialect::has_identity_columns && column.generated == generation::identity &&
            column.identity != identity_def{})
            note(ddl_note{table.name, column.name, "counts 1, 2, 3, … from the largest key",
                          "integer primary keys have no start or increment"});
        if (!Dialect::has_comments && !column.comment.empty())
            note(ddl_note{table.name, column.name, "comment left out", "the database keeps no comments"});
    }
    for (const unique_def& key : table.uniques)
        if (!Dialect::has_nulls_not_distinct && key.nulls_equal)
            note(ddl_note{table.name, key.name, "made a unique index over expressions",
                          "there is no NULLS NOT DISTINCT"});
    for (const index_def& index : table.indexes) {
        if (!Dialect::has_index_methods && index.method != index_method::btree)
            note(ddl_note{table.name, index.name, "made an ordinary index", "indexes are of one kind only"});
        if (!Dialect::has_included_columns && index.included.size() != 0)
            note(ddl_note{table.name, index.name,
                          index.unique ? "included columns left out" : "included columns made ordinary ones",
                          "indexes have no INCLUDE"});
    }
    if (!Dialect::has_comments && !table.comment.empty())
        note(ddl_note{table.name, "", "comment left out", "the database keeps no comments"});
}

template <class Schema, class Dialect>
inline constexpr auto report = [] {
    const auto visit = [](auto note) {
        for (const table_ref& table : Schema::tables) report_table<Dialect>(table(), note);
    };
    constexpr std::size_t count = [&] {
        std::size_t n = 0;
        visit([&](const ddl_note&) { ++n; });
        return n;
    }();
    std::array<ddl_note, count> notes{};
    std::size_t n = 0;
    visit([&](const ddl_note& note) { notes[n++] = note; });
    return notes;
}();

} // namespace detail

/// Everything of `Schema` that `Dialect` replaces by something near or leaves out, as an array of `ddl_note`.
/// Example: static_assert(stoa::ddl_report<library, stoa::dialect::postgres>.empty());
template <class Schema, class Dialect>
inline constexpr const auto& ddl_report = detail::report<Schema, Dialect>;

} // namespace stoa

#endif
