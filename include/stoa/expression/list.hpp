// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_LIST_HPP
#define STOA_EXPRESSION_LIST_HPP

// The values of an `in`, bound together as one parameter, so that the statement's text does not depend on their number.

#include "stoa/core/list_view.hpp"
#include "stoa/expression/expression.hpp"
#include "stoa/expression/literal.hpp"
#include "stoa/types/list_element.hpp"
#include "stoa/types/native.hpp"

#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa {

namespace detail {

/// Whether both are mapped types of one comparison class, so that their lists have the same elements.
template <class T, class Given>
concept mapped_alike = mapped_value<Given> && same_class<T, Given>;

/// Whether some `T` equals the number. A float column takes other fractions in its own precision, as beside `==`.
template <number T, number V>
constexpr bool has_equal(V value) {
    if constexpr (std::integral<T> && std::integral<V>) {
        return std::in_range<T>(value);
    } else if constexpr (std::floating_point<T> && std::floating_point<V>) {
        return true;
    } else {
        // 2^n, which every floating point type has, is the first number above an integer's range.
        using integer = std::conditional_t<std::integral<T>, T, V>;
        using fraction = std::conditional_t<std::integral<T>, V, T>;
        constexpr fraction end = fraction(integer{1} << (std::numeric_limits<integer>::digits - 1)) * 2;
        const fraction real = static_cast<fraction>(value);
        return real < end && real >= (std::signed_integral<integer> ? -end : fraction{0}) &&
               static_cast<fraction>(static_cast<integer>(real)) == real &&
               static_cast<V>(static_cast<T>(value)) == value;
    }
}

} // namespace detail

/// A list of values of the mapped type `T`.
template <mapped_value T>
struct list_literal {
    using is_expression = void;
    using value_type = T;
    static constexpr bool nullable = false;
    static constexpr type_def type = [] {
        type_def def = type_of<T>;
        def.list = true;
        return def;
    }();

    static_assert(
        type.kind != type_kind::array,
        "stoa[E218]: IN has no lists of arrays. Compare an array as a whole with == and !=, or ask for one of "
        "its elements with contains.");

    using element = detail::list_element_t<T>;
    std::vector<element> values;
    std::vector<unsigned char> nulls; ///< 1 for each value that stands for NULL; empty as long as there is none

    list_literal() = default;

    template <class Range>
    explicit list_literal(const Range& range) {
        for (const auto& value : range)
            if (can_have(value)) add(value);
    }

    /// Whether a value of the type can equal `value`. What none can equal would only turn into one that some do.
    template <class Given>
    static constexpr bool can_have([[maybe_unused]] const Given& value) {
        if constexpr (detail::number<T> && detail::number<Given>)
            return detail::has_equal<T>(value);
        else
            return true;
    }

    template <class Given>
    void add(const Given& value) {
        static_assert(detail::has_literal<T, Given>,
                      "stoa[E202]: the list holds values of a type unlike the column's. Give it values of the "
                      "column's own C++ type.");
        if constexpr (!detail::number<T> && detail::mapped_alike<T, Given>)
            values.push_back(detail::to_list_element<Given>(value)); // such as a decimal of another precision
        else if constexpr (detail::has_literal<T, Given>)
            values.push_back(detail::to_list_element<T>(static_cast<T>(value)));
        if (!nulls.empty()) nulls.push_back(0);
    }

    void add_null() {
        nulls.resize(values.size());
        values.emplace_back();
        nulls.push_back(1);
    }

    native::list native() const { return {type, {list_view<const element>(values)}, nulls}; }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        nodes.leaf({.kind = ast::op::parameter, .index = nodes.next_parameter(), .type = type});
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        visit(*this);
    }
};

} // namespace stoa

#endif
