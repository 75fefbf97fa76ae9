// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_COLUMN_HPP
#define STOA_SCHEMA_COLUMN_HPP

// `column(...)` in a table's definition: what the C++ type of a field does not say.

#include "stoa/expression/assignment.hpp"
#include "stoa/expression/column.hpp"
#include "stoa/schema/primary_key.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstdint>
#include <utility>

namespace stoa {

/// No default.
struct no_default {};

/// The clock's time; see `column(...).default_`.
constexpr generator<generation::now> now() {
    return {};
}

template <class Column, generation Generation = generation::none, class Default = no_default>
struct column_item {
    std::uint32_t length = 0;
    Default value{};

    /// The most characters a text may have. SQL: `CHECK (length(…) <= n)` on both databases.
    constexpr column_item max_length(std::uint32_t characters) const {
        static_assert(type_of<typename Column::value_type>.kind == type_kind::text,
                      "stoa[E305]: max_length is for text columns.");
        return {characters, value};
    }

    /// The value a row gets from the database when an INSERT does not mention the column. Rows that stoa inserts
    /// mention every field. SQL: `DEFAULT …`.
    template <class V>
        requires assignable<Column, V>
    constexpr auto default_(V&& given) const {
        static_assert(!expression<V>,
                      "stoa[E304]: the default of a column is a value, not an expression over columns.");
        using operand = detail::operand_t<typename Column::value_type, V>;
        return column_item<Column, Generation, operand>{
            length, detail::as_operand<typename Column::value_type>(std::forward<V>(given))};
    }

    /// The time of insertion, for a field left at the epoch; also the database's own default.
    constexpr auto default_(generator<generation::now> clock) const { return generated(clock); }

    /// Lets an empty field (0, nil, the epoch) be filled when a row is inserted.
    template <generation G>
    constexpr auto generated(generator<G>) const {
        static_assert(detail::can_generate<G, Column>(),
                      "stoa[E306]: this column cannot be generated that way: identity is for integers, guid_v4 and "
                      "guid_v7 for guids, now() for timestamps, and none of them for optional fields.");
        return column_item<Column, G, Default>{length, value};
    }
};

/// Options of one column. Example: `column(col<&book::title>).max_length(200)`
template <column_expression Column>
constexpr column_item<Column> column(Column) {
    return {};
}

} // namespace stoa

#endif
