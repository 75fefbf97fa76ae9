// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_SCOPE_HPP
#define STOA_QUERY_SCOPE_HPP

// What a statement says about tables and rows that no expression can say by itself: which table a column belongs to,
// whether an outer join can leave it NULL, and whether it stands for one value in a group. All of it is found by
// walking the statement's nodes.

#include "stoa/expression/ast.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace stoa::detail {

/// Whether the statement at `at` begins a scope of tables of its own.
constexpr bool has_tables(ast::op kind) {
    switch (kind) {
    case ast::op::select:
    case ast::op::insert:
    case ast::op::update:
    case ast::op::delete_: return true;
    default: return false;
    }
}

/// The tables in sight at a place of a statement: those of the innermost query last.
class scopes {
public:
    constexpr explicit scopes(ast::view nodes) : nodes_(nodes) {}

    constexpr void enter(std::size_t statement) { statements_.push_back(statement); }
    constexpr void leave() { statements_.pop_back(); }
    constexpr std::size_t depth() const { return statements_.size(); }

    /// Where a column's table was found.
    struct finding {
        bool found = false;
        bool outer = false;    ///< its row can be missing
        bool table = false;    ///< it is a table, not a query
        std::size_t depth = 0; ///< of the statement it belongs to, 1 for the outermost
    };

    constexpr finding find(const ast::node& column) const {
        for (std::size_t depth = statements_.size(); depth != 0; --depth) {
            finding here = find_in(column, statements_[depth - 1]);
            here.depth = depth;
            if (here.found) return here;
        }
        return {};
    }

private:
    constexpr finding find_in(const ast::node& column, std::size_t statement) const {
        const bool is_select = nodes_[statement].kind == ast::op::select;
        finding result;
        if (!is_select) result = {.found = names(nodes_[statement], column), .table = true};
        const std::size_t sources = is_select ? ast::select_part::from : 1;
        if (result.found || (!is_select && nodes_[statement].kind != ast::op::update)) return result;
        ast::for_each_child(nodes_, ast::child(nodes_, statement, sources), [&](std::size_t source) {
            const bool joined = nodes_[source].kind == ast::op::join;
            const auto kind = joined ? static_cast<ast::join_kind>(nodes_[source].index) : ast::join_kind::inner;
            if (kind == ast::join_kind::right || kind == ast::join_kind::full)
                result.outer = result.outer || result.found;
            const ast::node& bare = nodes_[joined ? source + 1 : source];
            if (!result.found && names(bare, column))
                result = {true, kind == ast::join_kind::left || kind == ast::join_kind::full,
                          bare.kind == ast::op::table};
        });
        return result;
    }

    static constexpr bool names(const ast::node& source, const ast::node& column) {
        return source.table == column.table && source.alias == column.alias;
    }

    ast::view nodes_;
    std::vector<std::size_t> statements_;
};

/// Visits a statement with the tables that are in sight at each node.
template <class Derived>
class scope_walk {
public:
    constexpr explicit scope_walk(ast::view nodes) : nodes_(nodes), scopes_(nodes) {}

    constexpr void visit(std::size_t at) {
        if (nodes_[at].kind == ast::op::select) {
            select(at);
        } else if (nodes_[at].kind == ast::op::compound) {
            compound(at);
        } else if (has_tables(nodes_[at].kind)) {
            change(at);
        } else {
            children(at);
        }
        self().leave(at);
    }

protected:
    constexpr void leave(std::size_t) {}

    ast::view nodes_; // NOLINT(*-non-private-member-variables-in-classes)
    scopes scopes_;   // NOLINT(*-non-private-member-variables-in-classes)

private:
    constexpr Derived& self() { return static_cast<Derived&>(*this); }

    constexpr void children(std::size_t at) {
        ast::for_each_child(nodes_, at, [this](std::size_t child) { self().visit(child); });
    }

    /// A query whose rows are inserted does not see the table they are inserted into.
    constexpr void change(std::size_t at) {
        const auto is_source = [&](std::size_t child) {
            return nodes_[child].kind == ast::op::select || nodes_[child].kind == ast::op::compound;
        };
        ast::for_each_child(nodes_, at, [&](std::size_t child) {
            if (is_source(child)) self().visit(child);
        });
        scopes_.enter(at);
        ast::for_each_child(nodes_, at, [&](std::size_t child) {
            if (!is_source(child)) self().visit(child);
        });
        scopes_.leave();
    }

    /// What all rows are sorted by is named as in the first half.
    constexpr void compound(std::size_t at) {
        const std::size_t left = at + 1;
        self().visit(left);
        self().visit(ast::child(nodes_, at, 1));
        std::size_t first = left;
        while (nodes_[first].kind == ast::op::compound) ++first;
        scopes_.enter(first);
        self().visit(ast::child(nodes_, at, 2));
        scopes_.leave();
        for (std::size_t part : {3U, 4U}) self().visit(ast::child(nodes_, at, part));
    }

    /// Queries in the WITH and FROM do not see the tables of this one.
    constexpr void select(std::size_t at) {
        using parts = ast::select_part;
        self().visit(ast::child(nodes_, at, parts::with));
        const std::size_t tables = ast::child(nodes_, at, parts::from);
        ast::for_each_child(nodes_, tables, [this](std::size_t source) {
            self().visit(nodes_[source].kind == ast::op::join ? source + 1 : source);
        });
        scopes_.enter(at);
        ast::for_each_child(nodes_, tables, [this](std::size_t source) {
            if (nodes_[source].kind == ast::op::join) self().visit(ast::child(nodes_, source, 1));
        });
        self().visit(ast::child(nodes_, at, parts::projection));
        for (std::size_t part = parts::where; part != parts::count; ++part) self().visit(ast::child(nodes_, at, part));
        scopes_.leave();
    }
};

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
    case ast::op::add:
    case ast::op::subtract:
    case ast::op::multiply:
    case ast::op::divide:
    case ast::op::modulo:
    case ast::op::negate: return true;
    default: return false;
    }
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

/// Finds what the rules of grouping do not allow: an aggregate where rows are chosen, and a column that has no single
/// value in its group.
class grouping : public scope_walk<grouping> {
public:
    constexpr explicit grouping(ast::view nodes)
        : scope_walk(nodes), misplaced_(nodes.size()), ungrouped_(nodes.size()) {}

    /// An aggregate in a WHERE, ON or GROUP BY, or within another; the number of nodes where there is none.
    constexpr std::size_t misplaced_aggregate() const { return misplaced_; }
    /// A column selected, sorted by or compared in HAVING that is not grouped by.
    constexpr std::size_t ungrouped_column() const { return ungrouped_; }

private:
    friend scope_walk;

    constexpr void leave(std::size_t at) {
        if (nodes_[at].kind == ast::op::select) check(at);
    }

    // Templates come before what calls them: clang has not made them yet otherwise when it needs their value.
    template <class Use>
    constexpr void for_each_term(std::size_t at, Use use) {
        if (nodes_[at].kind == ast::op::list)
            ast::for_each_child(nodes_, at, use);
        else
            use(at);
    }

    /// The children; of a window the operands of its function, which itself is no aggregate of groups.
    template <class Use>
    constexpr void for_each_operand(std::size_t at, Use use) const {
        if (nodes_[at].kind != ast::op::window) {
            ast::for_each_child(nodes_, at, use);
            return;
        }
        std::size_t function = at + 1;
        if (nodes_[function].kind == ast::op::filter) {
            use(ast::child(nodes_, function, 1));
            ++function;
        }
        ast::for_each_child(nodes_, function, use);
        for (std::size_t part = 1; part != nodes_[at].arity; ++part) use(ast::child(nodes_, at, part));
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
        bool grouped = nodes_[groups].kind != ast::op::none || nodes_[part(parts::having)].kind != ast::op::none;
        for (std::size_t which : {parts::projection, parts::order_by}) grouped = grouped || has_aggregate(part(which));
        if (!grouped) return;
        scopes_.enter(select);
        for (std::size_t which : {parts::projection, parts::having, parts::order_by})
            for_each_term(part(which), [&](std::size_t term) { require_grouped(term, groups); });
        scopes_.leave();
    }

    constexpr bool has_aggregate(std::size_t at) const {
        if (nodes_[at].kind == ast::op::select) return false;
        if (ast::is_aggregate(nodes_[at])) return true;
        bool found = false;
        for_each_operand(at, [&](std::size_t operand) { found = found || has_aggregate(operand); });
        return found;
    }

    constexpr void refuse_aggregates(std::size_t at) {
        if (nodes_[at].kind == ast::op::select) return;
        if (ast::is_aggregate(nodes_[at]) && at < misplaced_) misplaced_ = at;
        ast::for_each_child(nodes_, at, [this](std::size_t child) { refuse_aggregates(child); });
    }

    constexpr void require_grouped(std::size_t at, std::size_t groups) {
        const ast::node& node = nodes_[at];
        bool is_group = false;
        if (nodes_[groups].kind == ast::op::list)
            ast::for_each_child(nodes_, groups, [&](std::size_t group) {
                is_group = is_group || ast::same_expression(nodes_, group, at);
            });
        if (is_group) return;
        if (node.kind == ast::op::filter) {
            refuse_aggregates(ast::child(nodes_, at, 1));
            require_grouped(at + 1, groups);
            return;
        }
        if (ast::is_aggregate(node)) {
            ast::for_each_child(nodes_, at, [this](std::size_t operand) { refuse_aggregates(operand); });
            return;
        }
        if (node.kind == ast::op::column) {
            const scopes::finding place = scopes_.find(node);
            const bool ours = place.found && place.depth == scopes_.depth();
            const bool by_key = place.table && has_grouped_key(node, groups);
            if (ours && !by_key && at < ungrouped_) ungrouped_ = at;
            return;
        }
        if (node.kind == ast::op::select) return; // its columns of this query are left to the database
        for_each_operand(at, [&](std::size_t operand) { require_grouped(operand, groups); });
    }

    /// Whether the primary key of the column's table is grouped by, so that there is one row of it in each group.
    constexpr bool has_grouped_key(const ast::node& column, std::size_t groups) const {
        const column_list& key = column.table().primary_key;
        if (key.size() == 0 || nodes_[groups].kind != ast::op::list) return false;
        for (std::size_t part : key) {
            bool found = false;
            ast::for_each_child(nodes_, groups, [&](std::size_t group) {
                const ast::node& node = nodes_[group];
                found = found || (node.kind == ast::op::column && node.index == part && node.table == column.table &&
                                  node.alias == column.alias);
            });
            if (!found) return false;
        }
        return true;
    }

    std::size_t misplaced_;
    std::size_t ungrouped_;
};

} // namespace stoa::detail

#endif
