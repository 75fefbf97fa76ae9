// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_NAMING_POLICY_HPP
#define STOA_SCHEMA_NAMING_POLICY_HPP

// `naming(...)`, `comment(...)` and `in_namespace(...)` in a table's definition: what holds for the table as a whole.

#include "stoa/schema/identifier.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace stoa {

/// How names of fields become names of columns.
enum class naming_policy : std::uint8_t { as_written, snake_case };

/// `createdAt` is the column "createdAt".
inline constexpr naming_policy as_written = naming_policy::as_written;
/// `createdAt` is the column "created_at", `HTTPStatus` is "http_status", `trailing_` is "trailing".
inline constexpr naming_policy snake_case = naming_policy::snake_case;

struct naming_item {
    naming_policy policy;
};

/// How the columns are named that no `column(...).named` names; as written without it.
constexpr naming_item naming(naming_policy policy) {
    return {policy};
}

struct comment_item {
    std::string_view text;
};

/// A remark about the table, for people. SQL: `COMMENT ON TABLE …` on PostgreSQL; on SQLite it stays in the definition.
constexpr comment_item comment(std::string_view text) {
    return {text};
}

struct namespace_item {
    std::string_view name;
};

/// The namespace the table is in, where databases have such; its name stands before the table's in every statement.
/// SQL: `CREATE SCHEMA` and `"library"."books"` on PostgreSQL; SQLite has one namespace, where the table is "books".
/// Example: define<book>("books", in_namespace("library"), …)
constexpr namespace_item in_namespace(std::string_view name) {
    return {name};
}

namespace detail {

constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// An underscore before every capital that begins a word, everything in lower case, none at the end.
constexpr identifier snake_case_name(std::string_view field) {
    std::vector<char> name;
    while (field.ends_with('_')) field.remove_suffix(1);
    for (std::size_t i = 0; i != field.size(); ++i) {
        const bool after_small = i != 0 && !is_upper(field[i - 1]) && field[i - 1] != '_';
        const bool ends_acronym =
            i != 0 && is_upper(field[i - 1]) && i + 1 < field.size() && !is_upper(field[i + 1]) && field[i + 1] != '_';
        if (is_upper(field[i]) && (after_small || ends_acronym)) name.push_back('_');
        name.push_back(is_upper(field[i]) ? static_cast<char>(field[i] - 'A' + 'a') : field[i]);
    }
    return identifier(std::string_view(name.data(), name.size()));
}

} // namespace detail
} // namespace stoa

#endif
