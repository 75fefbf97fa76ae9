// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_STRONG_ID_HPP
#define STOA_TYPES_STRONG_ID_HPP

// Keys that cannot be mixed up: the id of a book is not the id of an author, though both are numbers in the database.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view> // std::hash
#include <utility>

namespace stoa {

/// A `Value` that belongs to `Tag` and converts to nothing else by itself.
/// SQL: whatever `Value` becomes.
/// Example: `using author_id = stoa::strong_id<struct author>;`
template <class Tag, class Value = std::int64_t>
struct strong_id {
    Value value{};

    constexpr strong_id() = default;
    constexpr explicit strong_id(Value v) : value(std::move(v)) {}

    friend constexpr bool operator==(const strong_id&, const strong_id&) = default;
    friend constexpr auto operator<=>(const strong_id&, const strong_id&) = default;
};

} // namespace stoa

template <class Tag, class Value>
struct std::hash<stoa::strong_id<Tag, Value>> {
    std::size_t operator()(const stoa::strong_id<Tag, Value>& id) const noexcept {
        return std::hash<Value>()(id.value);
    }
};

#endif
