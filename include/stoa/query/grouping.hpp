// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_GROUPING_HPP
#define STOA_QUERY_GROUPING_HPP

// The rules of grouping: where an aggregate can stand, and which columns have one value in a group.

#include "stoa/expression/ast.hpp"
#include "stoa/expression/grouping_sets.hpp"
#include "stoa/query/scope.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>

namespace stoa::detail {

/// Whether the expression makes one value of the rows of this query.
constexpr bool has_aggregate(ast::view nodes, std::size_t at) {
    if (nodes[at].kind == ast::op::select) return false;
    if (ast::is_aggregate(nodes[at]) || nodes[at].kind == ast::op::grouping) return true;
    bool found = false;
    for_each_operand(nodes, at, [&](std::size_t operand) { found = found || has_aggregate(nodes, operand); });
    return found;
}

/// Finds what the rules of grouping do not allow: an aggregate where rows are chosen, and a column that has no single
/// value in its group.
class grouping : public scope_walk<grouping> {
public:
    constexpr explicit grouping(ast::view nodes)
        : scope_walk(nodes), misplaced_(nodes.size()), ungrouped_(nodes.size()), stray_(nodes.size()),
          strange_(nodes.size()) {}

    /// An aggregate in a WHERE, ON or GROUP BY, or within another; the number of nodes where there is none.
    constexpr std::size_t misplaced_aggregate() const { return misplaced_; }
    /// A column selected, sorted by or compared in HAVING that is not grouped by.
    constexpr std::size_t ungrouped_column() const { return ungrouped_; }
    /// A `grouping` of what is not grouped by.
    constexpr std::size_t stray_grouping() const { return stray_; }
    /// A column by which a query is grouped in several ways though it belongs to the query around it.
    constexpr std::size_t strange_group() const { return strange_; }

private:
    friend scope_walk;

    constexpr void leave(std::size_t at) {
        if (nodes_[at].kind == ast::op::select)
            check(at);
        else if (has_tables(nodes_[at].kind))
            ast::for_each_child(nodes_, at, [this](std::size_t part) { refuse_aggregates(part); });
    }

    // Templates come before what calls them: clang has not made them yet otherwise when it needs their value.
    template <class Use>
    constexpr void for_each_term(std::size_t at, Use use) {
        if (nodes_[at].kind == ast::op::list)
            ast::for_each_child(nodes_, at, use);
        else
            use(at);
    }

    constexpr void check(std::size_t select) {
        using parts = ast::select_part;
        const auto part = [&](std::size_t which) { return ast::child(nodes_, select, which); };
        ast::for_each_child(nodes_, part(parts::from), [&](std::size_t source) {
            if (nodes_[source].kind == ast::op::join) refuse_aggregates(ast::child(nodes_, source, 1));
        });
        refuse_aggregates(part(parts::where));
        refuse_aggregates(part(parts::group_by));
        const std::size_t groups = part(parts::group_by);
        always_ = ~ast::grouping_mask{0};
        if (ast::has_grouping_sets(nodes_, groups)) check_sets(select, groups);
        bool grouped = nodes_[groups].kind != ast::op::none || nodes_[part(parts::having)].kind != ast::op::none;
        for (std::size_t which : {parts::projection, parts::order_by, parts::distinct_on, parts::window})
            grouped = grouped || has_aggregate(nodes_, part(which));
        if (!grouped) return;
        scopes_.enter(select);
        for (std::size_t which : {parts::projection, parts::having, parts::order_by, parts::distinct_on, parts::window})
            for_each_term(part(which), [&](std::size_t term) { require_grouped(term, groups); });
        scopes_.leave();
    }

    /// Databases differ in whether a column of an outer query is NULL where its set leaves it out.
    constexpr void check_sets(std::size_t select, std::size_t groups) {
        always_ = ast::grouped_always(nodes_, groups);
        scopes_.enter(select);
        for (std::size_t n = groups; n != groups + nodes_[groups].extent; ++n) {
            if (nodes_[n].kind != ast::op::column) continue;
            const scopes::finding place = scopes_.find(nodes_[n]);
            if (place.found && place.depth != scopes_.depth() && n < strange_) strange_ = n;
        }
        scopes_.leave();
    }

    constexpr bool is_group(std::size_t at, std::size_t groups) const {
        bool found = false;
        ast::for_each_group(nodes_, groups,
                            [&](std::size_t group) { found = found || ast::same_expression(nodes_, group, at); });
        return found;
    }

    constexpr void refuse_aggregates(std::size_t at) {
        if (nodes_[at].kind == ast::op::select) return;
        if (ast::is_aggregate(nodes_[at]) && at < misplaced_) misplaced_ = at;
        if (nodes_[at].kind == ast::op::grouping && at < stray_) stray_ = at;
        ast::for_each_child(nodes_, at, [this](std::size_t child) { refuse_aggregates(child); });
    }

    constexpr void require_grouped(std::size_t at, std::size_t groups) {
        const ast::node& node = nodes_[at];
        if (is_group(at, groups)) return;
        if (node.kind == ast::op::grouping) {
            if (!is_group(at + 1, groups) && at < stray_) stray_ = at;
            return;
        }
        if (node.kind == ast::op::filter) {
            refuse_aggregates(ast::child(nodes_, at, 1));
            require_grouped(at + 1, groups);
            return;
        }
        if (ast::is_aggregate(node)) {
            ast::for_each_child(nodes_, at, [this](std::size_t operand) { refuse_aggregates(operand); });
            return;
        }
        if (node.kind == ast::op::window && nodes_[at + 1].kind == ast::op::filter)
            refuse_aggregates(ast::child(nodes_, at + 1, 1));
        if (node.kind == ast::op::raw) return; // which can be an aggregate of what it names
        if (node.kind == ast::op::column) {
            require_grouped_column(at, groups, scopes_.depth());
        } else if (node.kind == ast::op::select) {
            require_grouped_within(at, groups, scopes_.depth());
        } else {
            for_each_operand(nodes_, at, [&](std::size_t operand) { require_grouped(operand, groups); });
        }
    }

    /// The column at `at`, if it is of the query at this depth.
    constexpr void require_grouped_column(std::size_t at, std::size_t groups, std::size_t depth) {
        const ast::node& node = nodes_[at];
        const bool grouped = is_group(at, groups);
        const scopes::finding place = scopes_.find(node);
        const bool by_key = place.table && has_grouped_key(node, groups);
        if (place.found && place.depth == depth && !grouped && !by_key && at < ungrouped_) ungrouped_ = at;
    }

    /// The same of all columns in a query within the one at this depth.
    constexpr void require_grouped_within(std::size_t at, std::size_t groups, std::size_t depth) {
        if (nodes_[at].kind == ast::op::column) {
            require_grouped_column(at, groups, depth);
            return;
        }
        if (nodes_[at].kind != ast::op::select) {
            ast::for_each_child(nodes_, at, [&](std::size_t child) { require_grouped_within(child, groups, depth); });
            return;
        }
        using parts = ast::select_part;
        ast::for_each_child(nodes_, ast::child(nodes_, at, parts::from), [&](std::size_t source) {
            require_grouped_within(nodes_[source].kind == ast::op::join ? source + 1 : source, groups, depth);
        });
        scopes_.enter(at);
        ast::for_each_child(nodes_, ast::child(nodes_, at, parts::from), [&](std::size_t source) {
            if (nodes_[source].kind == ast::op::join)
                require_grouped_within(ast::child(nodes_, source, 1), groups, depth);
        });
        require_grouped_within(ast::child(nodes_, at, parts::projection), groups, depth);
        for (std::size_t part = parts::where; part != parts::count; ++part)
            require_grouped_within(ast::child(nodes_, at, part), groups, depth);
        scopes_.leave();
    }

    /// Whether the primary key of the column's table is always grouped by, so that there is one row of it in each
    /// group.
    constexpr bool has_grouped_key(const ast::node& column, std::size_t groups) const {
        const column_list& key = column.table().primary_key;
        const bool is_enforced = column.table().kind == table_kind::table; // of a view it is only said
        if (!is_enforced || key.size() == 0) return false;
        for (std::size_t part : key) {
            bool found = false;
            ast::grouping_mask bit = 1;
            ast::for_each_group(nodes_, groups, [&](std::size_t group) {
                const ast::node& node = nodes_[group];
                const bool is_always = (always_ & bit) != 0 || always_ == ~ast::grouping_mask{0};
                found = found || (is_always && node.kind == ast::op::column && node.index == part &&
                                  node.table == column.table && node.alias == column.alias);
                bit <<= 1U;
            });
            if (!found) return false;
        }
        return true;
    }

    std::size_t misplaced_;
    std::size_t ungrouped_;
    std::size_t stray_;
    std::size_t strange_;
    ast::grouping_mask always_ = 0; // of the select that is checked
};

} // namespace stoa::detail

#endif
