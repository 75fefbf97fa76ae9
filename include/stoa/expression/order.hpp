// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_ORDER_HPP
#define STOA_EXPRESSION_ORDER_HPP

// Directions of ORDER BY and of index columns. NULL counts as larger than any value on both databases: last in
// ascending order, first in descending order.

#include "stoa/expression/expression.hpp"

#include <utility>

namespace stoa {

template <ast::op Op, class E>
struct ordering {
    using is_ordering = void;
    using expression_type = E;
    static constexpr bool is_descending = Op == ast::op::descending;

    E expression;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = Op});
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
