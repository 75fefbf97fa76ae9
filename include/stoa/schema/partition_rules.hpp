// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_PARTITION_RULES_HPP
#define STOA_SCHEMA_PARTITION_RULES_HPP

// What the partitions of a table must satisfy, in the style of rules.hpp (PostgreSQL manual, 5.11.2.3 Limitations, and
// CREATE TABLE).

#include "stoa/core/fixed_string.hpp"
#include "stoa/schema/rules.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <string_view>

namespace stoa::detail {

/// Whether the partition key is among the columns, so that two rows with the same values are in one partition.
constexpr bool has_partition_key(const table_def& table, const column_list& columns) {
    for (std::size_t wanted : table.partitioning.columns) {
        bool found = false;
        for (std::size_t column : columns) found = found || column == wanted;
        if (!found) return false;
    }
    return true;
}

/// The first key or unique index without the partition key; like all of these functions, empty where there is none.
constexpr std::string_view key_across_partitions(const table_def& table) {
    if (table.primary_key.size() != 0 && !has_partition_key(table, table.primary_key)) return table.primary_key_name;
    for (const unique_def& key : table.uniques)
        if (!has_partition_key(table, key.columns)) return key.name;
    for (const index_def& index : table.indexes)
        if (index.unique && !has_partition_key(table, index.columns)) return index.name;
    return {};
}

/// A computed column in the partition key: a row is told to its partition before the column is computed.
constexpr std::string_view computed_partition_column(const table_def& table) {
    for (std::size_t column : table.partitioning.columns)
        if (!table.columns[column].computed.empty()) return table.columns[column].name;
    return {};
}

/// The table, where it is partitioned but has no partition.
constexpr std::string_view without_partitions(const table_def& table) {
    const partitioning_def& given = table.partitioning;
    return given.strategy != partition_strategy::none && given.partitions.empty() ? table.name : std::string_view();
}

constexpr std::string_view repeated_partition(const table_def& table) {
    const auto& all = table.partitioning.partitions;
    for (std::size_t i = 0; i != all.size(); ++i) {
        if (same_identifier(all[i].name, table.name)) return all[i].name;
        for (std::size_t before = 0; before != i; ++before)
            if (same_identifier(all[i].name, all[before].name)) return all[i].name;
    }
    return {};
}

/// In the order every database has for the column's type.
constexpr bool is_less(const ast::node& a, const ast::node& b) {
    switch (a.type.kind) {
    case type_kind::float32:
    case type_kind::float64: return a.real < b.real;
    case type_kind::text: return a.text < b.text;
    case type_kind::guid: return a.id < b.id;
    default: return a.integer < b.integer;
    }
}

/// Whether some value is in both ranges, of which none is empty.
constexpr bool ranges_overlap(ast::view a, ast::view b) {
    const auto begins_before_end_of = [](ast::view x, ast::view y) {
        return x[1].kind == ast::op::none || y[2].kind == ast::op::none || is_less(x[1], y[2]);
    };
    return begins_before_end_of(a, b) && begins_before_end_of(b, a);
}

/// Whether a value is in both lists.
constexpr bool lists_overlap(ast::view a, ast::view b) {
    for (const ast::node& x : a.subspan(1))
        for (const ast::node& y : b.subspan(1))
            if (!is_less(x, y) && !is_less(y, x)) return true;
    return false;
}

/// Whether no row, or one row twice, can be in the partition.
constexpr bool is_impossible(partition_strategy strategy, ast::view bounds) {
    if (strategy == partition_strategy::range)
        return bounds[1].kind != ast::op::none && bounds[2].kind != ast::op::none && !is_less(bounds[1], bounds[2]);
    for (std::size_t i = 1; i != bounds.size(); ++i) // each value and those before it, as lists
        if (lists_overlap(bounds.first(i), bounds.subspan(i - 1, 2))) return true;
    return false;
}

/// The first partition that can have no rows, or one that could be in another as well; also a second default one.
constexpr std::string_view overlapping_partition(const table_def& table) {
    const partitioning_def& given = table.partitioning;
    if (given.strategy == partition_strategy::hash) return {};
    for (std::size_t i = 0; i != given.partitions.size(); ++i) {
        const ast::view bounds = given.partitions[i].bounds;
        if (!bounds.empty() && is_impossible(given.strategy, bounds)) return given.partitions[i].name;
        for (std::size_t before = 0; before != i; ++before) {
            const ast::view other = given.partitions[before].bounds;
            if (bounds.empty() != other.empty()) continue;
            if (bounds.empty() || (given.strategy == partition_strategy::range ? ranges_overlap(bounds, other)
                                                                               : lists_overlap(bounds, other)))
                return given.partitions[i].name;
        }
    }
    return {};
}

template <class Record, fixed_string Key>
struct require_partition_key {
    static_assert(Key.size() == 0,
                  "stoa[E320]: a primary key, unique key or unique index of a partitioned table does not have all "
                  "columns of the partition key, and uniqueness is only checked within a partition. Add the columns "
                  "to the key, or partition by columns of it.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Column>
struct require_stored_partition_key {
    static_assert(Column.size() == 0,
                  "stoa[E320]: a table is partitioned by a computed column, which has no value yet when a row is "
                  "told to its partition. Partition by the columns it is computed from.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Table>
struct require_partitions {
    static_assert(Table.size() == 0,
                  "stoa[E329]: a partitioned table has no partitions, so that no row fits. Add some with "
                  "partition(...) or default_partition(...), those of a hash with partitions(...).");
    static constexpr bool value = true;
};

template <class Record, fixed_string Partition>
struct require_distinct_partition {
    static_assert(Partition.size() == 0,
                  "stoa[E329]: a partition has the name of another one or of the table. Give it another name.");
    static constexpr bool value = true;
};

template <class Record, fixed_string Partition>
struct require_separate_partitions {
    static_assert(
        Partition.size() == 0,
        "stoa[E329]: the bounds of this partition are empty, repeat a value, or overlap with those of another "
        "partition; there is one default partition at most. A range begins at its first bound and ends "
        "before the second, which is larger.");
    static constexpr bool value = true;
};

/// Whether the partitions of a table satisfy the rules; does not compile where they do not.
template <class Record, const table_def& Table>
inline constexpr bool obeys_partition_rules = keeps_all<
    Record, Table, rule<require_partitions, &without_partitions>,
    rule<require_stored_partition_key, &computed_partition_column>, rule<require_partition_key, &key_across_partitions>,
    rule<require_distinct_partition, &repeated_partition>, rule<require_separate_partitions, &overlapping_partition>>();

} // namespace stoa::detail

#endif
