// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_KEYS_HPP
#define STOA_QUERY_KEYS_HPP

// What a statement says about keys: which columns tell the rows of a table apart, and whether its conditions leave one
// row of a table, or its order names one.

#include "stoa/expression/ast.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <vector>

namespace stoa::detail {

/// Calls `use(columns)` for every key of the table: the primary one, and what is unique.
template <class Use>
constexpr void for_each_key(const table_def& table, Use use) {
    if (table.primary_key.size() != 0) use(table.primary_key);
    for (const unique_def& key : table.uniques) use(key.columns);
    for (const index_def& index : table.indexes)
        if (index.unique && index.predicate.empty() && index.terms[0].arity == index.columns.size()) use(index.columns);
}

/// Whether the column at `at` is of the table that the node `source` stands for.
constexpr bool is_column_of(ast::view nodes, std::size_t at, const ast::node& source) {
    return nodes[at].kind == ast::op::column && nodes[at].table == source.table && nodes[at].alias == source.alias;
}

/// Whether an expression mentions a column of the table.
constexpr bool mentions(ast::view nodes, std::size_t at, const ast::node& source) {
    for (std::size_t n = at; n != at + nodes[at].extent; ++n)
        if (is_column_of(nodes, n, source)) return true;
    return false;
}

/// Calls `use(column, other)` for every column of the table that has to equal another expression, by a condition that
/// is one equality or several joined by AND. What ignores the case of letters is less than equality of other columns.
template <class Use>
constexpr void for_each_equality(ast::view nodes, std::size_t condition, const ast::node& source, Use use) {
    if (nodes[condition].kind == ast::op::and_) {
        for_each_equality(nodes, condition + 1, source, use);
        for_each_equality(nodes, ast::child(nodes, condition, 1), source, use);
        return;
    }
    if (nodes[condition].kind != ast::op::equal) return;
    const auto collation_of = [&](std::size_t at) {
        const bool is_column = nodes[at].kind == ast::op::column;
        return is_column ? nodes[at].table().columns[nodes[at].index].collated : collation::binary;
    };
    const auto look = [&](std::size_t column, std::size_t other) {
        const bool exact =
            collation_of(column) == collation::case_insensitive || collation_of(other) == collation::binary;
        if (exact && is_column_of(nodes, column, source) && !mentions(nodes, other, source))
            use(nodes[column].index, other);
    };
    const std::size_t left = condition + 1;
    const std::size_t right = ast::child(nodes, condition, 1);
    const bool is_row = nodes[left].kind == ast::op::row;
    for (std::size_t n = 0; n != (is_row ? nodes[left].arity : 1); ++n) {
        const std::size_t a = is_row ? ast::child(nodes, left, n) : left;
        const std::size_t b = is_row ? ast::child(nodes, right, n) : right;
        look(a, b);
        look(b, a);
    }
}

/// Whether the columns of some key are all among those for which `has(column)` is true.
template <class Has>
constexpr bool has_key(const table_def& table, Has has) {
    bool found = false;
    for_each_key(table, [&](const column_list& key) {
        bool all = true;
        for (std::size_t column : key) all = all && has(column);
        found = found || all;
    });
    return found;
}

/// Whether a condition leaves at most one row of the table, since it says which values a key has.
constexpr bool leaves_one_row(ast::view nodes, std::size_t condition, const ast::node& source) {
    return has_key(source.table(), [&](std::size_t column) {
        bool given = false;
        for_each_equality(nodes, condition, source, [&](std::size_t equal, std::size_t) { given |= equal == column; });
        return given;
    });
}

/// Finds out whether what a select is sorted by tells all of its rows apart.
class sorted_keys {
public:
    constexpr sorted_keys(ast::view nodes, std::size_t select) : nodes_(nodes), select_(select) {
        const std::size_t from = ast::child(nodes, select, ast::select_part::from);
        ast::for_each_child(nodes, from, [this](std::size_t source) { sources_.push_back({source}); });
        for (bool changed = true; changed;) {
            changed = false;
            for (one& each : sources_)
                if (!each.told && is_told(each)) each.told = changed = true;
        }
    }

    /// A table or query of which rows are not told apart; the number of nodes where there is none.
    constexpr std::size_t first_untold() const {
        for (const one& each : sources_)
            if (!each.told) return bare(each.place);
        return nodes_.size();
    }

    /// Whether a term of the order is this column.
    constexpr bool is_sorted_by(const ast::node& source, std::size_t column) const {
        bool found = false;
        const std::size_t order = ast::child(nodes_, select_, ast::select_part::order_by);
        if (nodes_[order].kind != ast::op::list) return false;
        ast::for_each_child(nodes_, order, [&](std::size_t term) {
            found = found || (is_column_of(nodes_, term + 1, source) && nodes_[term + 1].index == column);
        });
        return found;
    }

private:
    struct one {
        std::size_t place;
        bool told = false;
    };

    constexpr bool is_join(std::size_t source) const { return nodes_[source].kind == ast::op::join; }
    constexpr std::size_t bare(std::size_t source) const { return is_join(source) ? source + 1 : source; }
    constexpr ast::join_kind kind_of(std::size_t source) const {
        return is_join(source) ? static_cast<ast::join_kind>(nodes_[source].index) : ast::join_kind::inner;
    }

    /// By the order, or because rows that are told apart have one partner each. NULL in a key is no such thing.
    constexpr bool is_told(const one& each) const {
        const ast::node& source = nodes_[bare(each.place)];
        if (source.kind != ast::op::table) return false;
        return has_key(source.table(), [&](std::size_t column) {
            if (is_sorted_by(source, column)) return !source.table().columns[column].nullable;
            bool given = is_given(ast::child(nodes_, select_, ast::select_part::where), source, column);
            for (const one& other : sources_) {
                if (!is_join(other.place)) continue;
                const ast::join_kind kind = kind_of(other.place);
                const bool holds =
                    kind == ast::join_kind::inner || (kind == ast::join_kind::left && other.place == each.place);
                given = given || (holds && is_given(ast::child(nodes_, other.place, 1), source, column));
            }
            return given;
        });
    }

    constexpr bool is_given(std::size_t condition, const ast::node& source, std::size_t column) const {
        bool given = false;
        for_each_equality(nodes_, condition, source, [&](std::size_t equal, std::size_t other) {
            given = given || (equal == column && is_known(other));
        });
        return given;
    }

    /// Whether an expression has one value for rows that are told apart so far.
    constexpr bool is_known(std::size_t at) const {
        for (const one& each : sources_)
            if (!each.told && mentions(nodes_, at, nodes_[bare(each.place)])) return false;
        return true;
    }

    ast::view nodes_;
    std::size_t select_;
    std::vector<one> sources_;
};

} // namespace stoa::detail

#endif
