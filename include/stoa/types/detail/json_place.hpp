// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_JSON_PLACE_HPP
#define STOA_TYPES_DETAIL_JSON_PLACE_HPP

// Where in a document something is, for messages: $.dimensions.sides[2]["inner width"]. And what was found there that
// the C++ type cannot take, collected so that one message names all of it.

#include "stoa/core/error.hpp"
#include "stoa/types/detail/json_node.hpp"
#include "stoa/types/json_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace stoa::detail {

/// A step on the way from the document to a value in it; `outer` lives longer.
struct json_place {
    const json_place* outer = nullptr; ///< none: the document itself
    std::string_view name{};           ///< of a member
    std::size_t index = no_index;      ///< of an element

    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);

    std::string text() const {
        if (outer == nullptr) return "$";
        if (index != no_index) return outer->text() + '[' + std::to_string(index) + ']';
        const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        });
        return outer->text() + (plain ? '.' + std::string(name) : '[' + json_quote(name) + ']');
    }
};

/// Everything in one document that does not fit.
class json_problems {
public:
    void add(errc code, const json_place& at, std::string_view what) {
        if (count_++ == 0) code_ = code;
        if (count_ > most) return;
        if (!text_.empty()) text_ += "; ";
        ((text_ += at.text()) += ' ') += what;
    }

    void expected(std::string_view kind, const json_place& at, const json_node& found) {
        add(errc::mapping_mismatch, at, (std::string("is ") += to_string(found.kind)) += std::string(", not ") += kind);
    }

    std::size_t count() const noexcept { return count_; }

    /// Throws: mapping_error with the first one's code, if there is any.
    void raise_for(std::string_view type) const {
        if (count_ == 0) return;
        const std::string more = count_ > most ? "; and " + std::to_string(count_ - most) + " more" : "";
        raise(code_, "the document is not one of " + std::string(type) + ": " + text_ + more +
                         ". Correct the document, or the C++ type; a field that may be missing is a std::optional.");
    }

private:
    static constexpr std::size_t most = 10;

    std::size_t count_ = 0;
    errc code_ = errc::unknown;
    std::string text_;
};

} // namespace stoa::detail

#endif
