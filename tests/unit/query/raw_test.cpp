// SPDX-License-Identifier: BSL-1.0
// The exact text of statements with parts written by hand, or written by hand as a whole.

#include "bookshop.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace {

using namespace bookshop;
using stoa::arg, stoa::asc, stoa::desc, stoa::from, stoa::param, stoa::sql, stoa::sql_table;

constexpr std::string_view on_sqlite(const auto& statement) {
    return stoa::sql_of<stoa::dialect::sqlite>(statement);
}

constexpr std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

TEST(raw, a_fragment_is_an_expression_among_others) {
    constexpr auto query = from<book>()
                               .where(sql<"length({}) > {}", bool>(col<&book::title>, 10) && col<&book::sold_out>)
                               .order_by(desc(sql<"lower({})", std::string>(col<&book::title>)))
                               .select(sql<"{} || {}", std::string>(col<&book::title>, "!"));
    static_assert(on_sqlite(query) ==
                  R"(SELECT "title" || ?1 FROM "books" WHERE (length("title") > ?2) AND "sold_out" )"
                  R"(ORDER BY (lower("title")) DESC)");
    static_assert(on_postgres(query) ==
                  R"(SELECT "title" || $1 FROM "books" WHERE (length("title") > $2) AND "sold_out" )"
                  R"(ORDER BY (lower("title")) DESC)");
}

TEST(raw, a_fragment_without_arguments_is_its_text) {
    constexpr auto query = stoa::select(sql<"1 + 1", int>());
    static_assert(on_sqlite(query) == "SELECT 1 + 1");
}

TEST(raw, columns_in_a_fragment_are_qualified_as_elsewhere) {
    constexpr auto query =
        from<book>().join<author>().where(sql<"{} = {}", bool>(col<&book::title>, col<&author::name>));
    static_assert(on_postgres(query.select(col<&book::title>)) ==
                  R"(SELECT "books"."title" FROM "books" JOIN "authors" ON "books"."author_id" = "authors"."id" )"
                  R"(WHERE "books"."title" = "authors"."name")");
}

TEST(raw, an_expression_in_a_fragment_has_parentheses_and_so_has_the_fragment) {
    constexpr auto query =
        from<book>().where(sql<"{} * {}", int>(col<&book::pages> + 1, 2) == 4).select(col<&book::title>);
    static_assert(on_sqlite(query) == R"(SELECT "title" FROM "books" WHERE (("pages" + ?1) * ?2) = ?3)");
}

TEST(raw, a_name_that_stands_twice_is_one_argument) {
    constexpr auto query = from<book>()
                               .where(sql<"{a} <> {} AND {b} <> {a} AND {b} <> {}", bool>(
                                   col<&book::title>, arg<"b">(col<&book::kind>), arg<"a">("x"), "y"))
                               .select(col<&book::pages>);
    static_assert(on_sqlite(query) ==
                  R"(SELECT "pages" FROM "books" WHERE ?1 <> "title" AND "kind" <> ?1 AND "kind" <> ?2)");
}

TEST(raw, doubled_braces_are_braces) {
    constexpr auto query = stoa::select(sql<"'{{\"a\": {{}}}}'", std::string>());
    static_assert(on_postgres(query) == R"(SELECT '{"a": {}}')");
}

TEST(raw, a_fragment_is_a_condition_of_joins_and_groups) {
    constexpr auto query = from<book>()
                               .join<author>(sql<"{} = {}", bool>(col<&book::author_id>, col<&author::id>))
                               .group_by(col<&author::id>)
                               .having(sql<"count(*) > {}", bool>(3))
                               .select(col<&author::id>, sql<"min(length({}))", std::int64_t>(col<&book::title>));
    static_assert(on_sqlite(query) ==
                  R"(SELECT "authors"."id", min(length("books"."title")) FROM "books" JOIN "authors" )"
                  R"(ON "books"."author_id" = "authors"."id" GROUP BY "authors"."id" HAVING count(*) > ?1)");
}

TEST(raw, a_fragment_is_set_and_stands_in_other_expressions) {
    constexpr auto change = stoa::update<author>().set(
        col<& author::motto> = coalesce(sql<"nullif({}, '')", std::optional<std::string>>(col<&author::motto>), "-"));
    static_assert(on_postgres(change) == R"(UPDATE "authors" SET "motto" = coalesce((nullif("motto", '')), $1))");
    constexpr auto member = from<book>().where(sql<"upper({})", std::string>(col<&book::title>).like("A%"));
    static_assert(on_postgres(member.select(col<&book::pages>)) ==
                  R"(SELECT "pages" FROM "books" WHERE (upper("title")) LIKE $1 ESCAPE '\')");
}

TEST(raw, the_values_of_a_fragment_are_of_their_own_types) {
    constexpr auto query =
        stoa::select(sql<"{}", int>(std::int16_t{1}), sql<"{}", std::string>("a"),
                     sql<"{}", std::optional<int>>(std::optional<int>()),
                     sql<"{}", stoa::decimal<6, 2>>(stoa::decimal<6, 2>(1)), sql<"{}", format>(format::ebook));
    using info = decltype(stoa::detail::parameter_types<std::remove_const_t<decltype(query)>>);
    constexpr info types = stoa::detail::parameter_types<std::remove_const_t<decltype(query)>>;
    static_assert(types.size() == 5 && types[0].kind == stoa::type_kind::int16 &&
                  types[1].kind == stoa::type_kind::text && types[2].kind == stoa::type_kind::int32 &&
                  types[3].kind == stoa::type_kind::decimal && types[4].kind == stoa::type_kind::text);
}

struct number {
    std::int64_t value;
    std::optional<std::string> word;
};

TEST(raw, a_source_is_read_by_the_names_of_its_struct) {
    constexpr auto numbers = sql_table<"(SELECT {} AS value, {} AS word)", "numbers", number>(std::int64_t{1}, "one");
    constexpr auto query = from(numbers).where(numbers[col<&number::value>] > 0);
    static_assert(on_sqlite(query) == R"(SELECT "value", "word" FROM (SELECT ?1 AS value, ?2 AS word) AS "numbers" )"
                                      R"(WHERE "value" > ?3)");
    static_assert(std::is_same_v<stoa::row_t<decltype(query)>, number>);
}

TEST(raw, a_source_sees_the_tables_before_it) {
    struct letter {
        std::string value;
    };
    constexpr auto letters = sql_table<"letters_of({}, {})", "letter", letter>(col<&book::title>, 3);
    constexpr auto query = from<book>()
                               .cross_join(letters)
                               .where(letters[col<&letter::value>] == "a")
                               .select(col<&book::title>, letters[col<&letter::value>]);
    static_assert(on_postgres(query) ==
                  R"(SELECT "books"."title", "letter"."value" FROM "books" CROSS JOIN letters_of("books"."title", $1) )"
                  R"(AS "letter" WHERE "letter"."value" = $2)");
    static_assert(std::is_same_v<stoa::row_t<decltype(query)>, std::tuple<std::string, std::string>>);
    constexpr auto outer =
        from<book>().left_join(letters, letters[col<&letter::value>] == "a").select(letters[col<&letter::value>]);
    static_assert(std::is_same_v<stoa::row_t<decltype(outer)>, std::optional<std::string>>);
}

TEST(raw, a_statement_is_its_text) {
    struct row {
        stoa::guid id;
        std::optional<std::string> motto;
    };
    constexpr auto query =
        stoa::sql_query<"SELECT id, motto FROM authors WHERE name = {name} OR motto = {name} LIMIT {}", row>(
            10, arg<"name">("Ann"));
    static_assert(on_sqlite(query) == "SELECT id, motto FROM authors WHERE name = ?1 OR motto = ?1 LIMIT ?2");
    static_assert(on_postgres(query) == "SELECT id, motto FROM authors WHERE name = $1 OR motto = $1 LIMIT $2");
    static_assert(std::is_same_v<stoa::row_t<decltype(query)>, row>);
    constexpr auto columns = stoa::detail::result_columns<std::remove_const_t<decltype(query)>>;
    static_assert(columns.size() == 2 && columns[0].type.kind == stoa::type_kind::guid && columns[0].name == "id" &&
                  !columns[0].nullable && columns[1].nullable);

    constexpr auto pairs = stoa::sql_query<"SELECT a.*, 1 FROM authors a", std::tuple<author, int>>();
    static_assert(std::is_same_v<stoa::row_t<decltype(pairs)>, std::tuple<author, int>>);
    static_assert(stoa::detail::result_columns<std::remove_const_t<decltype(pairs)>>.size() == 4);
    constexpr auto value = stoa::sql_query<"SELECT count(*) FROM authors", std::int64_t>();
    static_assert(std::is_same_v<stoa::row_t<decltype(value)>, std::int64_t>);

    constexpr auto command = stoa::sql_command<"UPDATE authors SET motto = {}">(std::optional<std::string>());
    static_assert(on_postgres(command) == "UPDATE authors SET motto = $1");
    static_assert(stoa::command<decltype(command)> && !stoa::row_statement<decltype(command)>);
}

TEST(raw, a_text_for_one_database_has_what_that_database_has) {
    constexpr auto query = stoa::select(sql<"{}::jsonb ? $$a$$", bool, stoa::dialect::postgres>("{}"));
    static_assert(on_postgres(query) == "SELECT $1::jsonb ? $$a$$");
    constexpr auto other = stoa::select(sql<"{} GLOB 'a*'", bool, stoa::dialect::sqlite>("abc"));
    static_assert(on_sqlite(other) == "SELECT ?1 GLOB 'a*'");
}

} // namespace
