// SPDX-License-Identifier: BSL-1.0
// What a WHERE lets through: comparisons, and how conditions combine.

#include "shelf.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace conditions {

using namespace shelf;

struct conditions_of_queries : filled {};

TEST_P(conditions_of_queries, every_comparison_of_integers_has_its_own_meaning) {
    EXPECT_EQ(where(id == 2), (ids{2}));
    EXPECT_EQ(where(id != 2), (ids{1, 3, 4}));
    EXPECT_EQ(where(id < 2), (ids{1}));
    EXPECT_EQ(where(id <= 2), (ids{1, 2}));
    EXPECT_EQ(where(id > 2), (ids{3, 4}));
    EXPECT_EQ(where(id >= 2), (ids{2, 3, 4}));
}

TEST_P(conditions_of_queries, the_value_may_stand_on_the_left) {
    EXPECT_EQ(where(2 == id), (ids{2}));
    EXPECT_EQ(where(2 != id), (ids{1, 3, 4}));
    EXPECT_EQ(where(2 < id), (ids{3, 4}));
    EXPECT_EQ(where(2 <= id), (ids{2, 3, 4}));
    EXPECT_EQ(where(2 > id), (ids{1}));
    EXPECT_EQ(where(2 >= id), (ids{1, 2}));
    EXPECT_EQ(where("Faust" == title), (ids{1, 2}));
}

TEST_P(conditions_of_queries, text_is_compared_by_its_bytes) {
    EXPECT_EQ(where(title == "Faust"), (ids{1, 2}));
    EXPECT_EQ(where(title == "faust"), ids{});
    EXPECT_EQ(where(title > "Z"), (ids{3, 4}));
    EXPECT_EQ(where(title > "a"), (ids{4}));
    EXPECT_EQ(where(title < std::string("Zauberg")), (ids{1, 2, 3}));
    EXPECT_EQ(where(title == std::string_view("Zauberflöte")), (ids{3}));
}

TEST_P(conditions_of_queries, decimals_are_compared_exactly) {
    EXPECT_EQ(where(price == money("9.90")), (ids{1}));
    EXPECT_EQ(where(price < 0), (ids{3}));
    EXPECT_EQ(where(price >= 0), (ids{1, 2, 4}));
    EXPECT_EQ(where(price > stoa::decimal<18, 2>("9.89")), (ids{1, 2}));
}

TEST_P(conditions_of_queries, floating_point_numbers_are_compared_bit_by_bit) {
    EXPECT_EQ(where(weight == 0.1), (ids{2}));
    EXPECT_EQ(where(weight > 0.1), (ids{1}));
    EXPECT_EQ(where(weight == 0), (ids{4}));
    EXPECT_EQ(where(weight > 0 && weight < 1e-299), (ids{3}));
}

TEST_P(conditions_of_queries, enumerators_and_dates_are_compared) {
    EXPECT_EQ(where(sort == kind::audio), (ids{2, 3}));
    EXPECT_EQ(where(sort != kind::audio), (ids{1, 4}));
    EXPECT_EQ(where(sort == kind::film), ids{});
    EXPECT_EQ(where(bought >= day(2021y / 2 / 28)), (ids{2, 3}));
    EXPECT_EQ(where(bought < day(2000y / 1 / 1)), (ids{4}));
}

TEST_P(conditions_of_queries, columns_are_compared_with_columns) {
    EXPECT_EQ(where(pages > id), (ids{1}));
    EXPECT_EQ(where(title == author), ids{});
    EXPECT_EQ(where(weight < id), (ids{1, 2, 3, 4}));
}

TEST_P(conditions_of_queries, and_or_and_not_bind_as_they_are_written) {
    EXPECT_EQ(where(sort == kind::paper && price > 0), (ids{1}));
    EXPECT_EQ(where(sort == kind::paper || price < 0), (ids{1, 3, 4}));
    EXPECT_EQ(where(!(sort == kind::paper)), (ids{2, 3}));
    EXPECT_EQ(where((id == 1 || id == 2) && lent), (ids{2}));
    EXPECT_EQ(where(id == 1 || (id == 2 && !lent)), (ids{1}));
    EXPECT_EQ(where(!(id == 1 || id == 2) && !lent), (ids{4}));
    EXPECT_EQ(where(!!(id == 1)), (ids{1}));
}

TEST_P(conditions_of_queries, between_includes_both_ends) {
    EXPECT_EQ(where(id.between(2, 3)), (ids{2, 3}));
    EXPECT_EQ(where(id.between(3, 2)), ids{});
    EXPECT_EQ(where(!id.between(2, 3)), (ids{1, 4}));
    EXPECT_EQ(where(pages.between(0, 200)), (ids{1, 4}));
    EXPECT_EQ(where(price.between(0, money("9.90"))), (ids{1, 4}));
    EXPECT_EQ(where(bought.between(day(2020y / 1 / 31), day(2021y / 2 / 28))), (ids{1, 2}));
    EXPECT_EQ(where(id.between(1, 2) && lent), (ids{2}));
    EXPECT_EQ(where(id.between(pages, 4)), (ids{4}));
}

TEST_P(conditions_of_queries, conditions_called_one_after_the_other_must_all_be_true) {
    const auto query = stoa::from<item>().where(id > 1).order_by(id).where(lent || id == 4).where(id < 4).select(id);
    EXPECT_EQ(db().all(query), (ids{2, 3}));
    EXPECT_EQ(db().all(stoa::from<item>().where(id == 1 || id == 2).where(id == 2 || id == 3).select(id)), (ids{2}));
}

TEST_P(conditions_of_queries, a_query_can_be_asked_again_with_other_values) {
    const auto below = [this](int limit) {
        return db().all(stoa::from<item>().where(id < limit).order_by(id).select(id));
    };
    EXPECT_EQ(below(2), (ids{1}));
    EXPECT_EQ(below(4), (ids{1, 2, 3}));
    EXPECT_EQ(below(0), ids{});
}

STOA_TEST_ON_EVERY_DATABASE(conditions_of_queries);

} // namespace conditions
