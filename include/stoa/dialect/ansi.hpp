// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_ANSI_HPP
#define STOA_DIALECT_ANSI_HPP

// What all databases have in common, as far as the SQL standard got its way. A dialect derives from it and states
// only where it differs; renderers ask for capabilities, never for the name of a database.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/table_name.hpp"
#include "stoa/expression/function_list.hpp"
#include "stoa/schema/table_def.hpp"
#include "stoa/types/type_def.hpp"

#include <cstdint>
#include <string_view>

namespace stoa::dialect {

struct ansi {
    /// Stands before the number of a parameter.
    static constexpr char placeholder = '$';
    /// Texts can stand between $$ and $$.
    static constexpr bool has_dollar_quotes = true;

    /// LIKE tells upper and lower case apart. Without, a translated pattern is given to GLOB.
    static constexpr bool has_case_sensitive_like = true;
    /// A parameter can be an array: `= ANY($1)`. Without, a list travels as a JSON text.
    static constexpr bool has_array_parameters = true;
    /// Columns can be arrays: bigint[]. Without, they are JSON texts, and an index cannot look into them.
    static constexpr bool has_arrays = true;
    static constexpr std::string_view empty_array = "'{}'";
    /// NULL sorts behind every value unless said otherwise.
    static constexpr bool sorts_null_last = true;
    /// What is selected without a name gets one by which rows can be sorted.
    static constexpr bool names_expressions = false;
    /// replace(text, '', NULL) is NULL. Without, it is the text.
    static constexpr bool has_strict_replace = true;
    /// Numbers are computed in the width of their columns, so that arithmetic must be widened first.
    static constexpr bool has_narrow_numbers = true;
    /// Sums and means of integers and decimals come in other types than their columns.
    static constexpr bool widens_aggregates = true;
    /// numeric(p, s) is exact. Without, decimals are kept as integers without the point.
    static constexpr bool has_decimal = true;
    /// What rounds a number to single precision where storing it in a float column does not; empty: storing does.
    static constexpr std::string_view to_single_precision = "";
    /// Column types are enforced as declared. Without, a CHECK per column enforces the portable type.
    static constexpr bool has_strict_types = true;
    /// RIGHT and FULL JOIN mean the same wherever they stand. Without, queries that have one are kept apart from the
    /// query that reads from them, and conditions of earlier joins from being found constant.
    static constexpr bool has_sound_right_joins = true;
    /// The most parameters of a statement, and how many rows one INSERT of many stores fastest.
    static constexpr std::size_t max_parameters = 32'766;
    static constexpr std::size_t rows_per_insert = 32;
    /// Rows can be loaded in binary: COPY … FROM STDIN.
    static constexpr bool has_copy = false;
    /// INTERSECT ALL and EXCEPT ALL.
    static constexpr bool has_all_rows_set_operations = true;
    /// GROUP BY has ROLLUP, CUBE and GROUPING SETS. Without, there is a select for each set.
    static constexpr bool has_grouping_sets = true;
    /// Selects can lock rows: FOR UPDATE. Without, a transaction that can write has the database to itself.
    static constexpr bool has_row_locks = true;
    /// A source can see the tables before it: LATERAL. Without, only json_each can.
    static constexpr bool has_lateral_joins = true;
    /// OFFSET may stand without LIMIT.
    static constexpr bool has_bare_offset = true;
    /// A generated integer key is declared as such; without, an integer primary key counts by itself.
    static constexpr bool has_identity_columns = true;
    /// A row with an identity value of its own leaves the counter behind, which must then be moved.
    static constexpr bool has_detached_identity = true;
    /// Tables and columns can carry remarks: COMMENT ON.
    static constexpr bool has_comments = true;
    /// NULL can be made equal to NULL in a unique constraint.
    static constexpr bool has_nulls_not_distinct = true;
    /// Members of JSON documents are reached with ->> and #>>. Without, with json_extract and a path.
    static constexpr bool has_json_operators = true;
    /// The type of documents kept as text, if it is another than that of documents in general. Such a document is
    /// neither compared nor searched, so that it is cast wherever it is read.
    static constexpr std::string_view plain_json = "";
    /// Indexes can be of several kinds: USING gin.
    static constexpr bool has_index_methods = true;
    /// What must be installed for indexes of the method trigram; empty: there are none, and they are left out.
    static constexpr std::string_view trigram_extension = "";
    /// Indexes can be built while others write: CREATE INDEX CONCURRENTLY.
    static constexpr bool has_concurrent_indexes = false;
    /// With it: writes the statement that drops an index whose building failed.
    static constexpr void write_drop_invalid_index(text_sink&, const table_def&, std::string_view) {}
    /// Indexes can keep columns that are only read: INCLUDE.
    static constexpr bool has_included_columns = true;
    /// Enumerations can be types of their own: CREATE TYPE … AS ENUM. Without, they are text with a CHECK.
    static constexpr bool has_enum_types = true;
    /// Tables stand in namespaces: CREATE SCHEMA. Without, all of them stand in one.
    static constexpr bool has_namespaces = true;
    /// GREATEST and LEAST leave NULL out, as long as there is another argument.
    static constexpr bool greatest_skips_null = true;
    /// Aggregates take rows: count(DISTINCT (a, b)). Without, they count texts that tell the rows apart.
    static constexpr bool has_row_aggregates = true;
    /// Guids have min and max. Without, their texts are compared.
    static constexpr bool has_guid_extremes = true;
    /// Aggregates can sort what they are given: string_agg(a, ',' ORDER BY b).
    static constexpr bool has_ordered_aggregates = true;
    static constexpr std::string_view string_agg = "string_agg(";
    /// Stands behind a text that must be sorted by its bytes.
    static constexpr std::string_view bytewise = "";

    /// The pattern of a call with these types, which `call_renderer` describes; empty: the function's own name.
    static constexpr std::string_view spelling(ast::function, const type_def& /*result*/,
                                               const type_def& /*argument*/) {
        return "";
    }

    /// The rows of a table can be kept in partitions. Without, a CHECK refuses those that would fit none.
    static constexpr bool has_partitions = true;
    /// Views can keep their rows: MATERIALIZED VIEW. Without, tables do.
    static constexpr bool has_materialized_views = true;
    /// Writes the statement that creates a view; `definition()` writes its name and everything behind.
    template <class Definition>
    static constexpr void write_create_view(text_sink& out, const table_def&, bool if_missing, Definition definition) {
        out << (if_missing ? "CREATE VIEW IF NOT EXISTS " : "CREATE VIEW ");
        definition();
        out << ";\n";
    }
    /// A foreign key may name a table that is created later.
    static constexpr bool has_forward_references = false;
    /// With it: what makes all foreign keys wait for the end of the transaction.
    static constexpr std::string_view defer_all_keys = "";
    /// Writes the statement that adds a constraint to a table; `constraint()` writes "CONSTRAINT …".
    template <class Constraint>
    static constexpr void write_add_constraint(text_sink& out, const table_def& table, std::string_view, bool,
                                               Constraint constraint) {
        out << "ALTER TABLE ";
        write_table_name<ansi>(out, table);
        out << " ADD ";
        constraint();
        out << ";\n";
    }

    /// The collation of columns that ignore the case of ASCII letters; empty: both sides of a comparison go through
    /// lower(), whose argument has the next one, so that it changes only those letters.
    static constexpr std::string_view case_insensitive_collation = "";
    /// The collation in which texts are the same only where their bytes are.
    static constexpr std::string_view binary_collation = "\"C\"";
    /// An expression that makes a guid of version 4, for defaults.
    static constexpr std::string_view random_guid = "gen_random_uuid()";

    /// What stands behind the closing parenthesis of CREATE TABLE.
    static constexpr std::string_view table_suffix = "";
};

} // namespace stoa::dialect

#endif
