// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_ENUMERATION_HPP
#define STOA_TYPES_ENUMERATION_HPP

// Enumerations are kept as the names of their enumerators, so that rows can be read by people and survive a
// reordering of the enumeration. The column gets a CHECK that lists the names, or a type of its own.

#include "stoa/core/error.hpp"
#include "stoa/core/list_view.hpp"
#include "stoa/reflection/enumerators.hpp"
#include "stoa/types/mapping.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace stoa {

/// The name of the type that a database with enumeration types has for `E`; empty, the default: its columns are text
/// with a CHECK everywhere. Conditions, order and results are the same either way.
/// SQL: `CREATE TYPE "mood" AS ENUM ('happy', 'sad')` on PostgreSQL; on SQLite still text with a CHECK.
/// Example: template <> inline constexpr std::string_view stoa::native_enum<mood> = "mood";
template <reflection::named_enum E>
inline constexpr std::string_view native_enum{};

namespace detail {

/// The names alone, as a column's definition lists them.
template <reflection::named_enum E>
inline constexpr auto enumerator_names = [] {
    std::array<std::string_view, reflection::enumerators<E>.size()> names{};
    for (std::size_t i = 0; i != names.size(); ++i) names[i] = reflection::enumerators<E>[i].name;
    return names;
}();

/// The names a column of `T` can hold, itself an enumeration or stored as one; none for anything else.
template <class T>
inline constexpr list_view<const std::string_view> stored_enumerators{};

template <reflection::named_enum E>
inline constexpr list_view<const std::string_view> stored_enumerators<E> = enumerator_names<E>;

template <stored_mapping T>
inline constexpr list_view<const std::string_view> stored_enumerators<T> =
    stored_enumerators<typename mapping<T>::stored_type>;

} // namespace detail

/// The name of `value`. Throws: mapping_error (invalid_value) where it is not one of the enumerators.
template <reflection::named_enum E>
constexpr std::string_view enumerator_name(E value) {
    // Enumerations usually count from 0, so the value is a good first guess of the position.
    constexpr auto& all = reflection::enumerators<E>;
    const auto guess = static_cast<std::size_t>(value);
    if (guess < all.size() && all[guess].value == value) return all[guess].name;
    for (const auto& each : all)
        if (each.value == value) return each.name;
    raise(errc::invalid_value, "a value of the enumeration " + std::string(reflection::qualified_type_name<E>) +
                                   " has no enumerator. Give it one, or describe the enumeration with Boost.Describe "
                                   "if its values are not between -8 and 119.");
}

/// The enumerator called `name`. Throws: mapping_error (invalid_value) where there is none.
template <reflection::named_enum E>
constexpr E enumerator_called(std::string_view name) {
    for (const auto& each : reflection::enumerators<E>)
        if (each.name == name) return each.value;
    raise(errc::invalid_value, "the column holds a text that is not an enumerator of " +
                                   std::string(reflection::qualified_type_name<E>) +
                                   ". Add the enumerator, or correct the row.");
}

template <reflection::named_enum E>
struct mapping<E> {
    static_assert(
        reflection::enumerators<E>.size() != 0,
        "stoa[E106]: no enumerator of this enumeration is known. Describe it with BOOST_DESCRIBE_ENUM: only "
        "enumerators with values from -8 to 119 are found by themselves, and with some compilers none inside a "
        "class template.");

    static constexpr type_def type{.kind = type_kind::text, .enum_name = native_enum<E>};
    using native_type = native::text;
    static constexpr native::text encode(E value) { return enumerator_name(value); }
    static constexpr void decode(native::text native, E& value) { value = enumerator_called<E>(native); }
};

} // namespace stoa

#endif
