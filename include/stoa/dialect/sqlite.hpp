// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_SQLITE_HPP
#define STOA_DIALECT_SQLITE_HPP

// SQLite 3.39 or newer. Tables are STRICT (https://sqlite.org/stricttables.html), which leaves five storage types;
// a CHECK per column holds values to their portable type.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/ansi.hpp"
#include "stoa/dialect/isolation.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/dialect/sqlite_functions.hpp"
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
    static constexpr bool has_arrays = false;
    static constexpr std::string_view empty_array = "'[]'";
    static constexpr bool sorts_null_last = false;
    static constexpr bool has_strict_replace = false;
    static constexpr bool has_narrow_numbers = false;
    static constexpr bool widens_aggregates = false;
    static constexpr bool has_decimal = false;
    static constexpr bool has_strict_types = false;
    static constexpr std::string_view to_single_precision = "stoa_float"; // a function that the driver registers
    static constexpr bool has_all_rows_set_operations = false;
    static constexpr bool has_grouping_sets = false;
    static constexpr bool has_row_locks = false;
    static constexpr bool has_lateral_joins = false;
    static constexpr bool has_bare_offset = false;
    static constexpr bool has_dollar_quotes = false;
    static constexpr bool greatest_skips_null = false;
    static constexpr bool has_ordered_aggregates = false;
    static constexpr bool has_row_aggregates = false;
    static constexpr std::string_view string_agg = "stoa_string_agg("; // registered by the driver
    static constexpr bool has_sound_right_joins = false;               // found by random queries in 3.40
    static constexpr bool has_identity_columns = false;
    static constexpr bool has_detached_identity = false;
    static constexpr bool has_comments = false;
    static constexpr bool has_nulls_not_distinct = false;
    static constexpr bool has_json_operators = false;
    static constexpr bool has_index_methods = false;
    static constexpr bool has_included_columns = false;
    static constexpr bool has_enum_types = false;
    static constexpr bool has_namespaces = false;
    static constexpr bool has_partitions = false;
    static constexpr bool has_materialized_views = false;
    static constexpr bool has_forward_references = true;
    static constexpr std::string_view defer_all_keys = "PRAGMA defer_foreign_keys = ON";
    static constexpr std::string_view case_insensitive_collation = "NOCASE";
    static constexpr std::string_view binary_collation = "BINARY";
    static constexpr std::string_view table_suffix = " STRICT";

    /// Writes the statements that create a table and fill it, unless it is there already. `fill(condition)` writes the
    /// INSERT, whose condition tells whether it was: a table that lasts as long as the script has a row then.
    template <class Create, class Fill>
    static constexpr void write_fill_if_missing(text_sink& out, std::string_view table, Create create, Fill fill) {
        out << "CREATE TEMP TABLE \"stoa_missing\" AS SELECT 1 WHERE NOT EXISTS "
               "(SELECT 1 FROM main.sqlite_schema WHERE name = ";
        quote_text(out, table);
        out << " COLLATE NOCASE);\n";
        create();
        fill("EXISTS (SELECT 1 FROM temp.\"stoa_missing\")");
        out << "DROP TABLE temp.\"stoa_missing\";\n";
    }

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
        case type_kind::date:
        case type_kind::array: out << "TEXT"; return;
        }
    }

    // Only milliseconds are to be had; the rest is filled up to the fixed 27 characters.
    static constexpr std::string_view current_timestamp = "(strftime('%Y-%m-%dT%H:%M:%f000Z', 'now'))";
    // The four digits of the version and the two bits of the variant are put between random ones (RFC 9562, 5.4).
    static constexpr std::string_view random_guid =
        "(lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || "
        "substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))))";
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

    static constexpr std::string_view spelling(ast::function called, const type_def& result, const type_def& argument) {
        return sqlite_spelling(called, result, argument);
    }

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

    // A concatenation is text, whatever its bytes, until it is cast (https://sqlite.org/lang_expr.html#castexpr). The
    // second byte of the UTF-8 for U+0080 to U+00BF is that very number.
    static constexpr std::string_view random_guid =
        "(CAST(randomblob(6) || char(64 + (random() & 15)) || randomblob(1) || "
        "substr(CAST(char(128 + (random() & 63)) AS BLOB), 2) || randomblob(7) AS BLOB))";

    static constexpr void type_name(text_sink& out, const type_def& type) {
        if (type.kind == type_kind::guid)
            out << "BLOB";
        else
            sqlite::type_name(out, type);
    }
};

} // namespace stoa::dialect

#endif
