// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_EXPRESSION_HPP
#define STOA_EXPRESSION_EXPRESSION_HPP

// What every typed expression is: a small value type with
//   `value_type`, the C++ type of its value without optional, and `nullable`;
//   `emit(builder, self)`, which appends its nodes (self is the expression, whose literals are then printed, or
//   `only_shape`, which makes parameters of them);
//   `parameters(visitor)`, which hands its literals to the visitor in the order `emit` numbered them.

#include "stoa/core/pack.hpp"
#include "stoa/core/unsatisfied.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/reflection/name.hpp"
#include "stoa/types/mapping.hpp"

#include <concepts>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

namespace stoa {

/// The definition of the table that keeps `Record`.
template <class Record>
constexpr const table_def& table_of();

// A table_ref is always written out, `{&table_of<Record>, record_name<Record>}`: clang instantiates what a function or
// variable around it would mention, and with it the definition that is just being made.
template <class Record>
inline constexpr std::string_view record_name = reflection::qualified_type_name<Record>;

/// A typed SQL expression.
template <class E>
concept expression = requires {
    typename std::remove_cvref_t<E>::value_type;
    { std::remove_cvref_t<E>::nullable } -> std::convertible_to<bool>;
    typename std::remove_cvref_t<E>::is_expression;
};

template <expression E>
using value_type_t = typename std::remove_cvref_t<E>::value_type;

/// The type in which a result of the expression is read: its value type, optional where it can be NULL.
template <expression E>
using result_t = std::conditional_t<std::remove_cvref_t<E>::nullable, std::optional<value_type_t<E>>, value_type_t<E>>;

/// A query: a statement with rows.
template <class Q>
concept query = requires { typename std::remove_cvref_t<Q>::is_query; };

/// A query that stands within a statement.
template <class Q>
concept inner_query =
    query<Q> ||
    unsatisfied<"stoa[E299]: only a query can stand within a query. An insert, update or delete that returns "
                "rows cannot, as not every database has that: run it first, in the same transaction.">();

/// An expression that is true, false or NULL.
template <class E>
concept predicate =
    (expression<E> && std::same_as<value_type_t<E>, bool>) ||
    unsatisfied<"stoa[E203]: a condition is expected here. Write a comparison such as col<&book::price> < 10.">();

/// Stands for an expression of which only the shape is wanted, as in every statement.
struct only_shape {};

/// Stands for an expression whose shape is known only when the program runs, and whose values are bound.
template <class E>
struct bound {
    const E& self;
};

namespace detail {

template <class Self, class Class, class Part>
constexpr const Part& part(const Self& self, Part Class::*member) {
    return self.*member;
}

template <class Class, class Part>
constexpr only_shape part(only_shape, Part Class::*) {
    return {};
}

template <class Self, class Class, class Part>
constexpr bound<Part> part(bound<Self> whole, Part Class::*member) {
    return {whole.self.*member};
}

/// The same of elements of a pack.
template <std::size_t I, class Element>
constexpr const Element& element(const pack_slot<I, Element>& slot) {
    return slot.value;
}

template <std::size_t I>
constexpr only_shape element(only_shape) {
    return {};
}

template <std::size_t I, class Places, class... Elements>
constexpr auto element(bound<basic_pack<Places, Elements...>> all) {
    return bound<pack_element_t<I, basic_pack<Places, Elements...>>>{get<I>(all.self)};
}

/// A part that is left out.
struct nothing {
    static constexpr bool can_be_empty = false;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        nodes.leaf({.kind = ast::op::none});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

/// Emits every element of a pack of types `Elements`.
template <class... Elements, class Self>
constexpr void emit_each(ast::builder& nodes, const Self& all) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (Elements::emit(nodes, element<I>(all)), ...);
    }(std::index_sequence_for<Elements...>{});
}

/// Hands out the literals of every element of a pack.
template <std::size_t... I, class... Elements, class Visitor>
constexpr void visit_each([[maybe_unused]] const basic_pack<std::index_sequence<I...>, Elements...>& all,
                          [[maybe_unused]] Visitor& visit) {
    (static_cast<const pack_slot<I, Elements>&>(all).value.parameters(visit), ...);
}

} // namespace detail
} // namespace stoa

#endif
