// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_FUNCTION_HPP
#define STOA_EXPRESSION_FUNCTION_HPP

// Calls of functions, and C++ values as expressions of their own.

#include "stoa/expression/literal.hpp"
#include "stoa/expression/operation.hpp"
#include "stoa/expression/value_members.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace stoa {

/// A function applied to its arguments. `Value` is the C++ type of the result, `Nullable` whether it can be NULL.
template <ast::function Function, class Value, bool Nullable, class... Arguments>
struct function_call : value_members<function_call<Function, Value, Nullable, Arguments...>> {
    using is_expression = void;
    using value_type = Value;
    static constexpr bool nullable = Nullable;

    detail::pack<Arguments...> arguments;

    constexpr explicit function_call(Arguments... given) : arguments{{std::move(given)}...} {}

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::call,
                                              .nullable = Nullable,
                                              .index = static_cast<std::uint16_t>(Function),
                                              .type = type_of<Value>});
        detail::emit_each<Arguments...>(nodes, detail::part(self, &function_call::arguments));
        nodes.close(place, sizeof...(Arguments));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_each(arguments, visit);
    }
};

namespace detail {

/// A call that is NULL as soon as an argument is.
template <ast::function Function, class Value, class... Arguments>
constexpr auto strict_call(Arguments... arguments) {
    constexpr bool can_be_null = (false || ... || Arguments::nullable);
    return function_call<Function, Value, can_be_null, Arguments...>(std::move(arguments)...);
}

/// A number that stands in the text of the statement.
template <std::int64_t Number>
struct written_number {
    using is_expression = void;
    using value_type = std::int64_t;
    static constexpr bool nullable = false;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        nodes.leaf({.kind = ast::op::literal, .type = type_of<std::int64_t>, .integer = Number});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

/// A C++ value beside nothing that says its type.
template <class V>
concept value_of_own_type = mapped_field<V> && !is_unsigned_64<value_t<V>>;

} // namespace detail

/// A C++ value where an expression is expected, bound as a parameter: `select(value(1), col<&book::title>)`.
template <detail::value_of_own_type V>
constexpr literal<V> value(V given) {
    return {std::move(given)};
}

/// Text written as a string literal.
template <std::size_t N>
constexpr literal<std::string> value(const char (&text)[N]) {
    return {std::string(text, N - 1)};
}

} // namespace stoa

#endif
