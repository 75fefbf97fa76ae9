// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_CHANGE_RULES_HPP
#define STOA_QUERY_CHANGE_RULES_HPP

// What the changes of one statement inside a document must not do: lie in one another, so that which one comes first
// would matter.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <string_view>

namespace stoa::detail {

/// Of two places, one from the end can be any from the beginning.
constexpr bool can_be_same_step(const ast::node& a, const ast::node& b) {
    if (a.type.kind != b.type.kind) return false;
    if (a.type.kind == type_kind::text) return a.text == b.text;
    return a.integer == b.integer || (a.integer < 0) != (b.integer < 0);
}

/// Whether one of two changes, of which one is inside a document, changes what the other does as well. A change of the
/// whole document has no steps.
constexpr bool overlap(ast::view nodes, std::size_t a, std::size_t b) {
    const bool in_document = nodes[a].kind == ast::op::assign_path || nodes[b].kind == ast::op::assign_path;
    if (!in_document || nodes[a + 1].index != nodes[b + 1].index) return false;
    const std::size_t common = nodes[a].arity < nodes[b].arity ? nodes[a].arity : nodes[b].arity;
    for (std::size_t n = 2; n < common; ++n)
        if (!can_be_same_step(nodes[ast::child(nodes, a, n)], nodes[ast::child(nodes, b, n)])) return false;
    return true;
}

/// The first change that overlaps with one before it; 0 where there is none.
constexpr std::size_t overlapping_change(ast::view nodes) {
    std::size_t found = 0;
    for (std::size_t at = 0; at != nodes.size(); ++at) {
        if (nodes[at].kind != ast::op::update && nodes[at].kind != ast::op::conflict) continue;
        const std::size_t list = ast::child(nodes, at, nodes[at].kind == ast::op::update ? 0 : 1);
        ast::for_each_child(nodes, list, [&](std::size_t change) {
            for (std::size_t before = list + 1; before != change; before += nodes[before].extent)
                if (found == 0 && overlap(nodes, change, before)) found = change;
        });
    }
    return found;
}

template <fixed_string Column>
struct require_changes_apart {
    static_assert(
        Column.size() == 0,
        "stoa[E267]: a statement changes a place in the document of this column, and the whole of it or of what "
        "the place is in as well. Change one of them, or use two statements.");
    static constexpr bool value = true;
};

/// Whether the changes of the statement lie apart; `Nodes` has it as a constant `value`.
template <class Nodes>
consteval bool changes_lie_apart() {
    constexpr std::size_t found = overlapping_change(Nodes::value);
    if constexpr (found != 0) {
        constexpr const ast::node& column = Nodes::value[found + 1];
        constexpr std::string_view name = column.table().columns[column.index].name;
        return require_changes_apart<fixed_string<name.size()>::copy_of(name)>::value;
    }
    return true;
}

} // namespace stoa::detail

#endif
