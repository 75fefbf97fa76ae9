// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_SCHEMA_RULES_HPP
#define STOA_SCHEMA_SCHEMA_RULES_HPP

// What tables of one schema must satisfy together, in the style of rules.hpp. These are checked for a whole schema,
// because a table may be defined before one that it references.

#include "stoa/core/fixed_string.hpp"
#include "stoa/core/list_view.hpp"
#include "stoa/schema/rules.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace stoa::detail {

/// A foreign key at fault, by the names of its table and its own.
struct foreign_key_name {
    std::string_view table;
    std::string_view key;
};

/// Whether the lists have the same columns, in any order.
constexpr bool same_columns(const column_list& a, const column_list& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t each : a) {
        bool found = false;
        for (std::size_t other : b) found = found || each == other;
        if (!found) return false;
    }
    return true;
}

/// Whether no two rows of the table can have the same values in these columns, and a foreign key may rely on it.
constexpr bool is_referable(const table_def& table, const column_list& columns) {
    if (table.kind != table_kind::table) return false;
    if (same_columns(table.primary_key, columns)) return true;
    for (const unique_def& key : table.uniques)
        if (is_plain_key(table, key) && same_columns(key.columns, columns)) return true;
    for (const index_def& index : table.indexes) {
        if (!index.unique || !index.predicate.empty()) continue;
        bool has_expressions = false;
        for (std::size_t at = 1; at < index.terms.size(); at += index.terms[at].extent)
            has_expressions = has_expressions || index.terms[at + 1].kind != ast::op::column;
        if (!has_expressions && same_columns(index.columns, columns)) return true;
    }
    return false;
}

/// The first foreign key that references something else than a key; empty where there is none.
constexpr foreign_key_name key_to_no_key(list_view<const table_ref> tables) {
    for (const table_ref& table : tables)
        for (const foreign_key_def& key : table().foreign_keys)
            if (!is_referable(key.target(), key.target_columns)) return {table().name, key.name};
    return {};
}

/// The first foreign key that references columns that ignore case.
constexpr foreign_key_name key_to_column_ignoring_case(list_view<const table_ref> tables) {
    for (const table_ref& table : tables)
        for (const foreign_key_def& key : table().foreign_keys)
            if (ignores_case(key.target(), key.target_columns)) return {table().name, key.name};
    return {};
}

/// A name that two tables, partitions or indexes of the schema have; primary and unique keys are indexes too on
/// PostgreSQL (manual, 55.11 pg_class).
constexpr std::string_view repeated_schema_name(list_view<const table_ref> tables) {
    std::vector<std::string_view> names;
    for (const table_ref& ref : tables) {
        const table_def& table = ref();
        names.push_back(table.name);
        if (!table.primary_key_name.empty()) names.push_back(table.primary_key_name);
        for (const unique_def& key : table.uniques) names.push_back(key.name);
        for (const index_def& index : table.indexes) names.push_back(index.name);
        for (const partition_def& partition : table.partitioning.partitions) names.push_back(partition.name);
    }
    // A hash table, because compilers limit the steps of a constant evaluation.
    std::vector<std::string_view> places(2 * names.size() + 1);
    for (std::string_view name : names) {
        std::uint32_t hash = 2166136261U;
        for (char c : name) hash = (hash ^ static_cast<unsigned char>(lower_case(c))) * 16777619U;
        std::size_t place = hash % places.size();
        for (; !places[place].empty(); place = (place + 1) % places.size())
            if (same_identifier(places[place], name)) return name;
        places[place] = name;
    }
    return {};
}

template <fixed_string Table, fixed_string ForeignKey>
struct require_referenced_key {
    static_assert(ForeignKey.size() == 0,
                  "stoa[E315]: a foreign key references columns that are neither the primary key nor a unique key of "
                  "their table, or those of a view, which has none. Reference the key of a table, or make the columns "
                  "one with unique(...).");
    static constexpr bool value = true;
};

template <fixed_string Table, fixed_string ForeignKey>
struct require_exact_target {
    static_assert(ForeignKey.size() == 0,
                  "stoa[E327]: a foreign key references a column that ignores case, which keys of not every database "
                  "can. Keep the column binary, or reference another one.");
    static constexpr bool value = true;
};

template <fixed_string Name>
struct require_distinct_schema_names {
    static_assert(Name.size() == 0,
                  "stoa[E317]: two tables or indexes of this schema have the same name, upper and lower case counting "
                  "as one, partitions as tables, and primary and unique keys as indexes. Give one of them another "
                  "name.");
    static constexpr bool value = true;
};

/// Whether tables satisfy the rules together; does not compile where they do not.
template <const auto& Tables>
inline constexpr bool obey_rules_together = [] {
    constexpr foreign_key_name stray = key_to_no_key(Tables);
    constexpr foreign_key_name inexact = key_to_column_ignoring_case(Tables);
    constexpr std::string_view repeated = repeated_schema_name(Tables);
    return require_referenced_key<fixed_string<stray.table.size()>::copy_of(stray.table),
                                  fixed_string<stray.key.size()>::copy_of(stray.key)>::value &&
           require_exact_target<fixed_string<inexact.table.size()>::copy_of(inexact.table),
                                fixed_string<inexact.key.size()>::copy_of(inexact.key)>::value &&
           require_distinct_schema_names<fixed_string<repeated.size()>::copy_of(repeated)>::value;
}();

} // namespace stoa::detail

#endif
