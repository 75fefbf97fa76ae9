// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_STATEMENT_RULES_HPP
#define STOA_QUERY_STATEMENT_RULES_HPP

// What a statement must not say although its types allow it, because one database refuses it or means something else:
// each rule is found by a walk over the nodes, and told by an error of the compiler that names the culprit.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/query/grouping.hpp"
#include "stoa/query/keys.hpp"
#include "stoa/query/scope.hpp"
#include "stoa/query/settling.hpp"
#include "stoa/query/window_rules.hpp"
#include "stoa/schema/rules.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa::detail {

/// The place of the first node that breaks a rule, 0 where none does.
struct broken_rules {
    std::size_t same_name = 0; ///< a source named like another
    std::size_t unsorted = 0;  ///< a term of an order that is not selected though it must be
    std::size_t window = 0;    ///< a window where rows are still chosen
    std::size_t many_rows = 0; ///< a query for one value that can have more rows
    std::size_t not_in = 0;    ///< a column of a NOT IN that can be NULL
    std::size_t lateral = 0;   ///< a column of a lateral query that can be NULL though its struct says not
    std::size_t full_join = 0; ///< a full join without an equality
    std::size_t returning = 0; ///< a query within a RETURNING
    std::size_t undefined = 0; ///< a name that is no window's
    std::size_t repeated = 0;  ///< a window named like another
    std::size_t undecided = 0; ///< a key with several rows, of which none is the first
    std::size_t distinct = 0;  ///< a query with two kinds of distinct

    constexpr bool operator==(const broken_rules&) const = default;
};

class statement_rules : public scope_walk<statement_rules> {
public:
    using scope_walk::scope_walk;

    constexpr const broken_rules& broken() const { return broken_; }

private:
    friend scope_walk;
    using parts = ast::select_part;

    static constexpr void note(std::size_t& place, std::size_t at) {
        if (place == 0) place = at;
    }

    constexpr std::size_t part(std::size_t select, std::size_t which) const {
        return ast::child(nodes_, select, which);
    }
    constexpr bool absent(std::size_t at) const { return nodes_[at].kind == ast::op::none; }

    constexpr void leave(std::size_t at) {
        switch (nodes_[at].kind) {
        case ast::op::select: check_select(at); return;
        case ast::op::compound: check_order(ast::child(nodes_, at, 2), projection_of(nodes_, at)); return;
        case ast::op::insert: refuse_queries(ast::child(nodes_, at, 3)); return;
        case ast::op::update:
        case ast::op::delete_:
            ast::for_each_child(nodes_, at, [this](std::size_t child) { refuse_windows(child); });
            refuse_queries(ast::child(nodes_, at, nodes_[at].arity - 1U));
            return;
        case ast::op::with: check_with(at); return;
        case ast::op::subquery:
            if (!has_one_row(at + 1)) note(broken_.many_rows, at);
            return;
        case ast::op::not_:
            if (nodes_[at + 1].kind == ast::op::in_query) check_not_in(ast::child(nodes_, at + 1, 1));
            return;
        default: return;
        }
    }

    constexpr void check_select(std::size_t at) {
        check_sources(part(at, parts::from));
        if (nodes_[at].distinct) check_order(part(at, parts::order_by), part(at, parts::projection));
        for (std::size_t which : {parts::where, parts::group_by, parts::having, parts::distinct_on})
            refuse_windows(part(at, which));
        const std::size_t windows = part(at, parts::window);
        for (std::size_t which : {parts::projection, parts::order_by}) {
            check_windows(part(at, which));
            note(broken_.undefined, undefined_window(nodes_, part(at, which), windows));
        }
        ast::for_each_child(nodes_, windows, [this](std::size_t window) {
            ast::for_each_child(nodes_, window, [this](std::size_t inner) { refuse_windows(inner); });
        });
        note(broken_.repeated, repeated_window(nodes_, windows));
        check_first_rows(at);
    }

    /// Rows are numbered in the order, which itself cannot be of numbered rows then.
    constexpr void check_first_rows(std::size_t at) {
        const std::size_t keys = part(at, parts::distinct_on);
        if (absent(keys)) return;
        refuse_windows(part(at, parts::order_by));
        note(broken_.undecided, undecided_key(nodes_, keys, part(at, parts::order_by)));
        if (nodes_[at].distinct) note(broken_.distinct, keys);
    }

    // Names of sources

    constexpr std::string_view name_of(std::size_t source) const {
        const ast::node& node = nodes_[source];
        return node.alias.empty() ? node.table().name : node.alias;
    }

    constexpr std::size_t bare(std::size_t source) const {
        return nodes_[source].kind == ast::op::join ? source + 1 : source;
    }

    constexpr void check_sources(std::size_t list) {
        std::size_t at = 0;
        ast::for_each_child(nodes_, list, [&](std::size_t source) {
            std::size_t before = 0;
            ast::for_each_child(nodes_, list, [&](std::size_t other) {
                if (before++ < at && same_identifier(name_of(bare(source)), name_of(bare(other))))
                    note(broken_.same_name, bare(source));
            });
            ++at;
            if (nodes_[source].kind != ast::op::join) return;
            refuse_windows(ast::child(nodes_, source, 1));
            if (nodes_[source].distinct) check_lateral(source + 1);
            if (nodes_[source].index == static_cast<std::uint16_t>(ast::join_kind::full) &&
                !has_equality(ast::child(nodes_, source, 1), nodes_[source + 1]))
                note(broken_.full_join, source + 1);
        });
    }

    /// What its struct was made for did not know yet what outer joins before it leave out.
    constexpr void check_lateral(std::size_t derived) {
        std::size_t n = 0;
        ast::for_each_child(nodes_, projection_of(nodes_, derived + 1), [&](std::size_t column) {
            if (nodes_[column].nullable && !nodes_[derived].table().columns[n].nullable) note(broken_.lateral, column);
            ++n;
        });
    }

    /// A table of the name of a common table could not be meant any more, or would be meant within it.
    constexpr void check_with(std::size_t at) {
        for (const ast::node& node : nodes_)
            if (node.kind == ast::op::table && same_identifier(node.table().name, nodes_[at].text))
                note(broken_.same_name, at);
    }

    // Joins

    /// Whether rows of both sides must be equal in something, which a full join finds its partners by.
    constexpr bool has_equality(std::size_t condition, const ast::node& joined) const {
        if (nodes_[condition].kind == ast::op::and_)
            return has_equality(condition + 1, joined) || has_equality(ast::child(nodes_, condition, 1), joined);
        if (nodes_[condition].kind != ast::op::equal) return false;
        const sides left = sides_of(condition + 1, joined);
        const sides right = sides_of(ast::child(nodes_, condition, 1), joined);
        return (left.joined && !left.other && right.other && !right.joined) ||
               (right.joined && !right.other && left.other && !left.joined);
    }

    struct sides {
        bool joined = false;
        bool other = false;
    };

    constexpr sides sides_of(std::size_t at, const ast::node& joined) const {
        sides found;
        for (std::size_t n = at; n != at + nodes_[at].extent; ++n) {
            const ast::node& node = nodes_[n];
            if (node.kind != ast::op::column) continue;
            (node.table == joined.table && node.alias == joined.alias ? found.joined : found.other) = true;
        }
        return found;
    }

    // Order

    constexpr void check_order(std::size_t order, std::size_t projection) {
        if (absent(order)) return;
        ast::for_each_child(nodes_, order, [&](std::size_t term) {
            bool selected = false;
            ast::for_each_child(nodes_, projection, [&](std::size_t column) {
                selected = selected || ast::same_expression(nodes_, column, term + 1);
            });
            if (!selected) note(broken_.unsorted, term + 1);
        });
    }

    // Windows

    /// Rows are numbered after they are chosen and grouped, so that neither can depend on it.
    constexpr void refuse_windows(std::size_t at) {
        if (nodes_[at].kind == ast::op::select) return;
        if (nodes_[at].kind == ast::op::window) note(broken_.window, at);
        ast::for_each_child(nodes_, at, [this](std::size_t child) { refuse_windows(child); });
    }

    /// One database would see the rows as they were before the statement, the other as they are behind it.
    constexpr void refuse_queries(std::size_t returning) {
        for (std::size_t n = returning; n != returning + nodes_[returning].extent; ++n)
            if (nodes_[n].kind == ast::op::select) note(broken_.returning, n);
    }

    /// Where windows can stand, they stand neither in an aggregate nor in another window.
    constexpr void check_windows(std::size_t at) {
        if (nodes_[at].kind == ast::op::select) return;
        const bool closed = nodes_[at].kind == ast::op::window || ast::is_aggregate(nodes_[at]);
        ast::for_each_child(nodes_, at, [&](std::size_t child) {
            if (closed)
                refuse_windows(child);
            else
                check_windows(child);
        });
    }

    // Queries within expressions

    constexpr void check_not_in(std::size_t query) {
        ast::for_each_child(nodes_, projection_of(nodes_, query), [this](std::size_t column) {
            if (nodes_[column].nullable) note(broken_.not_in, column);
        });
    }

    /// Whether the query surely has at most one row: it says how many, aggregates all rows, or finds one by its key.
    constexpr bool has_one_row(std::size_t query) const {
        if (nodes_[query].kind == ast::op::compound) return !absent(ast::child(nodes_, query, 3));
        if (!absent(part(query, parts::limit))) return true;
        const std::size_t from = part(query, parts::from);
        if (nodes_[from].arity == 0) return true;
        if (absent(part(query, parts::group_by)) && has_aggregate(nodes_, part(query, parts::projection))) return true;
        if (nodes_[from].arity != 1 || nodes_[from + 1].kind != ast::op::table) return false;
        return leaves_one_row(nodes_, part(query, parts::where), nodes_[from + 1]);
    }

    broken_rules broken_;
};

template <fixed_string Name>
struct require_different_names {
    static_assert(Name.size() == 0,
                  "stoa[E213]: two tables or queries of this statement have the same name (upper and lower case is the "
                  "same). Give one of them another: alias<record, \"other\">, subquery<\"other\">(...).");
    static constexpr bool value = true;
};

template <fixed_string Term>
struct require_selected_order {
    static_assert(Term.size() == 0,
                  "stoa[E227]: the rows of a set operation or a distinct query are sorted by something that is not "
                  "selected (an expression with a C++ value in it never is). Select it as well, or sort by a column.");
    static constexpr bool value = true;
};

template <bool Misplaced>
struct require_window_of_rows {
    static_assert(!Misplaced,
                  "stoa[E228]: a window function stands where rows are still chosen or grouped, or within an aggregate "
                  "or another window. Compute it in a subquery<\"name\">(...), and use its column outside.");
    static constexpr bool value = true;
};

template <bool ManyRows>
struct require_one_row {
    static_assert(!ManyRows,
                  "stoa[E226]: a query that stands for a value can have more than one row: one database takes any of "
                  "them, the other raises an error. Select an aggregate, ask for a key, or say limit(1).");
    static constexpr bool value = true;
};

template <bool Query>
struct require_returning_without_query {
    static_assert(!Query,
                  "stoa[E298]: a query stands within a RETURNING: one database sees its rows as they were before the "
                  "change, the other as they are behind it. Ask for them behind it, in the same transaction.");
    static constexpr bool value = true;
};

template <fixed_string Column>
struct require_not_in_without_null {
    static_assert(Column.size() == 0,
                  "stoa[E224]: NOT IN is never true as soon as the query has one NULL, which this can. Use "
                  "!exists(...), or select an expression that cannot be NULL.");
    static constexpr bool value = true;
};

template <fixed_string Source>
struct require_full_join_by_equality {
    static_assert(Source.size() == 0,
                  "stoa[E229]: the condition of a full join needs an equality between a column of this table and one "
                  "of those before it; not every database can join by anything else alone.");
    static constexpr bool value = true;
};

template <fixed_string Column>
struct require_lateral_fits {
    static_assert(
        Column.size() == 0,
        "stoa[E284]: a lateral query selects this, which an outer join before it can leave out, into a member "
        "that cannot be NULL. Make the member of its struct a std::optional.");
    static constexpr bool value = true;
};

/// What an error calls the node.
constexpr std::string_view culprit_name(const ast::node& node) {
    switch (node.kind) {
    case ast::op::column: return node.table().columns[node.index].name;
    case ast::op::table: return node.alias.empty() ? node.table().name : node.alias;
    case ast::op::derived:
    case ast::op::values:
    case ast::op::lists:
    case ast::op::elements:
    case ast::op::named: return node.alias;
    case ast::op::with: return node.text;
    case ast::op::window:
    case ast::op::named_window: return node.text;
    default: return "expression";
    }
}

constexpr broken_rules rules_broken_by(ast::view nodes) {
    statement_rules walk(nodes);
    walk.visit(0);
    return walk.broken();
}

constexpr bool breaks_no_rule(ast::view nodes) {
    return rules_broken_by(nodes) == broken_rules{};
}

/// Whether the statement keeps all rules; `Nodes` has it as a constant `value`.
template <class Nodes>
consteval bool keeps_rules() {
    constexpr broken_rules broken = rules_broken_by(Nodes::value);
    constexpr auto name = []<std::size_t At>() {
        constexpr std::string_view text = culprit_name(Nodes::value[At]);
        return fixed_string<text.size()>::copy_of(text);
    };
    if constexpr (broken.same_name != 0)
        return require_different_names<name.template operator()<broken.same_name>()>::value;
    else if constexpr (broken.unsorted != 0)
        return require_selected_order<name.template operator()<broken.unsorted>()>::value;
    else if constexpr (broken.not_in != 0)
        return require_not_in_without_null<name.template operator()<broken.not_in>()>::value;
    else if constexpr (broken.undefined != 0)
        return require_defined_window<name.template operator()<broken.undefined>()>::value;
    else if constexpr (broken.repeated != 0)
        return require_one_window_of_a_name<name.template operator()<broken.repeated>()>::value;
    else if constexpr (broken.undecided != 0)
        return require_decided_key<name.template operator()<broken.undecided>()>::value;
    else if constexpr (broken.lateral != 0)
        return require_lateral_fits<name.template operator()<broken.lateral>()>::value;
    else if constexpr (broken.full_join != 0)
        return require_full_join_by_equality<name.template operator()<broken.full_join>()>::value;
    else
        return require_window_of_rows<broken.window != 0>::value && require_one_distinct<broken.distinct != 0>::value &&
               require_one_row<broken.many_rows != 0>::value &&
               require_returning_without_query<broken.returning != 0>::value;
}

} // namespace stoa::detail

#endif
