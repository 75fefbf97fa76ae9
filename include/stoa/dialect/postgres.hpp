// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_POSTGRES_HPP
#define STOA_DIALECT_POSTGRES_HPP

// PostgreSQL 13 or newer.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/ansi.hpp"
#include "stoa/dialect/isolation.hpp"
#include "stoa/dialect/postgres_functions.hpp"
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
    static constexpr std::string_view trigram_extension = "pg_trgm";
    static constexpr bool has_concurrent_indexes = true;
    static constexpr bool has_copy = true;
    static constexpr bool names_expressions = true;
    static constexpr bool has_guid_extremes = false;
    static constexpr std::string_view bytewise = " COLLATE \"C\"";

    static constexpr std::string_view spelling(ast::function called, const type_def& result, const type_def& argument) {
        return postgres_spelling(called, result, argument);
    }

    static constexpr void type_name(text_sink& out, const type_def& type) {
        if (!type.enum_name.empty()) {
            quote(out, type.enum_name);
            return;
        }
        const bool is_array = type.kind == type_kind::array;
        const type_def scalar = is_array ? element_of(type) : type;
        scalar_name(out, scalar);
        if (is_array) out << "[]";
        // Bytewise order, as everywhere else, whatever the collation of the database.
        if (scalar.kind == type_kind::text) out << " COLLATE " << binary_collation;
    }

    static constexpr void scalar_name(text_sink& out, const type_def& type) {
        switch (type.kind) {
        case type_kind::boolean: out << "boolean"; return;
        case type_kind::int16: out << "smallint"; return;
        case type_kind::int32: out << "integer"; return;
        case type_kind::int64: out << "bigint"; return;
        case type_kind::float32: out << "real"; return;
        case type_kind::float64: out << "double precision"; return;
        case type_kind::text: out << "text"; return;
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
        case type_kind::array: return; // an array is no element
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
        quote_name_text(out, table);
        out << ", ";
        quote_text(out, column.name);
        out << ")::regclass AS id) AS s WHERE coalesce(pg_sequence_last_value(s.id), 0) < $1";
    }

    /// Takes `$1` numbers from the counter of an identity column, in their order.
    static constexpr void write_next_identities(text_sink& out, const table_def& table, const column_def& column) {
        out << "SELECT CAST(nextval(pg_get_serial_sequence(";
        quote_name_text(out, table);
        out << ", ";
        quote_text(out, column.name);
        out << ")) AS ";
        type_name(out, column.type);
        out << ") FROM generate_series(1, $1)";
    }

    /// There is no ADD CONSTRAINT IF NOT EXISTS: where it may exist, the catalogue is asked first.
    template <class Constraint>
    static constexpr void write_add_constraint(text_sink& out, const table_def& table, std::string_view added,
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

    /// There is no CREATE VIEW IF NOT EXISTS either.
    template <class Definition>
    static constexpr void write_create_view(text_sink& out, const table_def& view, bool if_missing,
                                            Definition definition) {
        if (!if_missing) {
            ansi::write_create_view(out, view, false, definition);
            return;
        }
        out << "DO $stoa$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = ";
        quote_text(out, view.name);
        out << " AND relnamespace = ";
        if (view.schema_name.empty())
            out << "quote_ident(current_schema())";
        else
            quote_name_text(out, {}, view.schema_name);
        out << "::regnamespace) THEN ";
        ansi::write_create_view(out, view, false, definition);
        out << "END IF; END $stoa$;\n";
    }

    /// One is left behind where CREATE INDEX CONCURRENTLY fails (manual, CREATE INDEX, Building Indexes Concurrently).
    static constexpr void write_drop_invalid_index(text_sink& out, const table_def& table, std::string_view dropped) {
        out << "DO $stoa$ BEGIN IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass(";
        quote_name_text(out, table.schema_name, dropped);
        out << ")) THEN DROP INDEX ";
        write_qualified_name<postgres>(out, table.schema_name, dropped);
        out << "; END IF; END $stoa$;\n";
    }

    /// Nor is there a CREATE TYPE IF NOT EXISTS.
    static constexpr void write_create_enum(text_sink& out, const enum_def& type, bool if_missing) {
        if (if_missing) {
            out << "DO $stoa$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = ";
            quote_text(out, type.name);
            out << " AND typnamespace = quote_ident(current_schema())::regnamespace) THEN ";
        }
        out << "CREATE TYPE ";
        quote(out, type.name);
        out << " AS ENUM (";
        for (std::size_t i = 0; i != type.enumerators.size(); ++i) {
            if (i != 0) out << ", ";
            quote_text(out, type.enumerators[i]);
        }
        out << (if_missing ? "); END IF; END $stoa$;\n" : ");\n");
    }

    /// A table's name as a text that is read as identifiers, so that each has both kinds of quotes.
    static constexpr void quote_name_text(text_sink& out, const table_def& table) {
        quote_name_text(out, table.schema_name, table.name);
    }

    static constexpr void quote_name_text(text_sink& out, std::string_view schema_name, std::string_view name_in_it) {
        const auto quoted = [&](std::string_view text) {
            out << '"';
            for (char c : text) {
                if (c == '"' || c == '\'') out << c;
                out << c;
            }
            out << '"';
        };
        out << '\'';
        if (!schema_name.empty()) {
            quoted(schema_name);
            out << '.';
        }
        quoted(name_in_it);
        out << '\'';
    }

    static constexpr std::string_view true_ = "TRUE";
    static constexpr std::string_view false_ = "FALSE";
    static constexpr std::string_view guid_cast = "::uuid";
    static constexpr std::string_view timestamp_cast = "::timestamptz";
    static constexpr std::string_view date_cast = "::date";
    static constexpr std::string_view json_cast = "::jsonb";
    // No operators but those that take it apart, and a binary form of its own (manual, 8.14 JSON Types).
    static constexpr std::string_view plain_json = "json";

    static constexpr std::string_view list_element(type_kind) { return ""; }
};

} // namespace stoa::dialect

#endif
