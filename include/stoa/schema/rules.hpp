// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_RULES_HPP
#define STOA_SCHEMA_RULES_HPP

// What the values of a table must satisfy on every database, checked while compiling. Each rule finds the first
// offender in the values; only then is a template named after it instantiated, so that the compiler prints it.

#include "stoa/core/fixed_string.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace stoa::detail {

/// SQLite does not tell identifiers apart that differ only in case.
constexpr bool same_identifier(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i != a.size(); ++i)
        if (lower(a[i]) != lower(b[i])) return false;
    return true;
}

/// The first column named like one before it; the number of columns where there is none.
constexpr std::size_t repeated_column(std::span<const column_def> columns) {
    for (std::size_t i = 0; i != columns.size(); ++i)
        for (std::size_t before = 0; before != i; ++before)
            if (same_identifier(columns[i].name, columns[before].name)) return i;
    return columns.size();
}

/// The first computed column that is computed from another.
constexpr std::size_t doubly_computed_column(std::span<const column_def> columns) {
    for (std::size_t i = 0; i != columns.size(); ++i)
        for (const ast::node& node : columns[i].computed)
            if (node.kind == ast::op::column && !columns[node.index].computed.empty()) return i;
    return columns.size();
}

template <class Record, fixed_string Column>
struct require_distinct_column {
    static_assert(Column.size() == 0, "stoa[E320]: two columns of this table have the same name, upper and lower case counting as "
                                      "one. Rename one of them: column(col<&record::member>).named(\"…\").");
    static constexpr bool value = true;
};

template <class Record, fixed_string Column>
struct require_stored_operands {
    static_assert(Column.size() == 0, "stoa[E321]: a computed column is computed from another computed one, which PostgreSQL "
                                      "refuses. Repeat the other's expression.");
    static constexpr bool value = true;
};

/// The name of the column at `At` as a template argument, empty behind the last.
template <const auto& Lists, std::size_t At>
consteval auto name_of_column() {
    if constexpr (At == Lists.columns.size()) {
        return fixed_string<0>{};
    } else {
        constexpr std::string_view name = Lists.columns[At].name;
        return fixed_string<name.size()>::copy_of(name);
    }
}

/// Whether the columns in the lists of a table satisfy the rules; does not compile where they do not.
template <class Record, const auto& Lists>
inline constexpr bool columns_obey_rules =
    require_distinct_column<Record, name_of_column<Lists, repeated_column(Lists.columns)>()>::value &&
    require_stored_operands<Record, name_of_column<Lists, doubly_computed_column(Lists.columns)>()>::value;

} // namespace stoa::detail

#endif
