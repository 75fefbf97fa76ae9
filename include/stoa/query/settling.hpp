// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_SETTLING_HPP
#define STOA_QUERY_SETTLING_HPP

// What a statement says about its rows that no expression can say by itself: whether an outer join or a grouping can
// leave a value NULL, and which values the rows of several groupings carry.

#include "stoa/core/list_view.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/expression/grouping_sets.hpp"
#include "stoa/query/scope.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace stoa::detail {

/// Whether an operation is NULL as soon as an operand is.
constexpr bool passes_null(ast::op kind) {
    switch (kind) {
    case ast::op::equal:
    case ast::op::not_equal:
    case ast::op::less:
    case ast::op::less_equal:
    case ast::op::greater:
    case ast::op::greater_equal:
    case ast::op::and_:
    case ast::op::or_:
    case ast::op::not_:
    case ast::op::between:
    case ast::op::like:
    case ast::op::in_list:
    case ast::op::in_query:
    case ast::op::row:
    case ast::op::add:
    case ast::op::subtract:
    case ast::op::multiply:
    case ast::op::divide:
    case ast::op::modulo:
    case ast::op::negate:
    case ast::op::cardinality:
    case ast::op::contains: return true;
    default: return false;
    }
}

/// Whether a call gives back one of its first operand's values, and so NULL only where that can be.
constexpr bool passes_first_null(const ast::node& node) {
    if (node.kind == ast::op::window || node.kind == ast::op::filter) return true;
    if (node.kind != ast::op::call) return false;
    const auto function = static_cast<ast::function>(node.index);
    return function == ast::function::first_value || function == ast::function::last_value;
}

/// The list of what a query selects.
constexpr std::size_t projection_of(ast::view nodes, std::size_t query) {
    while (nodes[query].kind == ast::op::compound) ++query;
    return ast::child(nodes, query, ast::select_part::projection);
}

constexpr void settle_call(list_view<ast::node> nodes, std::size_t at) {
    const ast::null_rule rule = null_rule_of(static_cast<ast::function>(nodes[at].index));
    if (rule == ast::null_rule::never) return;
    const std::size_t arguments = nodes[at].arity;
    std::size_t n = 0;
    bool any = false;
    bool all = true;
    ast::for_each_child(nodes, at, [&](std::size_t argument) {
        const bool is_condition = rule == ast::null_rule::values && n % 2 == 0 && n + 1 != arguments;
        ++n;
        any = any || (nodes[argument].nullable && !is_condition);
        all = all && nodes[argument].nullable;
    });
    if (rule == ast::null_rule::all_arguments ? all && arguments != 0 : any) nodes[at].nullable = true;
}

/// A column of a compound query can be NULL where it can in either half.
constexpr void settle_compound(list_view<ast::node> nodes, std::size_t at) {
    std::size_t left = projection_of(nodes, at);
    std::size_t right = projection_of(nodes, ast::child(nodes, at, 1));
    const std::size_t columns = nodes[left].arity;
    if (nodes[right].arity != columns) return;
    ++left;
    ++right;
    for (std::size_t n = 0; n != columns; ++n) {
        nodes[left].nullable = nodes[left].nullable || nodes[right].nullable;
        left += nodes[left].extent;
        right += nodes[right].extent;
    }
}

/// Marks an operation that can be NULL since its operands can.
constexpr void settle(list_view<ast::node> nodes, std::size_t at) {
    ast::node& node = nodes[at];
    if (node.kind == ast::op::compound) {
        settle_compound(nodes, at);
    } else if (node.kind == ast::op::call) {
        settle_call(nodes, at);
    } else if (node.kind == ast::op::window || node.kind == ast::op::filter) {
        node.nullable = node.nullable || nodes[at + 1].nullable;
    } else if (passes_null(node.kind)) {
        ast::for_each_child(nodes, at,
                            [&](std::size_t child) { node.nullable = node.nullable || nodes[child].nullable; });
    } else if (passes_first_null(node)) {
        node.nullable = node.nullable || nodes[at + 1].nullable;
    }
}

/// Numbers what the rows of a select by grouping sets carry from the groups to what is made of them: what is grouped
/// by, `grouping`, and aggregates. Grouped by in not every set, it can be NULL.
class carrying : public scope_walk<carrying> {
public:
    /// `around` are the scopes of the select at `select`, `last` what others have numbered so far.
    constexpr carrying(list_view<ast::node> nodes, const scopes& around, std::size_t select, std::uint16_t last)
        : scope_walk(nodes, around), changed_(nodes), groups_(ast::child(nodes, select, ast::select_part::group_by)),
          always_(ast::grouped_always(nodes, groups_)), last_(last) {}

    constexpr std::uint16_t last() const { return last_; }

private:
    friend scope_walk;
    friend class settling;

    constexpr void visit(std::size_t at) {
        const ast::node& node = nodes_[at];
        const bool is_own = scopes_.depth() == depth_;
        if (is_own && ast::bit_of(nodes_, groups_, at) != 0) {
            carry(at);
        } else if (node.kind == ast::op::column) {
            const scopes::finding place = scopes_.find(node);
            if (place.found && place.depth == depth_) carry(at);
        } else if (is_own && is_of_groups(at)) {
            carry(at);
        } else if (is_own && node.kind == ast::op::window) {
            for_each_operand(nodes_, at, [this](std::size_t operand) { visit(operand); });
            if (nodes_[at + 1].kind == ast::op::filter) settle(changed_, at + 2);
            settle(changed_, at + 1);
            settle(changed_, at);
        } else {
            scope_walk::visit(at);
        }
    }

    constexpr void leave(std::size_t at) { settle(changed_, at); }

    constexpr bool is_of_groups(std::size_t at) const {
        const ast::node& node = nodes_[at];
        return node.kind == ast::op::grouping || ast::is_aggregate(node) ||
               (node.kind == ast::op::filter && ast::is_aggregate(nodes_[at + 1]));
    }

    constexpr void carry(std::size_t at) {
        ast::node& node = changed_[at];
        if (const ast::grouping_mask bit = ast::bit_of(nodes_, groups_, at); bit != 0)
            node.nullable = node.nullable || (always_ & bit) == 0;
        for (const std::size_t other : carried_)
            if (ast::same_expression(nodes_, other, at)) {
                node.carried = nodes_[other].carried;
                return;
            }
        node.carried = ++last_;
        carried_.push_back(at);
    }

    list_view<ast::node> changed_;
    std::size_t groups_;
    ast::grouping_mask always_;
    std::size_t depth_ = scopes_.depth();
    std::vector<std::size_t> carried_; // one of each number
    std::uint16_t last_;
};

/// Marks what can be NULL in this statement though it cannot by itself, and finds the first column whose table is not
/// part of the statement.
class settling : public scope_walk<settling> {
public:
    constexpr explicit settling(list_view<ast::node> nodes)
        : scope_walk(nodes), changed_(nodes), stray_(nodes.size()) {}

    /// The number of nodes where there is none.
    constexpr std::size_t stray_column() const { return stray_; }

private:
    friend scope_walk;

    constexpr void leave(std::size_t at) {
        ast::node& node = changed_[at];
        if (node.kind == ast::op::column) {
            const scopes::finding place = scopes_.find(node);
            if (!place.found && at < stray_) stray_ = at;
            node.outer = place.outer;
            node.derived = place.found && !place.table;
            node.nullable = node.nullable || place.outer;
        } else if (node.kind == ast::op::select) {
            group(at);
        } else {
            settle(changed_, at);
        }
    }

    constexpr void group(std::size_t select) {
        using parts = ast::select_part;
        const std::size_t groups = ast::child(nodes_, select, parts::group_by);
        if (!ast::has_grouping_sets(nodes_, groups)) return;
        scopes_.enter(select);
        carrying walk(changed_, scopes_, select, carried_);
        for (std::size_t part : {parts::projection, parts::having, parts::order_by, parts::distinct_on, parts::window})
            walk.visit(ast::child(nodes_, select, part));
        scopes_.leave();
        changed_[select].carried = static_cast<std::uint16_t>(carried_ + 1);
        changed_[groups].carried = walk.last();
        carried_ = walk.last();
    }

    list_view<ast::node> changed_;
    std::size_t stray_;
    std::uint16_t carried_ = 0;
};

} // namespace stoa::detail

#endif
