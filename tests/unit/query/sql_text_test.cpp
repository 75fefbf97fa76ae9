// SPDX-License-Identifier: BSL-1.0
// The exact text of queries, updates and deletes. It is a constant: what is not written here is not sent.

#include "bookshop.hpp"

#include "stoa/expression/conditional.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace {

using namespace bookshop;
using stoa::asc, stoa::count, stoa::desc, stoa::from;

constexpr std::string_view on_sqlite(const auto& statement) {
    return stoa::sql_of<stoa::dialect::sqlite>(statement);
}

constexpr std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

TEST(sql_text, whole_records_are_read_column_by_column) {
    constexpr auto query = from<author>();
    static_assert(on_sqlite(query) == R"(SELECT "id", "name", "motto" FROM "authors")");
    static_assert(on_postgres(query) == R"(SELECT "id", "name", "motto" FROM "authors")");
}

TEST(sql_text, a_composite_inside_another_has_parentheses) {
    constexpr auto query =
        from<book>()
            .where(col<&book::price> < 10 && !(col<&book::kind> == format::ebook || col<&book::sold_out>))
            .select(col<&book::title>);
    static_assert(on_sqlite(query) ==
                  R"(SELECT "title" FROM "books" WHERE ("price" < ?1) AND (NOT (("kind" = ?2) OR "sold_out")))");
    static_assert(on_postgres(query) ==
                  R"(SELECT "title" FROM "books" WHERE ("price" < $1) AND (NOT (("kind" = $2) OR "sold_out")))");
}

TEST(sql_text, null_sorts_as_the_largest_value) {
    constexpr auto query = from<book>()
                               .order_by(desc(col<&book::year>), asc(col<&book::year>), col<&book::title>)
                               .select(col<&book::year>);
    static_assert(on_sqlite(query) == R"(SELECT "year" FROM "books" )"
                                      R"(ORDER BY "year" DESC NULLS FIRST, "year" NULLS LAST, "title")");
    static_assert(on_postgres(query) == R"(SELECT "year" FROM "books" ORDER BY "year" DESC, "year", "title")");
}

TEST(sql_text, an_order_is_not_by_what_a_database_calls_like_the_column) {
    constexpr auto query = from<book>()
                               .order_by(desc(col<&book::year>), col<&book::title>)
                               .select(case_when(col<&book::sold_out>, 0).otherwise(col<&book::year>));
    static_assert(on_sqlite(query) == R"(SELECT CASE WHEN "sold_out" THEN ?1 ELSE "year" END FROM "books" )"
                                      R"(ORDER BY "year" DESC NULLS FIRST, "title")");
    static_assert(on_postgres(query) == R"(SELECT CASE WHEN "sold_out" THEN $1 ELSE "year" END FROM "books" )"
                                        R"(ORDER BY "books"."year" DESC, "books"."title")");
}

TEST(sql_text, limit_and_offset_are_bound) {
    constexpr auto query = from<author>().offset(20).limit(10).where(col<&author::name> != "").select(col<&author::id>);
    static_assert(on_sqlite(query) == R"(SELECT "id" FROM "authors" WHERE "name" <> ?1 LIMIT ?2 OFFSET ?3)");
    static_assert(on_postgres(query) == R"(SELECT "id" FROM "authors" WHERE "name" <> $1 LIMIT $2 OFFSET $3)");
}

TEST(sql_text, an_offset_can_stand_alone) {
    constexpr auto query = from<author>().select(col<&author::id>).offset(5);
    static_assert(on_sqlite(query) == R"(SELECT "id" FROM "authors" LIMIT -1 OFFSET ?1)");
    static_assert(on_postgres(query) == R"(SELECT "id" FROM "authors" OFFSET $1)");
}

TEST(sql_text, a_join_follows_the_foreign_key) {
    constexpr auto query =
        from<book>().join<author>().where(col<&author::name> == "Ann").select(col<&book::title>, col<&author::name>);
    static_assert(on_sqlite(query) == R"(SELECT "books"."title", "authors"."name" FROM "books" )"
                                      R"(JOIN "authors" ON "books"."author_id" = "authors"."id" )"
                                      R"(WHERE "authors"."name" = ?1)");
    static_assert(on_postgres(query) == R"(SELECT "books"."title", "authors"."name" FROM "books" )"
                                        R"(JOIN "authors" ON "books"."author_id" = "authors"."id" )"
                                        R"(WHERE "authors"."name" = $1)");
}

TEST(sql_text, a_join_follows_a_foreign_key_of_two_columns_in_either_direction) {
    constexpr auto down = from<loan>().join<copy>().select(col<&loan::id>);
    static_assert(on_sqlite(down) == R"(SELECT "loans"."id" FROM "loans" JOIN "copies" )"
                                     R"(ON ("loans"."book_id" = "copies"."book_id") )"
                                     R"(AND ("loans"."copy_number" = "copies"."number"))");
    constexpr auto up = from<copy>().join<loan>().select(col<&loan::id>);
    static_assert(on_postgres(up) == R"(SELECT "loans"."id" FROM "copies" JOIN "loans" )"
                                     R"(ON ("loans"."book_id" = "copies"."book_id") )"
                                     R"(AND ("loans"."copy_number" = "copies"."number"))");
}

TEST(sql_text, a_join_can_have_a_condition_of_its_own) {
    constexpr auto query = from<author>()
                               .join<book>()
                               .join<copy>(col<&copy::book_id> == col<&book::id> && col<&copy::number> > 1)
                               .select(count());
    static_assert(on_sqlite(query) == R"(SELECT count(*) FROM "authors" )"
                                      R"(JOIN "books" ON "books"."author_id" = "authors"."id" )"
                                      R"(JOIN "copies" ON ("copies"."book_id" = "books"."id") )"
                                      R"(AND ("copies"."number" > ?1))");
}

TEST(sql_text, groups_have_aggregates_and_conditions) {
    constexpr auto query = from<book>()
                               .join<author>()
                               .group_by(col<&author::name>)
                               .having(count() > 1)
                               .order_by(desc(count()), col<&author::name>)
                               .select(col<&author::name>, count(), min(col<&book::title>), max(col<&book::year>));
    static_assert(on_sqlite(query) ==
                  R"(SELECT "authors"."name", count(*), min("books"."title"), max("books"."year") FROM "books" )"
                  R"(JOIN "authors" ON "books"."author_id" = "authors"."id" GROUP BY "authors"."name" )"
                  R"(HAVING count(*) > ?1 ORDER BY count(*) DESC, "authors"."name")");
}

TEST(sql_text, sums_and_means_have_the_same_type_on_both) {
    constexpr auto query =
        from<book>().select(sum(col<&book::price>), sum(col<&book::pages>), sum(col<&book::weight>),
                            avg(col<&book::price>), avg(col<&book::weight>), count(col<&book::year>));
    static_assert(on_sqlite(query) == R"(SELECT sum("price"), sum("pages"), sum("weight"), )"
                                      R"(CAST(sum("price") AS double precision) / nullif(count("price") * 100, 0), )"
                                      R"(avg("weight"), count("year") FROM "books")");
    static_assert(on_postgres(query) ==
                  R"(SELECT sum("price"), CAST(sum("pages") AS bigint), sum("weight"), )"
                  R"(CAST(sum("price") * 100 AS double precision) / nullif(count("price") * 100, 0), )"
                  R"(avg("weight"), count("year") FROM "books")");
}

TEST(sql_text, a_list_is_one_parameter) {
    const auto query = from<book>().where(col<&book::year>.in({1900, 2000})).select(col<&book::title>);
    using type = decltype(query);
    static_assert(stoa::sql_text<type, stoa::dialect::sqlite> ==
                  R"(SELECT "title" FROM "books" WHERE "year" IN (SELECT value FROM json_each(?1)))");
    static_assert(stoa::sql_text<type, stoa::dialect::postgres> ==
                  R"(SELECT "title" FROM "books" WHERE "year" = ANY($1))");

    const auto none = from<book>().where(col<&book::id>.not_in(std::vector<stoa::guid>{})).select(col<&book::title>);
    EXPECT_EQ(on_sqlite(none),
              R"(SELECT "title" FROM "books" WHERE NOT ("id" IN (SELECT stoa_guid(value) FROM json_each(?1))))");
    EXPECT_EQ(on_postgres(none), R"(SELECT "title" FROM "books" WHERE NOT ("id" = ANY($1)))");
}

TEST(sql_text, like_tells_upper_and_lower_case_apart) {
    constexpr auto query = from<author>().where(col<&author::name>.like("A%")).select(col<&author::id>);
    static_assert(on_sqlite(query) == R"(SELECT "id" FROM "authors" WHERE "name" GLOB ?1)");
    static_assert(on_postgres(query) == R"(SELECT "id" FROM "authors" WHERE "name" LIKE $1 ESCAPE '\')");
}

TEST(sql_text, an_optional_finds_null) {
    constexpr auto equal = from<book>().where(col<&book::year> == std::optional<int>(1900)).select(col<&book::id>);
    static_assert(on_sqlite(equal) == R"(SELECT "id" FROM "books" WHERE "year" IS NOT DISTINCT FROM ?1)");
    constexpr auto unlike = from<book>().where(col<&book::year> != std::nullopt).select(col<&book::id>);
    static_assert(on_postgres(unlike) == R"(SELECT "id" FROM "books" WHERE "year" IS DISTINCT FROM $1)");
    constexpr auto test =
        from<book>().where(col<&book::year>.is_null() || col<&book::title>.is_not_null()).select(col<&book::id>);
    static_assert(on_postgres(test) == R"(SELECT "id" FROM "books" WHERE ("year" IS NULL) OR ("title" IS NOT NULL))");
}

TEST(sql_text, between_is_one_condition) {
    constexpr auto query = from<book>().where(!col<&book::pages>.between(100, 200)).select(col<&book::id>);
    static_assert(on_sqlite(query) == R"(SELECT "id" FROM "books" WHERE NOT ("pages" BETWEEN ?1 AND ?2))");
}

TEST(sql_text, conditions_given_one_after_the_other_are_all_met) {
    constexpr auto query = from<book>()
                               .where(col<&book::pages> > 1)
                               .select(count())
                               .where(col<&book::pages> < 9)
                               .having(count() > 1)
                               .having(count() < 9);
    static_assert(on_postgres(query) == R"(SELECT count(*) FROM "books" WHERE ("pages" > $1) AND ("pages" < $2) )"
                                        R"(HAVING (count(*) > $3) AND (count(*) < $4))");
}

TEST(sql_text, integers_are_computed_in_64_bits) {
    constexpr auto query = from<book>().select(col<&book::pages> * 2 + col<&book::year>, col<&book::weight> - 1);
    static_assert(on_sqlite(query) == R"(SELECT ("pages" * ?1) + "year", "weight" - ?2 FROM "books")");
    static_assert(on_postgres(query) ==
                  R"(SELECT (CAST("pages" AS bigint) * $1) + "year", "weight" - $2 FROM "books")");
}

TEST(sql_text, distinct_rows) {
    constexpr auto query = from<book>().select(col<&book::kind>).distinct();
    static_assert(on_sqlite(query) == R"(SELECT DISTINCT "kind" FROM "books")");
}

TEST(sql_text, an_update_computes_and_clears) {
    constexpr auto statement =
        stoa::update<book>()
            .set(col<& book::price> = col<&book::price> * 2, col<& book::title> = "x", col<& book::year> = std::nullopt)
            .where(col<&book::kind> == format::ebook);
    static_assert(on_sqlite(statement) ==
                  R"(UPDATE "books" SET "price" = "price" * ?1, "title" = ?2, "year" = ?3 WHERE "kind" = ?4)");
    static_assert(on_postgres(statement) ==
                  R"(UPDATE "books" SET "price" = "price" * $1, "title" = $2, "year" = $3 WHERE "kind" = $4)");
}

TEST(sql_text, an_update_or_delete_without_condition_is_of_all_rows) {
    static_assert(on_sqlite(stoa::update<book>().set(col<& book::sold_out> = true)) ==
                  R"(UPDATE "books" SET "sold_out" = ?1)");
    static_assert(on_postgres(stoa::delete_from<book>()) == R"(DELETE FROM "books")");
}

TEST(sql_text, a_delete_has_a_condition) {
    constexpr auto statement = stoa::delete_from<book>().where(col<&book::price> == 0 && col<&book::sold_out>);
    static_assert(on_sqlite(statement) == R"(DELETE FROM "books" WHERE ("price" = ?1) AND "sold_out")");
    static_assert(on_postgres(statement) == R"(DELETE FROM "books" WHERE ("price" = $1) AND "sold_out")");
}

TEST(sql_text, does_not_depend_on_values) {
    const auto one = from<book>().where(col<&book::pages> > 1).limit(1);
    const auto two = from<book>().where(col<&book::pages> > 2).limit(2);
    static_assert(std::is_same_v<decltype(one), decltype(two)>);
    EXPECT_EQ(on_sqlite(one).data(), on_sqlite(two).data());
}

TEST(sql_text, ends_with_a_nul_for_drivers_in_c) {
    constexpr std::string_view text = on_sqlite(from<author>());
    EXPECT_EQ(text.data()[text.size()], '\0');
}

} // namespace
