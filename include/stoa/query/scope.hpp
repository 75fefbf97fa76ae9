// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_SCOPE_HPP
#define STOA_QUERY_SCOPE_HPP

// Which table of a statement a column belongs to, found by walking the statement's nodes.

#include "stoa/expression/ast.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
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

/// Calls `use(place)` for the children; of a window for the operands of its function, which itself makes no one value
/// of many rows.
template <class Use>
constexpr void for_each_operand(ast::view nodes, std::size_t at, Use use) {
    if (nodes[at].kind != ast::op::window) {
        ast::for_each_child(nodes, at, use);
        return;
    }
    std::size_t function = at + 1;
    if (nodes[function].kind == ast::op::filter) {
        use(ast::child(nodes, function, 1));
        ++function;
    }
    ast::for_each_child(nodes, function, use);
    for (std::size_t part = 1; part != nodes[at].arity; ++part) use(ast::child(nodes, at, part));
}

/// Whether a source of a query sees the tables before it.
constexpr bool sees_before(ast::op kind) {
    return kind == ast::op::elements || kind == ast::op::raw_source;
}

/// The tables in sight at a place of a statement: those of the innermost query last.
class scopes {
public:
    constexpr explicit scopes(ast::view nodes) : nodes_(nodes) {}

    static constexpr std::size_t all = static_cast<std::size_t>(-1);

    /// Enters a statement of which the first `sources` tables are in sight.
    constexpr void enter(std::size_t statement, std::size_t sources = all) {
        statements_.push_back({statement, sources});
    }
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
            finding here = find_in(column, statements_[depth - 1].statement, statements_[depth - 1].sources);
            here.depth = depth;
            if (here.found) return here;
        }
        return {};
    }

private:
    struct entry {
        std::size_t statement;
        std::size_t sources;
    };

    constexpr finding find_in(const ast::node& column, std::size_t statement, std::size_t seen) const {
        const bool is_select = nodes_[statement].kind == ast::op::select;
        finding result;
        if (!is_select) result = {.found = names(nodes_[statement], column), .table = true};
        const std::size_t sources = is_select ? ast::select_part::from : 1;
        if (result.found || (!is_select && nodes_[statement].kind != ast::op::update)) return result;
        ast::for_each_child(nodes_, ast::child(nodes_, statement, sources), [&](std::size_t source) {
            if (seen == 0) return;
            --seen;
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
    std::vector<entry> statements_;
};

/// Visits a statement with the tables that are in sight at each node.
template <class Derived>
class scope_walk {
public:
    constexpr explicit scope_walk(ast::view nodes) : nodes_(nodes), scopes_(nodes) {}
    constexpr scope_walk(ast::view nodes, const scopes& around) : nodes_(nodes), scopes_(around) {}

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

    /// Queries in the WITH and FROM do not see the tables of this one, but lateral ones those before them; the
    /// condition of a join does not see those behind it.
    constexpr void select(std::size_t at) {
        using parts = ast::select_part;
        self().visit(ast::child(nodes_, at, parts::with));
        const std::size_t tables = ast::child(nodes_, at, parts::from);
        const auto bare = [this](std::size_t source) {
            return nodes_[source].kind == ast::op::join ? source + 1 : source;
        };
        const auto is_lateral = [&](std::size_t source) { // it sees the tables before it
            const bool said = nodes_[source].kind == ast::op::join && nodes_[source].distinct;
            return said || sees_before(nodes_[bare(source)].kind);
        };
        ast::for_each_child(nodes_, tables, [&](std::size_t source) {
            if (!is_lateral(source)) self().visit(bare(source));
        });
        std::size_t sources = 0;
        ast::for_each_child(nodes_, tables, [&](std::size_t source) {
            if (is_lateral(source)) {
                scopes_.enter(at, sources);
                self().visit(bare(source));
                scopes_.leave();
            }
            scopes_.enter(at, ++sources);
            if (nodes_[source].kind == ast::op::join) self().visit(ast::child(nodes_, source, 1));
            scopes_.leave();
        });
        scopes_.enter(at);
        self().visit(ast::child(nodes_, at, parts::projection));
        for (std::size_t part = parts::where; part != parts::count; ++part) self().visit(ast::child(nodes_, at, part));
        scopes_.leave();
    }
};

} // namespace stoa::detail

#endif
