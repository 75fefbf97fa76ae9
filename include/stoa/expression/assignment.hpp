// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_ASSIGNMENT_HPP
#define STOA_EXPRESSION_ASSIGNMENT_HPP

// `column = value`, as it stands in the SET of an update.

#include "stoa/core/error.hpp"
#include "stoa/expression/comparison.hpp"
#include "stoa/expression/list.hpp"

#include <concepts>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

template <class Column, class V>
consteval bool can_assign() {
    if constexpr (!comparable_values<Column, V>())
        return false;
    else
        return Column::nullable || !std::remove_cvref_t<operand_t<value_type_t<Column>, V>>::nullable;
}

} // namespace detail

/// A value that may be stored in `Column`.
template <class Column, class V>
concept assignable =
    detail::can_assign<Column, V>() ||
    unsatisfied<
        "stoa[E205]: this value cannot be assigned to the column: it is of an unlike type, or it can be NULL and "
        "the column cannot (its field is not std::optional).">();

template <class Column, class Value>
struct assignment {
    using is_assignment = void;
    using column_type = Column;

    Value value;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::assign});
        Column::emit(nodes, only_shape{});
        emit_value(nodes, self);
        nodes.close(place, 2);
    }

    template <class Self>
    static constexpr void emit_value(ast::builder& nodes, const Self& self) {
        Value::emit(nodes, detail::part(self, &assignment::value));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        value.parameters(visit);
    }
};

namespace detail {

/// A number in the column's own type, since a database might round it, or take what the field cannot read again.
template <number T, number V>
constexpr T stored_number(V value) {
    bool fits = true;
    if constexpr (std::integral<T>)
        fits = has_equal<T>(value);
    else if constexpr (std::floating_point<V>)
        fits = !(value > std::numeric_limits<T>::max() || value < std::numeric_limits<T>::lowest()) ||
               value - value != 0; // infinities stay what they are
    if (!fits)
        raise(errc::out_of_range, "the number is not a value of the column's C++ type. Set one within its range, and a "
                                  "whole one for a column of integers.");
    return static_cast<T>(value);
}

/// What a column of `T` is set to.
template <class T, class V>
constexpr auto as_assigned(V&& value) {
    using given = std::decay_t<V>;
    if constexpr (number<T> && number<given>) {
        return literal<T>{stored_number<T>(value)};
    } else if constexpr (number<T> && is_optional<given>) {
        literal<std::optional<T>> kept{std::nullopt};
        if (value) kept.value = stored_number<T>(*value);
        return kept;
    } else {
        return as_operand<T>(std::forward<V>(value));
    }
}

template <class Column, class V>
constexpr auto assign(const Column&, V&& value) {
    auto operand = as_assigned<value_type_t<Column>>(std::forward<V>(value));
    return assignment<Column, decltype(operand)>{std::move(operand)};
}

} // namespace detail
} // namespace stoa

#endif
