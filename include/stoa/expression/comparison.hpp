// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_COMPARISON_HPP
#define STOA_EXPRESSION_COMPARISON_HPP

// Comparisons. Both sides must have values that mean the same kind of thing; a C++ value beside an expression takes
// the expression's type, and an optional is compared so that nullopt finds NULL.

#include "stoa/expression/literal.hpp"
#include "stoa/expression/operation.hpp"

#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

template <class A, class B>
consteval bool comparable_values() {
    if constexpr (expression<A> && expression<B>)
        return same_class<value_type_t<A>, value_type_t<B>>;
    else if constexpr (expression<A>)
        return has_literal<value_type_t<A>, B>;
    else if constexpr (expression<B>)
        return has_literal<value_type_t<B>, A>;
    else
        return false;
}

template <class T>
inline constexpr bool has_order =
    !std::is_enum_v<T> && type_of<T>.kind != type_kind::json && type_of<T>.kind != type_kind::array;

template <class V>
inline constexpr bool is_optional_value =
    !expression<V> && (is_optional<std::decay_t<V>> || std::is_same_v<std::decay_t<V>, std::nullopt_t>);

template <class A, class B>
consteval bool ordered_values() {
    if constexpr (!comparable_values<A, B>())
        return false;
    else if constexpr (expression<A>)
        return has_order<value_type_t<A>> && !is_optional_value<B>;
    else
        return has_order<value_type_t<B>> && !is_optional_value<A>;
}

template <class A, class B>
concept one_is_expression = expression<A> || expression<B>;

/// An operation that is true or false; NULL where a side can be, unless the operator compares NULLs as well.
template <ast::op Op, class Left, class Right>
constexpr auto comparison(Left left, Right right) {
    constexpr bool compares_null = Op == ast::op::not_distinct || Op == ast::op::distinct;
    constexpr bool can_be_null = !compares_null && (Left::nullable || Right::nullable);
    return operation<Op, bool, can_be_null, Left, Right>(std::move(left), std::move(right));
}

/// Both sides as expressions.
template <ast::op Op, class A, class B>
constexpr auto compare(A&& a, B&& b) {
    if constexpr (expression<A>)
        return comparison<Op, std::remove_cvref_t<A>>(std::forward<A>(a),
                                                      as_operand<value_type_t<A>>(std::forward<B>(b)));
    else
        return comparison<Op>(as_operand<value_type_t<B>>(std::forward<A>(a)),
                              std::remove_cvref_t<B>(std::forward<B>(b)));
}

} // namespace detail

/// Both sides have values of one kind, so that a comparison means the same on every database.
template <class A, class B>
concept comparable =
    detail::comparable_values<A, B>() ||
    unsatisfied<
        "stoa[E202]: these two values cannot be compared: they are of unlike types. Compare a column with a value "
        "of its own C++ type (decimals: of the same scale, integers included).">();

/// Comparable, and of a type that has an order both databases agree on.
template <class A, class B>
concept ordered =
    detail::ordered_values<A, B>() ||
    unsatisfied<"stoa[E202]: these two values have no common order: they are of unlike types, optional, enumerators, "
                "arrays or JSON documents. Compare a column with a value of its own C++ type.">();

/// SQL: `a = b`; beside an optional `a IS NOT DISTINCT FROM b`, which is true for two NULLs.
template <class A, class B>
    requires detail::one_is_expression<A, B> && comparable<A, B>
constexpr auto operator==(A&& a, B&& b) {
    constexpr bool null_safe = detail::is_optional_value<A> || detail::is_optional_value<B>;
    return detail::compare < null_safe ? ast::op::not_distinct
                                       : ast::op::equal > (std::forward<A>(a), std::forward<B>(b));
}

/// SQL: `a <> b`; beside an optional `a IS DISTINCT FROM b`.
template <class A, class B>
    requires detail::one_is_expression<A, B> && comparable<A, B>
constexpr auto operator!=(A&& a, B&& b) {
    constexpr bool null_safe = detail::is_optional_value<A> || detail::is_optional_value<B>;
    return detail::compare < null_safe ? ast::op::distinct
                                       : ast::op::not_equal > (std::forward<A>(a), std::forward<B>(b));
}

template <class A, class B>
    requires detail::one_is_expression<A, B> && ordered<A, B>
constexpr auto operator<(A&& a, B&& b) {
    return detail::compare<ast::op::less>(std::forward<A>(a), std::forward<B>(b));
}

template <class A, class B>
    requires detail::one_is_expression<A, B> && ordered<A, B>
constexpr auto operator<=(A&& a, B&& b) {
    return detail::compare<ast::op::less_equal>(std::forward<A>(a), std::forward<B>(b));
}

template <class A, class B>
    requires detail::one_is_expression<A, B> && ordered<A, B>
constexpr auto operator>(A&& a, B&& b) {
    return detail::compare<ast::op::greater>(std::forward<A>(a), std::forward<B>(b));
}

template <class A, class B>
    requires detail::one_is_expression<A, B> && ordered<A, B>
constexpr auto operator>=(A&& a, B&& b) {
    return detail::compare<ast::op::greater_equal>(std::forward<A>(a), std::forward<B>(b));
}

} // namespace stoa

#endif
