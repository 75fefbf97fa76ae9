// SPDX-License-Identifier: BSL-1.0
// The functions that look for offenders; what the compiler says is tested in tests/compile/schema/.

#include "stoa/schema/rules.hpp"

#include "stoa/schema/schema_rules.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace {

using namespace stoa;

template <std::size_t... Index>
constexpr column_list columns() {
    column_list list;
    (list.add(Index), ...);
    return list;
}

constexpr column_def three[]{
    {.name = "id", .type = {}}, {.name = "name", .type = {}, .nullable = true}, {.name = "size", .type = {}}};

constexpr table_def table(std::string_view name, std::string_view key) {
    return {.name = name,
            .columns = three,
            .primary_key_name = identifier(key),
            .primary_key = columns<0>(),
            .uniques = {},
            .foreign_keys = {},
            .checks = {},
            .indexes = {}};
}

TEST(identifiers, are_the_same_in_any_case) {
    static_assert(detail::same_identifier("Name", "nAME") && detail::same_identifier("", ""));
    static_assert(!detail::same_identifier("name", "names") && !detail::same_identifier("[", "{"));
    static_assert(!detail::same_identifier("ä", "Ä"), "only ASCII has cases on SQLite");
}

TEST(identifiers, are_unusable_where_long_or_reserved) {
    static_assert(detail::is_unusable_name("sqlite_stat") && detail::is_unusable_name("SQLITE_x"));
    static_assert(detail::is_unusable_name("pg_class") && detail::is_unusable_name("Pg_"));
    static_assert(!detail::is_unusable_name("pgclass") && !detail::is_unusable_name("my_pg_") &&
                  !detail::is_unusable_name("sqlite"));
    EXPECT_FALSE(detail::is_unusable_name(std::string(63, 'x')));
    EXPECT_TRUE(detail::is_unusable_name(std::string(64, 'x')));
    EXPECT_TRUE(detail::is_unusable_name(std::string(31, 'x') + "äääääääääääääääää")); // bytes count
}

TEST(column_lists, are_the_same_columns_in_any_order) {
    static_assert(detail::same_columns(columns<1, 2>(), columns<2, 1>()));
    static_assert(!detail::same_columns(columns<1, 2>(), columns<1>()));
    static_assert(!detail::same_columns(columns<1, 2>(), columns<1, 0>()));
}

TEST(a_foreign_key, can_rely_on_keys_of_constraints_and_whole_indexes) {
    table_def target = table("t", "pk_t");
    EXPECT_TRUE(detail::is_referable(target, columns<0>()));
    EXPECT_FALSE(detail::is_referable(target, columns<2>()));
    const unique_def uniques[]{{identifier("a"), columns<2, 0>(), false}, {identifier("b"), columns<1>(), true}};
    target.uniques = uniques;
    EXPECT_TRUE(detail::is_referable(target, columns<0, 2>()));
    EXPECT_FALSE(detail::is_referable(target, columns<2>()));
    EXPECT_FALSE(detail::is_referable(target, columns<1>())) << "an index over expressions where NULLs are equal";
}

TEST(a_schema, has_every_name_once) {
    static constexpr table_def books = table("books", "pk_books"), authors = table("authors", "pk_authors"),
                               again = table("BOOKS", "pk_others");
    constexpr table_ref one{+[]() -> const table_def& { return books; }, "one"};
    constexpr table_ref two{+[]() -> const table_def& { return authors; }, "two"};
    constexpr table_ref three_{+[]() -> const table_def& { return again; }, "three"};
    constexpr table_ref distinct[]{one, two};
    constexpr table_ref repeated[]{one, two, three_};
    static_assert(detail::repeated_schema_name(distinct).empty());
    static_assert(detail::repeated_schema_name(repeated) == "BOOKS");
    static_assert(detail::repeated_schema_name({}).empty());
}

} // namespace
