// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_MAPPING_HPP
#define STOA_TYPES_MAPPING_HPP

// The one customisation point between a C++ type and a column: `stoa::mapping<T>`. Specialise it to store a type of
// your own as one that is mapped already; the library's own specialisations end at what drivers carry.

#include "stoa/core/unsatisfied.hpp"
#include "stoa/types/native.hpp"
#include "stoa/types/type_def.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace stoa {

/// How values of `T` are kept in a column. A specialisation for your own type has three members:
///   `using stored_type = …;`                        a type that is mapped already, not optional
///   `static stored_type store(const T&);`           may also return a reference into its argument
///   `static T load(stored_type);`                   throws what it likes for a value it cannot accept
/// Example: template <> struct stoa::mapping<app::email> {
///              using stored_type = std::string;
///              static const std::string& store(const app::email& e) { return e.text(); }
///              static app::email load(std::string text) { return app::email(std::move(text)); } };
template <class T>
struct mapping {};

namespace detail {

/// A mapping that speaks to drivers itself: `type`, `native_type`, `encode`, `decode`.
template <class T>
concept native_mapping = requires { typename mapping<T>::native_type; };

/// A mapping by way of another type.
template <class T>
concept stored_mapping = requires { typename mapping<T>::stored_type; };

/// A mapping to a JSON document whose members are known: those of the record `content_type`.
template <class T>
concept typed_document = stored_mapping<T> && requires { typename mapping<T>::content_type; };

template <class T>
inline constexpr bool is_unsigned_64 = std::unsigned_integral<T> && sizeof(T) == 8;

template <class T>
struct without_optional {
    using type = T;
    static constexpr bool nullable = false;
};

template <class T>
struct without_optional<std::optional<T>> {
    using type = T;
    static constexpr bool nullable = true;
};

} // namespace detail

/// A type whose values fit in one column; `std::optional` of it is a nullable column.
template <class T>
concept mapped_value = detail::native_mapping<T> || detail::stored_mapping<T>;

template <class T>
inline constexpr bool is_optional = detail::without_optional<T>::nullable;

/// `T` without `std::optional`.
template <class T>
using value_t = typename detail::without_optional<T>::type;

/// A type of field that becomes one column.
template <class T>
concept mapped_field = mapped_value<value_t<T>>;

namespace detail {

template <class T>
struct native_of {
    using type = typename mapping<T>::native_type;
    static constexpr type_def def = mapping<T>::type;
};

template <stored_mapping T>
struct native_of<T> : native_of<typename mapping<T>::stored_type> {};

} // namespace detail

/// What a driver sees of a `T`.
template <mapped_value T>
using native_t = typename detail::native_of<T>::type;

/// The portable SQL type of `T`.
template <mapped_value T>
inline constexpr type_def type_of = detail::native_of<T>::def;

} // namespace stoa

#endif
