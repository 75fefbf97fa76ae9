// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_VALUE_MEMBERS_HPP
#define STOA_EXPRESSION_VALUE_MEMBERS_HPP

// The tests that read best as members: is_null, in, between, like.

#include "stoa/expression/comparison.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/expression/operation.hpp"
#include "stoa/expression/pattern.hpp"
#include "stoa/expression/query_operand.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa {

namespace detail {
struct nothing;
}

/// A value given by name when the statement runs; see parameter.hpp.
template <fixed_string Name, class T>
struct named_parameter;

/// Which rows a function sees, and in which order; see window.hpp.
template <class Partition = detail::nothing, class Order = detail::nothing, class Frame = detail::nothing>
struct window;

template <class Function, class Window>
struct windowed;

namespace detail {

/// Whether `Range` is a vector of values that a list of `T` is made of.
template <class T, class Range>
inline constexpr bool same_list = false;

template <class T, class Element>
inline constexpr bool same_list<T, std::vector<Element>> = has_literal<T, Element>;

template <class E>
inline constexpr bool is_aggregate = false;

template <ast::op Op, class Value, bool Nullable, class... Operands>
inline constexpr bool is_aggregate<operation<Op, Value, Nullable, Operands...>> = ast::is_aggregate(Op);

/// An aggregate of only some rows.
template <class Value, bool Nullable, class... Operands>
inline constexpr bool is_aggregate<operation<ast::op::filter, Value, Nullable, Operands...>> = true;

template <ast::function Function, class Value, bool Nullable, class... Arguments>
inline constexpr bool is_aggregate<function_call<Function, Value, Nullable, Arguments...>> =
    ast::is_aggregate(Function);

template <class E>
inline constexpr bool is_filtered = false;

template <class Value, bool Nullable, class... Operands>
inline constexpr bool is_filtered<operation<ast::op::filter, Value, Nullable, Operands...>> = true;

template <class E>
inline constexpr bool can_have_window = is_aggregate<E>;

template <class Value, bool Nullable, class... Operands>
inline constexpr bool can_have_window<operation<ast::op::count_distinct, Value, Nullable, Operands...>> = false;

template <class Value, bool Nullable, class Aggregate, class Condition>
inline constexpr bool can_have_window<operation<ast::op::filter, Value, Nullable, Aggregate, Condition>> =
    can_have_window<Aggregate>;

template <ast::function Function, class Value, bool Nullable, class... Arguments>
inline constexpr bool can_have_window<function_call<Function, Value, Nullable, Arguments...>> =
    ast::can_have_window(Function);

} // namespace detail

/// An aggregate or a function of windows.
template <class E>
concept windowable =
    detail::can_have_window<E> ||
    unsatisfied<"stoa[E233]: only some functions have a window on every database: those of windows, count, sum, avg, "
                "min, max, bool_and and bool_or, without DISTINCT. Compute the others in a query of their own and join "
                "it.">();

/// Members of every expression that has a value; `Self` is the expression.
template <class Self>
struct value_members {
    /// SQL: `a IS NULL`.
    constexpr auto is_null() const { return operation<ast::op::is_null, bool, false, Self>(self()); }

    /// SQL: `a IS NOT NULL`.
    constexpr auto is_not_null() const { return operation<ast::op::is_not_null, bool, false, Self>(self()); }

    /// SQL: `a BETWEEN low AND high`, both ends included.
    template <class Low, class High>
    constexpr auto between(Low&& low, High&& high) const
        requires ordered<Self, Low> && ordered<Self, High>
    {
        using value = typename Self::value_type;
        using low_type = detail::operand_t<value, Low>;
        using high_type = detail::operand_t<value, High>;
        constexpr bool can_be_null = Self::nullable || low_type::nullable || high_type::nullable;
        return operation<ast::op::between, bool, can_be_null, Self, low_type, high_type>(
            self(), detail::as_operand<value>(std::forward<Low>(low)),
            detail::as_operand<value>(std::forward<High>(high)));
    }

    /// One of the values of a range; false for an empty one. All values travel in one bound parameter.
    /// SQL: `a = ANY($1)` on PostgreSQL, `a IN (SELECT value FROM json_each(?1))` on SQLite.
    template <class Range>
        requires(!query<Range>)
    constexpr auto in(const Range& values) const {
        using list = list_literal<typename Self::value_type>;
        return operation<ast::op::in_list, bool, Self::nullable, Self, list>(self(), list(values));
    }

    template <class V>
    constexpr auto in(std::initializer_list<V> values) const {
        return in<std::initializer_list<V>>(values);
    }

    /// One of the values of a range that is given by name: `in(param<"years", std::vector<int>>)`.
    template <fixed_string Name, class T>
    constexpr auto in(named_parameter<Name, T>) const {
        using list = named_parameter<Name, list_literal<typename Self::value_type>>;
        static_assert(
            detail::same_list<typename Self::value_type, T>,
            "stoa[E202]: IN takes a list of the column's own type. Write param<\"name\", std::vector<type>>.");
        return operation<ast::op::in_list, bool, Self::nullable, Self, list>(self(), list{});
    }

    /// None of the values of a range; true for an empty one.
    template <class Range>
        requires(!query<Range>)
    constexpr auto not_in(const Range& values) const {
        return operation<ast::op::not_, bool, Self::nullable, decltype(in(values))>(in(values));
    }

    template <class V>
    constexpr auto not_in(std::initializer_list<V> values) const {
        return not_in<std::initializer_list<V>>(values);
    }

    /// Matches text, upper and lower case told apart, with `%` for any characters, `_` for one and `\` before either
    /// to mean itself. Throws: mapping_error (invalid_value) for a pattern that ends in a lone `\`.
    /// SQL: `a LIKE $1 ESCAPE '\'` on PostgreSQL, `a GLOB ?1` with the pattern translated on SQLite.
    constexpr auto like(std::string pattern) const { return matches(literal<like_pattern>{{std::move(pattern)}}); }

    template <std::size_t N>
    constexpr auto like(const char (&pattern)[N]) const {
        return matches(literal<static_like_pattern>{{std::string_view(pattern, N - 1)}});
    }

    /// The same with a pattern that is given by name: `like(param<"title", std::string>)`.
    template <fixed_string Name>
    constexpr auto like(named_parameter<Name, std::string>) const {
        return matches<named_parameter<Name, like_pattern>>({});
    }

    /// Aggregates only the rows for which `condition` is true. SQL: `sum(a) FILTER (WHERE …)`.
    template <predicate Condition>
    constexpr auto filter(Condition condition) const
        requires detail::is_aggregate<Self>
    {
        static_assert(!detail::is_filtered<Self>,
                      "stoa[E209]: this clause stands at the aggregate already. Join both conditions with &&.");
        using value = typename Self::value_type;
        constexpr bool can_be_null = Self::nullable;
        return operation<ast::op::filter, value, can_be_null, Self, Condition>(self(), std::move(condition));
    }

    /// Aggregates the rows of a window around each row, or all of them. SQL: `sum(a) OVER (…)`.
    /// Example: sum(col<&sale::amount>).over(partition_by(col<&sale::shop>).order_by(col<&sale::day>))
    template <class Window = window<>>
    constexpr auto over(Window over = {}) const
        requires windowable<Self>
    {
        return windowed<Self, Window>(self(), std::move(over));
    }

    /// One of the rows of a query with one column. SQL: `a IN (SELECT …)`.
    template <query Query>
    constexpr auto in(Query query) const {
        return in_query(std::move(query));
    }

    /// None of the values of a range that is given by name.
    template <fixed_string Name, class T>
    constexpr auto not_in(named_parameter<Name, T> values) const {
        return operation<ast::op::not_, bool, Self::nullable, decltype(in(values))>(in(values));
    }

    /// None of the rows of a query, whose column cannot be NULL (E224). SQL: `NOT a IN (SELECT …)`.
    template <query Query>
    constexpr auto not_in(Query query) const {
        auto inside = in_query(std::move(query));
        return operation<ast::op::not_, bool, true, decltype(inside)>(std::move(inside));
    }

private:
    template <class Query>
    constexpr auto in_query(Query query) const {
        static_assert(!std::is_void_v<typename Query::selection::single_term>,
                      "stoa[E226]: a query whose rows are compared with a value selects one expression. Use "
                      "select(expression).");
        if constexpr (!std::is_void_v<typename Query::selection::single_term>)
            static_assert(comparable<Self, typename Query::selection::single_term>);
        using operand = query_operand<Query>;
        return operation<ast::op::in_query, bool, true, Self, operand>(self(), operand{std::move(query)});
    }

    template <class Pattern>
    constexpr auto matches(Pattern pattern) const {
        static_assert(type_of<typename Self::value_type>.kind == type_kind::text,
                      "stoa[E202]: LIKE compares text. Use it on a std::string column.");
        return operation<ast::op::like, bool, Self::nullable, Self, Pattern>(self(), std::move(pattern));
    }

    constexpr const Self& self() const { return static_cast<const Self&>(*this); }
};

} // namespace stoa

#endif
