// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_PARTITION_HPP
#define STOA_SCHEMA_PARTITION_HPP

// `partition_by_range`, `partition_by_list` and `partition_by_hash` in a table's definition: rows are kept in several
// tables under one name where a database can do that (PostgreSQL manual, 5.11 Table Partitioning).

#include "stoa/core/error.hpp"
#include "stoa/core/pack.hpp"
#include "stoa/expression/column.hpp"
#include "stoa/expression/comparison.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/schema/foreign_key.hpp"
#include "stoa/schema/table_def.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

/// As the first bound of a range: there is none, so that all smaller values are in it.
struct minvalue_t {};
inline constexpr minvalue_t minvalue{};

/// As the second bound of a range: there is none, so that all larger values are in it.
struct maxvalue_t {};
inline constexpr maxvalue_t maxvalue{};

namespace detail {

/// The end of a range that has none.
struct open_bound {
    static constexpr void emit(ast::builder& nodes, const open_bound&) { nodes.leaf({}); }
};

/// A partition with its bounds; the default partition has none.
template <class... Bounds>
struct bounded_partition {
    std::string_view name;
    pack<Bounds...> bounds;

    constexpr void emit(ast::builder& nodes) const {
        if constexpr (sizeof...(Bounds) != 0) {
            const std::size_t place = nodes.open({.kind = ast::op::list});
            bounds.each([&]<class Bound>(const Bound& bound) { Bound::emit(nodes, bound); });
            nodes.close(place, sizeof...(Bounds));
        }
    }
    /// Calls `add(name, has_bounds)`; no name: one that follows from the table's.
    template <class Add>
    constexpr void visit(Add add) const {
        add(name, sizeof...(Bounds) != 0);
    }
};

/// All partitions of a hash.
template <std::size_t Names>
struct hash_partitions {
    std::size_t count;
    std::array<std::string_view, Names> names{};

    constexpr void emit(ast::builder& nodes) const {
        for (std::size_t remainder = 0; remainder != count; ++remainder) {
            const std::size_t place = nodes.open({.kind = ast::op::list});
            for (std::size_t value : {count, remainder})
                nodes.leaf({.kind = ast::op::literal, .integer = static_cast<std::int64_t>(value)});
            nodes.close(place, 2);
        }
    }
    template <class Add>
    constexpr void visit(Add add) const {
        for (std::size_t i = 0; i != count; ++i) add(Names == 0 ? std::string_view() : names[i], true);
    }
};

/// A bound in the column's own type.
template <class Column, class Value>
constexpr auto partition_bound(Value&& value) {
    using type = typename Column::value_type;
    static_assert(!expression<Value>,
                  "stoa[E329]: the bound of a partition is a value, not an expression over columns.");
    if constexpr (number<type>) {
        if (!has_equal<type>(value)) raise(errc::out_of_range, "the column's C++ type does not have this bound.");
        return literal<type>{static_cast<type>(value)};
    } else {
        return as_operand<type>(std::forward<Value>(value));
    }
}

template <class Column, class Value>
concept from_bound = std::is_same_v<std::remove_cvref_t<Value>, minvalue_t> || ordered<Column, Value>;

template <class Column, class Value>
concept to_bound = std::is_same_v<std::remove_cvref_t<Value>, maxvalue_t> || ordered<Column, Value>;

template <class Column, class Value>
constexpr auto range_bound(Value&& value) {
    using given = std::remove_cvref_t<Value>;
    if constexpr (std::is_same_v<given, minvalue_t> || std::is_same_v<given, maxvalue_t>)
        return open_bound{};
    else
        return partition_bound<Column>(std::forward<Value>(value));
}

} // namespace detail

template <partition_strategy Strategy, class Columns, class... Parts>
struct partition_item;

template <partition_strategy Strategy, class First, class... Columns, class... Parts>
struct partition_item<Strategy, detail::columns<First, Columns...>, Parts...> {
    detail::pack<Parts...> parts;

    /// The rows whose value is at least `from` and less than `to`. SQL: `FOR VALUES FROM (…) TO (…)`.
    template <class From, class To>
        requires(Strategy == partition_strategy::range)
    constexpr auto partition(std::string_view name, From&& from, To&& to) const
        requires detail::from_bound<First, From> && detail::to_bound<First, To>
    {
        return bounded(name, detail::range_bound<First>(std::forward<From>(from)),
                       detail::range_bound<First>(std::forward<To>(to)));
    }

    /// The rows with one of these values. SQL: `FOR VALUES IN (…)`.
    template <class Value, class... Values>
        requires(Strategy == partition_strategy::list)
    constexpr auto partition(std::string_view name, Value&& value, Values&&... values) const
        requires comparable<First, Value> && (comparable<First, Values> && ...)
    {
        return bounded(name, detail::partition_bound<First>(std::forward<Value>(value)),
                       detail::partition_bound<First>(std::forward<Values>(values))...);
    }

    /// The rows that fit no other partition, those with NULL among them. Without it such rows are refused
    /// (check_violation). SQL: `DEFAULT`.
    constexpr auto default_partition(std::string_view name) const
        requires(Strategy != partition_strategy::hash)
    {
        return bounded(name);
    }

    /// So many partitions with about as many rows each, named like the table with _0, _1, … behind it.
    /// SQL: `FOR VALUES WITH (MODULUS …, REMAINDER …)`.
    constexpr auto partitions(std::size_t count) const
        requires(Strategy == partition_strategy::hash)
    {
        return with(detail::hash_partitions<0>{count});
    }

    /// The same with names of their own.
    template <std::convertible_to<std::string_view>... Names>
        requires(Strategy == partition_strategy::hash && sizeof...(Names) != 0)
    constexpr auto partitions(const Names&... names) const {
        return with(detail::hash_partitions<sizeof...(Names)>{sizeof...(Names), {names...}});
    }

private:
    template <class... Bounds>
    constexpr auto bounded(std::string_view name, Bounds... bounds) const {
        return with(detail::bounded_partition<Bounds...>{name, {{bounds}...}});
    }

    template <class Added>
    constexpr auto with(Added added) const {
        return partition_item<Strategy, detail::columns<First, Columns...>, Parts..., Added>{
            parts.with(std::move(added))};
    }
};

/// Keeps rows apart by ranges of a column's values. Where there are no partitions the table is an ordinary one.
/// SQL: `PARTITION BY RANGE (…)` on PostgreSQL.
/// Example: partition_by_range(col<&event::at>).partition("events_2026", first, last).default_partition("events_rest")
template <column_expression Column>
constexpr partition_item<partition_strategy::range, detail::columns<Column>> partition_by_range(Column) {
    return {};
}

/// Keeps rows apart by lists of a column's values. SQL: `PARTITION BY LIST (…)` on PostgreSQL.
/// Example: partition_by_list(col<&event::kind>).partition("events_seen", kind::opened, kind::closed)
template <column_expression Column>
constexpr partition_item<partition_strategy::list, detail::columns<Column>> partition_by_list(Column) {
    return {};
}

/// Spreads rows evenly by a hash of some columns. SQL: `PARTITION BY HASH (…)` on PostgreSQL.
/// Example: partition_by_hash(col<&event::id>).partitions(4)
template <column_expression First, column_expression... Columns>
constexpr partition_item<partition_strategy::hash, detail::columns<First, Columns...>> partition_by_hash(First,
                                                                                                         Columns...) {
    return {};
}

namespace detail {

template <partition_strategy Strategy, class Columns, class... Parts>
constexpr void emit_item(ast::builder& nodes, const partition_item<Strategy, Columns, Parts...>& item) {
    item.parts.each([&](const auto& part) { part.emit(nodes); });
}

/// Calls `add(name, has_bounds)` for every partition of an item, in the order of emission; no other item has any.
template <partition_strategy Strategy, class Columns, class... Parts, class Add>
constexpr void visit_partitions(const partition_item<Strategy, Columns, Parts...>& item, Add add) {
    item.parts.each([&](const auto& part) { part.visit(add); });
}
template <class Item, class Add>
constexpr void visit_partitions(const Item&, Add) {}

template <class Items>
constexpr std::size_t count_partitions(const Items& items) {
    std::size_t count = 0;
    items.each([&](const auto& item) { visit_partitions(item, [&](std::string_view, bool) { ++count; }); });
    return count;
}

} // namespace detail
} // namespace stoa

#endif
