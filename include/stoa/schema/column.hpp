// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_COLUMN_HPP
#define STOA_SCHEMA_COLUMN_HPP

// `column(...)` in a table's definition: what the C++ type of a field does not say.

#include "stoa/core/pack.hpp"
#include "stoa/expression/assignment.hpp"
#include "stoa/expression/column.hpp"
#include "stoa/schema/column_option.hpp"
#include "stoa/schema/primary_key.hpp"

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

/// Collations, for `collate`.
inline constexpr collation binary = collation::binary;
inline constexpr collation case_insensitive = collation::case_insensitive;

/// A column and its options, in the order they were given.
template <class Column, class... Options>
struct column_item {
    detail::pack<Options...> options;

    /// The column's name in the database, where it is not the field's.
    constexpr auto named(std::string_view name) const { return with(detail::name_option(name)); }

    /// A remark for people. SQL: `COMMENT ON COLUMN …` on PostgreSQL; on SQLite it stays in the definition.
    constexpr auto comment(std::string_view text) const { return with(detail::comment_option(text)); }

    /// The most characters a text may have. SQL: `CHECK (length(…) <= n)` on both databases.
    constexpr auto max_length(std::uint32_t characters) const {
        static_assert(type_of<typename Column::value_type>.kind == type_kind::text,
                      "stoa[E305]: max_length is for text columns.");
        return with(detail::length_option(characters));
    }

    /// Keeps the document as text rather than in the form that is fast to search: smaller to write, slower to read
    /// from, and without a key or an index over the whole of it. SQL: `json` instead of `jsonb` on PostgreSQL.
    constexpr auto plain_json() const {
        static_assert(type_of<typename Column::value_type>.kind == type_kind::json,
                      "stoa[E108]: plain_json is for columns of JSON documents: stoa::json_document or stoa::json.");
        return with(detail::plain_json_option());
    }

    /// How texts are compared: `binary` (the default), or `case_insensitive`, for which A to Z are a to z in
    /// comparisons, order, `in`, unique keys and indexes. SQL: `COLLATE NOCASE` on SQLite, `lower(…)` in statements on
    /// PostgreSQL.
    constexpr auto collate(collation given) const {
        static_assert(type_of<typename Column::value_type>.kind == type_kind::text &&
                          !std::is_enum_v<typename Column::value_type>,
                      "stoa[E327]: only a text column has a collation.");
        return with(detail::collation_option(given));
    }

    /// The smallest and the largest value allowed. SQL: `CHECK (… BETWEEN low AND high)` on both databases.
    template <class Low, class High>
    constexpr auto range(Low&& low, High&& high) const
        requires ordered<Column, Low> && ordered<Column, High>
    {
        auto condition = Column{}.between(std::forward<Low>(low), std::forward<High>(high));
        return with(detail::range_option<decltype(condition)>{condition});
    }

    /// The value a row gets from the database when an INSERT does not mention the column, also computed from constants.
    /// Rows that stoa inserts mention every field. SQL: `DEFAULT …`.
    template <class V>
        requires assignable<Column, V>
    constexpr auto default_(V&& given) const {
        static_assert(!expression<V> || detail::is_constant<std::remove_cvref_t<V>>,
                      "stoa[E304]: the default of a column is a value, not an expression over columns.");
        using operand = detail::operand_t<typename Column::value_type, V>;
        return with(
            detail::default_option<operand>{detail::as_operand<typename Column::value_type>(std::forward<V>(given))});
    }

    /// A value the database computes from other columns of the row and stores. The field is filled when a record is
    /// inserted, and never sent. SQL: `GENERATED ALWAYS AS (…) STORED` on both databases.
    template <expression E>
        requires assignable<Column, E>
    constexpr auto computed_from(E given) const {
        return with(detail::computed_option<E>{std::move(given)});
    }

    /// The time of insertion, for a field left at the epoch; also the database's own default.
    constexpr auto default_(generator<generation::now> clock) const { return generated(clock); }

    /// A random guid, for a field left nil unless the column is generated otherwise; also the database's own default.
    /// SQL: `DEFAULT gen_random_uuid()` on PostgreSQL, an expression of random bytes on SQLite.
    constexpr auto default_(generator<generation::guid_v4>) const {
        require_generator<generation::guid_v4>();
        return with(detail::default_guid_option{});
    }

    /// Lets an empty field (nil, the epoch) be filled when a row is inserted.
    template <generation G>
    constexpr auto generated(generator<G> maker) const {
        static_assert(
            G != generation::identity,
            "stoa[E319]: an identity column is a table's primary key, alone: not every database counts another. "
            "Write primary_key(col<&record::id>).generated(identity).");
        require_generator<G>();
        return with(detail::generated_option<G>(maker));
    }

    /// Name the checks that follow from an enumeration, from `max_length`, and from `range` or a narrow field; without,
    /// the name is ck_, the table's, the column's, and what is checked. SQL: `CONSTRAINT "…" CHECK (…)`.
    constexpr auto values_named(std::string_view name) const {
        return with(detail::check_name_option<&column_def::values_name>(name));
    }
    constexpr auto length_named(std::string_view name) const {
        return with(detail::check_name_option<&column_def::length_name>(name));
    }
    constexpr auto range_named(std::string_view name) const {
        return with(detail::check_name_option<&column_def::range_name>(name));
    }

private:
    template <generation G>
    static constexpr void require_generator() {
        static_assert(detail::can_generate<G, Column>(),
                      "stoa[E306]: this column cannot be generated that way: identity is for integers, guid_v4 and "
                      "guid_v7 for guids, now() for timestamps, and none of them for optional fields.");
    }

    template <class Option>
    constexpr auto with(Option option) const {
        return column_item<Column, Options..., Option>{options.with(std::move(option))};
    }
};

/// Options of one column. Example: `column(col<&book::title>).max_length(200).comment("as on the cover")`
template <column_expression Column>
constexpr column_item<Column> column(Column) {
    return {};
}

} // namespace stoa

#endif
