// SPDX-License-Identifier: BSL-1.0
// Statements with named parameters: constants, with one number for one name.

#include "bookshop.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace bookshop;
using stoa::from, stoa::param;
using money = stoa::decimal<10, 2>;

constexpr std::string_view on_sqlite(const auto& statement) {
    return stoa::sql_of<stoa::dialect::sqlite>(statement);
}

constexpr std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

TEST(named_parameters, one_name_is_one_parameter) {
    constexpr auto query =
        from<book>()
            .where(col<&book::title> != "x" && col<&book::price> < param<"limit", money> && col<&book::pages> > 3 &&
                   (col<&book::price> != param<"limit", money> || col<&book::title> == param<"title", std::string>))
            .select(col<&book::title>);
    static_assert(on_sqlite(query) == R"(SELECT "title" FROM "books" WHERE ("title" <> ?1) AND ("price" < ?2) AND )"
                                      R"(("pages" > ?3) AND (("price" <> ?2) OR ("title" = ?4)))");
    static_assert(on_postgres(query) == R"(SELECT "title" FROM "books" WHERE ("title" <> $1) AND ("price" < $2) AND )"
                                        R"(("pages" > $3) AND (("price" <> $2) OR ("title" = $4)))");
    static_assert(stoa::detail::parameter_types<std::remove_const_t<decltype(query)>>.size() == 4);
}

TEST(named_parameters, a_query_within_shares_them) {
    constexpr auto query =
        from<author>()
            .where(exists(from<book>()
                              .where(col<&book::author_id> == col<&author::id> && col<&book::pages> > param<"n", int>)
                              .select(col<&book::pages>)) &&
                   length(col<&author::name>) < param<"n", int>)
            .select(col<&author::name>);
    static_assert(on_postgres(query) ==
                  R"(SELECT "authors"."name" FROM "authors" WHERE EXISTS (SELECT "books"."pages" FROM "books" WHERE )"
                  R"(("books"."author_id" = "authors"."id") AND ("books"."pages" > $1)) AND )"
                  R"((length("authors"."name") < $1))");
}

TEST(named_parameters, are_lists_patterns_and_numbers_of_rows) {
    constexpr auto query =
        from<book>()
            .where(col<&book::year>.in(param<"years", std::vector<std::int16_t>>)&&col<&book::title>.like(
                       param<"pattern", std::string>) &&
                   !col<&book::pages>.not_in(param<"pages", std::vector<int>>))
            .limit(param<"rows", int>)
            .offset(param<"skip", std::int64_t>)
            .select(col<&book::title>);
    static_assert(on_postgres(query) == R"(SELECT "title" FROM "books" WHERE ("year" = ANY($1)) AND )"
                                        R"(("title" LIKE $2 ESCAPE '\') AND (NOT (NOT ("pages" = ANY($3)))) )"
                                        R"(LIMIT $4 OFFSET $5)");
    static_assert(on_sqlite(query) ==
                  R"(SELECT "title" FROM "books" WHERE ("year" IN (SELECT value FROM json_each(?1))) AND )"
                  R"(("title" GLOB ?2) AND (NOT (NOT ("pages" IN (SELECT value FROM json_each(?3))))) )"
                  R"(LIMIT ?4 OFFSET ?5)");
}

TEST(named_parameters, are_set_inserted_and_bound_in_raw_texts) {
    constexpr auto change = stoa::update<author>()
                                .set(col<& author::motto> = param<"motto", std::optional<std::string>>)
                                .where(col<&author::id> == param<"id", stoa::guid>);
    static_assert(on_postgres(change) == R"(UPDATE "authors" SET "motto" = $1 WHERE "id" = $2)");
    constexpr auto added = stoa::insert_into<keyword>().values(col<& keyword::word> = param<"word", std::string>);
    static_assert(on_sqlite(added) == R"(INSERT INTO "keywords" ("word") VALUES (?1))");
    constexpr auto raw = stoa::sql_query<"SELECT {}, {id}, {id}", int>(param<"other", int>, param<"id", int>);
    static_assert(on_sqlite(raw) == "SELECT ?1, ?2, ?2");
}

TEST(named_parameters, one_value_is_one_group) {
    constexpr auto query = from<book>()
                               .group_by(col<&book::pages> / param<"size", int>)
                               .select(col<&book::pages> / param<"size", int>, stoa::count());
    static_assert(on_postgres(query) == R"(SELECT CAST("pages" AS bigint) / nullif($1, 0), count(*) FROM "books" )"
                                        R"(GROUP BY (CAST("pages" AS bigint) / nullif($1, 0)))");
}

} // namespace
