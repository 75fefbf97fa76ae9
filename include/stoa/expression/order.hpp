// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_ORDER_HPP
#define STOA_EXPRESSION_ORDER_HPP

// Directions of ORDER BY and of index columns. NULL counts as larger than any value on both databases: last in
// ascending order, first in descending order, unless `nulls_first` or `nulls_last` says otherwise.

#include "stoa/expression/expression.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace stoa {

template <ast::op Op, class E, ast::null_place Nulls = ast::null_place::largest>
struct ordering {
    using is_ordering = void;
    using expression_type = E;
    static constexpr bool is_descending = Op == ast::op::descending;

    E expression;

    /// Rows without a value before all others. SQL: `NULLS FIRST`.
    constexpr ordering<Op, E, ast::null_place::first> nulls_first() const { return {expression}; }
    /// Rows without a value behind all others. SQL: `NULLS LAST`.
    constexpr ordering<Op, E, ast::null_place::last> nulls_last() const { return {expression}; }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = Op, .index = static_cast<std::uint16_t>(Nulls)});
        E::emit(nodes, detail::part(self, &ordering::expression));
        nodes.close(place, 1);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        expression.parameters(visit);
    }
};

/// Smallest first, NULL last.
template <expression E>
constexpr ordering<ast::op::ascending, E> asc(E e) {
    return {std::move(e)};
}

/// Largest first, NULL before it.
template <expression E>
constexpr ordering<ast::op::descending, E> desc(E e) {
    return {std::move(e)};
}

template <class T>
concept ordering_term = expression<T> || requires { typename T::is_ordering; };

namespace detail {

template <ordering_term T>
constexpr auto as_ordering(T term) {
    if constexpr (expression<T>)
        return asc(std::move(term));
    else
        return term;
}

} // namespace detail
} // namespace stoa

#endif
