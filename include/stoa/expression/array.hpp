// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_ARRAY_HPP
#define STOA_EXPRESSION_ARRAY_HPP

// What can be asked of an array column beside == and !=: whether it has an element, and how many it has.

#include "stoa/core/unsatisfied.hpp"
#include "stoa/expression/expression.hpp"
#include "stoa/expression/given_value.hpp"
#include "stoa/expression/literal.hpp"
#include "stoa/expression/operation.hpp"
#include "stoa/expression/value_members.hpp"
#include "stoa/types/array.hpp"

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa {

/// The array without elements, for a default or beside a column.
/// SQL: `'{}'` on PostgreSQL, `'[]'` on SQLite.
/// Example: column(col<&book::tags>).default_(empty_array)
inline constexpr struct empty_array_value {
} empty_array{};

namespace detail {

/// `empty_array` as a value of a column whose elements are `T`.
template <class T>
struct empty_array_of {};

template <class T>
struct literal_for<std::vector<T>, empty_array_value> {
    static constexpr literal<empty_array_of<T>> make(empty_array_value) { return {{}}; }
};

template <class E>
concept array_valued = expression<E> && mapped_array<value_type_t<E>>;

template <class E, class V>
consteval bool is_element_of() {
    if constexpr (array_valued<E>)
        return can_be_given<typename value_type_t<E>::value_type, V>();
    else
        return false;
}

/// `value` in the type of the elements.
template <class T, class V>
T as_element(V&& value) {
    return as_given<T>(std::forward<V>(value),
                       "no element of the array can be this number. Ask for one within their range.");
}

} // namespace detail

template <class T>
struct mapping<detail::empty_array_of<T>> {
    static constexpr type_def type = type_of<std::vector<T>>;
    using native_type = native::array;
    static native::array encode(detail::empty_array_of<T>) { return mapping<std::vector<T>>::encode({}); }
};

/// An expression whose values are arrays.
template <class E>
concept array_expression =
    detail::array_valued<E> ||
    unsatisfied<"stoa[E218]: an array is expected here. Give a column whose field is a std::vector.">();

/// A value that can be among the elements of the array.
template <class V, class E>
concept element_value =
    detail::is_element_of<E, V>() ||
    unsatisfied<"stoa[E218]: contains takes a value of the C++ type of the array's elements, not an optional and not "
                "another column.">();

/// Whether `value` is an element of the array; NULL where the array is.
/// SQL: `array @> $1` on PostgreSQL, where an index with `using_(gin)` answers it, `EXISTS (SELECT 1 FROM
/// json_each(array) …)` on SQLite.
/// Example: db.all(from<book>().where(contains(col<&book::tags>, "sql")));
template <array_expression E, element_value<E> V>
constexpr auto contains(E array, V&& value) {
    using array_type = value_type_t<E>;
    using element = typename array_type::value_type;
    array_type wanted;
    wanted.push_back(detail::as_element<element>(std::forward<V>(value)));
    return operation<ast::op::contains, bool, E::nullable, E, literal<array_type>>(std::move(array),
                                                                                   {std::move(wanted)});
}

/// How many elements the array has; NULL where it is NULL.
/// SQL: `cardinality(array)` on PostgreSQL, `json_array_length(array)` on SQLite.
template <array_expression E>
constexpr auto cardinality(E array) {
    return operation<ast::op::cardinality, std::int32_t, E::nullable, E>(std::move(array));
}

} // namespace stoa

#endif
