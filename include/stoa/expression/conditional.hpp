// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_CONDITIONAL_HPP
#define STOA_EXPRESSION_CONDITIONAL_HPP

// One of several values: case_when, coalesce, nullif, greatest and least. The values must be of one kind; C++ values
// take the type of the expressions beside them.

#include "stoa/expression/assignment.hpp"
#include "stoa/expression/comparison.hpp"
#include "stoa/expression/function.hpp"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

/// The type that has the values of both; no member where there is none.
template <class A, class B>
struct common_value {};

template <class A>
struct common_value<A, A> {
    using type = A;
};

template <>
struct common_value<static_string, static_string> {
    using type = std::string;
};

template <>
struct common_value<static_string, std::string> {
    using type = std::string;
};

template <>
struct common_value<std::string, static_string> {
    using type = std::string;
};

// The wider of the columns' types, as databases choose it.
template <number A, number B>
    requires(!std::same_as<A, B> && std::integral<A> == std::integral<B>)
struct common_value<A, B> {
    static constexpr type_kind kind = std::max(type_of<A>.kind, type_of<B>.kind);
    using integer = std::conditional_t<kind == type_kind::int16, std::int16_t,
                                       std::conditional_t<kind == type_kind::int32, std::int32_t, std::int64_t>>;
    using type = std::conditional_t<std::integral<A>, integer, double>;
};

template <int P, int Q, int S>
    requires(P != Q)
struct common_value<decimal<P, S>, decimal<Q, S>> {
    using type = decimal<std::max(P, Q), S>;
};

/// A value where there is no other yet.
template <class V>
constexpr auto first_value_of(V&& given) {
    if constexpr (expression<V>)
        return std::remove_cvref_t<V>(std::forward<V>(given));
    else if constexpr (string_like<std::remove_cvref_t<V>> && !std::same_as<std::remove_cvref_t<V>, std::string>)
        return as_operand<std::string>(std::forward<V>(given));
    else
        return literal<std::remove_cvref_t<V>>{std::forward<V>(given)};
}

template <class T>
using plain_value = std::conditional_t<std::same_as<T, static_string>, std::string, T>;

/// Whether `V` can stand beside values of `T`.
template <class T, class V>
consteval bool is_alike() {
    if constexpr (expression<V>)
        return requires { typename common_value<T, value_type_t<V>>::type; };
    else if constexpr (std::integral<T> && std::floating_point<value_t<std::remove_cvref_t<V>>>)
        return false;
    else
        return has_literal<T, V>;
}

template <class T, class... Values>
struct common_of {
    using type = T;
};

template <class T, class V, class... Values>
    requires(is_alike<T, V>())
struct common_of<T, V, Values...> {
    using operand = std::remove_cvref_t<decltype(as_assigned<T>(std::declval<V>()))>;
    using common = typename common_value<T, value_type_t<operand>>::type;
    using type = typename common_of<common, Values...>::type;
};

template <class T, class V, class... Values>
    requires(!is_alike<T, V>())
struct common_of<T, V, Values...> {};

template <class V>
using first_value_type = plain_value<value_type_t<decltype(first_value_of(std::declval<V>()))>>;

template <class T, class... Values>
concept has_common = requires { typename common_of<T, Values...>::type; };

template <class V>
consteval bool has_greatest() {
    if constexpr (expression<V>)
        return has_order<value_type_t<V>>;
    else
        return true;
}

} // namespace detail

/// Values of one kind, the first of which are of type `T`.
template <class T, class... Values>
concept alike =
    detail::has_common<T, Values...> ||
    unsatisfied<"stoa[E230]: the values of CASE, COALESCE, GREATEST and LEAST must be of one kind: all integers, all "
                "floating point, decimals of one scale, or of one and the same type. Cast one of them.">();

/// Values that every database sorts alike.
template <class V>
concept sortable =
    detail::has_greatest<V>() ||
    unsatisfied<"stoa[E230]: greatest and least need numbers, text, times, dates, guids or bytes: enumerations and "
                "documents have no order that every database agrees on.">();

/// CASE with the conditions so far; NULL where none is true.
template <class Value, class... Parts>
struct case_expression : function_call<ast::function::case_, Value, true, Parts...> {
    using base = function_call<ast::function::case_, Value, true, Parts...>;
    using base::base;

    /// The next condition, asked only where the ones before are not true.
    template <predicate Condition, class V>
        requires alike<Value, V>
    constexpr auto when(Condition condition, V&& value) const {
        auto operand = detail::as_assigned<Value>(std::forward<V>(value));
        using common = typename detail::common_of<Value, V>::type;
        using longer = case_expression<common, Parts..., Condition, decltype(operand)>;
        return this->arguments.apply(
            [&](const auto&... parts) { return longer(parts..., std::move(condition), std::move(operand)); });
    }

    /// The value where no condition is true.
    template <class V>
        requires alike<Value, V>
    constexpr auto otherwise(V&& value) const {
        auto operand = detail::as_assigned<Value>(std::forward<V>(value));
        using common = typename detail::common_of<Value, V>::type;
        constexpr bool can_be_null = has_nullable_value() || decltype(operand)::nullable;
        using whole = function_call<ast::function::case_, common, can_be_null, Parts..., decltype(operand)>;
        return this->arguments.apply([&](const auto&... parts) { return whole(parts..., std::move(operand)); });
    }

private:
    static consteval bool has_nullable_value() {
        std::size_t n = 0;
        bool found = false;
        ((found = found || (n++ % 2 == 1 && Parts::nullable)), ...);
        return found;
    }
};

/// The value of the first condition that is true. SQL: `CASE WHEN c THEN v … ELSE w END`.
/// Example: case_when(col<&book::pages> < 100, "short").when(col<&book::pages> < 500, "medium").otherwise("long")
template <predicate Condition, class V>
constexpr auto case_when(Condition condition, V&& value) {
    auto first = detail::first_value_of(std::forward<V>(value));
    using type = detail::plain_value<value_type_t<decltype(first)>>;
    return case_expression<type, Condition, decltype(first)>(std::move(condition), std::move(first));
}

namespace detail {

/// A call that is NULL only where all arguments are.
template <ast::function Function, class A, class... Values>
constexpr auto chosen_from(A a, Values&&... values) {
    using type = typename common_of<value_type_t<A>, Values...>::type;
    const auto call = [](auto... all) {
        constexpr bool can_be_null = (... && decltype(all)::nullable);
        return function_call<Function, type, can_be_null, decltype(all)...>(std::move(all)...);
    };
    return call(std::move(a), as_assigned<value_type_t<A>>(std::forward<Values>(values))...);
}

} // namespace detail

/// The first value that is not NULL. SQL: `coalesce(a, b, …)`.
template <expression A, class... Values>
    requires(sizeof...(Values) != 0) && alike<value_type_t<A>, Values...>
constexpr auto coalesce(A a, Values&&... values) {
    return detail::chosen_from<ast::function::coalesce>(std::move(a), std::forward<Values>(values)...);
}

/// `a`, or NULL where it is `b`. SQL: `nullif(a, b)`.
template <expression A, class B>
    requires comparable<A, B>
constexpr auto nullif(A a, B&& b) {
    auto operand = detail::as_operand<value_type_t<A>>(std::forward<B>(b));
    return function_call<ast::function::nullif, value_type_t<A>, true, A, decltype(operand)>(std::move(a),
                                                                                             std::move(operand));
}

/// The largest of the values, without NULL as long as there is another. SQL: `greatest(a, b, …)`, max on SQLite.
template <expression A, class... Values>
    requires(sizeof...(Values) != 0) && sortable<A> && alike<value_type_t<A>, Values...>
constexpr auto greatest(A a, Values&&... values) {
    return detail::chosen_from<ast::function::greatest>(std::move(a), std::forward<Values>(values)...);
}

/// The smallest of the values, without NULL as long as there is another. SQL: `least(a, b, …)`, min on SQLite.
template <expression A, class... Values>
    requires(sizeof...(Values) != 0) && sortable<A> && alike<value_type_t<A>, Values...>
constexpr auto least(A a, Values&&... values) {
    return detail::chosen_from<ast::function::least>(std::move(a), std::forward<Values>(values)...);
}

} // namespace stoa

#endif
