// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_SCHEMA_HPP
#define STOA_SCHEMA_SCHEMA_HPP

// A set of tables that belong together, in an order in which every table comes behind those it references.

#include "stoa/core/fixed_string.hpp"
#include "stoa/reflection/record.hpp"
#include "stoa/schema/table.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace stoa {

namespace detail {

/// Positions of `tables` such that foreign keys only look back; what is left over in a cycle keeps the value N.
template <std::size_t N>
constexpr std::array<std::size_t, N> dependency_order(const std::array<table_ref, N>& tables) {
    std::array<std::size_t, N> order{};
    std::array<bool, N> placed{};
    for (std::size_t& place : order) place = N;
    for (std::size_t next = 0; next != N; ++next) {
        for (std::size_t candidate = 0; candidate != N && order[next] == N; ++candidate) {
            if (placed[candidate]) continue;
            bool ready = true;
            for (const foreign_key_def& key : tables[candidate]().foreign_keys)
                for (std::size_t other = 0; other != N; ++other)
                    if (other != candidate && !placed[other] && key.target == tables[other]) ready = false;
            if (ready) order[next] = candidate;
        }
        if (order[next] == N) return order;
        placed[order[next]] = true;
    }
    return order;
}

/// A foreign key of one of `tables` that references none of them; empty where there is none.
template <std::size_t N>
constexpr std::pair<table_ref, table_ref> missing_target(const std::array<table_ref, N>& tables) {
    for (table_ref table : tables)
        for (const foreign_key_def& key : table().foreign_keys) {
            bool found = false;
            for (table_ref other : tables) found = found || other == key.target;
            if (!found) return {table, key.target};
        }
    return {};
}

template <fixed_string Table, fixed_string Missing>
struct require_table_in_schema {
    static_assert(Missing.size() == 0,
                  "stoa[E307]: a table of this schema references a table that is not part of it. Add "
                  "its record to the schema.");
    static constexpr bool value = true;
};

template <fixed_string Table>
struct require_dependency_order {
    static_assert(Table.size() == 0,
                  "stoa[E308]: the foreign keys of this schema form a cycle through this table, so that "
                  "no table can be created first. Leave one of them out of the definitions, and add it "
                  "with a script of your own.");
    static constexpr bool value = true;
};

/// The table's name as a template argument, empty where it is not known.
template <bool Known, const table_def& (*Table)()>
consteval auto name_of_table() {
    if constexpr (Known) {
        constexpr std::string_view name = Table().name;
        return fixed_string<name.size()>::copy_of(name);
    } else {
        return fixed_string<0>{};
    }
}

/// The first table without a place in `order`, if any.
template <std::size_t N>
constexpr table_ref unplaced_table(const std::array<table_ref, N>& tables, const std::array<std::size_t, N>& order) {
    for (std::size_t i = 0; i != N; ++i) {
        bool placed = false;
        for (std::size_t place : order) placed = placed || place == i;
        if (!placed) return tables[i];
    }
    return {};
}

} // namespace detail

/// The tables of some records. Order does not matter: `tables` is sorted by foreign keys, records that do not depend
/// on one another in the order given.
template <record... Records>
struct schema {
private:
    static constexpr std::array<table_ref, sizeof...(Records)> given{table_ref{&table_of<Records>, record_name<Records>}...};
    static constexpr auto order = detail::dependency_order(given);
    static constexpr auto stray = detail::missing_target(given);
    static constexpr table_ref unplaced = detail::unplaced_table(given, order);

public:
    static constexpr std::size_t size = sizeof...(Records);

    static_assert(detail::require_table_in_schema<detail::name_of_table<bool(stray.first), stray.first.get>(),
                                                  detail::name_of_table<bool(stray.second), stray.second.get>()>::value);
    static_assert(detail::require_dependency_order<detail::name_of_table<bool(unplaced), unplaced.get>()>::value);

    /// The tables, each behind those it references.
    static constexpr auto tables = [] {
        std::array<table_ref, size> sorted{};
        for (std::size_t i = 0; i != size; ++i) sorted[i] = given[order[i]];
        return sorted;
    }();
};

} // namespace stoa

#endif
