// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_LITERAL_HPP
#define STOA_EXPRESSION_LITERAL_HPP

// C++ values inside expressions. In a statement a literal is always a bound parameter; only definitions, which are
// compile-time constants, print theirs.

#include "stoa/core/error.hpp"
#include "stoa/expression/expression.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/exact.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

/// Text written as a string literal, kept by reference to the program's read-only memory.
struct static_string {
    std::string_view text;
};

template <>
struct mapping<static_string> {
    static constexpr type_def type{type_kind::text};
    using native_type = native::text;
    static constexpr native::text encode(static_string value) {
        check_text(value.text);
        return value.text;
    }
};

/// A value of a mapped type (or `std::optional` of one) in an expression.
template <class T>
struct literal {
    using is_expression = void;
    using value_type = value_t<T>;
    static constexpr bool nullable = is_optional<T>;

    T value;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self);

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        visit(value);
    }
};

namespace detail {

/// A value as a node that a definition can print.
template <class T>
constexpr ast::node literal_node(const T& value) {
    if constexpr (stored_mapping<T>) {
        return literal_node<typename mapping<T>::stored_type>(mapping<T>::store(value));
    } else if constexpr (std::same_as<native_t<T>, native::array>) {
        return {.kind = ast::op::literal, .type = type_of<T>}; // definitions hold none but empty ones
    } else {
        ast::node n{.kind = ast::op::literal, .type = type_of<T>};
        const auto native = mapping<T>::encode(value);
        using native_type = native_t<T>;
        if constexpr (std::integral<native_type>)
            n.integer = native;
        else if constexpr (std::floating_point<native_type>)
            n.real = native;
        else if constexpr (std::same_as<native_type, guid>)
            n.id = native;
        else if constexpr (std::same_as<native_type, native::decimal>)
            n.integer = native.unscaled;
        else if constexpr (std::same_as<native_type, native::timestamp>)
            n.integer = native.microseconds;
        else if constexpr (std::same_as<native_type, native::date>)
            n.integer = native.days;
        else if constexpr (std::same_as<native_type, native::json>)
            n.text = native.text;
        else
            n.text = native;
        return n;
    }
}

} // namespace detail

template <class T>
template <class Self>
constexpr void literal<T>::emit(ast::builder& nodes, const Self& self) {
    if constexpr (std::same_as<Self, literal>) {
        nodes.leaf(detail::literal_node(self.value));
    } else {
        nodes.leaf({.kind = ast::op::parameter,
                    .nullable = nullable,
                    .index = nodes.next_parameter(),
                    .type = type_of<value_type>});
    }
}

namespace detail {

template <class T>
concept number = (std::integral<T> || std::floating_point<T>)&&!std::same_as<T, bool> && !character<T>;

template <class T>
concept string_like = std::convertible_to<const T&, std::string_view>;

/// Values of types with the same class can be compared and assigned.
template <class T>
struct comparison_class {
    using type = T;
};

struct number_class;

template <int Scale>
struct decimal_class;

template <number T>
struct comparison_class<T> {
    using type = number_class;
};

template <int P, int S>
struct comparison_class<decimal<P, S>> {
    using type = decimal_class<S>;
};

template <>
struct comparison_class<static_string> {
    using type = std::string;
};

/// How a C++ value of type `V` is written beside an expression whose values are `Peer`; no member where it cannot be.
template <class Peer, class V>
struct literal_for {};

template <class Peer, class V>
    requires(std::convertible_to<const V&, Peer> && !number<Peer> && !std::is_arithmetic_v<V>)
struct literal_for<Peer, V> {
    static constexpr literal<Peer> make(V value) { return {std::move(value)}; }
};

template <>
struct literal_for<bool, bool> {
    static constexpr literal<bool> make(bool value) { return {value}; }
};

// Numbers keep their own type, so that no value changes; only float columns are compared in their own precision.
template <number Peer, number V>
struct literal_for<Peer, V> {
    static constexpr auto make(V value) {
        if constexpr (std::same_as<Peer, float> && std::floating_point<V>) {
            return literal<float>{static_cast<float>(value)};
        } else if constexpr (is_unsigned_64<V>) {
            if (value > V{INT64_MAX}) raise(errc::out_of_range, "the number is larger than any column can hold.");
            return literal<std::int64_t>{static_cast<std::int64_t>(value)};
        } else {
            return literal<V>{value};
        }
    }
};

// A whole number is a decimal of any scale; more digits than fit raise an error, while compiling where it can.
template <int P, int S, std::integral V>
    requires number<V>
struct literal_for<decimal<P, S>, V> {
    static constexpr literal<decimal<18, S>> make(V value) { return {decimal<18, S>(value)}; }
};

// Decimals of one scale are compared whatever their precision; a sum has the largest.
template <int P, int Q, int S>
    requires(P != Q)
struct literal_for<decimal<P, S>, decimal<Q, S>> {
    static constexpr literal<decimal<Q, S>> make(decimal<Q, S> value) { return {value}; }
};

template <string_like V>
struct literal_for<std::string, V> {
    static constexpr literal<std::string> make(V value) { return {std::string(std::string_view(value))}; }
};

template <>
struct literal_for<std::string, std::string> {
    static literal<std::string> make(std::string value) { return {std::move(value)}; }
};

template <std::size_t N>
struct literal_for<std::string, const char (&)[N]> {
    static constexpr literal<static_string> make(const char (&value)[N]) { return {{std::string_view(value, N - 1)}}; }
};

template <class Peer, class V>
struct literal_for<Peer, std::optional<V>> {
    using value = decltype(literal_for<Peer, V>::make(std::declval<V>()).value);
    static constexpr literal<std::optional<value>> make(std::optional<V> given) {
        if (!given) return {std::nullopt};
        return {literal_for<Peer, V>::make(*std::move(given)).value};
    }
};

template <class Peer>
struct literal_for<Peer, std::nullopt_t> {
    static constexpr literal<std::optional<Peer>> make(std::nullopt_t) { return {std::nullopt}; }
};

/// Only a reference to const characters is surely a string literal.
template <class V>
struct decayed {
    using type = std::decay_t<V>;
};

template <std::size_t N>
struct decayed<const char (&)[N]> {
    using type = const char (&)[N];
};

template <class Peer, class V>
concept has_literal = !std::same_as<std::decay_t<V>, std::nullptr_t> && // which is text to std::string
                      requires { &literal_for<Peer, typename decayed<V>::type>::make; };

/// `value` as an expression beside one whose values are `Peer`: itself if it is one, else a literal.
template <class Peer, class V>
constexpr auto as_operand(V&& value) {
    if constexpr (expression<V>)
        return std::remove_cvref_t<V>(std::forward<V>(value));
    else
        return literal_for<Peer, typename decayed<V>::type>::make(std::forward<V>(value));
}

template <class Peer, class V>
using operand_t = decltype(as_operand<Peer>(std::declval<V>()));

template <class A, class B>
inline constexpr bool same_class = std::same_as<typename comparison_class<A>::type, typename comparison_class<B>::type>;

} // namespace detail

/// A value as an expression of its own, where no column stands beside it that would make it one. In a statement it is
/// bound like any other. Example: `column(col<&job::timeout>).default_(constant(60) * 24)`
template <class V>
    requires detail::has_literal<value_t<std::decay_t<V>>, V> || detail::string_like<std::decay_t<V>>
constexpr auto constant(V&& value) {
    if constexpr (detail::string_like<std::decay_t<V>>)
        return detail::as_operand<std::string>(std::forward<V>(value));
    else
        return detail::as_operand<value_t<std::decay_t<V>>>(std::forward<V>(value));
}

} // namespace stoa

#endif
