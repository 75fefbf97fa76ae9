// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_INDEX_HPP
#define STOA_SCHEMA_INDEX_HPP

// `index(...)` in a table's definition.

#include "stoa/core/pack.hpp"
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
inline constexpr index_method trigram = index_method::trigram;
inline constexpr index_method prefix = index_method::prefix;

/// No condition: the index has all rows.
struct every_row {};

/// No further columns.
template <class... Columns>
struct included_columns {};

/// What of an index is neither its terms nor its condition.
struct index_options {
    std::string_view name{};
    index_method method = index_method::btree;
    std::string_view operators{};
    bool is_unique = false;
    bool is_concurrent = false;
};

template <class Condition, class Included, ordering_term... Terms>
struct index_item {
    using condition_type = Condition;
    using included = Included;

    detail::pack<Terms...> terms;
    Condition condition; // no {}: clang would ask whether a condition can be made of nothing
    index_options options{};

    /// Names the index; without it the name is ix_, the table's and the columns'.
    constexpr index_item named(std::string_view given) const {
        return with([&](index_options& kept) { kept.name = given; });
    }

    /// No two rows have the same values in these columns. SQL: `CREATE UNIQUE INDEX`.
    constexpr index_item unique() const {
        return with([](index_options& kept) { kept.is_unique = true; });
    }

    /// How rows are found: `btree` (the default), `hash_index`, `gin`, `gist`, `brin`, `trigram`, `prefix`.
    /// SQL: `USING …` on PostgreSQL.
    constexpr index_item using_(index_method given) const {
        return with([&](index_options& kept) { kept.method = given; });
    }

    /// The operator class of all columns, such as "jsonb_path_ops". Left out where there are none.
    constexpr index_item operator_class(std::string_view given) const {
        return with([&](index_options& kept) { kept.operators = given; });
    }

    /// Lets `session::create_indexes_concurrently` build it while others write. Where its table is created with it,
    /// there is nothing to wait for, and it is created like any other.
    constexpr index_item concurrently() const {
        return with([](index_options& kept) { kept.is_concurrent = true; });
    }

    /// Only rows for which the condition is true are in the index. SQL: `WHERE …`.
    template <predicate Given>
    constexpr auto where(Given given) const {
        return index_item<Given, Included, Terms...>{terms, std::move(given), options};
    }

    /// Columns kept in the index only to be read from it. SQL: `INCLUDE (…)`; where there is no such clause they
    /// become ordinary columns at the end, or of a unique index are left out.
    template <column_expression... Columns>
    constexpr auto include(Columns...) const {
        return index_item<Condition, included_columns<Columns...>, Terms...>{terms, condition, options};
    }

private:
    template <class Change>
    constexpr index_item with(Change change) const {
        index_item changed = *this;
        change(changed.options);
        return changed;
    }
};

namespace detail {

template <class Ordering>
inline constexpr bool places_null = false;

template <ast::op Op, class E, ast::null_place Nulls>
inline constexpr bool places_null<ordering<Op, E, Nulls>> = Nulls != ast::null_place::largest;

} // namespace detail

/// Columns or expressions by which rows are found fast, each ascending unless wrapped in `desc`.
/// SQL: `CREATE INDEX "ix_…" ON … (…)`.
template <ordering_term... Terms>
constexpr auto index(Terms... terms) {
    static_assert((!detail::places_null<decltype(detail::as_ordering(terms))> && ...),
                  "stoa[E334]: an index says nothing of where NULL stands, which not every database keeps. Leave "
                  "nulls_first() and nulls_last() to the queries; NULL counts as the largest value.");
    return index_item<every_row, included_columns<>, decltype(detail::as_ordering(terms))...>{
        {{detail::as_ordering(std::move(terms))}...}, {}};
}

/// Text that holds some other text anywhere, in whatever case, is found fast: `like("%abc%")`. On PostgreSQL with its
/// extension pg_trgm, which a script creates where it is missing; elsewhere there is no such index.
/// SQL: `CREATE INDEX "ix_…" ON … USING gin (… gin_trgm_ops)`.
template <column_expression Column>
constexpr auto trigram_index(Column column) {
    return index(column).using_(trigram);
}

/// Text that begins with some other text is found fast, on every database: `like("abc%")`.
/// SQL: `CREATE INDEX "ix_…" ON … (…)`.
template <column_expression Column>
constexpr auto prefix_index(Column column) {
    return index(column).using_(prefix);
}

} // namespace stoa

#endif
