// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_NUMERIC_HPP
#define STOA_EXPRESSION_NUMERIC_HPP

// Functions of numbers: abs, sign, round, trunc, floor, ceil, sqrt.

#include "stoa/expression/arithmetic.hpp"
#include "stoa/expression/function.hpp"

#include <concepts>
#include <cstdint>
#include <utility>

namespace stoa {

namespace detail {

template <class E>
concept numeric_expression = expression<E> && (number<value_type_t<E>> || is_decimal<value_type_t<E>>);

template <class E>
concept fractional_expression = numeric_expression<E> && !std::integral<value_type_t<E>>;

constexpr double rounding_unit(int digits) {
    double power = 1;
    for (; digits > 0; --digits) power *= 10;
    return power;
}

} // namespace detail

template <class E>
concept numeric_argument =
    detail::numeric_expression<E> ||
    unsatisfied<"stoa[E231]: this function needs a number: an integer, floating point or decimal expression.">();

template <class E>
concept fractional_argument =
    detail::fractional_expression<E> ||
    unsatisfied<"stoa[E231]: this function needs a number that can have a fraction: floating point or decimal. An "
                "integer is rounded already.">();

/// SQL: `abs(e)`.
template <numeric_argument E>
constexpr auto abs(E e) {
    return detail::strict_call<ast::function::abs, detail::wide_number_t<value_type_t<E>>>(std::move(e));
}

/// -1, 0 or 1. SQL: `sign(e)`.
template <numeric_argument E>
constexpr auto sign(E e) {
    return detail::strict_call<ast::function::sign, std::int32_t>(std::move(e));
}

/// Rounded to `Digits` behind the point, halves away from zero. Decimals are rounded exactly, to a decimal of that many
/// digits; doubles by rounding `e * 10^Digits` and dividing again.
/// SQL: `round(e)`.
template <int Digits = 0, fractional_argument E>
constexpr auto round(E e) {
    static_assert(Digits >= 0 && Digits <= 15,
                  "stoa[E231]: a number is rounded to 0 to 15 digits behind the point. To round to tens or hundreds, "
                  "divide, round and multiply.");
    using value = value_type_t<E>;
    if constexpr (detail::is_decimal<value>) {
        static_assert(Digits <= type_of<value>.scale,
                      "stoa[E231]: the decimal has fewer digits behind the point than it is rounded to. Round it to "
                      "fewer, or cast it to a decimal of more.");
        return detail::strict_call<ast::function::round, decimal<18, Digits>>(std::move(e));
    } else if constexpr (Digits == 0) {
        return detail::strict_call<ast::function::round, double>(std::move(e));
    } else {
        constexpr double power = detail::rounding_unit(Digits);
        auto whole = detail::strict_call<ast::function::round, double>(std::move(e) * power);
        using divided = operation<ast::op::divide, double, E::nullable, decltype(whole), literal<double>>;
        return divided(std::move(whole), literal<double>{power});
    }
}

namespace detail {

template <ast::function Function, class E>
constexpr auto without_fraction(E e) {
    if constexpr (is_decimal<value_type_t<E>>)
        return strict_call<Function, decimal<18, 0>>(std::move(e));
    else
        return strict_call<Function, double>(std::move(e));
}

} // namespace detail

/// Without the fraction, towards zero. SQL: `trunc(e)`.
template <fractional_argument E>
constexpr auto trunc(E e) {
    return detail::without_fraction<ast::function::trunc>(std::move(e));
}

/// The largest whole number that is not above. SQL: `floor(e)`.
template <fractional_argument E>
constexpr auto floor(E e) {
    return detail::without_fraction<ast::function::floor>(std::move(e));
}

/// The smallest whole number that is not below. SQL: `ceil(e)`.
template <fractional_argument E>
constexpr auto ceil(E e) {
    return detail::without_fraction<ast::function::ceil>(std::move(e));
}

/// The square root; NULL of a negative number. Not for definitions. SQL: `sqrt(e)`.
template <numeric_argument E>
constexpr auto sqrt(E e) {
    if constexpr (detail::is_decimal<value_type_t<E>>) {
        return sqrt(detail::strict_call<ast::function::cast, double>(std::move(e)));
    } else {
        return function_call<ast::function::sqrt, double, true, E>(std::move(e));
    }
}

} // namespace stoa

#endif
