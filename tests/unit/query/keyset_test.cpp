// SPDX-License-Identifier: BSL-1.0
// The text of pages that continue behind a row.

#include "bookshop.hpp"

#include "stoa/query/keyset.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <tuple>

namespace {

using namespace bookshop;
using stoa::asc, stoa::desc, stoa::from;

constexpr std::string_view on_sqlite(const auto& statement) {
    return stoa::sql_of<stoa::dialect::sqlite>(statement);
}

constexpr std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

constexpr auto number = col<&copy::number>;
constexpr auto book_id = col<&copy::book_id>;
constexpr auto shelf = col<&copy::shelf>;

TEST(pages, of_one_direction_compare_rows) {
    constexpr auto up = from<copy>().order_by(book_id, number).after(stoa::guid{}, 7).limit(20).select(shelf);
    static_assert(on_sqlite(up) == R"(SELECT "shelf" FROM "copies" WHERE ("book_id", "number") > (?1, ?2) )"
                                   R"(ORDER BY "book_id", "number" LIMIT ?3)");
    static_assert(on_postgres(up) == R"(SELECT "shelf" FROM "copies" WHERE ("book_id", "number") > ($1, $2) )"
                                     R"(ORDER BY "book_id", "number" LIMIT $3)");
    constexpr auto down =
        from<copy>().order_by(desc(shelf), desc(number), desc(book_id)).after("A", 7, stoa::guid{}).select(shelf);
    static_assert(on_postgres(down) ==
                  R"(SELECT "shelf" FROM "copies" WHERE ("shelf", "number", "book_id") < ($1, $2, $3) )"
                  R"(ORDER BY "shelf" DESC, "number" DESC, "book_id" DESC)");
}

TEST(pages, by_one_column_compare_values) {
    constexpr auto page = from<customer>().order_by(desc(col<&customer::mail>)).after("m").select(col<&customer::id>);
    static_assert(on_postgres(page) == R"(SELECT "id" FROM "customers" WHERE "mail" < $1 ORDER BY "mail" DESC)");
}

TEST(pages, of_several_directions_begin_with_what_an_index_answers) {
    constexpr auto page = from<copy>().order_by(desc(book_id), asc(number)).after(stoa::guid{}, 7).select(shelf);
    static_assert(on_sqlite(page) == R"(SELECT "shelf" FROM "copies" WHERE ("book_id" <= ?1) AND (("book_id" < ?2) OR )"
                                     R"((("book_id" = ?3) AND ("number" > ?4))) ORDER BY "book_id" DESC, "number")");
}

TEST(pages, keep_other_conditions) {
    constexpr auto page =
        from<copy>().where(shelf == "A").order_by(book_id, number).after(stoa::guid{}, 7).select(shelf);
    static_assert(on_postgres(page) ==
                  R"(SELECT "shelf" FROM "copies" WHERE ("shelf" = $1) AND (("book_id", "number") > ($2, $3)) )"
                  R"(ORDER BY "book_id", "number")");
}

TEST(pages, continue_behind_values_given_by_name) {
    constexpr auto page = from<copy>()
                              .order_by(desc(book_id), asc(number))
                              .after(stoa::param<"book", stoa::guid>, stoa::param<"number", std::int32_t>)
                              .select(shelf);
    static_assert(on_postgres(page) ==
                  R"(SELECT "shelf" FROM "copies" WHERE ("book_id" <= $1) AND (("book_id" < $1) OR )"
                  R"((("book_id" = $1) AND ("number" > $2))) ORDER BY "book_id" DESC, "number")");
}

TEST(pages, of_joins_need_the_keys_that_tell_rows_apart) {
    // A copy has one book, and a book one author.
    constexpr auto page = from<copy>()
                              .join<book>()
                              .left_join<author>()
                              .order_by(book_id, number)
                              .after(stoa::guid{}, 7)
                              .select(col<&author::name>);
    EXPECT_NE(on_postgres(page).find(R"(("copies"."book_id", "copies"."number") > ($1, $2))"), std::string_view::npos);
    // The other way round it is the copy that has the key.
    constexpr auto inverse = from<author>().join<book>().join<copy>().order_by(book_id, number);
    static_assert(on_postgres(inverse.after(stoa::guid{}, 7)).starts_with("SELECT"));
    constexpr auto given = from<copy>().where(book_id == stoa::guid{}).order_by(number);
    static_assert(on_postgres(given.after(7)).starts_with("SELECT"));
}

TEST(cursors, are_made_of_whatever_a_row_is) {
    constexpr auto order = from<copy>().order_by(desc(number), asc(book_id));
    const stoa::guid id = stoa::guid::from_string("00000000-0000-4000-8000-0000000000ff");
    const stoa::cursor<std::int32_t, stoa::guid> expected{{7, id}};
    EXPECT_EQ(cursor_of(order, copy{id, 7, "A"}).values, expected.values);
    EXPECT_EQ(cursor_of(order.select(shelf, book_id, number), std::tuple(std::string("A"), id, 7)).values,
              expected.values);
    EXPECT_EQ(cursor_of(order.join<book>(), std::tuple(copy{id, 7, "A"}, book{})).values, expected.values);
    EXPECT_EQ(cursor_of(from<customer>().order_by(col<&customer::id>).select(col<&customer::id>), 5).values,
              std::tuple(std::int64_t{5}));
    EXPECT_EQ(on_postgres(order.after(expected)), on_postgres(order.after(7, id)));
}

} // namespace
