// SPDX-License-Identifier: BSL-1.0
// A materialized view has the rows of when it was created or refreshed last, whatever it is made of.

#include "failure.hpp"
#include "publisher.hpp"

#include <string>
#include <vector>

namespace publisher {

/// Wrong where an author has several.
struct only_book {
    std::int64_t author_id;
    std::string title;
};

} // namespace publisher

template <>
inline constexpr auto stoa::table<publisher::only_book> = stoa::materialized_view<publisher::only_book>(
    "only_books", from<publisher::book>().select(col<&publisher::book::author_id>, col<&publisher::book::title>),
    primary_key(col<&publisher::only_book::author_id>));

namespace publisher {

using stoa::col, stoa::from;

struct materialized_views : empty {
    std::size_t kept() { return db().all(from<kept_total>()).size(); }
};

TEST_P(materialized_views, rows_are_those_of_its_creation) {
    EXPECT_EQ(kept(), 0U);
    add_books();
    EXPECT_EQ(kept(), 0U);
}

TEST_P(materialized_views, is_filled_when_it_is_created) {
    db().drop<views>();
    db().create<stoa::schema<loan, book, author, author_total>>();
    add_books();
    db().create_if_missing<views>();
    EXPECT_EQ(kept(), 2U);
    db().erase<book>(12);
    db().create_if_missing<views>();
    EXPECT_EQ(kept(), 2U) << "it was there, and is left alone";
}

TEST_P(materialized_views, an_empty_one_that_is_there_stays_empty) {
    add_books();
    db().create_if_missing<views>();
    EXPECT_EQ(kept(), 0U);
}

TEST_P(materialized_views, rows_follow_when_it_is_refreshed) {
    add_books();
    db().refresh<kept_total>();
    using total = stoa::decimal<18, 2>;
    const auto all = from<kept_total>().order_by(col<&kept_total::author_id>);
    EXPECT_EQ(db().all(all), (std::vector<kept_total>{{1, 2, total("10.50")}, {2, 1, total("7.25")}}));
    db().erase<book>(12);
    EXPECT_EQ(kept(), 2U);
    db().refresh<kept_total>(stoa::concurrently);
    EXPECT_EQ(db().all(all), (std::vector<kept_total>{{1, 2, total("10.50")}}));
    EXPECT_EQ(db().find<kept_total>(1)->books, 2);
}

TEST_P(materialized_views, the_whole_query_is_kept) {
    add_books();
    db().insert(book{20, 3, "Gamma", 5, money("1")});
    db().insert(book{21, 3, "Delta", 50, money("1")});
    db().refresh<kept_title>();
    EXPECT_EQ(db().all(from<kept_title>().order_by(desc(col<&kept_title::pages>)).select(col<&kept_title::book_title>)),
              (std::vector<std::string>{"Beta", "Alpha", "Delta"}));
}

TEST_P(materialized_views, a_refresh_is_part_of_the_transaction_around_it) {
    add_books();
    EXPECT_THROW(db().transaction([&] {
        db().refresh<kept_total>();
        EXPECT_EQ(kept(), 2U);
        db().refresh<kept_total>(stoa::concurrently);
        throw 1;
    }),
                 int);
    EXPECT_EQ(kept(), 0U);
    db().transaction([&] { db().refresh<kept_total>(); });
    EXPECT_EQ(kept(), 2U);
}

TEST_P(materialized_views, one_that_is_not_there_is_not_refreshed) {
    db().drop<views>();
    EXPECT_THROW(db().refresh<kept_total>(), stoa::statement_error);
    db().create<views>();
    EXPECT_EQ(kept(), 0U);
}

TEST_P(materialized_views, rows_are_told_apart_by_its_key) {
    db().create_if_missing<stoa::schema<only_book, book, author>>();
    add_books();
    EXPECT_EQ(stoa_test::failure_of([&] { db().refresh<only_book>(); }).code(), stoa::errc::unique_violation);
    EXPECT_TRUE(db().all(from<only_book>()).empty());
    db().erase<book>(11);
    db().refresh<only_book>();
    EXPECT_EQ(db().find<only_book>(1)->title, "Alpha");
}

STOA_TEST_ON_EVERY_DATABASE(materialized_views);

} // namespace publisher
