// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_JSON_TEXT_HPP
#define STOA_TYPES_JSON_TEXT_HPP

// JSON text (RFC 8259) brought into one canonical form, so that equal documents have equal text on every database.
// Numbers are handled as digits, never as doubles. What some database would refuse or silently change is refused.

#include "stoa/types/detail/json_reader.hpp"
#include "stoa/types/detail/json_scanner.hpp"
#include "stoa/types/text_check.hpp"

#include <string>
#include <string_view>

namespace stoa {

namespace detail {

/// Puts the canonical form of `text` into `out`, whose memory is used again; `out` stays as it is if there is none.
inline void assign_canonical_json(std::string& out, std::string_view text) {
    if (is_canonical_json(text))
        out.assign(text);
    else
        out.assign(json_reader(text).read());
}

} // namespace detail

/// The canonical form of the JSON document in `text`: no white space; members sorted by the bytes of their names as
/// written canonically, the last of equal names kept; only `"`, `\` and control characters escaped, in the short form
/// if there is one; numbers without needless zeros (1.10 is 1.1, 1e3 is 1000, -0 is 0), plain from 1e-6 to below 1e21,
/// otherwise like 1.5e+30. The canonical form of canonical text is the same text.
/// Throws: mapping_error (invalid_value) with offset and reason for what is not JSON, and for \u0000, a lone surrogate,
/// nesting beyond max_json_depth, and numbers of more than 131072 digits in front of the point or 16383 behind it.
inline std::string canonical_json(std::string_view text) {
    std::string canonical;
    detail::assign_canonical_json(canonical, text);
    return canonical;
}

/// `text` as a JSON string, with its quotes. Throws: mapping_error (invalid_value) if it is not UTF-8 or holds a NUL.
inline std::string json_quote(std::string_view text) {
    check_text(text);
    std::string quoted = "\"";
    for (const char c : text) detail::append_json_character(quoted, c);
    return quoted += '"';
}

} // namespace stoa

#endif
