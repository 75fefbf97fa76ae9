// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_ROW_VALUE_HPP
#define STOA_EXPRESSION_ROW_VALUE_HPP

// Rows of values that are compared as a whole: equal if all their values are, and in the order of the first values that
// differ. What is not known of one value is not known of the row, unless another one decides.

#include "stoa/expression/comparison.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/expression/query_operand.hpp"

#include <cstddef>
#include <initializer_list>
#include <tuple>
#include <type_traits>
#include <utility>

namespace stoa {

template <class Row, class... Terms>
struct select_clause;

namespace detail {

/// A C++ value in a row; what it stands beside makes it one of a column.
template <class V>
struct row_constant {
    static constexpr bool nullable = false;
    using type = V;
    V value;
};

template <class E>
struct row_element {
    using type = E;
};

template <class V>
struct row_element<row_constant<V>> {
    using type = V;
};

/// What was given for an element of a row: an expression, or a C++ value.
template <class E>
using row_element_t = typename row_element<E>::type;

template <class V>
constexpr auto as_row_element(V&& value) {
    if constexpr (expression<V>)
        return std::remove_cvref_t<V>(std::forward<V>(value));
    else
        return row_constant<typename decayed<V>::type>{std::forward<V>(value)};
}

/// An element as an expression beside `Peer`, or beside an expression as itself.
template <class Peer, class E>
constexpr auto row_operand(const E& element) {
    if constexpr (expression<E>)
        return element;
    else
        return as_operand<value_type_t<Peer>>(element.value);
}

template <std::size_t A, std::size_t B>
struct require_rows_of_one_width {
    static_assert(A == B, "stoa[E275]: a row is compared with one that has more or fewer values. Give both as many.");
    static constexpr bool value = A == B;
};

template <class A, class B>
struct require_expression_in_pair {
    static_assert(expression<A> || expression<B>,
                  "stoa[E275]: two C++ values stand beside each other in rows that are compared. Let one of them be a "
                  "column or another expression, or compare the two in C++.");
    static constexpr bool value = one_is_expression<A, B>;
};

/// Whether what was given for two elements can be compared; does not compile where it cannot.
template <class A, class B, bool Ordered>
consteval bool values_match() {
    if constexpr (!require_expression_in_pair<A, B>::value) {
        return false;
    } else if constexpr (Ordered) {
        static_assert(ordered<A, B>);
        return ordered_values<A, B>();
    } else {
        static_assert(comparable<A, B>);
        return comparable_values<A, B>();
    }
}

/// Whether a query selects an expression beside every value of a row.
template <class Selection, class... Elements>
inline constexpr bool selects_row = false;

template <class Row, class... Terms, class... Elements>
    requires(sizeof...(Terms) == sizeof...(Elements) && (expression<Terms> && ...))
inline constexpr bool selects_row<select_clause<Row, Terms...>, Elements...> =
    (values_match<Elements, Terms, false>() && ...);

/// The values of a range of tuples, a list for each place, bound as one parameter each.
template <class... T>
struct row_lists {
    pack<list_literal<T>...> lists;

    template <class Range>
    explicit row_lists(const Range& range) {
        for (const auto& row : range) add(row, std::index_sequence_for<T...>{});
    }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        const std::size_t place = nodes.open({.kind = ast::op::list});
        (list_literal<T>::emit(nodes, only_shape{}), ...);
        nodes.close(place, sizeof...(T));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_each(lists, visit);
    }

private:
    template <class Row, std::size_t... I>
    void add(const Row& row, std::index_sequence<I...>) {
        constexpr std::size_t width = std::tuple_size_v<Row>;
        if constexpr (require_rows_of_one_width<sizeof...(T), width>::value) {
            if ((list_literal<T>::can_have(std::get<I>(row)) && ...)) (get<I>(lists).add(std::get<I>(row)), ...);
        }
    }
};

} // namespace detail

/// Values side by side; see `row`.
template <class... Elements>
struct row_value {
    static constexpr bool nullable = (Elements::nullable || ...);

    detail::pack<Elements...> elements;

    /// One of the rows of a query, which selects an expression for every value. SQL: `(a, b) IN (SELECT …)`.
    template <query Query>
    constexpr auto in(Query query) const {
        static_assert(detail::selects_row<typename Query::selection, detail::row_element_t<Elements>...>,
                      "stoa[E275]: a query whose rows are compared with a row selects one expression for each of its "
                      "values. Use select(a, b).");
        using operand = query_operand<Query>;
        return operation<ast::op::in_query, bool, true, row_value, operand>(*this, operand{std::move(query)});
    }

    /// None of the rows of a query, whose columns cannot be NULL (E224). SQL: `NOT (a, b) IN (SELECT …)`.
    template <query Query>
    constexpr auto not_in(Query query) const {
        auto inside = in(std::move(query));
        return operation<ast::op::not_, bool, true, decltype(inside)>(std::move(inside));
    }

    /// One of the tuples of a range; false for an empty one. All values of one column travel in one bound parameter.
    /// SQL: `(a, b) IN (SELECT "1", "2" FROM unnest($1, $2) …)` on PostgreSQL, from `json_each` on SQLite.
    /// Example: row(col<&copy::book_id>, col<&copy::number>).in({std::tuple(id, 1), std::tuple(id, 2)})
    template <class Range>
        requires(!query<Range>)
    constexpr auto in(const Range& rows) const {
        using lists = detail::row_lists<value_type_t<Elements>...>;
        return operation<ast::op::in_list, bool, nullable, row_value, lists>(*this, lists(rows));
    }

    template <class... V>
    constexpr auto in(std::initializer_list<std::tuple<V...>> rows) const {
        return in<std::initializer_list<std::tuple<V...>>>(rows);
    }

    /// None of the tuples of a range; true for an empty one.
    template <class Range>
        requires(!query<Range>)
    constexpr auto not_in(const Range& rows) const {
        return operation<ast::op::not_, bool, nullable, decltype(in(rows))>(in(rows));
    }

    template <class... V>
    constexpr auto not_in(std::initializer_list<std::tuple<V...>> rows) const {
        return not_in<std::initializer_list<std::tuple<V...>>>(rows);
    }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::row, .nullable = nullable});
        detail::emit_each<Elements...>(nodes, detail::part(self, &row_value::elements));
        nodes.close(place, sizeof...(Elements));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_each(elements, visit);
    }
};

/// Values that are compared as one, columns and other expressions as well as C++ values: with `==`, `<` and their kin
/// with another row, with `in` with the rows of a query or a range of tuples.
/// SQL: `(a, b)`. Example: row(col<&book::title>, col<&book::id>) > row("Iliad", id)
template <class... Values>
    requires(sizeof...(Values) != 0)
constexpr auto row(Values&&... values) {
    return row_value<decltype(detail::as_row_element(std::forward<Values>(values)))...>{
        {{detail::as_row_element(std::forward<Values>(values))}...}};
}

namespace detail {

template <ast::op Op, bool Ordered, class... A, class... B>
constexpr auto compare_rows(const row_value<A...>& a, const row_value<B...>& b) {
    if constexpr (require_rows_of_one_width<sizeof...(A), sizeof...(B)>::value) {
        if constexpr ((values_match<row_element_t<A>, row_element_t<B>, Ordered>() && ...)) {
            constexpr auto build = []<class... E>(E... all) { return row_value<E...>{{{std::move(all)}...}}; };
            return [&]<std::size_t... I>(std::index_sequence<I...>) {
                return comparison<Op>(build(row_operand<B>(get<I>(a.elements))...),
                                      build(row_operand<A>(get<I>(b.elements))...));
            }(std::index_sequence_for<A...>{});
        }
    }
}

/// Whether a value is optional, so that NULL is compared as well.
template <class... Elements>
inline constexpr bool finds_null = (is_optional_value<row_element_t<Elements>> || ...);

} // namespace detail

/// SQL: `(a, b) = (c, d)`; where a value is optional `(a, b) IS NOT DISTINCT FROM (c, d)`.
template <class... A, class... B>
constexpr auto operator==(const row_value<A...>& a, const row_value<B...>& b) {
    constexpr bool null_safe = detail::finds_null<A...> || detail::finds_null<B...>;
    return detail::compare_rows < null_safe ? ast::op::not_distinct : ast::op::equal, false > (a, b);
}

/// SQL: `(a, b) <> (c, d)`; where a value is optional `(a, b) IS DISTINCT FROM (c, d)`.
template <class... A, class... B>
constexpr auto operator!=(const row_value<A...>& a, const row_value<B...>& b) {
    constexpr bool null_safe = detail::finds_null<A...> || detail::finds_null<B...>;
    return detail::compare_rows < null_safe ? ast::op::distinct : ast::op::not_equal, false > (a, b);
}

template <class... A, class... B>
constexpr auto operator<(const row_value<A...>& a, const row_value<B...>& b) {
    return detail::compare_rows<ast::op::less, true>(a, b);
}

template <class... A, class... B>
constexpr auto operator<=(const row_value<A...>& a, const row_value<B...>& b) {
    return detail::compare_rows<ast::op::less_equal, true>(a, b);
}

template <class... A, class... B>
constexpr auto operator>(const row_value<A...>& a, const row_value<B...>& b) {
    return detail::compare_rows<ast::op::greater, true>(a, b);
}

template <class... A, class... B>
constexpr auto operator>=(const row_value<A...>& a, const row_value<B...>& b) {
    return detail::compare_rows<ast::op::greater_equal, true>(a, b);
}

} // namespace stoa

#endif
