// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_LOCK_RULES_HPP
#define STOA_QUERY_LOCK_RULES_HPP

// Which queries can lock rows: those whose rows are rows of tables (PostgreSQL manual, SELECT, The Locking Clause).

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/query/grouping.hpp"
#include "stoa/query/statement_rules.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa::detail {

constexpr bool is_locking(const ast::node& node) {
    return node.kind == ast::op::select && node.index != static_cast<std::uint16_t>(ast::row_lock::none);
}

/// What is wrong with the locks of a statement.
struct lock_faults {
    bool within = false;    ///< a query within another
    bool computed = false;  ///< the rows are groups, numbered, or told apart
    std::size_t source = 0; ///< what has no rows to lock
    bool stranger = false;  ///< the table whose rows are wanted is not part of the query

    constexpr lock_faults() = default;
    constexpr explicit lock_faults(ast::view nodes) {
        for (std::size_t at = 1; at != nodes.size(); ++at) within = within || is_locking(nodes[at]);
        if (within || !is_locking(nodes[0])) return;
        using parts = ast::select_part;
        const auto part = [&](std::size_t which) { return ast::child(nodes, 0, which); };
        computed = nodes[0].distinct;
        for (std::size_t which : {parts::group_by, parts::having, parts::distinct_on})
            computed = computed || nodes[part(which)].kind != ast::op::none;
        for (std::size_t which : {parts::projection, parts::order_by})
            computed = computed || has_aggregate(nodes, part(which)) || has_window(nodes, part(which));
        bool found = !nodes[0].table;
        ast::for_each_child(nodes, part(parts::from), [&](std::size_t place) {
            const std::size_t bare = nodes[place].kind == ast::op::join ? place + 1 : place;
            const ast::node& each = nodes[bare];
            if (nodes[0].table && (each.table != nodes[0].table || !each.alias.empty())) return;
            found = true;
            const bool has_rows = each.kind == ast::op::table && each.table().kind == table_kind::table;
            if (source == 0 && (!has_rows || can_be_missing(nodes, place))) source = bare;
        });
        stranger = !found;
    }

    constexpr bool operator==(const lock_faults&) const = default;

private:
    static constexpr bool has_window(ast::view nodes, std::size_t at) {
        if (nodes[at].kind == ast::op::select) return false;
        bool found = nodes[at].kind == ast::op::window;
        ast::for_each_child(nodes, at, [&](std::size_t child) { found = found || has_window(nodes, child); });
        return found;
    }

    /// Whether an outer join can leave out the row of the source at `place`: its own, or a later one.
    static constexpr bool can_be_missing(ast::view nodes, std::size_t place) {
        bool missing = false;
        ast::for_each_child(nodes, ast::child(nodes, 0, ast::select_part::from), [&](std::size_t other) {
            if (nodes[other].kind != ast::op::join || other < place) return;
            const auto kind = static_cast<ast::join_kind>(nodes[other].index);
            missing = missing || kind == ast::join_kind::full ||
                      kind == (other == place ? ast::join_kind::left : ast::join_kind::right);
        });
        return missing;
    }
};

template <bool Computed, bool Stranger>
struct require_rows_to_lock {
    static_assert(
        !Computed,
        "stoa[E280]: rows are locked as they stand in their tables, and this query groups, counts, numbers or "
        "merges them. Lock them with a query of their own, and compute from its rows.");
    static_assert(!Stranger, "stoa[E280]: for_update_of names a table that is not part of the query. Join it, or name "
                             "one that is.");
    static constexpr bool value = true;
};

template <fixed_string Source>
struct require_table_to_lock {
    static_assert(Source.size() == 0,
                  "stoa[E280]: this has no rows to lock: it is a query or a view, or an outer join can leave it out. "
                  "Lock the rows of one table, for_update_of<record>(), or read the tables themselves.");
    static constexpr bool value = true;
};

template <bool Within>
struct require_lock_outside {
    static_assert(!Within,
                  "stoa[E281]: only the outermost query locks rows: of one within a statement or a view, or of "
                  "half a set operation, nobody could say which are. Lock them with a query of their own, in "
                  "the same transaction.");
    static constexpr bool value = true;
};

/// Whether the statement locks rows only where there are some; `Nodes` has it as a constant `value`.
template <class Nodes>
consteval bool locks_well() {
    constexpr lock_faults found(Nodes::value);
    if constexpr (found.source != 0) {
        constexpr std::string_view name = culprit_name(Nodes::value[found.source]);
        return require_table_to_lock<fixed_string<name.size()>::copy_of(name)>::value;
    } else {
        return require_lock_outside<found.within>::value && require_rows_to_lock<found.computed, found.stranger>::value;
    }
}

} // namespace stoa::detail

#endif
