// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_LOGIC_HPP
#define STOA_EXPRESSION_LOGIC_HPP

// Predicates joined with &&, || and !. The operators build SQL; they do not short-circuit in C++.

#include "stoa/expression/operation.hpp"

#include <concepts>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

template <class E>
concept boolean_expression = expression<E> && std::same_as<value_type_t<E>, bool>;

template <ast::op Op, class A, class B>
using logical = operation<Op, bool, std::remove_cvref_t<A>::nullable || std::remove_cvref_t<B>::nullable,
                          std::remove_cvref_t<A>, std::remove_cvref_t<B>>;

} // namespace detail

/// SQL: `a AND b`.
template <detail::boolean_expression A, detail::boolean_expression B>
constexpr auto operator&&(A&& a, B&& b) {
    return detail::logical<ast::op::and_, A, B>(std::forward<A>(a), std::forward<B>(b));
}

/// SQL: `a OR b`.
template <detail::boolean_expression A, detail::boolean_expression B>
constexpr auto operator||(A&& a, B&& b) {
    return detail::logical<ast::op::or_, A, B>(std::forward<A>(a), std::forward<B>(b));
}

/// SQL: `NOT a`.
template <detail::boolean_expression A>
constexpr auto operator!(A&& a) {
    using operand = std::remove_cvref_t<A>;
    return operation<ast::op::not_, bool, operand::nullable, operand>(std::forward<A>(a));
}

} // namespace stoa

#endif
