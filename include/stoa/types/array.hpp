// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_ARRAY_HPP
#define STOA_TYPES_ARRAY_HPP

// The mapping of std::vector: a column whose values are arrays of values of one other mapped type.

#include "stoa/types/list_element.hpp"
#include "stoa/types/mapping.hpp"
#include "stoa/types/native.hpp"

#include <array>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

namespace stoa {

namespace detail {

/// A type that both databases keep inside an array: not bytes and documents, not another array, not an optional.
template <class T>
concept array_element = mapped_value<T> && can_be_element(type_of<T>.kind);

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
inline constexpr bool is_std_array = false;
template <class T, std::size_t N>
inline constexpr bool is_std_array<std::array<T, N>> = true;

template <class T>
struct element_or_self_of {
    using type = T;
};
template <class T>
    requires(!std::is_same_v<T, std::byte>) // which are bytes, not elements
struct element_or_self_of<std::vector<T>> {
    using type = T;
};

/// The type of the elements of an array; of any other type itself.
template <class T>
using element_or_self = typename element_or_self_of<T>::type;

/// A vector that is a column of its own, with its elements.
template <class T>
concept mapped_array = mapped_value<T> && type_of<T>.kind == type_kind::array;

} // namespace detail

/// SQL: `T[]` on PostgreSQL, TEXT that holds a JSON array on SQLite.
template <detail::array_element T>
struct mapping<std::vector<T>> {
    static constexpr type_def type = array_of(type_of<T>);
    using native_type = native::array;

    static native::array encode(const std::vector<T>& value) {
        std::vector<detail::list_element_t<T>> elements;
        elements.reserve(value.size());
        for (const auto& each : value) elements.push_back(detail::to_list_element<T>(each));
        return {type, std::move(elements)};
    }

    static void decode(const native::array& native, std::vector<T>& value) {
        value.clear();
        const auto& elements = std::get<std::vector<detail::list_element_t<T>>>(native.values);
        value.reserve(elements.size());
        for (const auto& each : elements) value.push_back(detail::from_list_element<T>(each));
    }
};

} // namespace stoa

#endif
