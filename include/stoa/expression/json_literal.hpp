// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_JSON_LITERAL_HPP
#define STOA_EXPRESSION_JSON_LITERAL_HPP

// C++ values as they stand in a document, bound as documents themselves.

#include "stoa/core/error.hpp"
#include "stoa/expression/given_value.hpp"
#include "stoa/types/document.hpp"
#include "stoa/types/list_element.hpp"
#include "stoa/types/mapping.hpp"

#include <charconv>
#include <concepts>
#include <string>
#include <type_traits>
#include <utility>

namespace stoa::detail {

/// What a document of type `T` holds; of what is no document the type itself.
template <class T>
struct json_content_of {
    using type = T;
};

template <typed_document T>
struct json_content_of<T> {
    using type = typename mapping<T>::content_type;
};

template <class T>
using json_content_t = typename json_content_of<T>::type;

/// JSON text of a value that databases read out of a document as a column of its own.
template <class T>
std::string scalar_json(const T& value) {
    const auto element = to_list_element<T>(value);
    using element_type = std::remove_const_t<decltype(element)>;
    if constexpr (type_of<T>.kind == type_kind::boolean) {
        return element != 0 ? "true" : "false";
    } else if constexpr (std::integral<element_type>) {
        return std::to_string(element);
    } else if constexpr (std::floating_point<element_type>) {
        if (!(element - element == 0))
            raise(errc::invalid_value, "NaN and infinities are no JSON numbers. Remove the member instead.");
        char digits[64]{}; // the shortest text that reads back as the same
        return {digits, std::to_chars(digits, digits + sizeof digits, element).ptr};
    } else {
        return json_quote(element);
    }
}

template <class V>
inline constexpr bool is_document = typed_document<V> || std::is_same_v<V, json_document>;

/// Whether `V` can be given where a document of `T` stands: a document of it, or what is in one.
template <class T, class V>
consteval bool can_be_json() {
    using given = std::remove_cvref_t<V>;
    if constexpr (is_document<given>)
        return std::is_same_v<given, T>;
    else
        return !std::is_same_v<T, json_document> && can_be_given<json_content_t<T>, V>();
}

/// The document that `value` is, given where a `T` stands: a document, or a value with a counterpart in JSON.
template <class T, class V>
json_document as_json(V&& value, const char* refusal) {
    using given = std::remove_cvref_t<V>;
    if constexpr (std::is_same_v<given, json_document>)
        return std::forward<V>(value);
    else if constexpr (typed_document<given>)
        return mapping<given>::store(value);
    else if constexpr (typed_document<T>)
        return mapping<T>::store(T(as_given<json_content_t<T>>(std::forward<V>(value), refusal)));
    else
        return json_document::parse(scalar_json<T>(as_given<T>(std::forward<V>(value), refusal)));
}

} // namespace stoa::detail

#endif
