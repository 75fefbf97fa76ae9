// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_CAST_HPP
#define STOA_EXPRESSION_CAST_HPP

// Conversions that give the same on every database. Text is read as nothing else, since one database takes the digits
// it finds and another refuses; floating point is not written as text, since one leaves digits out.

#include "stoa/expression/function.hpp"
#include "stoa/types/chrono.hpp"
#include "stoa/types/instant.hpp"

#include <concepts>
#include <cstdint>
#include <string>
#include <utility>

namespace stoa {

namespace detail {

template <class To, class From>
consteval bool can_cast() {
    if constexpr (!mapped_value<To> || !mapped_value<From>) {
        return false;
    } else {
        constexpr type_def to = type_of<To>;
        constexpr type_def from = type_of<From>;
        if constexpr (std::same_as<To, std::string>)
            return is_integer(from.kind) || from.kind == type_kind::text;
        else if constexpr (std::same_as<To, std::int32_t>)
            return from.kind == type_kind::boolean || from.kind == type_kind::int16 || from.kind == type_kind::int32;
        else if constexpr (std::same_as<To, std::int64_t>)
            return is_integer(from.kind) || is_floating(from.kind) || from.kind == type_kind::decimal;
        else if constexpr (std::same_as<To, double>)
            return is_integer(from.kind) || is_floating(from.kind) || from.kind == type_kind::decimal;
        else if constexpr (to.kind == type_kind::decimal)
            return is_integer(from.kind) || (from.kind == type_kind::decimal && from.scale <= to.scale);
        else
            return (std::same_as<To, date> && from.kind == type_kind::timestamp) ||
                   (std::same_as<To, timestamp> && from.kind == type_kind::date);
    }
}

} // namespace detail

/// A conversion that every database makes alike.
template <class To, class From>
concept portable_cast =
    detail::can_cast<To, From>() ||
    unsatisfied<"stoa[E232]: this conversion is not the same on every database. There are: integers to std::int64_t, "
                "double, decimal and std::string; bool to std::int32_t; floating point to std::int64_t, without the "
                "fraction, and double; decimal to more digits, std::int64_t and double; enumerations to std::string; "
                "timestamp to date and back. Convert others in C++.">();

/// The value as a `T`. A fraction is cut off; see round, floor and ceil. SQL: `CAST(e AS …)`.
/// Example: cast<double>(col<&book::pages>) / 2
template <class T, expression E>
    requires portable_cast<T, value_type_t<E>>
constexpr auto cast(E e) {
    return detail::strict_call<ast::function::cast, T>(std::move(e));
}

} // namespace stoa

#endif
