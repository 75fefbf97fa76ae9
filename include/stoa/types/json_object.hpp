// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_JSON_OBJECT_HPP
#define STOA_TYPES_JSON_OBJECT_HPP

// A JSON object put together member by member, for programs that need no JSON library for the rest.

#include "stoa/types/json_document.hpp"
#include "stoa/types/text_check.hpp"

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace stoa {

/// Builds an object; of equal names the last one added is kept.
/// Throws: mapping_error (invalid_value) for text that is not UTF-8, NaN and infinities.
/// Example: `stoa::json_document meta = stoa::json_object().add("pages", 320).add("lang", "en");`
class json_object {
public:
    json_object& add(std::string_view name, std::string_view text) { return append(name, json_quote(text)); }
    json_object& add(std::string_view name, const char* text) { return add(name, std::string_view(text)); }
    json_object& add(std::string_view name, const json_document& value) { return append(name, value.text()); }
    json_object& add(std::string_view name, std::nullptr_t) { return append(name, "null"); }
    json_object& add(std::string_view name, std::same_as<bool> auto value) {
        return append(name, value ? "true" : "false");
    }

    template <class Number>
        requires((std::integral<Number> || std::floating_point<Number>) && !std::same_as<Number, bool> &&
                 !std::same_as<Number, char>)
    json_object& add(std::string_view name, Number value) {
        if constexpr (std::floating_point<Number>)
            if (!(value - value == 0))
                raise(errc::invalid_value,
                      "NaN and infinities are no JSON numbers. Leave the member out, or add null.");
        char digits[64]{}; // floating-point numbers: the shortest text that reads back the same
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        return append(name, std::string_view(digits, static_cast<std::size_t>(end - digits)));
    }

    /// The object in canonical form.
    json_document document() const { return json_document::parse("{" + members_ + "}"); }
    // NOLINTNEXTLINE(google-explicit-constructor): a finished object is a document
    operator json_document() const { return document(); }

private:
    json_object& append(std::string_view name, std::string_view value) {
        if (!members_.empty()) members_ += ',';
        members_ += json_quote(name);
        members_ += ':';
        members_ += value;
        return *this;
    }

    std::string members_;
};

} // namespace stoa

#endif
