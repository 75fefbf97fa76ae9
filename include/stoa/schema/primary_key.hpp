// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_PRIMARY_KEY_HPP
#define STOA_SCHEMA_PRIMARY_KEY_HPP

// `primary_key(...)` in a table's definition.

#include "stoa/expression/column.hpp"
#include "stoa/schema/column_option.hpp"
#include "stoa/schema/table_def.hpp"

#include <string_view>
#include <type_traits>

namespace stoa {

namespace detail {

template <generation Generation, class Column>
consteval bool can_generate() {
    constexpr type_kind kind = type_of<typename Column::value_type>.kind;
    switch (Generation) {
    case generation::none: return true;
    case generation::identity: return is_integer(kind) && !Column::nullable;
    case generation::guid_v4:
    case generation::guid_v7: return kind == type_kind::guid && !Column::nullable;
    case generation::now: return kind == type_kind::timestamp && !Column::nullable;
    }
    return false;
}

} // namespace detail

template <generation Generation, column_expression... Columns>
struct primary_key_item {
    std::string_view name{};
    identity_def identity{};

    /// Names the constraint; without it the name is pk_ and the table's.
    constexpr primary_key_item named(std::string_view given) const { return {given, identity}; }

    /// Lets an empty key (0 or nil) be filled when a row is inserted. For a key of one column.
    template <generation G>
    constexpr primary_key_item<G, Columns...> generated(generator<G> maker) const {
        static_assert(sizeof...(Columns) == 1,
                      "stoa[E310]: only a key of one column can be generated. Give the columns "
                      "of a longer key their values, or generate one with column(...).generated.");
        static_assert((detail::can_generate<G, Columns>() && ...),
                      "stoa[E306]: this column cannot be generated that way: identity is for integers, guid_v4 and "
                      "guid_v7 for guids, now() for timestamps, and none of them for optional fields.");
        return {name, maker.options};
    }
};

/// The columns that identify a row. SQL: `CONSTRAINT "pk_…" PRIMARY KEY (…)`.
template <column_expression... Columns>
constexpr primary_key_item<generation::none, Columns...> primary_key(Columns...) {
    static_assert(
        sizeof...(Columns) != 0 && (!Columns::nullable && ...),
        "stoa[E309]: a primary key has at least one column, and none of them can be NULL. Take std::optional off "
        "the fields of the key, or use unique(...).");
    return {};
}

} // namespace stoa

#endif
