// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_TABLE_DEF_HPP
#define STOA_SCHEMA_TABLE_DEF_HPP

// A table as plain values. A record's definition becomes these at compile time; DDL, statements, error messages
// and documentation are made from them by ordinary functions.

#include "stoa/core/list_view.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/schema/identifier.hpp"
#include "stoa/types/type_def.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

/// Who gives a column its value when the field is left empty (0, nil, the epoch).
enum class generation : std::uint8_t {
    none,
    identity, ///< the database counts
    guid_v4,  ///< random, made by stoa before the row is sent
    guid_v7,  ///< time-ordered, made by stoa before the row is sent
    now,      ///< the clock's time when the row is inserted, and the column's default
};

/// How the texts of a column are compared, sorted and kept unique; LIKE, groups and extremes are always of exact texts.
enum class collation : std::uint8_t {
    binary,           ///< byte by byte, which is the order of code points
    case_insensitive, ///< the same with A to Z taken for a to z
};

/// What happens to the referencing row when the referenced one goes or changes its key.
enum class referential_action : std::uint8_t { no_action, restrict_, cascade, set_null, set_default };

/// Columns of one table by position, in key order; at most 32 (PostgreSQL manual, 11.3 Multicolumn Indexes).
struct column_list {
    static constexpr std::size_t max_size = 32;
    std::uint16_t index[max_size]{};
    std::uint8_t count = 0;

    constexpr void add(std::size_t column) { index[count++] = static_cast<std::uint16_t>(column); }
    constexpr std::size_t size() const noexcept { return count; }
    constexpr const std::uint16_t* begin() const noexcept { return index; }
    constexpr const std::uint16_t* end() const noexcept { return index + count; }
    constexpr std::size_t operator[](std::size_t n) const noexcept { return index[n]; }

    friend constexpr bool operator==(const column_list& a, const column_list& b) noexcept {
        if (a.count != b.count) return false;
        for (std::size_t i = 0; i != a.count; ++i)
            if (a.index[i] != b.index[i]) return false;
        return true;
    }
};

/// How an identity column counts.
struct identity_def {
    std::int64_t start = 1;
    std::int64_t increment = 1;

    friend constexpr bool operator==(const identity_def&, const identity_def&) = default;
};

struct column_def {
    std::string_view name;
    type_def type;
    bool nullable = false;
    collation collated = collation::binary;
    std::uint32_t max_length = 0; ///< text: most characters allowed; 0: no limit
    bool plain_json = false;      ///< a document kept as text where the database has a type of its own for that
    generation generated = generation::none;
    identity_def identity{};
    list_view<const std::string_view> enumerators{}; ///< the only texts allowed; empty: any
    ast::view default_value{};                       ///< of constants, or a random guid; empty: no default
    ast::view computed{};                            ///< what the database computes it from; empty: nothing
    ast::view range{};                               ///< column BETWEEN low AND high; empty: any
    std::string_view comment{};
    std::string_view values_name{}; ///< of the check of `enumerators`; empty: by convention, as the next two
    std::string_view length_name{}; ///< of the check of `max_length`
    std::string_view range_name{};  ///< of the check of `range`
};

struct unique_def {
    identifier name;
    column_list columns;
    bool nulls_equal = false; ///< NULL is the same as NULL
};

struct foreign_key_def {
    identifier name;
    column_list columns;
    table_ref target{};
    column_list target_columns; ///< positions in `target`
    referential_action on_delete = referential_action::no_action;
    referential_action on_update = referential_action::no_action;
    bool deferred = false; ///< checked when the transaction is committed
};

/// Some of a table's foreign keys, by position; the first 64 can be members.
struct key_set {
    std::uint64_t bits = 0;

    constexpr void add(std::size_t key) { bits |= std::uint64_t{1} << key; }
    constexpr bool has(std::size_t key) const noexcept { return key < 64 && (bits >> key & 1U) != 0; }
    constexpr bool empty() const noexcept { return bits == 0; }

    friend constexpr bool operator==(const key_set&, const key_set&) = default;
};

struct check_def {
    identifier name;
    ast::view predicate;
};

/// How an index finds rows.
enum class index_method : std::uint8_t {
    btree,
    hash,
    gin,
    gist,
    brin,
    trigram, ///< by any part of a text
    prefix,  ///< by the beginning of a text
};

struct index_def {
    identifier name;
    ast::view terms;       ///< a list of ascending and descending expressions
    column_list columns;   ///< the columns among the terms
    column_list included;  ///< kept in the index only to be read
    ast::view predicate{}; ///< which rows are in it; empty: all
    index_method method = index_method::btree;
    std::string_view operators{}; ///< operator class of all terms; empty: the default
    bool unique = false;
    bool concurrent = false; ///< can be built while others write
};

/// A type of the database's own that lists the texts of its columns.
struct enum_def {
    std::string_view name;
    list_view<const std::string_view> enumerators; ///< in their order
};

/// How rows are told to the partitions of a table.
enum class partition_strategy : std::uint8_t { none, range, list, hash };

struct partition_def {
    identifier name;
    /// A list; of a range its ends, ast::op::none where it is open; of a hash modulus and remainder; empty: the default
    /// partition, whose rows fit no other.
    ast::view bounds{};
};

struct partitioning_def {
    partition_strategy strategy = partition_strategy::none;
    column_list columns{}; ///< the partition key
    list_view<const partition_def> partitions{};
};

/// Where rows come from: they are stored; a query finds them whenever they are asked for; a query found them when the
/// view was created or refreshed last.
enum class table_kind : std::uint8_t { table, view, materialized_view };

struct table_def {
    std::string_view name;
    list_view<const column_def> columns;
    identifier primary_key_name;
    column_list primary_key; ///< empty: the table has none
    list_view<const unique_def> uniques;
    list_view<const foreign_key_def> foreign_keys;
    list_view<const check_def> checks;
    list_view<const index_def> indexes;
    std::string_view comment{};
    std::string_view schema_name{}; ///< the namespace it is in; empty: wherever the connection puts new tables
    partitioning_def partitioning{};
    table_kind kind = table_kind::table;
    ast::view query{}; ///< of a view, its values as literals
};

/// Calls `use(table)` with every table that this one references or reads, some more than once.
template <class Use>
constexpr void visit_dependencies(const table_def& table, Use use) {
    for (const foreign_key_def& key : table.foreign_keys) use(key.target);
    for (const ast::node& node : table.query)
        if (node.kind == ast::op::table) use(node.table); // other sources are rows of the query's own
}

constexpr bool depends_on(const table_def& table, table_ref other) {
    bool found = false;
    visit_dependencies(table, [&](table_ref each) { found = found || each == other; });
    return found;
}

} // namespace stoa

#endif
