// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_REPORT_HPP
#define STOA_DDL_REPORT_HPP

// What a dialect's script does not say although the definition does: no fallback is silent.

#include "stoa/ddl/create.hpp"
#include "stoa/ddl/kind.hpp"
#include "stoa/schema/constraint.hpp"
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
        if (!Dialect::has_enum_types && !column.type.enum_name.empty())
            note(ddl_note{table.name, column.name, "made text with a check", "there are no enumeration types"});
        if (!Dialect::has_arrays && column.type.kind == type_kind::array && !column.enumerators.empty())
            note(ddl_note{table.name, column.name, "elements are not checked", "a check cannot look into an array"});
        if (folds<Dialect>(column))
            note(ddl_note{table.name, column.name, "compared as lower(…)",
                          "no collation ignores the case of ASCII letters only"});
        if (!Dialect::has_comments && !column.comment.empty())
            note(ddl_note{table.name, column.name, "comment left out", "the database keeps no comments"});
    }
    for (const unique_def& key : table.uniques)
        if (is_index<Dialect>(table, key))
            note(ddl_note{table.name, key.name, "made a unique index over expressions",
                          !Dialect::has_nulls_not_distinct && key.nulls_equal
                              ? "there is no NULLS NOT DISTINCT"
                              : "constraints cannot compare by lower(…)"});
    for (const index_def& index : table.indexes) {
        if (!Dialect::has_arrays && has_array(table, index)) {
            note(ddl_note{table.name, index.name, "index left out", "no index looks into an array"});
            continue;
        }
        if (is_left_out<Dialect>(table, index)) {
            note(ddl_note{table.name, index.name, "left out", "there are no trigram indexes, and others do not help"});
            continue;
        }
        if (!Dialect::has_index_methods && index.method != index_method::btree && index.method != index_method::prefix)
            note(ddl_note{table.name, index.name, "made an ordinary index", "indexes are of one kind only"});
        else if (!Dialect::has_index_methods && !index.operators.empty())
            note(ddl_note{table.name, index.name, "operator class left out", "indexes have no operator classes"});
        if (!Dialect::has_concurrent_indexes && index.concurrent)
            note(ddl_note{table.name, index.name, "built while nobody else writes",
                          "building an index locks the database"});
        if (!Dialect::has_included_columns && index.included.size() != 0)
            note(ddl_note{table.name, index.name,
                          index.unique ? "included columns left out" : "included columns made ordinary ones",
                          "indexes have no INCLUDE"});
    }
    if (!Dialect::has_namespaces && !table.schema_name.empty())
        note(ddl_note{table.name, "", "namespace left out", "all tables stand in one"});
    if (!Dialect::has_partitions && table.partitioning.strategy != partition_strategy::none)
        note(ddl_note{table.name, "",
                      refuses_rows(table.partitioning) ? "partitions left out, a check refuses rows that fit none"
                                                       : "partitions left out",
                      "tables have no partitions"});
    if (!Dialect::has_comments && !table.comment.empty())
        note(ddl_note{table.name, "", "comment left out", "the database keeps no comments"});
}

/// The notes that `Visit(note)` hands to `note`, as an array.
template <auto Visit>
inline constexpr auto collected_notes = [] {
    constexpr std::size_t count = [] {
        std::size_t n = 0;
        Visit([&](const ddl_note&) { ++n; });
        return n;
    }();
    std::array<ddl_note, count> notes{};
    std::size_t n = 0;
    Visit([&](const ddl_note& note) { notes[n++] = note; });
    return notes;
}();

template <class Schema, class Dialect>
inline constexpr auto report = collected_notes<[](auto note) {
    for (const table_ref& table : Schema::tables) report_table<Dialect>(table(), note);
}>;

} // namespace detail

/// Everything of `Schema` that `Dialect` replaces by something near or leaves out, as an array of `ddl_note`.
/// Example: static_assert(stoa::ddl_report<library, stoa::dialect::postgres>.empty());
template <class Schema, class Dialect>
inline constexpr const auto& ddl_report = detail::report<Schema, Dialect>;

} // namespace stoa

#endif
