// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_JSON_STEP_HPP
#define STOA_EXPRESSION_JSON_STEP_HPP

// The steps of a path into a JSON document. They are template arguments, so that a path is part of its expression's
// type, and never a value that somebody could send.

#include "stoa/core/fixed_string.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

/// A step: the name of a member or an entry, of `Size` bytes, or the place of an element.
template <std::size_t Size>
struct json_step {
    char name[Size + 1]{};
    std::int32_t place = 0; ///< from 0; from the end: -1 is the last
    bool is_place = false;

    constexpr json_step() = default;

    // NOLINTNEXTLINE(google-explicit-constructor): a literal is the name of a member
    constexpr json_step(const char (&text)[Size + 1]) {
        for (std::size_t i = 0; i != Size; ++i) name[i] = text[i];
    }

    static constexpr json_step named(std::string_view text) {
        json_step step;
        for (std::size_t i = 0; i != Size; ++i) step.name[i] = text[i];
        return step;
    }

    static constexpr json_step at_place(std::int32_t place) {
        json_step step;
        step.place = place;
        step.is_place = true;
        return step;
    }

    constexpr std::string_view view() const noexcept { return {name, Size}; }
};

template <std::size_t N>
json_step(const char (&)[N]) -> json_step<N - 1>;

/// The element at a place of a list in a document, from 0; of negative places -1 is the last element.
/// Example: col<&book::meta, &book_meta::chapters, stoa::at<0>, &chapter::title>
template <std::int32_t Place>
inline constexpr json_step<0> at = json_step<0>::at_place(Place);

/// The entry of a map in a document. Any key but one with a quotation mark, which not every database could find.
/// Example: col<&book::meta, &book_meta::titles, stoa::key<"de">>
template <fixed_string Key>
inline constexpr json_step<Key.size()> key = json_step<Key.size()>::named(Key.view());

namespace detail {

template <class T>
inline constexpr bool is_json_step = false;

template <std::size_t Size>
inline constexpr bool is_json_step<json_step<Size>> = true;

/// Whether every database finds the step.
template <json_step Step>
inline constexpr bool can_be_found = [] {
    for (const char c : Step.view())
        if (c == '"' || c == '\0') return false;
    return true;
}();

/// What a path comes from in its last step, which decides what an update can do with its end.
enum class json_parent : std::uint8_t { unknown, record, map, list, fixed_list };

/// The end of a path. A value that is left empty is left out of a record; in a map or a list it is null.
struct json_end {
    json_parent parent = json_parent::unknown;
    bool is_optional = false;

    constexpr bool can_be_null() const { return is_optional || parent == json_parent::unknown; }
    constexpr bool can_be_removed() const {
        return parent == json_parent::record ? is_optional : parent != json_parent::fixed_list;
    }
};

} // namespace detail
} // namespace stoa

#endif
