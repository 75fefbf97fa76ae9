// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DOCUMENT_HPP
#define STOA_TYPES_DOCUMENT_HPP

// The mapping of a JSON document: bound in canonical form, and brought back to it when read, since databases print
// documents in forms of their own.

#include "stoa/types/json_document.hpp"
#include "stoa/types/mapping.hpp"

namespace stoa {

template <>
struct mapping<json_document> {
    static constexpr type_def type{type_kind::json};
    using native_type = native::json;
    static native::json encode(const json_document& value) { return {value.text()}; }
    static void decode(native::json native, json_document& value) {
        detail::assign_canonical_json(value.text_, native.text);
    }
};

} // namespace stoa

#endif
