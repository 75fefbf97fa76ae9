// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_QUOTE_HPP
#define STOA_DIALECT_QUOTE_HPP

// The only places where a name or a text gets its quotes.

#include "stoa/core/text_sink.hpp"

#include <string_view>

namespace stoa {

/// Writes an identifier in double quotes, with those inside doubled.
constexpr void quote(text_sink& out, std::string_view name) {
    out << '"';
    for (char c : name) {
        if (c == '"') out << '"';
        out << c;
    }
    out << '"';
}

/// Writes a text literal in single quotes, with those inside doubled. Backslashes mean themselves: connections see to
/// it that standard_conforming_strings is on.
constexpr void quote_text(text_sink& out, std::string_view text) {
    out << '\'';
    for (char c : text) {
        if (c == '\'') out << '\'';
        out << c;
    }
    out << '\'';
}

} // namespace stoa

#endif
