// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_GIVEN_VALUE_HPP
#define STOA_EXPRESSION_GIVEN_VALUE_HPP

// A C++ value that is to be one of a given type inside an array or a document, where it cannot have a type of its own
// beside it as a literal has.

#include "stoa/core/error.hpp"
#include "stoa/expression/expression.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/expression/literal.hpp"

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa::detail {

/// Whether a `V` can be given where a `T` is meant: no optional, and no expression.
template <class T, class V>
consteval bool can_be_given() {
    using given = std::decay_t<V>;
    if constexpr (expression<V> || std::is_same_v<given, std::nullptr_t>)
        return false;
    else if constexpr (number<T> || std::is_arithmetic_v<given>)
        return (number<T> && number<given>) || std::is_same_v<T, given>;
    else
        return std::is_convertible_v<V, T> || (std::is_same_v<T, std::string> && string_like<given>);
}

/// `value` as a `T`. Throws: mapping_error (out_of_range) for a number that is none, with `refusal`.
template <class T, class V>
T as_given(V&& value, const char* refusal) {
    if constexpr (number<T>) {
        if (!has_equal<T>(value)) raise(errc::out_of_range, refusal);
        return static_cast<T>(value);
    } else if constexpr (std::is_convertible_v<V, T>) {
        return std::forward<V>(value);
    } else {
        return T(std::string_view(value));
    }
}

} // namespace stoa::detail

#endif
