// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_SQLITE_HPP
#define STOA_DIALECT_SQLITE_HPP

// SQLite 3.39 or newer. Tables are STRICT (https://sqlite.org/stricttables.html), which leaves five storage types;
// a CHECK per column holds values to their portable type.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/ansi.hpp"
#include "stoa/dialect/isolation.hpp"
#include "stoa/types/type_def.hpp"

#include <cstddef>
#include <string_view>

namespace stoa::dialect {

struct sqlite : ansi {
    static constexpr std::string_view name = "sqlite";
    static constexpr std::size_t index = 0;
    static constexpr std::size_t storage_index = 0;

    static constexpr char placeholder = '?';
    static constexpr bool has_case_sensitive_like = false;
    static constexpr bool has_array_parameters = false;
    static constexpr bool sorts_null_last = false;
    static constexpr bool has_narrow_numbers = false;
    static constexpr bool widens_aggregates = false;
    static constexpr bool has_decimal = false;
    static constexpr bool has_strict_types = false;
    static constexpr std::string_view to_single_precision = "stoa_float"; // a function that the driver registers
    static constexpr bool has_bare_offset = false;
    static constexpr bool has_sound_right_joins = false; // found by random queries in 3.40
    static constexpr bool has_identity_columns = false;
    static constexpr bool has_detached_identity = false;
    static constexpr bool has_comments = false;
    static constexpr bool has_nulls_not_distinct = false;
    static constexpr bool has_json_operators = false;
    static constexpr bool has_index_methods = false;
    static constexpr bool has_included_columns = false;
    static constexpr bool has_forward_references = true;
    static constexpr std::string_view defer_all_keys = "PRAGMA defer_foreign_keys = ON";
    static constexpr std::string_view table_suffix = " STRICT";

    /// Guids are 36 characters of text.
    static constexpr bool has_binary_guid = false;

    static constexpr void type_name(text_sink& out, const type_def& type) {
        switch (type.kind) {
        case type_kind::boolean:
        case type_kind::int16:
        case type_kind::int32:
        case type_kind::int64:
        case type_kind::decimal: out << "INTEGER"; return;
        case type_kind::float32:
        case type_kind::float64: out << "REAL"; return;
        case type_kind::bytes: out << "BLOB"; return;
        case type_kind::text:
        case type_kind::guid:
        case type_kind::json:
        case type_kind::timestamp:
        case type_kind::date: out << "TEXT"; return;
        }
    }

    // Only milliseconds are to be had; the rest is filled up to the fixed 27 characters.
    static constexpr std::string_view current_timestamp = "(strftime('%Y-%m-%dT%H:%M:%f000Z', 'now'))";
    // One writer at a time makes every transaction serialisable; taking the lock at once means that it cannot be
    // refused later (https://sqlite.org/isolation.html).
    static constexpr std::string_view begin(isolation level) {
        return level == isolation::snapshot ? "BEGIN; PRAGMA query_only = ON" : "BEGIN IMMEDIATE";
    }
    /// Runs behind the end of a transaction of this level.
    static constexpr std::string_view after_end(isolation level) {
        return level == isolation::snapshot ? "PRAGMA query_only = OFF" : "";
    }

    static constexpr std::string_view true_ = "1";
    static constexpr std::string_view false_ = "0";
    static constexpr std::string_view guid_cast = "";
    static constexpr std::string_view timestamp_cast = "";
    static constexpr std::string_view date_cast = "";
    static constexpr std::string_view json_cast = "";

    /// What the elements of a list parameter of this type go through: SQL functions that the driver registers turn
    /// JSON text into the storage of guids and bytes.
    static constexpr std::string_view list_element(type_kind kind) {
        switch (kind) {
        case type_kind::guid: return "stoa_guid(value)";
        case type_kind::bytes: return "stoa_bytes(value)";
        default: return "value";
        }
    }
};

/// The same with guids as 16 bytes: for tables of connections that were opened with `guid=blob`.
struct sqlite_binary_guid : sqlite {
    static constexpr std::size_t storage_index = 2;
    static constexpr bool has_binary_guid = true;

    static constexpr void type_name(text_sink& out, const type_def& type) {
        if (type.kind == type_kind::guid)
            out << "BLOB";
        else
            sqlite::type_name(out, type);
    }
};

} // namespace stoa::dialect

#endif
