// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_AGGREGATE_HPP
#define STOA_EXPRESSION_AGGREGATE_HPP

// Aggregates over the rows of a group. Over no rows a count is 0 and everything else is NULL, so results but counts
// are optional.

#include "stoa/expression/arithmetic.hpp"
#include "stoa/expression/function.hpp"
#include "stoa/expression/operation.hpp"
#include "stoa/expression/value_members.hpp"

#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace stoa {

/// What `count()` counts.
struct all_rows {
    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        nodes.leaf({.kind = ast::op::star});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

namespace detail {

/// The type of a sum; no member where values cannot be added.
template <class T>
struct sum_of {};

template <number T>
struct sum_of<T> {
    using type = std::conditional_t<std::integral<T>, std::int64_t, double>;
};

template <int P, int S>
struct sum_of<decimal<P, S>> {
    using type = decimal<18, S>;
};

template <class E>
concept summable_value = expression<E> && requires { typename sum_of<value_type_t<E>>::type; };

template <class E>
consteval bool has_extremes() {
    if constexpr (!expression<E>) {
        return false;
    } else {
        constexpr type_kind kind = type_of<value_type_t<E>>.kind;
        return has_order<value_type_t<E>> && kind != type_kind::boolean && kind != type_kind::bytes;
    }
}

} // namespace detail

/// An expression of which every database knows the smallest and the largest value.
template <class E>
concept extremal =
    detail::has_extremes<E>() ||
    unsatisfied<
        "stoa[E204]: min and max need numbers, text, times, dates or guids; of bytes, JSON and enumerations some "
        "database knows none: sort by the column and take the first row. Of conditions there are bool_and and "
        "bool_or.">();

/// A numeric expression.
template <class E>
concept summable =
    detail::summable_value<E> ||
    unsatisfied<"stoa[E204]: sum and avg need a number: an integer, floating point or decimal column.">();

/// The number of rows. SQL: `count(*)`.
constexpr auto count() {
    return operation<ast::op::count, std::int64_t, false, all_rows>(all_rows{});
}

/// The number of rows in which `e` is not NULL. SQL: `count(e)`.
template <expression E>
constexpr auto count(E e) {
    return operation<ast::op::count, std::int64_t, false, E>(e);
}

/// The number of different values of `e`, without NULL. SQL: `count(DISTINCT e)`.
template <expression E>
constexpr auto count_distinct(E e) {
    return operation<ast::op::count_distinct, std::int64_t, false, E>(e);
}

/// The number of different rows of these values, in which NULL is a value like others.
/// SQL: `count(DISTINCT (a, b))`, on SQLite of a text that has the values in it.
template <expression A, expression B, expression... More>
constexpr auto count_distinct(A a, B b, More... more) {
    return function_call<ast::function::count_distinct_rows, std::int64_t, false, A, B, More...>(
        std::move(a), std::move(b), std::move(more)...);
}

/// Integers are added in 64 bits (more raises an error on both databases), decimals exactly.
/// SQL: `sum(e)`.
template <summable E>
constexpr auto sum(E e) {
    return operation<ast::op::sum, typename detail::sum_of<value_type_t<E>>::type, true, E>(e);
}

/// The mean as a double; of integers whose sum is beyond 2^53 the last digits may differ between databases.
/// SQL: `avg(e)`.
template <summable E>
constexpr auto avg(E e) {
    return operation<ast::op::average, double, true, E>(e);
}

/// The sum of the different values. SQL: `sum(DISTINCT e)`.
template <summable E>
constexpr auto sum_distinct(E e) {
    return function_call<ast::function::sum_distinct, typename detail::sum_of<value_type_t<E>>::type, true, E>(e);
}

/// The mean of the different values. SQL: `avg(DISTINCT e)`.
template <summable E>
constexpr auto avg_distinct(E e) {
    return function_call<ast::function::avg_distinct, double, true, E>(e);
}

/// Whether the condition is true in every row in which it is not NULL. SQL: `bool_and(e)`, `min(e)` on SQLite.
template <predicate E>
constexpr auto bool_and(E e) {
    return function_call<ast::function::bool_and, bool, true, E>(e);
}

/// Whether the condition is true in some row. SQL: `bool_or(e)`, `max(e)` on SQLite.
template <predicate E>
constexpr auto bool_or(E e) {
    return function_call<ast::function::bool_or, bool, true, E>(e);
}

/// SQL: `min(e)`.
template <extremal E>
constexpr auto min(E e) {
    return operation<ast::op::minimum, value_type_t<E>, true, E>(e);
}

/// SQL: `max(e)`.
template <extremal E>
constexpr auto max(E e) {
    return operation<ast::op::maximum, value_type_t<E>, true, E>(e);
}

} // namespace stoa

#endif
