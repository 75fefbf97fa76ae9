// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_ARITHMETIC_HPP
#define STOA_EXPRESSION_ARITHMETIC_HPP

// Sums, differences and products. Integers are computed in 64 bits on both databases, anything with a floating point
// number in double precision, decimals exactly: sums are of one scale, a product has the digits behind the point of
// both factors.

#include "stoa/expression/literal.hpp"
#include "stoa/expression/operation.hpp"
#include "stoa/types/decimal.hpp"

#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

template <class T>
inline constexpr bool is_decimal = false;

template <int P, int S>
inline constexpr bool is_decimal<decimal<P, S>> = true;

template <class T>
concept integer = number<T> && std::integral<T>;

/// The type of a sum, difference or product; no member where there is none.
template <ast::op Op, class A, class B>
struct arithmetic_result {};

template <ast::op Op, number A, number B>
struct arithmetic_result<Op, A, B> {
    using type = std::conditional_t<std::integral<A> && std::integral<B>, std::int64_t, double>;
};

template <ast::op Op, int P, int Q, int S>
    requires(Op != ast::op::multiply)
struct arithmetic_result<Op, decimal<P, S>, decimal<Q, S>> {
    using type = decimal<18, S>;
};

template <int P, int S, integer B>
struct arithmetic_result<ast::op::multiply, decimal<P, S>, B> {
    using type = decimal<18, S>;
};

template <integer A, int P, int S>
struct arithmetic_result<ast::op::multiply, A, decimal<P, S>> {
    using type = decimal<18, S>;
};

/// How many digits a product has behind the point.
template <int S, int T>
struct require_product_scale {
    static_assert(S + T <= 18,
                  "stoa[E260]: the product of these decimals has as many digits behind the point as both together, and "
                  "a decimal has at most 18. Round a factor to fewer, round<2>(e), or compute in double precision, "
                  "cast<double>(e).");
    static constexpr int value = S + T <= 18 ? S + T : 18;
};

template <int P, int S, int Q, int T>
struct arithmetic_result<ast::op::multiply, decimal<P, S>, decimal<Q, T>> {
    using type = decimal<18, require_product_scale<S, T>::value>;
};

/// The values beside which a C++ value of type `V` is written: those of the expression `A`, unless it is a factor of
/// another kind. A number beside a product with a decimal is such a one; beside a sum it is a decimal itself.
template <ast::op Op, class A, class V>
struct peer {
    using type = A;
};

template <int P, int S, integer V>
struct peer<ast::op::multiply, decimal<P, S>, V> {
    using type = std::int64_t;
};

template <class A, int P, int S>
    requires(is_decimal<A> || integer<A>)
struct peer<ast::op::multiply, A, decimal<P, S>> {
    using type = decimal<P, S>;
};

template <ast::op Op, class A, class B>
using peer_t = typename peer<Op, value_type_t<A>, std::decay_t<B>>::type;

template <ast::op Op, class A, class B>
constexpr auto arithmetic_operand(B&& b) {
    return as_operand<peer_t<Op, A, B>>(std::forward<B>(b));
}

template <ast::op Op, class A, class B>
consteval bool has_operand() {
    if constexpr (expression<B>)
        return true;
    else
        return has_literal<peer_t<Op, A, B>, B>;
}

template <ast::op Op, class A, class B>
concept has_result = has_operand<Op, A, B>() && requires(B&& b) {
    typename arithmetic_result<Op, value_type_t<A>,
                               value_type_t<decltype(arithmetic_operand<Op, A>(std::forward<B>(b)))>>::type;
};

/// The type in which a number is computed.
template <class T>
struct wide_number {};

template <number T>
struct wide_number<T> : arithmetic_result<ast::op::add, T, T> {};

template <int P, int S>
struct wide_number<decimal<P, S>> {
    using type = decimal<18, S>;
};

template <class T>
using wide_number_t = typename wide_number<T>::type;

template <class T>
concept has_wide_number = requires { typename wide_number<T>::type; };

template <ast::op Op, class A, class B>
constexpr auto compute(A&& a, B&& b) {
    using left = std::remove_cvref_t<A>;
    using right = decltype(arithmetic_operand<Op, A>(std::forward<B>(b)));
    using value = typename arithmetic_result<Op, value_type_t<left>, value_type_t<right>>::type;
    using result = operation<Op, value, left::nullable || right::nullable, left, right>;
    return result(std::forward<A>(a), arithmetic_operand<Op, A>(std::forward<B>(b)));
}

} // namespace detail

/// Two numbers of which every database computes the same.
template <class A, class B, ast::op Op>
concept computable =
    detail::has_result<Op, A, B> ||
    unsatisfied<"stoa[E214]: these two values cannot be computed with: a number goes with a number, a decimal with a "
                "decimal of its scale or a whole number, in products with any decimal. cast<decimal<18, 4>>(e) gives a "
                "decimal more digits, cast<double>(e) makes it a number.">();

template <expression A, class B>
    requires computable<A, B, ast::op::add>
constexpr auto operator+(A&& a, B&& b) {
    return detail::compute<ast::op::add>(std::forward<A>(a), std::forward<B>(b));
}

template <expression A, class B>
    requires computable<A, B, ast::op::subtract>
constexpr auto operator-(A&& a, B&& b) {
    return detail::compute<ast::op::subtract>(std::forward<A>(a), std::forward<B>(b));
}

template <expression A, class B>
    requires computable<A, B, ast::op::multiply>
constexpr auto operator*(A&& a, B&& b) {
    return detail::compute<ast::op::multiply>(std::forward<A>(a), std::forward<B>(b));
}

// With the C++ value in front.

template <class A, expression B>
    requires(!expression<A>) && computable<B, A, ast::op::add>
constexpr auto operator+(A&& a, B&& b) {
    return std::forward<B>(b) + std::forward<A>(a);
}

template <class A, expression B>
    requires(!expression<A>) && computable<B, A, ast::op::subtract>
constexpr auto operator-(A&& a, B&& b) {
    return detail::compute<ast::op::subtract>(detail::as_operand<value_type_t<B>>(std::forward<A>(a)),
                                              std::forward<B>(b));
}

template <class A, expression B>
    requires(!expression<A>) && computable<B, A, ast::op::multiply>
constexpr auto operator*(A&& a, B&& b) {
    return std::forward<B>(b) * std::forward<A>(a);
}

// Not a constraint: for an operator of one operand clang would not say why there is none.
template <class Value>
struct require_negatable {
    static_assert(detail::has_wide_number<Value>,
                  "stoa[E214]: only numbers have a negative; a condition has !. Compute it in C++.");
    using type = detail::wide_number_t<Value>;
};

/// SQL: `- a`.
template <expression A>
constexpr auto operator-(A&& a) {
    using operand = std::remove_cvref_t<A>;
    using value = typename require_negatable<value_type_t<operand>>::type;
    return operation<ast::op::negate, value, operand::nullable, operand>(std::forward<A>(a));
}

} // namespace stoa

#endif
