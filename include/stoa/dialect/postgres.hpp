// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_POSTGRES_HPP
#define STOA_DIALECT_POSTGRES_HPP

// PostgreSQL 12 or newer.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/ansi.hpp"
#include "stoa/dialect/isolation.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/schema/table_def.hpp"
#include "stoa/types/type_def.hpp"

#include <cstddef>
#include <string_view>

namespace stoa::dialect {

struct postgres : ansi {
    static constexpr std::string_view name = "postgres";
    static constexpr std::size_t index = 1;
    static constexpr std::size_t storage_index = 1;

    static constexpr bool has_binary_guid = false;
    static constexpr std::string_view text_order = " COLLATE \"C\"";

    static constexpr void type_name(text_sink& out, const type_def& type) {
        switch (type.kind) {
        case type_kind::boolean: out << "boolean"; return;
        case type_kind::int16: out << "smallint"; return;
        case type_kind::int32: out << "integer"; return;
        case type_kind::int64: out << "bigint"; return;
        case type_kind::float32: out << "real"; return;
        case type_kind::float64: out << "double precision"; return;
        // Bytewise order, as everywhere else, whatever the collation of the database.
        case type_kind::text: out << "text COLLATE \"C\""; return;
        case type_kind::bytes: out << "bytea"; return;
        case type_kind::guid: out << "uuid"; return;
        case type_kind::json: out << "jsonb"; return;
        case type_kind::timestamp: out << "timestamptz"; return;
        case type_kind::date: out << "date"; return;
        case type_kind::decimal:
            out << "numeric(";
            out.number(type.precision) << ", ";
            out.number(type.scale) << ')';
            return;
        }
    }

    static constexpr std::string_view current_timestamp = "now()";
    static constexpr std::string_view begin(isolation level) {
        switch (level) {
        case isolation::read_committed: return "BEGIN ISOLATION LEVEL READ COMMITTED";
        case isolation::snapshot: return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        case isolation::serializable: return "BEGIN ISOLATION LEVEL SERIALIZABLE";
        }
        return "BEGIN";
    }
    static constexpr std::string_view after_end(isolation) { return ""; }

    /// Moves the counter of an identity column to `$1` unless it is further already
    /// (manual, 9.17 Sequence Manipulation Functions).
    static constexpr void write_move_identity(text_sink& out, const table_def& table, const column_def& column) {
        out << "SELECT setval(s.id, $1) FROM (SELECT pg_get_serial_sequence(";
        quote_name_text(out, table.name);
        out << ", ";
        quote_text(out, column.name);
        out << ")::regclass AS id) AS s WHERE coalesce(pg_sequence_last_value(s.id), 0) < $1";
    }

    /// There is no ADD CONSTRAINT IF NOT EXISTS: where it may exist, the catalogue is asked first.
    template <class Constraint>
    static constexpr void write_add_constraint(text_sink& out, std::string_view table, std::string_view added,
                                               bool if_missing, Constraint constraint) {
        if (!if_missing) {
            ansi::write_add_constraint(out, table, added, false, constraint);
            return;
        }
        out << "DO $stoa$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = ";
        quote_text(out, added);
        out << " AND conrelid = ";
        quote_name_text(out, table);
        out << "::regclass) THEN ";
        ansi::write_add_constraint(out, table, added, false, constraint);
        out << "END IF; END $stoa$;\n";
    }

    /// A name as a text that is read as an identifier, so that it has both kinds of quotes.
    static constexpr void quote_name_text(text_sink& out, std::string_view text) {
        out << "'\"";
        for (char c : text) {
            if (c == '"' || c == '\'') out << c;
            out << c;
        }
        out << "\"'";
    }

    static constexpr std::string_view true_ = "TRUE";
    static constexpr std::string_view false_ = "FALSE";
    static constexpr std::string_view guid_cast = "::uuid";
    static constexpr std::string_view timestamp_cast = "::timestamptz";
    static constexpr std::string_view date_cast = "::date";
    static constexpr std::string_view json_cast = "::jsonb";

    static constexpr std::string_view list_element(type_kind) { return ""; }
};

} // namespace stoa::dialect

#endif
