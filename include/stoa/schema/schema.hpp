// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_SCHEMA_HPP
#define STOA_SCHEMA_SCHEMA_HPP

// A set of tables that belong together, in an order in which every table comes behind those it references.

#include "stoa/reflection/record.hpp"
#include "stoa/schema/table.hpp"

#include <array>
#include <cstddef>

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

template <std::size_t N>
constexpr bool references_only(const std::array<table_ref, N>& tables) {
    for (table_ref table : tables)
        for (const foreign_key_def& key : table().foreign_keys) {
            bool found = false;
            for (table_ref other : tables) found = found || other == key.target;
            if (!found) return false;
        }
    return true;
}

} // namespace detail

/// The tables of some records. Order does not matter: `tables` is sorted by foreign keys, records that do not depend
/// on one another in the order given.
template <record... Records>
struct schema {
private:
    static constexpr std::array<table_ref, sizeof...(Records)> given{&table_of<Records>...};
    static constexpr auto order = detail::dependency_order(given);

public:
    static constexpr std::size_t size = sizeof...(Records);

    static_assert(detail::references_only(given),
                  "stoa[E307]: a table of this schema references a table that is not part of it. Add its record to the schema.");
    static_assert(size == 0 || order[size - 1] != size,
                  "stoa[E308]: the foreign keys of this schema form a cycle, so that no table can be created first.");

    /// The tables, each behind those it references.
    static constexpr auto tables = [] {
        std::array<table_ref, size> sorted{};
        for (std::size_t i = 0; i != size; ++i) sorted[i] = given[order[i]];
        return sorted;
    }();
};

} // namespace stoa

#endif
