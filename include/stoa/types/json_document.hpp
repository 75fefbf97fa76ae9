// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_JSON_DOCUMENT_HPP
#define STOA_TYPES_JSON_DOCUMENT_HPP

// A JSON document as a value, without a JSON library: its canonical text, so that comparing documents, in C++ and in
// either database, is comparing text.

#include "stoa/types/json_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace stoa {

template <class T>
struct mapping;

/// Any JSON value; the default is `null`.
/// SQL: jsonb on PostgreSQL; TEXT on SQLite.
/// Example: `const auto meta = stoa::json_document::parse(R"({"pages": 320})");`
class json_document {
public:
    json_document() = default;

    /// Throws: mapping_error (invalid_value) for what `canonical_json` refuses.
    static json_document parse(std::string_view text) {
        json_document document;
        detail::assign_canonical_json(document.text_, text);
        return document;
    }

    /// The canonical text, as it is bound.
    const std::string& text() const& noexcept { return text_; }
    std::string text() && noexcept { return std::move(text_); }

    friend bool operator==(const json_document&, const json_document&) = default;

private:
    friend struct mapping<json_document>;

    std::string text_ = "null";
};

} // namespace stoa

template <>
struct std::hash<stoa::json_document> {
    std::size_t operator()(const stoa::json_document& document) const noexcept {
        return std::hash<std::string>()(document.text());
    }
};

#endif
