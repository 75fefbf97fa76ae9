// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_INDEX_HPP
#define STOA_SCHEMA_INDEX_HPP

// `index(...)` in a table's definition.

#include "stoa/expression/column.hpp"
#include "stoa/expression/order.hpp"
#include "stoa/schema/table_def.hpp"

#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

/// Methods of indexes, for `using_`. Where a database has only the ordinary kind, that is what it gets.
inline constexpr index_method btree = index_method::btree;
inline constexpr index_method hash_index = index_method::hash;
inline constexpr index_method gin = index_method::gin;
inline constexpr index_method gist = index_method::gist;
inline constexpr index_method brin = index_method::brin;

/// No condition: the index has all rows.
struct every_row {};

/// No further columns.
template <class... Columns>
struct included_columns {};

template <class Condition, class Included, ordering_term... Terms>
struct index_item {
    using condition_type = Condition;
    using included = Included;

    std::tuple<Terms...> terms;
    Condition condition; // no {}: clang would ask whether a condition can be made of nothing
    std::string_view name{};
    index_method method = index_method::btree;
    std::string_view operators{};
    bool is_unique = false;

    /// Names the index; without it the name is ix_, the table's and the columns'.
    constexpr index_item named(std::string_view given) const {
        return {terms, condition, given, method, operators, is_unique};
    }

    /// No two rows have the same values in these columns. SQL: `CREATE UNIQUE INDEX`.
    constexpr index_item unique() const { return {terms, condition, name, method, operators, true}; }

    /// How rows are found: `btree` (the default), `hash_index`, `gin`, `gist`, `brin`. SQL: `USING …` on PostgreSQL.
    constexpr index_item using_(index_method given) const {
        return {terms, condition, name, given, operators, is_unique};
    }

    /// The operator class of all columns, such as "jsonb_path_ops". Left out where there are none.
    constexpr index_item operator_class(std::string_view given) const {
        return {terms, condition, name, method, given, is_unique};
    }

    /// Only rows for which the condition is true are in the index. SQL: `WHERE …`.
    template <predicate Given>
    constexpr auto where(Given given) const {
        return index_item<Given, Included, Terms...>{terms, std::move(given), name, method, operators, is_unique};
    }

    /// Columns kept in the index only to be read from it. SQL: `INCLUDE (…)`; where there is no such clause they
    /// become ordinary columns at the end, or of a unique index are left out.
    template <column_expression... Columns>
    constexpr auto include(Columns...) const {
        return index_item<Condition, included_columns<Columns...>, Terms...>{terms,  condition, name,
                                                                             method, operators, is_unique};
    }
};

/// Columns or expressions by which rows are found fast, each ascending unless wrapped in `desc`.
/// SQL: `CREATE INDEX "ix_…" ON … (…)`.
template <ordering_term... Terms>
constexpr auto index(Terms... terms) {
    return index_item<every_row, included_columns<>, decltype(detail::as_ordering(terms))...>{
        {detail::as_ordering(std::move(terms))...}, {}};
}

} // namespace stoa

#endif
