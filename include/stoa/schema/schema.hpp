// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_SCHEMA_HPP
#define STOA_SCHEMA_SCHEMA_HPP

// A set of tables that belong together, in an order in which every table comes behind those it references.

#include "stoa/core/fixed_string.hpp"
#include "stoa/core/list_view.hpp"
#include "stoa/reflection/record.hpp"
#include "stoa/schema/enum_rules.hpp"
#include "stoa/schema/schema_rules.hpp"
#include "stoa/schema/table.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa {

namespace detail {

/// Whether foreign keys and queries lead from the table at `start` back to it, by way of tables that are not placed.
template <std::size_t N>
constexpr bool leads_to_itself(const std::array<table_ref, N>& tables, const std::array<bool, N>& placed,
                               std::size_t start) {
    std::array<bool, N> reached{};
    std::array<std::size_t, N + 1> waiting{start};
    for (std::size_t taken = 0, count = 1; taken != count; ++taken)
        for (std::size_t other = 0; other != N; ++other) {
            if (other == waiting[taken] || placed[other] || reached[other]) continue;
            if (!depends_on(tables[waiting[taken]](), tables[other])) continue;
            if (other == start) return true;
            reached[other] = true;
            waiting[count++] = other;
        }
    return false;
}

/// Positions of `tables` such that foreign keys and queries look back as far as they can: where they form a cycle, the
/// first table of it in the order given goes first.
template <std::size_t N>
constexpr std::array<std::size_t, N> dependency_order(const std::array<table_ref, N>& tables) {
    std::array<std::size_t, N> order{};
    std::array<bool, N> placed{};
    const auto is_ready = [&](std::size_t candidate) {
        for (std::size_t other = 0; other != N; ++other)
            if (other != candidate && !placed[other] && depends_on(tables[candidate](), tables[other])) return false;
        return true;
    };
    for (std::size_t& next : order) {
        std::size_t chosen = N;
        for (std::size_t candidate = 0; candidate != N && chosen == N; ++candidate)
            if (!placed[candidate] && is_ready(candidate)) chosen = candidate;
        for (std::size_t candidate = 0; candidate != N && chosen == N; ++candidate)
            if (!placed[candidate] && leads_to_itself(tables, placed, candidate)) chosen = candidate;
        next = chosen;
        placed[chosen] = true;
    }
    return order;
}

/// The foreign keys of table `at` that reference a table behind it, one bit each.
template <std::size_t N>
constexpr key_set forward_keys(const std::array<table_ref, N>& tables, std::size_t at) {
    key_set keys;
    const auto& all = tables[at]().foreign_keys;
    for (std::size_t key = 0; key != all.size(); ++key)
        for (std::size_t later = at + 1; later < N; ++later)
            if (all[key].target == tables[later]) keys.add(key);
    return keys;
}

/// One of `tables`, and what it references or reads that is none of them; empty where there is none.
template <std::size_t N>
constexpr std::pair<table_ref, table_ref> missing_target(const std::array<table_ref, N>& tables) {
    std::pair<table_ref, table_ref> stray;
    for (table_ref table : tables)
        visit_dependencies(table(), [&](table_ref target) {
            bool found = bool(stray.first);
            for (table_ref other : tables) found = found || other == target;
            if (!found) stray = {table, target};
        });
    return stray;
}

/// The name of a view whose rows come from itself, maybe by way of others; empty where there is none.
template <std::size_t N>
constexpr std::string_view endless_view(const std::array<table_ref, N>& sorted) {
    for (std::size_t at = 0; at != N; ++at)
        for (std::size_t later = at; later != N && sorted[at]().kind != table_kind::table; ++later)
            if (depends_on(sorted[at](), sorted[later])) return sorted[at]().name;
    return {};
}

/// The distinct namespaces of the tables, in the order of the tables.
constexpr std::vector<std::string_view> namespaces_of(list_view<const table_ref> tables) {
    std::vector<std::string_view> all;
    for (const table_ref& table : tables) {
        bool is_new = !table().schema_name.empty();
        for (std::string_view other : all) is_new = is_new && other != table().schema_name;
        if (is_new) all.push_back(table().schema_name);
    }
    return all;
}

/// What `Make(tables)` lists, as an array.
template <auto Make, const auto& Tables>
inline constexpr auto listed = [] {
    constexpr std::size_t count = Make(Tables).size();
    std::array<typename decltype(Make(Tables))::value_type, count> all{};
    const auto made = Make(Tables);
    for (std::size_t i = 0; i != all.size(); ++i) all[i] = made[i];
    return all;
}();

template <fixed_string View>
struct require_view_of_others {
    static_assert(View.size() == 0,
                  "stoa[E332]: the query of this view reads the view itself, or another view that does. Read tables, "
                  "and views that read tables.");
    static constexpr bool value = true;
};

template <fixed_string Table, fixed_string Missing>
struct require_table_in_schema {
    static_assert(Missing.size() == 0,
                  "stoa[E307]: a table of this schema references, or a view of it reads, a table that is not part of "
                  "it. Add its record to the schema.");
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

} // namespace detail

/// The tables and views of some records. Order does not matter: `tables` is sorted by foreign keys and by what views
/// read, records that do not depend on one another in the order given. Keys may form cycles.
template <record... Records>
struct schema {
private:
    static constexpr std::array<table_ref, sizeof...(Records)> given{
        table_ref{&table_of<Records>, record_name<Records>}...};
    static constexpr auto order = detail::dependency_order(given);
    static constexpr auto stray = detail::missing_target(given);

public:
    static constexpr std::size_t size = sizeof...(Records);

    static_assert(
        detail::require_table_in_schema<detail::name_of_table<bool(stray.first), stray.first.get>(),
                                        detail::name_of_table<bool(stray.second), stray.second.get>()>::value);
    static_assert(detail::obey_rules_together<given>);
    static_assert(detail::have_distinct_enums<given>);

    /// The tables, each behind those it references or reads, but for `forward_keys`.
    static constexpr auto tables = [] {
        std::array<table_ref, size> sorted{};
        for (std::size_t i = 0; i != size; ++i) sorted[i] = given[order[i]];
        return sorted;
    }();

private:
    static constexpr std::string_view endless = detail::endless_view(tables);
    static_assert(detail::require_view_of_others<fixed_string<endless.size()>::copy_of(endless)>::value);

public:
    /// For each table its foreign keys that reference a table behind it; there are some only where keys form a cycle.
    static constexpr auto forward_keys = [] {
        std::array<key_set, size> keys{};
        for (std::size_t i = 0; i != size; ++i) keys[i] = detail::forward_keys(tables, i);
        return keys;
    }();

    static constexpr bool has_forward_keys = [] {
        bool has = false;
        for (const key_set& keys : forward_keys) has = has || !keys.empty();
        return has;
    }();

    /// The enumeration types and the namespaces that the tables need, each once.
    static constexpr const auto& enums = detail::listed<&detail::enums_of, given>;
    static constexpr const auto& namespaces = detail::listed<&detail::namespaces_of, given>;
};

} // namespace stoa

#endif
