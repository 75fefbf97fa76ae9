// SPDX-License-Identifier: BSL-1.0
// Groups of rows, and conditions on what was computed of them.

#include "library.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace groups {

using namespace library;
using stoa::col;
using stoa::count;
using stoa::desc;
using stoa::from;
using stoa::sum;

constexpr auto author_id = col<&book::author_id>;
constexpr auto pages = col<&book::pages>;
constexpr auto price = col<&book::price>;
constexpr auto reader = col<&loan::reader>;
constexpr auto days = col<&loan::days>;

struct totals {
    std::int64_t author;
    std::int64_t books;
    std::optional<stoa::decimal<18, 2>> value;
};

struct groups_of_rows : filled {};

TEST_P(groups_of_rows, have_one_row_each) {
    using row = std::tuple<std::int64_t, std::int64_t, std::optional<std::int64_t>>;
    EXPECT_EQ(db().all(from<book>().group_by(author_id).order_by(author_id).select(author_id, count(), sum(pages))),
              (std::vector<row>{{1, 2, 350}, {2, 2, 400}}));
}

TEST_P(groups_of_rows, put_rows_with_null_together) {
    db().insert(loan{13, "Tom", {}});
    using row = std::tuple<std::optional<int>, std::int64_t>;
    EXPECT_EQ(db().all(from<loan>().group_by(days).order_by(days).select(days, count())),
              (std::vector<row>{{7, 1}, {14, 1}, {std::nullopt, 2}}));
}

TEST_P(groups_of_rows, by_several_columns_differ_in_any_of_them) {
    db().insert(book{14, 1, "Alpha again", 100, money("1.00")});
    using row = std::tuple<std::int64_t, int, std::int64_t>;
    EXPECT_EQ(
        db().all(from<book>().group_by(author_id, pages).order_by(author_id, pages).select(author_id, pages, count())),
        (std::vector<row>{{1, 100, 2}, {1, 250, 1}, {2, 100, 1}, {2, 300, 1}}));
}

TEST_P(groups_of_rows, are_read_into_structs) {
    const auto rows = db().all(
        from<book>().group_by(author_id).order_by(author_id).select_as<totals>(author_id, count(), sum(price)));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].author, 1);
    EXPECT_EQ(rows[0].books, 2);
    EXPECT_EQ(rows[0].value, (stoa::decimal<18, 2>("10.50")));
    EXPECT_EQ(rows[1].value, (stoa::decimal<18, 2>("8.50")));
}

TEST_P(groups_of_rows, are_made_of_the_rows_that_meet_the_condition) {
    using row = std::tuple<std::int64_t, std::int64_t>;
    EXPECT_EQ(
        db().all(from<book>().where(pages > 200).group_by(author_id).order_by(author_id).select(author_id, count())),
        (std::vector<row>{{1, 1}, {2, 1}}));
    EXPECT_TRUE(db().all(from<book>().where(pages > 999).group_by(author_id).select(author_id, count())).empty());
}

TEST_P(groups_of_rows, are_kept_by_having) {
    const auto having = [this](auto condition) {
        return db().all(from<book>().group_by(author_id).having(condition).order_by(author_id).select(author_id));
    };
    EXPECT_EQ(having(sum(pages) > 350), (std::vector<std::int64_t>{2}));
    EXPECT_EQ(having(count() == 2), (std::vector<std::int64_t>{1, 2}));
    EXPECT_EQ(having(stoa::max(price) > money("9.99")), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(having(sum(price) > money("9.99")), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(having(sum(price) < 9 && author_id > 1), (std::vector<std::int64_t>{2}));
    EXPECT_EQ(having(stoa::avg(pages) == 175.0), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(having(stoa::min(pages).in({100})), (std::vector<std::int64_t>{1, 2}));
    EXPECT_EQ(having(stoa::max(pages).between(250, 299)), (std::vector<std::int64_t>{1}));
}

TEST_P(groups_of_rows, are_kept_by_both_of_two_having_conditions) {
    EXPECT_EQ(
        db().all(from<book>().group_by(author_id).having(count() == 2).having(sum(pages) < 400).select(author_id)),
        (std::vector<std::int64_t>{1}));
}

TEST_P(groups_of_rows, are_sorted_by_what_was_computed) {
    EXPECT_EQ(db().all(from<book>().group_by(author_id).order_by(desc(sum(pages))).select(author_id)),
              (std::vector<std::int64_t>{2, 1}));
    EXPECT_EQ(db().all(from<book>().group_by(author_id).order_by(desc(sum(pages))).limit(1).select(author_id)),
              (std::vector<std::int64_t>{2}));
    EXPECT_EQ(db().all(from<loan>().group_by(reader).order_by(desc(count()), reader).select(reader, count())),
              (std::vector<std::tuple<std::string, std::int64_t>>{{"Rita", 2}, {"Sam", 1}}));
}

TEST_P(groups_of_rows, can_be_by_an_expression_of_columns) {
    using row = std::tuple<std::int64_t, std::int64_t>;
    EXPECT_EQ(
        db().all(
            from<book>().group_by(author_id + pages).order_by(author_id + pages).select(author_id + pages, count())),
        (std::vector<row>{{101, 1}, {102, 1}, {251, 1}, {302, 1}}));
}

TEST_P(groups_of_rows, of_a_join_count_across_tables) {
    using row = std::tuple<std::string, std::int64_t, std::optional<double>>;
    EXPECT_EQ(db().all(from<book>()
                           .join<author>()
                           .group_by(col<&author::name>)
                           .order_by(col<&author::name>)
                           .select(col<&author::name>, count(), stoa::avg(price))),
              (std::vector<row>{{"Ann", 2, 5.25}, {"Bob", 2, 4.25}}));
}

STOA_TEST_ON_EVERY_DATABASE(groups_of_rows);

} // namespace groups
