// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_ENUM_RULES_HPP
#define STOA_SCHEMA_ENUM_RULES_HPP

// The enumeration types of tables' columns, and what they must satisfy, in the style of rules.hpp.

#include "stoa/core/fixed_string.hpp"
#include "stoa/core/list_view.hpp"
#include "stoa/schema/rules.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace stoa::detail {

/// PostgreSQL finds its own types before those of any schema (manual, 5.9.5 The System Catalog Schema); their names as
/// of version 15 that could be an enumeration's.
constexpr bool is_built_in_type(std::string_view name) {
    for (std::string_view each :
         {"aclitem",  "any",       "anyarray", "anyelement", "anyenum",   "anynonarray",   "anyrange",
          "bit",      "bool",      "box",      "bpchar",     "bytea",     "char",          "cid",
          "cidr",     "circle",    "cstring",  "date",       "daterange", "event_trigger", "float4",
          "float8",   "gtsvector", "inet",     "int2",       "int4",      "int8",          "internal",
          "interval", "json",      "jsonb",    "jsonpath",   "line",      "lseg",          "macaddr",
          "macaddr8", "money",     "name",     "numeric",    "numrange",  "oid",           "path",
          "point",    "polygon",   "record",   "refcursor",  "regclass",  "regproc",       "regrole",
          "regtype",  "text",      "tid",      "time",       "timestamp", "timestamptz",   "timetz",
          "trigger",  "tsquery",   "tsrange",  "tstzrange",  "tsvector",  "txid_snapshot", "unknown",
          "uuid",     "varbit",    "varchar",  "void",       "xid",       "xid8",          "xml"})
        if (same_identifier(name, each)) return true;
    return false;
}

/// The first column whose enumeration type has a name that it cannot have.
constexpr std::string_view column_of_unusable_enum(const table_def& table) {
    for (const column_def& column : table.columns)
        if (const std::string_view name = column.type.enum_name;
            !name.empty() && (is_unusable_name(name) || is_built_in_type(name)))
            return column.name;
    return {};
}

/// The first column whose enumeration type has an enumerator that PostgreSQL refuses (manual, 8.7.4).
constexpr std::string_view column_of_long_enumerator(const table_def& table) {
    for (const column_def& column : table.columns)
        for (std::string_view each : column.enumerators)
            if (!column.type.enum_name.empty() && each.size() > identifier::max_size) return column.name;
    return {};
}

/// Calls `use(enum_def)` with the enumeration type of every column that has one.
template <class Use>
constexpr void visit_enums(list_view<const table_ref> tables, Use use) {
    for (const table_ref& table : tables)
        for (const column_def& column : table().columns)
            if (!column.type.enum_name.empty()) use(enum_def{column.type.enum_name, column.enumerators});
}

/// The distinct enumeration types of the tables' columns, in the order of the columns.
constexpr std::vector<enum_def> enums_of(list_view<const table_ref> tables) {
    std::vector<enum_def> all;
    visit_enums(tables, [&](const enum_def& each) {
        for (const enum_def& other : all)
            if (other.name == each.name) return;
        all.push_back(each);
    });
    return all;
}

/// The name of an enumeration type that columns list different enumerators for.
constexpr std::string_view ambiguous_enum(list_view<const table_ref> tables) {
    std::string_view found;
    const std::vector<enum_def> all = enums_of(tables);
    visit_enums(tables, [&](const enum_def& each) {
        for (const enum_def& first : all) {
            if (first.name != each.name) continue;
            bool same = first.enumerators.size() == each.enumerators.size();
            for (std::size_t i = 0; same && i != each.enumerators.size(); ++i)
                same = first.enumerators[i] == each.enumerators[i];
            if (!same) found = each.name;
        }
    });
    return found;
}

/// The name of an enumeration type that a table has as well: each table is a type too (PostgreSQL manual, CREATE
/// TABLE).
constexpr std::string_view enum_named_like_table(list_view<const table_ref> tables) {
    for (const enum_def& each : enums_of(tables))
        for (const table_ref& table : tables)
            if (same_identifier(each.name, table().name)) return each.name;
    return {};
}

template <class Record, fixed_string Column>
struct require_usable_enum_name {
    static_assert(
        Column.size() == 0,
        "stoa[E110]: the native_enum name of this column's enumeration is that of a type that a database "
        "has itself, is longer than 63 bytes, or begins with sqlite_ or pg_, which are reserved. Choose another "
        "name.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Column>
struct require_short_enumerators {
    static_assert(Column.size() == 0,
                  "stoa[E111]: an enumerator of this column's native_enum has a name longer than 63 bytes, which no "
                  "enumeration type can hold. Shorten it, or leave native_enum out: as text it has no limit.");
    static constexpr bool value = true;
};

template <fixed_string Type>
struct require_one_enum {
    static_assert(Type.size() == 0,
                  "stoa[E325]: two enumerations of this schema have the same native_enum name, but not the same "
                  "enumerators in the same order. Give one of them another name.");
    static constexpr bool value = true;
};

template <fixed_string Type>
struct require_enum_unlike_tables {
    static_assert(Type.size() == 0,
                  "stoa[E331]: an enumeration's native_enum name is also that of a table of this schema, and a table "
                  "is a type too. Give one of them another name.");
    static constexpr bool value = true;
};

/// Whether a table's enumeration types satisfy the rules; does not compile where they do not.
template <class Record, const table_def& Table>
inline constexpr bool has_usable_enums =
    keeps_all<Record, Table, rule<require_usable_enum_name, &column_of_unusable_enum>,
              rule<require_short_enumerators, &column_of_long_enumerator>>();

/// The same for those of several tables together.
template <const auto& Tables>
inline constexpr bool have_distinct_enums = [] {
    constexpr std::string_view ambiguous = ambiguous_enum(Tables);
    constexpr std::string_view like_table = enum_named_like_table(Tables);
    return require_one_enum<fixed_string<ambiguous.size()>::copy_of(ambiguous)>::value &&
           require_enum_unlike_tables<fixed_string<like_table.size()>::copy_of(like_table)>::value;
}();

} // namespace stoa::detail

#endif
