// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_SCHEMA_INFO_HPP
#define STOA_INSPECT_SCHEMA_INFO_HPP

// A live database as plain values that own what they say: the twins of schema/table_def.hpp, with everything spelled
// as the database spells it. Text that is empty means that there is nothing of the kind.

#include "stoa/schema/table_def.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stoa {

/// How a column counts.
struct identity_info {
    std::int64_t start = 1;
    std::int64_t increment = 1;
    bool always = false;      ///< values of one's own are refused
    bool reuses_keys = false; ///< the next is one more than the largest there is, so that it may have been used before

    friend bool operator==(const identity_info&, const identity_info&) = default;
};

struct column_info {
    std::string name;
    std::string type;
    bool nullable = false;
    std::string collation;     ///< empty: that of the type
    std::string default_value; ///< an expression
    std::string computed;      ///< an expression
    bool stored = false;       ///< computed when the row is written, not when it is read
    std::optional<identity_info> identity{};
    std::string comment;

    friend bool operator==(const column_info&, const column_info&) = default;
};

/// When a constraint is checked: `immediate` and `deferred` say what a transaction begins with and may change.
enum class deferral : std::uint8_t { never, immediate, deferred };

struct primary_key_info {
    std::string name;
    std::vector<std::string> columns; ///< in key order
    std::vector<std::string> included;
    deferral checked = deferral::never;

    friend bool operator==(const primary_key_info&, const primary_key_info&) = default;
};

struct unique_info {
    std::string name;
    std::vector<std::string> columns; ///< in key order
    std::vector<std::string> included;
    bool nulls_equal = false;
    deferral checked = deferral::never;

    friend bool operator==(const unique_info&, const unique_info&) = default;
};

struct foreign_key_info {
    std::string name;
    std::vector<std::string> columns;
    std::string target; ///< a table; with its namespace unless that is the one that comes first
    std::vector<std::string> target_columns;
    referential_action on_delete = referential_action::no_action;
    referential_action on_update = referential_action::no_action;
    bool match_full = false;
    deferral checked = deferral::never;
    bool validated = true; ///< rows from before it was added were checked

    friend bool operator==(const foreign_key_info&, const foreign_key_info&) = default;
};

struct check_info {
    std::string name;
    std::string expression;
    bool validated = true; ///< rows from before it was added were checked

    friend bool operator==(const check_info&, const check_info&) = default;
};

/// A column or an expression; the other one is empty.
struct index_term_info {
    std::string column;
    std::string expression;
    bool descending = false;
    bool nulls_moved = false; ///< NULLs are at the other end than where the database puts them by itself
    std::string collation;    ///< empty: that of the column
    std::string operators;    ///< operator class; empty: that of the type

    friend bool operator==(const index_term_info&, const index_term_info&) = default;
};

struct index_info {
    std::string name;
    bool unique = false;
    bool nulls_equal = false;
    std::string method;
    std::vector<index_term_info> terms;
    std::vector<std::string> included;
    std::string predicate;
    bool valid = true; ///< false: left over from a CREATE INDEX CONCURRENTLY that failed

    friend bool operator==(const index_info&, const index_info&) = default;
};

/// Where a table keeps some of its rows.
struct partition_info {
    std::string name;   ///< with its schema where that is another one
    std::string bounds; ///< which rows, such as FOR VALUES IN (1, 2); and how it is partitioned itself

    friend bool operator==(const partition_info&, const partition_info&) = default;
};

/// Constraints, indexes and partitions are sorted by name, columns stand as in the table.
struct table_info {
    std::string name;
    std::string schema_name; ///< empty: the namespace that comes first
    std::vector<column_info> columns;
    std::optional<primary_key_info> primary_key;
    std::vector<unique_info> uniques;
    std::vector<foreign_key_info> foreign_keys;
    std::vector<check_info> checks;
    std::vector<index_info> indexes;
    std::vector<partition_info> partitions;
    std::string options; ///< what is said of the table as a whole, such as STRICT or PARTITION BY
    std::string comment;

    friend bool operator==(const table_info&, const table_info&) = default;
};

/// "books", or "library.books" of a table in a namespace.
inline std::string qualified_name(const table_info& table) {
    return table.schema_name.empty() ? table.name : table.schema_name + '.' + table.name;
}

/// Where materialized views are made tables, that is what they are here.
struct view_info {
    std::string name;
    std::string definition; ///< the query, behind AS; on SQLite with the columns where they are named in front of it
    bool materialized = false;
    std::string comment;
    std::vector<column_info> columns; ///< on SQLite only those named, and only their names
    std::vector<index_info> indexes;  ///< of a materialized one
    std::string options;              ///< such as WITH (security_barrier=true)

    friend bool operator==(const view_info&, const view_info&) = default;
};

struct enum_info {
    std::string name;
    std::vector<std::string> values; ///< in their order

    friend bool operator==(const enum_info&, const enum_info&) = default;
};

/// Everything, each list sorted by name.
struct schema_info {
    std::vector<table_info> tables;
    std::vector<view_info> views;
    std::vector<enum_info> enums;

    friend bool operator==(const schema_info&, const schema_info&) = default;
};

} // namespace stoa

#endif
