// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_LITERAL_HPP
#define STOA_DIALECT_LITERAL_HPP

// The one writer that prints values into SQL. Only definitions use it, for literals that stand in the program;
// statements bind theirs.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/types/decimal.hpp"
#include "stoa/types/iso_text.hpp"
#include "stoa/types/number_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

namespace detail {

constexpr void write_hex(text_sink& out, const guid& id) {
    for (std::byte each : id.bytes())
        out << "0123456789abcdef"[std::to_integer<unsigned>(each) >> 4U]
            << "0123456789abcdef"[std::to_integer<unsigned>(each) & 0xFU];
}

template <class Dialect>
constexpr void write_quoted(text_sink& out, std::string_view text, std::string_view cast) {
    quote_text(out, text);
    out << cast;
}

} // namespace detail

/// Writes the value of a literal node as SQL.
template <class Dialect>
constexpr void write_literal(text_sink& out, const ast::node& node) {
    switch (node.type.kind) {
    case type_kind::boolean: out << (node.integer != 0 ? Dialect::true_ : Dialect::false_); return;
    case type_kind::int16:
    case type_kind::int32:
    case type_kind::int64: out.number(node.integer); return;
    case type_kind::decimal:
        if constexpr (Dialect::has_decimal)
            write_decimal(out, node.integer, node.type.scale);
        else
            out.number(node.integer);
        return;
    // In double precision, since that is what a literal is: the shortest text of a float is another number.
    case type_kind::float32:
    case type_kind::float64: out << number_text(node.real).view(); return;
    case type_kind::text: quote_text(out, node.text); return;
    case type_kind::json: detail::write_quoted<Dialect>(out, node.text, Dialect::json_cast); return;
    case type_kind::guid:
        if constexpr (Dialect::has_binary_guid) {
            out << "x'";
            detail::write_hex(out, node.id);
            out << '\'';
        } else {
            const auto text = node.id.to_chars();
            detail::write_quoted<Dialect>(out, {text.data(), text.size()}, Dialect::guid_cast);
        }
        return;
    case type_kind::timestamp: {
        const auto text = iso_text(native::timestamp{node.integer});
        detail::write_quoted<Dialect>(out, {text.data(), text.size()}, Dialect::timestamp_cast);
        return;
    }
    case type_kind::date: {
        const auto text = iso_text(native::date{static_cast<std::int32_t>(node.integer)});
        detail::write_quoted<Dialect>(out, {text.data(), text.size()}, Dialect::date_cast);
        return;
    }
    case type_kind::array: out << Dialect::empty_array; return; // no other has a literal
    case type_kind::bytes: return;                              // bytes have no literal: definitions cannot hold them
    }
}

} // namespace stoa

#endif
