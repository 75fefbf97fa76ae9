// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_SETTLING_HPP
#define STOA_QUERY_SETTLING_HPP

// What a statement says about its rows that no expression can say by itself: whether an outer join can leave a value
// NULL.

#include "stoa/expression/ast.hpp"
#include "stoa/query/scope.hpp"

#include <cstddef>
#include <span>

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
    case ast::op::negate: return true;
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

/// Marks what outer joins can leave NULL, and finds the first column whose table is not part of the statement.
class settling : public scope_walk<settling> {
public:
    constexpr explicit settling(std::span<ast::node> nodes)
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
            node.nullable = node.nullable || place.outer;
        } else if (node.kind == ast::op::compound) {
            merge(at);
        } else if (node.kind == ast::op::call) {
            call(at);
        } else if (node.kind == ast::op::window || node.kind == ast::op::filter) {
            node.nullable = node.nullable || nodes_[at + 1].nullable;
        } else if (passes_null(node.kind)) {
            ast::for_each_child(nodes_, at,
                                [&](std::size_t child) { node.nullable = node.nullable || nodes_[child].nullable; });
        } else if (passes_first_null(node)) {
            node.nullable = node.nullable || nodes_[at + 1].nullable;
        }
    }

    constexpr void call(std::size_t at) {
        const ast::null_rule rule = null_rule_of(static_cast<ast::function>(nodes_[at].index));
        const std::size_t arguments = nodes_[at].arity;
        std::size_t n = 0;
        bool any = false;
        bool all = true;
        ast::for_each_child(nodes_, at, [&](std::size_t argument) {
            const bool is_condition = rule == ast::null_rule::values && n % 2 == 0 && n + 1 != arguments;
            ++n;
            any = any || (nodes_[argument].nullable && !is_condition);
            all = all && nodes_[argument].nullable;
        });
        if (rule == ast::null_rule::all_arguments ? all && arguments != 0 : any) changed_[at].nullable = true;
    }

    /// A column of a compound query can be NULL where it can in either half.
    constexpr void merge(std::size_t at) {
        std::size_t left = projection_of(nodes_, at);
        std::size_t right = projection_of(nodes_, ast::child(nodes_, at, 1));
        const std::size_t columns = nodes_[left].arity;
        if (nodes_[right].arity != columns) return;
        ++left;
        ++right;
        for (std::size_t n = 0; n != columns; ++n) {
            changed_[left].nullable = nodes_[left].nullable || nodes_[right].nullable;
            left += nodes_[left].extent;
            right += nodes_[right].extent;
        }
    }

public:
    /// The list of what a query selects.
    static constexpr std::size_t projection_of(ast::view nodes, std::size_t query) {
        while (nodes[query].kind == ast::op::compound) ++query;
        return ast::child(nodes, query, ast::select_part::projection);
    }

private:
    std::span<ast::node> changed_;
    std::size_t stray_;
};

} // namespace stoa::detail

#endif
