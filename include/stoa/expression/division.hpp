// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_DIVISION_HPP
#define STOA_EXPRESSION_DIVISION_HPP

// Quotients and remainders. Division by zero gives NULL on every database, so a quotient can be NULL unless its
// divisor is a C++ value, which is looked at before it is sent.

#include "stoa/expression/arithmetic.hpp"
#include "stoa/expression/cast.hpp"
#include "stoa/expression/conditional.hpp"

#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

/// The divisor; NULL where it is zero.
template <expression B>
constexpr auto divisor(B b) {
    using zero = written_number<0>;
    return function_call<ast::function::nullif, value_type_t<B>, true, B, zero>(std::move(b), zero{});
}

template <number T>
constexpr literal<T> divisor(literal<T> b) {
    if (b.value == T{0})
        raise(errc::invalid_value, "a value is divided by zero. Divide by another number, or leave the row out.");
    return b;
}

/// Decimals are divided as doubles.
template <expression E>
constexpr auto as_quotient_part(E e) {
    if constexpr (is_decimal<value_type_t<E>>)
        return cast<double>(std::move(e));
    else
        return e;
}

template <ast::op Op, expression A, expression B>
constexpr auto quotient(A a, B b) {
    using value =
        std::conditional_t<std::integral<value_type_t<A>> && std::integral<value_type_t<B>>, std::int64_t, double>;
    auto by = divisor(as_quotient_part(std::move(b)));
    auto part = as_quotient_part(std::move(a));
    constexpr bool can_be_null = decltype(part)::nullable || decltype(by)::nullable;
    return operation<Op, value, can_be_null, decltype(part), decltype(by)>(std::move(part), std::move(by));
}

template <class V>
concept divisible_number = number<V> || is_decimal<V>;

/// The value as it is if it is an expression or a number.
template <class V>
constexpr auto quotient_operand(V&& v) {
    using plain = std::remove_cvref_t<V>;
    if constexpr (expression<V>)
        return plain(std::forward<V>(v));
    else
        return as_operand<plain>(plain(v));
}

template <class A, class B>
consteval bool can_divide() {
    constexpr auto one = []<class V>(std::type_identity<V>) {
        if constexpr (expression<V>)
            return divisible_number<value_type_t<V>>;
        else
            return number<V>;
    };
    return (expression<A> || expression<B>)&&one(std::type_identity<A>{}) && one(std::type_identity<B>{});
}

template <class V>
consteval bool is_whole() {
    if constexpr (expression<V>)
        return number<value_type_t<V>> && std::integral<value_type_t<V>>;
    else
        return number<V> && std::integral<V>;
}

} // namespace detail

/// Two numbers, one of which is divided by the other.
template <class A, class B>
concept divisible =
    detail::can_divide<A, B>() ||
    unsatisfied<"stoa[E214]: only numbers and decimals are divided, and a decimal is no C++ value here: give it as an "
                "expression, value(decimal).">();

/// Two integers.
template <class A, class B>
concept has_remainder = (detail::is_whole<A>() && detail::is_whole<B>()) ||
                        unsatisfied<"stoa[E214]: the remainder % is that of two integers.">();

/// Of integers without the fraction, of anything else in double precision; NULL where `b` is zero.
/// Throws: mapping_error (invalid_value) if `b` is the C++ value zero. SQL: `a / nullif(b, 0)`.
template <class A, class B>
    requires detail::one_is_expression<A, B> && divisible<std::remove_cvref_t<A>, std::remove_cvref_t<B>>
constexpr auto operator/(A&& a, B&& b) {
    return detail::quotient<ast::op::divide>(detail::quotient_operand(std::forward<A>(a)),
                                             detail::quotient_operand(std::forward<B>(b)));
}

/// What remains of a division of integers, with the sign of `a`; NULL where `b` is zero. SQL: `a % nullif(b, 0)`.
template <class A, class B>
    requires detail::one_is_expression<A, B> && has_remainder<std::remove_cvref_t<A>, std::remove_cvref_t<B>>
constexpr auto operator%(A&& a, B&& b) {
    return detail::quotient<ast::op::modulo>(detail::quotient_operand(std::forward<A>(a)),
                                             detail::quotient_operand(std::forward<B>(b)));
}

} // namespace stoa

#endif
