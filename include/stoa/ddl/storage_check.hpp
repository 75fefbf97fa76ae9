// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_STORAGE_CHECK_HPP
#define STOA_DDL_STORAGE_CHECK_HPP

// Where a database has fewer types than the portable ones, a CHECK holds each column to the values its portable type
// has, in the form in which stoa stores them. A row written by another program cannot then surprise a reader.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstdint>
#include <string_view>

namespace stoa {

constexpr bool needs_storage_check(const column_def& column) {
    switch (column.type.kind) {
    case type_kind::int64:
    case type_kind::float32:
    case type_kind::float64:
    case type_kind::text:
    case type_kind::bytes: return false;
    default: return true;
    }
}

namespace detail {

constexpr void write_range(text_sink& out, std::string_view column, std::int64_t low, std::int64_t high) {
    quote(out, column);
    out << " BETWEEN ";
    out.number(low) << " AND ";
    out.number(high);
}

constexpr void write_length(text_sink& out, std::string_view column, std::int64_t length) {
    out << "length(";
    quote(out, column);
    out << ") = ";
    out.number(length);
}

} // namespace detail

/// Writes the condition; it is true or NULL for NULL.
template <class Dialect>
constexpr void write_storage_check(text_sink& out, const column_def& column) {
    switch (column.type.kind) {
    case type_kind::boolean: detail::write_range(out, column.name, 0, 1); return;
    case type_kind::int16: detail::write_range(out, column.name, INT16_MIN, INT16_MAX); return;
    case type_kind::int32: detail::write_range(out, column.name, INT32_MIN, INT32_MAX); return;
    case type_kind::decimal: {
        std::int64_t bound = 1;
        for (unsigned n = 0; n != column.type.precision; ++n) bound *= 10;
        detail::write_range(out, column.name, 1 - bound, bound - 1);
        return;
    }
    case type_kind::guid: detail::write_length(out, column.name, Dialect::has_binary_guid ? 16 : 36); return;
    // Fixed lengths: a different form would compare wrongly with the others.
    case type_kind::timestamp: detail::write_length(out, column.name, 27); return;
    case type_kind::date: detail::write_length(out, column.name, 10); return;
    case type_kind::json:
    case type_kind::array:
        // json_valid(NULL) is 0 before 3.45, so NULL is let through by hand.
        if (column.nullable) {
            quote(out, column.name);
            out << " IS NULL OR ";
        }
        // What is not JSON has no type, and json_type would raise an error of its own.
        out << (column.type.kind == type_kind::array && column.nullable ? "(json_valid(" : "json_valid(");
        quote(out, column.name);
        out << ')';
        if (column.type.kind == type_kind::array) {
            out << " AND json_type(";
            quote(out, column.name);
            out << (column.nullable ? ") = 'array')" : ") = 'array'");
        }
        return;
    default: return;
    }
}

} // namespace stoa

#endif
