// SPDX-License-Identifier: BSL-1.0
// A view is read like a table, and its rows are always those of now.

#include "publisher.hpp"

#include <string>
#include <tuple>
#include <vector>

namespace publisher {

using stoa::col, stoa::from, stoa::schema;

struct views_of : empty {};

using total = stoa::decimal<18, 2>;

TEST_P(views_of, rows_are_those_of_the_query) {
    EXPECT_TRUE(db().all(from<author_total>()).empty());
    add_books();
    const auto all = from<author_total>().order_by(col<&author_total::author_id>);
    EXPECT_EQ(db().all(all), (std::vector<author_total>{{1, 2, total("10.50")}, {2, 1, total("7.25")}}));
    db().erase<book>(12);
    EXPECT_EQ(db().one(all), (author_total{1, 2, total("10.50")}));
}

TEST_P(views_of, conditions_and_columns_are_those_of_a_table) {
    add_books();
    const auto rich = from<author_total>()
                          .where(col<&author_total::worth> > total("8.00") && col<&author_total::books> == 2)
                          .select(col<&author_total::author_id>, col<&author_total::worth>);
    EXPECT_EQ(db().all(rich), (std::vector<std::tuple<std::int64_t, std::optional<total>>>{{1, total("10.50")}}));
    EXPECT_EQ(db().one(from<author_total>().select(sum(col<&author_total::worth>))), total("17.75"));
}

TEST_P(views_of, a_row_is_found_by_what_tells_rows_apart) {
    add_books();
    EXPECT_EQ(db().find<author_total>(2), (author_total{2, 1, total("7.25")}));
    EXPECT_EQ(db().find<author_total>(3), std::nullopt);
}

TEST_P(views_of, a_view_is_joined) {
    add_books();
    const auto names = from<author>()
                           .join<author_total>(col<&author_total::author_id> == col<&author::id>)
                           .order_by(col<&author::name>)
                           .select(col<&author::name>, col<&author_total::books>);
    EXPECT_EQ(db().all(names), (std::vector<std::tuple<std::string, std::int64_t>>{{"Ann", 2}, {"Bob", 1}}));
}

TEST_P(views_of, values_of_the_query_are_constants) {
    add_books();
    const auto found = db().all(from<title>());
    ASSERT_EQ(found.size(), 1U); // the others are too cheap, or it's
    EXPECT_EQ(found[0].id, 10);
    EXPECT_EQ(found[0].book_title, "Alpha");
    EXPECT_EQ(found[0].authorName, "Ann");
    EXPECT_EQ(found[0].country, "AT");
}

TEST_P(views_of, a_view_reads_a_view) {
    add_books();
    const auto found = db().one(from<busy_author>());
    EXPECT_EQ(found.author_id, 1);
    EXPECT_EQ(found.books, 2);
}

TEST_P(views_of, a_view_is_streamed) {
    add_books();
    std::int64_t books = 0;
    for (const author_total& each : db().stream(from<author_total>())) books += each.books;
    EXPECT_EQ(books, 3);
}

TEST_P(views_of, all_are_dropped_and_created_again) {
    for (int round = 0; round != 2; ++round) {
        db().drop<views>();
        db().drop<views>();
        db().create_if_missing<views>();
    }
    add_books();
    EXPECT_EQ(db().all(from<author_total>()).size(), 2U);
}

TEST_P(views_of, what_exists_is_left_alone_only_if_asked_for) {
    EXPECT_THROW((db().create<schema<book, author, author_total>>()), stoa::statement_error);
    db().execute("DROP VIEW \"busy_authors\"");
    db().execute("CREATE VIEW \"busy_authors\" (\"author_id\", \"books\") AS SELECT 7, CAST(9 AS bigint)");
    db().create_if_missing<views>();
    EXPECT_EQ(db().one(from<busy_author>().select(col<&busy_author::books>)), 9);
}

STOA_TEST_ON_EVERY_DATABASE(views_of);

} // namespace publisher
