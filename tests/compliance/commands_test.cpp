// SPDX-License-Identifier: BSL-1.0
// Changes to many rows at once: update … set … where, and delete … where.

#include "failure.hpp"
#include "library.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace commands {

using namespace library;
using stoa::col;
using stoa::delete_from;
using stoa::from;
using stoa::update;

constexpr auto id = col<&book::id>;
constexpr auto title = col<&book::title>;
constexpr auto pages = col<&book::pages>;
constexpr auto price = col<&book::price>;
constexpr auto days = col<&loan::days>;
constexpr auto country = col<&author::country>;

struct changes_of_many_rows : filled {
protected:
    std::vector<int> page_counts() { return db().all(from<book>().order_by(id).select(pages)); }
};

TEST_P(changes_of_many_rows, update_the_rows_that_meet_the_condition_and_count_them) {
    EXPECT_EQ(db().execute(update<book>().set(pages = 1).where(pages == 100)), 2);
    EXPECT_EQ(page_counts(), (std::vector<int>{1, 250, 1, 300}));
    EXPECT_EQ(db().execute(update<book>().set(pages = 1).where(pages == 100)), 0);
}

TEST_P(changes_of_many_rows, count_rows_that_had_the_value_already) {
    EXPECT_EQ(db().execute(update<book>().set(pages = 250).where(id == 11)), 1);
}

TEST_P(changes_of_many_rows, update_every_row_without_a_condition) {
    EXPECT_EQ(db().execute(update<book>().set(pages = 0)), 4);
    EXPECT_EQ(page_counts(), (std::vector<int>{0, 0, 0, 0}));
}

TEST_P(changes_of_many_rows, set_expressions_of_the_old_values) {
    EXPECT_EQ(db().execute(update<book>().set(pages = pages + 1, price = price * 2).where(id <= 11)), 2);
    EXPECT_EQ(page_counts(), (std::vector<int>{101, 251, 100, 300}));
    EXPECT_EQ(db().find<book>(10)->price, money("20.00"));
    EXPECT_EQ(db().find<book>(11)->price, money("1.00"));
    EXPECT_EQ(db().execute(update<book>().set(price = price - money("0.25"), title = "all")), 4);
    EXPECT_EQ(db().find<book>(12)->price, money("7.00"));
    EXPECT_EQ(db().find<book>(13)->title, "all");
}

TEST_P(changes_of_many_rows, read_all_old_values_before_they_set_new_ones) {
    db().execute(update<book>().set(id = pages, pages = id).where(id == 13));
    EXPECT_EQ(db().find<book>(300)->pages, 13);
}

TEST_P(changes_of_many_rows, set_optional_columns_to_values_and_to_null) {
    EXPECT_EQ(db().execute(update<loan>().set(days = 3).where(days.is_null())), 1);
    EXPECT_EQ(db().execute(update<loan>().set(days = std::nullopt).where(days > 3)), 2);
    EXPECT_EQ(db().one(from<loan>().where(days == 3).select(stoa::count())), 1);
    std::optional<std::string> given;
    EXPECT_EQ(db().execute(update<author>().set(country = given).where(country == "AT")), 1);
    EXPECT_EQ(db().find<author>(1)->country, std::nullopt);
    given = "DE";
    db().execute(update<author>().set(country = given).where(country.is_null()));
    EXPECT_EQ(db().find<author>(2)->country, "DE");
    db().execute(update<author>().set(country = col<&author::name>));
    EXPECT_EQ(db().find<author>(3)->country, "Cid");
}

TEST_P(changes_of_many_rows, take_conditions_of_every_kind) {
    EXPECT_EQ(db().execute(update<book>().set(pages = 5).where(title.like("%a") && !(price > money("5.00")))), 2);
    EXPECT_EQ(page_counts(), (std::vector<int>{100, 5, 100, 5}));
    EXPECT_EQ(db().execute(update<book>().set(pages = 6).where(id.in({10, 12, 99}))), 2);
    EXPECT_EQ(page_counts(), (std::vector<int>{6, 5, 6, 5}));
}

TEST_P(changes_of_many_rows, that_are_refused_change_nothing) {
    EXPECT_THROW(db().execute(update<book>().set(id = 1)), stoa::constraint_violation);
    EXPECT_THROW(db().execute(update<book>().set(col<& book::author_id> = 99).where(id > 10)),
                 stoa::constraint_violation);
    EXPECT_EQ(db().all(from<book>().order_by(id).select(col<&book::author_id>)),
              (std::vector<std::int64_t>{1, 1, 2, 2}));
    EXPECT_THROW(db().execute(delete_from<book>()), stoa::constraint_violation);
    EXPECT_EQ(db().one(from<book>().select(stoa::count())), 4);
}

TEST_P(changes_of_many_rows, refuse_numbers_beyond_the_range_of_the_column) {
    EXPECT_THROW(db().execute(update<book>().set(pages = pages * 100'000'000)), stoa::error);
    EXPECT_THROW(db().execute(update<book>().set(price = price * 10'000'000)), stoa::error);
    EXPECT_THROW(db().execute(update<book>().set(pages = 1LL << 31).where(id == 10)), stoa::error);
    EXPECT_EQ(page_counts(), (std::vector<int>{100, 250, 100, 300}));
    EXPECT_EQ(db().find<book>(10)->price, money("10.00"));
}

TEST_P(changes_of_many_rows, delete_the_rows_that_meet_the_condition_and_count_them) {
    EXPECT_EQ(db().execute(delete_from<loan>().where(days.is_null())), 1);
    EXPECT_EQ(db().execute(delete_from<loan>().where(days.is_null())), 0);
    EXPECT_EQ(db().execute(delete_from<book>().where(title == "Beta" || pages > 299)), 2);
    EXPECT_EQ(page_counts(), (std::vector<int>{100, 100}));
}

TEST_P(changes_of_many_rows, delete_every_row_without_a_condition) {
    EXPECT_EQ(db().execute(delete_from<loan>()), 3);
    EXPECT_EQ(db().execute(delete_from<loan>()), 0);
    EXPECT_EQ(db().one(from<loan>().select(stoa::count())), 0);
    EXPECT_EQ(db().one(from<book>().select(stoa::count())), 4);
}

STOA_TEST_ON_EVERY_DATABASE(changes_of_many_rows);

} // namespace commands
