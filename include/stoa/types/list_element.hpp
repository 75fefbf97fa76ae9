// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_LIST_ELEMENT_HPP
#define STOA_TYPES_LIST_ELEMENT_HPP

// The few forms that values have side by side, in the list of an `in` and in an array: see native::list.

#include "stoa/types/builtin.hpp"
#include "stoa/types/mapping.hpp"
#include "stoa/types/native.hpp"

#include <concepts>
#include <cstdint>
#include <string>
#include <utility>

namespace stoa::detail {

/// What a list of such values is made of.
template <class Native>
struct list_element {
    using type = std::int64_t;
};

template <std::floating_point Native>
struct list_element<Native> {
    using type = double;
};

template <>
struct list_element<native::text> {
    using type = std::string;
};

template <>
struct list_element<native::json> {
    using type = std::string;
};

template <>
struct list_element<guid> {
    using type = guid;
};

template <>
struct list_element<native::bytes> {
    using type = bytes;
};

template <class T>
using list_element_t = typename list_element<native_t<T>>::type;

template <class T>
list_element_t<T> to_list_element(const T& value) {
    if constexpr (stored_mapping<T>) {
        return to_list_element<typename mapping<T>::stored_type>(mapping<T>::store(value));
    } else {
        using native_type = native_t<T>;
        const auto native = mapping<T>::encode(value);
        if constexpr (std::same_as<native_type, native::decimal>)
            return native.unscaled;
        else if constexpr (std::same_as<native_type, native::timestamp>)
            return native.microseconds;
        else if constexpr (std::same_as<native_type, native::date>)
            return std::int64_t{native.days};
        else if constexpr (std::same_as<native_type, native::json>)
            return std::string(native.text);
        else if constexpr (std::same_as<native_type, native::bytes>)
            return bytes(native.begin(), native.end());
        else
            return list_element_t<T>(native);
    }
}

/// The value of an element that is in the range of its portable type.
template <class T>
T from_list_element(const list_element_t<T>& element) {
    if constexpr (stored_mapping<T>) {
        return mapping<T>::load(from_list_element<typename mapping<T>::stored_type>(element));
    } else {
        using native_type = native_t<T>;
        native_type native{};
        if constexpr (std::same_as<native_type, native::decimal>)
            native = {element, type_of<T>.precision, type_of<T>.scale};
        else if constexpr (std::same_as<native_type, native::timestamp>)
            native.microseconds = element;
        else if constexpr (std::same_as<native_type, native::date>)
            native.days = static_cast<std::int32_t>(element);
        else
            native = static_cast<native_type>(element);
        T value{};
        mapping<T>::decode(native, value);
        return value;
    }
}

} // namespace stoa::detail

#endif
