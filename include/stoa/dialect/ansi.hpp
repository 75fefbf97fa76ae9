// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_ANSI_HPP
#define STOA_DIALECT_ANSI_HPP

// What all databases have in common, as far as the SQL standard got its way. A dialect derives from it and states
// only where it differs; renderers ask for capabilities, never for the name of a database.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/types/type_def.hpp"

#include <cstdint>
#include <string_view>

namespace stoa::dialect {

struct ansi {
    /// Stands before the number of a parameter.
    static constexpr char placeholder = '$';

    /// LIKE tells upper and lower case apart. Without, a translated pattern is given to GLOB.
    static constexpr bool has_case_sensitive_like = true;
    /// A parameter can be an array: `= ANY($1)`. Without, a list travels as a JSON text.
    static constexpr bool has_array_parameters = true;
    /// Stands behind a text that no column gives an order to, so that it has the one of columns.
    static constexpr std::string_view text_order = "";
    /// NULL sorts behind every value unless said otherwise.
    static constexpr bool sorts_null_last = true;
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
    /// Indexes can be of several kinds: USING gin.
    static constexpr bool has_index_methods = true;
    /// Indexes can keep columns that are only read: INCLUDE.
    static constexpr bool has_included_columns = true;
    /// A foreign key may name a table that is created later.
    static constexpr bool has_forward_references = false;
    /// With it: what makes all foreign keys wait for the end of the transaction.
    static constexpr std::string_view defer_all_keys = "";
    /// Writes the statement that adds a constraint to a table; `constraint()` writes "CONSTRAINT …".
    template <class Constraint>
    static constexpr void write_add_constraint(text_sink& out, std::string_view table, std::string_view, bool,
                                               Constraint constraint) {
        out << "ALTER TABLE ";
        quote(out, table);
        out << " ADD ";
        constraint();
        out << ";\n";
    }

    /// What stands behind the closing parenthesis of CREATE TABLE.
    static constexpr std::string_view table_suffix = "";
};

} // namespace stoa::dialect

#endif
