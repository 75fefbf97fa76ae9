// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_ASSIGNMENT_HPP
#define STOA_EXPRESSION_ASSIGNMENT_HPP

// `column = value`, as it stands in the SET of an update.

#include "stoa/expression/comparison.hpp"

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
    unsatisfied<"stoa[E205]: this value cannot be assigned to the column: it is of an unlike type, or it can be NULL and "
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
        Value::emit(nodes, detail::part(self, &assignment::value));
        nodes.close(place, 2);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        value.parameters(visit);
    }
};

namespace detail {

template <class Column, class V>
constexpr auto assign(const Column&, V&& value) {
    using operand = operand_t<value_type_t<Column>, V>;
    return assignment<Column, operand>{as_operand<value_type_t<Column>>(std::forward<V>(value))};
}

} // namespace detail
} // namespace stoa

#endif
