// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_EXPRESSION_HPP
#define STOA_EXPRESSION_EXPRESSION_HPP

// What every typed expression is: a small value type with
//   `value_type`, the C++ type of its value without optional, and `nullable`;
//   `emit(builder, self)`, which appends its nodes (self is null where only the shape is wanted: literals then
//   become parameters; in definitions they are printed);
//   `parameters(visitor)`, which hands its literals to the visitor in the order `emit` numbered them.

#include "stoa/core/unsatisfied.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/types/mapping.hpp"

#include <concepts>
#include <cstddef>
#include <type_traits>

namespace stoa {

/// The definition of the table that keeps `Record`.
template <class Record>
constexpr const table_def& table_of();

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
using result_t =
    std::conditional_t<std::remove_cvref_t<E>::nullable, std::optional<value_type_t<E>>, value_type_t<E>>;

/// An expression that is true, false or NULL.
template <class E>
concept predicate =
    (expression<E> && std::same_as<value_type_t<E>, bool>) ||
    unsatisfied<"stoa[E203]: a condition is expected here. Write a comparison such as col<&book::price> < 10.">();

namespace detail {

/// Whether the column named here is read as the row an upsert could not insert.
template <class E>
inline constexpr bool is_aggregate = requires { typename E::is_aggregate; };

constexpr void emit_operands(ast::builder&) {}

/// Emits `operand`, or only its shape where `self` is null.
template <class Operand>
constexpr void emit(ast::builder& nodes, const Operand* operand) {
    Operand::emit(nodes, operand);
}

} // namespace detail
} // namespace stoa

#endif
