// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_GROUPING_SETS_HPP
#define STOA_EXPRESSION_GROUPING_SETS_HPP

// Several groupings of the same rows in one query: `group_by(rollup(a, b))`. What is not grouped by in a row is NULL
// there, and `grouping(a)` tells that from a NULL that was grouped by.

#include "stoa/expression/function.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace stoa {

/// Terms of a GROUP BY that stand for one set of groups or several.
template <ast::grouping_kind Kind, class... Terms>
struct grouping_terms;

namespace detail {

template <class T>
inline constexpr bool is_grouping_terms = false;

template <ast::grouping_kind Kind, class... Terms>
inline constexpr bool is_grouping_terms<grouping_terms<Kind, Terms...>> = true;

template <class T>
inline constexpr bool is_grouping_set = false;

template <class... Terms>
inline constexpr bool is_grouping_set<grouping_terms<ast::grouping_kind::set, Terms...>> = true;

/// Into how many groupings the term divides the rows.
template <class Term>
inline constexpr std::size_t groupings_of = 1;

template <class... Terms>
inline constexpr std::size_t groupings_of<grouping_terms<ast::grouping_kind::rollup, Terms...>> = sizeof...(Terms) + 1;

template <class... Terms>
inline constexpr std::size_t groupings_of<grouping_terms<ast::grouping_kind::cube, Terms...>> =
    sizeof...(Terms) < 16 ? std::size_t{1} << sizeof...(Terms) : std::size_t{1} << 16U;

template <class... Terms>
inline constexpr std::size_t groupings_of<grouping_terms<ast::grouping_kind::sets, Terms...>> =
    (std::size_t{0} + ... + groupings_of<Terms>);

/// How many expressions the term has.
template <class Term>
inline constexpr std::size_t expressions_of = 1;

template <ast::grouping_kind Kind, class... Terms>
inline constexpr std::size_t expressions_of<grouping_terms<Kind, Terms...>> =
    (std::size_t{0} + ... + expressions_of<Terms>);

/// More would make texts that no database wants to read, and `ast::grouping_masks` has one bit for each expression.
inline constexpr std::size_t most_groupings = 64;

template <std::size_t Groupings, std::size_t Expressions>
struct require_few_groupings {
    static_assert(Groupings <= most_groupings && (Groupings == 1 || Expressions <= 64),
                  "stoa[E271]: this GROUP BY divides the rows in more than 64 ways, or by more than 64 expressions. A "
                  "cube of n terms has 2 to the n, a rollup n + 1, and what stands side by side is multiplied. Name "
                  "those that are needed: grouping_sets(grouping_set(a, b), grouping_set(a)).");
    static constexpr bool value = true;
};

template <class... Terms>
inline constexpr bool has_few_groupings = require_few_groupings<(std::size_t{1} * ... * groupings_of<Terms>),
                                                                (std::size_t{0} + ... + expressions_of<Terms>)>::value;

} // namespace detail

template <ast::grouping_kind Kind, class... Terms>
struct grouping_terms {
    detail::pack<Terms...> terms;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place =
            nodes.open({.kind = ast::op::grouping_sets, .index = static_cast<std::uint16_t>(Kind)});
        detail::emit_each<Terms...>(nodes, detail::part(self, &grouping_terms::terms));
        nodes.close(place, sizeof...(Terms));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_each(terms, visit);
    }
};

/// What `rollup` and `cube` are made of: an expression, or several that come and go together.
template <class T>
concept grouping_element = expression<T> || detail::is_grouping_set<T>;

/// What stands in a GROUP BY.
template <class T>
concept group_term = expression<T> || detail::is_grouping_terms<T>;

/// One grouping, by all of these expressions; without any, all rows are one group, which there is even of no rows.
/// SQL: `(a, b)`, within `grouping_sets`, `rollup` or `cube`.
template <expression... Terms>
constexpr grouping_terms<ast::grouping_kind::set, Terms...> grouping_set(Terms... terms) {
    return {{{std::move(terms)}...}};
}

/// Groups by each of these sets, and gives the rows of all. SQL: `GROUPING SETS ((a, b), (a), ())`.
/// Example: group_by(grouping_sets(grouping_set(a, b), grouping_set(a), grouping_set()))
template <group_term... Sets>
    requires(sizeof...(Sets) != 0)
constexpr grouping_terms<ast::grouping_kind::sets, Sets...> grouping_sets(Sets... sets) {
    return {{{std::move(sets)}...}};
}

/// Groups by all terms, by all but the last, and so on down to none: sums, sums of sums, and the grand total.
/// SQL: `ROLLUP (a, b)`.
template <grouping_element... Terms>
    requires(sizeof...(Terms) != 0)
constexpr grouping_terms<ast::grouping_kind::rollup, Terms...> rollup(Terms... terms) {
    return {{{std::move(terms)}...}};
}

/// Groups by every choice of the terms. SQL: `CUBE (a, b)`.
template <grouping_element... Terms>
    requires(sizeof...(Terms) != 0)
constexpr grouping_terms<ast::grouping_kind::cube, Terms...> cube(Terms... terms) {
    return {{{std::move(terms)}...}};
}

/// 1 in rows that are not grouped by the expression, which is NULL there; 0 in those that are. SQL: `GROUPING(a)`.
template <expression Term>
constexpr auto grouping(Term term) {
    return operation<ast::op::grouping, std::int32_t, false, Term>(std::move(term));
}

namespace ast {

/// Calls `use(place)` for every expression in a GROUP BY.
template <class Use>
constexpr void for_each_group(view nodes, std::size_t at, Use use) {
    if (nodes[at].kind == op::none) return;
    if (nodes[at].kind == op::list || nodes[at].kind == op::grouping_sets)
        for_each_child(nodes, at, [&](std::size_t term) { for_each_group(nodes, term, use); });
    else
        use(at);
}

/// Whether the rows are grouped in several ways.
constexpr bool has_grouping_sets(view nodes, std::size_t groups) {
    bool found = false;
    if (nodes[groups].kind == op::list)
        for_each_child(nodes, groups,
                       [&](std::size_t term) { found = found || nodes[term].kind == op::grouping_sets; });
    return found;
}

/// One bit for each expression of a grouping: of equal expressions that of the first.
using grouping_mask = std::uint64_t;

constexpr grouping_mask bit_of(view nodes, std::size_t groups, std::size_t expression) {
    grouping_mask bit = 1;
    grouping_mask found = 0;
    for_each_group(nodes, groups, [&](std::size_t group) {
        if (found == 0 && same_expression(nodes, group, expression)) found = bit;
        bit <<= 1U;
    });
    return found;
}

/// The sets that a term of the GROUP BY at `groups`, or all of it, stands for.
constexpr std::vector<grouping_mask> grouping_masks(view nodes, std::size_t groups, std::size_t at) {
    const auto bits_of = [&](std::size_t term) {
        grouping_mask bits = 0;
        for_each_group(nodes, term, [&](std::size_t group) { bits |= bit_of(nodes, groups, group); });
        return bits;
    };
    std::vector<grouping_mask> masks;
    if (nodes[at].kind == op::list) {
        masks.push_back(0);
        for_each_child(nodes, at, [&](std::size_t term) {
            std::vector<grouping_mask> both;
            for (const grouping_mask before : masks)
                for (const grouping_mask mask : grouping_masks(nodes, groups, term)) both.push_back(before | mask);
            masks = both;
        });
        return masks;
    }
    const auto kind =
        nodes[at].kind == op::grouping_sets ? static_cast<grouping_kind>(nodes[at].index) : grouping_kind::set;
    if (kind == grouping_kind::set) {
        masks.push_back(bits_of(at));
    } else if (kind == grouping_kind::sets) {
        for_each_child(nodes, at, [&](std::size_t set) {
            for (const grouping_mask mask : grouping_masks(nodes, groups, set)) masks.push_back(mask);
        });
    } else {
        const std::size_t count = nodes[at].arity;
        std::vector<grouping_mask> elements;
        for_each_child(nodes, at, [&](std::size_t element) { elements.push_back(bits_of(element)); });
        const bool is_cube = kind == grouping_kind::cube;
        const std::size_t choices = is_cube ? std::size_t{1} << count : count + 1;
        for (std::size_t choice = 0; choice != choices; ++choice) {
            grouping_mask bits = 0;
            for (std::size_t n = 0; n != count; ++n) {
                const bool left_out = is_cube ? (choice >> (count - 1 - n)) % 2 == 1 : n >= count - choice;
                if (!left_out) bits |= elements[n];
            }
            masks.push_back(bits);
        }
    }
    return masks;
}

/// The expressions that every set has.
constexpr grouping_mask grouped_always(view nodes, std::size_t groups) {
    grouping_mask always = ~grouping_mask{0};
    if (nodes[groups].kind == op::none) return 0;
    for (const grouping_mask mask : grouping_masks(nodes, groups, groups)) always &= mask;
    return always;
}

} // namespace ast
} // namespace stoa

#endif
