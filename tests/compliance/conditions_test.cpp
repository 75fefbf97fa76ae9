// SPDX-License-Identifier: BSL-1.0
// What a WHERE lets through: comparisons, NULL, and how conditions combine.

#include "databases.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace conditions {

enum class kind { paper, audio, film };

struct item {
    int id;
    std::string title;
    kind sort;
    std::optional<int> pages;
    std::optional<std::string> author;
    stoa::decimal<8, 2> price;
    double weight;
    bool lent;
    std::optional<bool> damaged;
    stoa::date bought;
};

} // namespace conditions

template <>
inline constexpr auto stoa::table<conditions::item> =
    stoa::define<conditions::item>("items", stoa::primary_key(stoa::col<&conditions::item::id>));

namespace conditions {

using namespace std::chrono_literals;
using stoa::col;
using stoa::from;
using ids = std::vector<int>;
using money = stoa::decimal<8, 2>;

constexpr stoa::date day(std::chrono::year_month_day given) {
    return std::chrono::sys_days(given);
}

constexpr auto id = col<&item::id>;
constexpr auto title = col<&item::title>;
constexpr auto sort = col<&item::sort>;
constexpr auto pages = col<&item::pages>;
constexpr auto author = col<&item::author>;
constexpr auto price = col<&item::price>;
constexpr auto weight = col<&item::weight>;
constexpr auto lent = col<&item::lent>;
constexpr auto damaged = col<&item::damaged>;
constexpr auto bought = col<&item::bought>;

struct conditions_of_queries : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<item>>();
        db().insert(item{1, "Faust", kind::paper, 200, "Goethe", money("9.90"), 0.25, false, false, day(2020y / 1 / 31)});
        db().insert(item{2, "Faust", kind::audio, {}, "Goethe", money("19.90"), 0.1, true, {}, day(2021y / 2 / 28)});
        db().insert(item{3, "Zauberflöte", kind::audio, {}, {}, money("-1.00"), 1e-300, true, true, day(2022y / 3 / 1)});
        db().insert(item{4, "zebra", kind::paper, 0, "", money("0.00"), -0.0, false, {}, day(1999y / 12 / 31)});
    }

    template <class Condition>
    ids where(Condition condition) {
        return db().all(from<item>().where(condition).order_by(id).select(id));
    }
};

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

TEST_P(conditions_of_queries, a_bool_column_is_a_condition) {
    EXPECT_EQ(where(lent), (ids{2, 3}));
    EXPECT_EQ(where(!lent), (ids{1, 4}));
    EXPECT_EQ(where(lent == true), (ids{2, 3}));
    EXPECT_EQ(where(lent != true), (ids{1, 4}));
    EXPECT_EQ(where(lent == (price < 0)), (ids{1, 3, 4}));
    EXPECT_EQ(where(damaged), (ids{3}));
    EXPECT_EQ(where(!damaged), (ids{1})); // not the ones of which nothing is known
    EXPECT_EQ(where(damaged || lent), (ids{2, 3}));
    EXPECT_EQ(where(damaged == std::optional(false)), (ids{1}));
}

TEST_P(conditions_of_queries, a_comparison_with_null_is_neither_true_nor_false) {
    EXPECT_EQ(where(pages == 200), (ids{1}));
    EXPECT_EQ(where(pages != 200), (ids{4}));
    EXPECT_EQ(where(!(pages == 200)), (ids{4}));
    EXPECT_EQ(where(author == "" || author != ""), (ids{1, 2, 4}));
}

TEST_P(conditions_of_queries, an_empty_text_is_not_null) {
    EXPECT_EQ(where(author == ""), (ids{4}));
    EXPECT_EQ(where(author.is_null()), (ids{3}));
    EXPECT_EQ(where(author.is_not_null()), (ids{1, 2, 4}));
}

TEST_P(conditions_of_queries, an_optional_value_finds_null_where_it_is_empty) {
    std::optional<int> wanted;
    EXPECT_EQ(where(pages == wanted), (ids{2, 3}));
    EXPECT_EQ(where(pages != wanted), (ids{1, 4}));
    wanted = 200;
    EXPECT_EQ(where(pages == wanted), (ids{1}));
    EXPECT_EQ(where(pages != wanted), (ids{2, 3, 4})); // a NULL is different too
    EXPECT_EQ(where(wanted == pages), (ids{1}));
    EXPECT_EQ(where(pages == std::nullopt), (ids{2, 3}));
    EXPECT_EQ(where(pages != std::nullopt), (ids{1, 4}));
    EXPECT_EQ(where(author == std::optional<std::string>("Goethe")), (ids{1, 2}));
    EXPECT_EQ(where(id == std::optional<int>()), ids{});
    EXPECT_EQ(where(price == std::optional(money("9.90"))), (ids{1}));
    EXPECT_EQ(where(sort == std::optional(kind::audio)), (ids{2, 3}));
    EXPECT_EQ(where(!(pages == std::optional(200))), (ids{2, 3, 4}));
}

TEST_P(conditions_of_queries, is_null_of_an_expression_asks_for_its_value) {
    EXPECT_EQ(where((pages + 1).is_null()), (ids{2, 3}));
    EXPECT_EQ(where((pages == 200).is_null()), (ids{2, 3}));
    EXPECT_EQ(where(id.is_null()), ids{});
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
    const auto query = from<item>().where(id > 1).order_by(id).where(lent || id == 4).where(id < 4).select(id);
    EXPECT_EQ(db().all(query), (ids{2, 3}));
    EXPECT_EQ(db().all(from<item>().where(id == 1 || id == 2).where(id == 2 || id == 3).select(id)), (ids{2}));
}

TEST_P(conditions_of_queries, a_query_can_be_asked_again_with_other_values) {
    const auto below = [this](int limit) { return db().all(from<item>().where(id < limit).order_by(id).select(id)); };
    EXPECT_EQ(below(2), (ids{1}));
    EXPECT_EQ(below(4), (ids{1, 2, 3}));
    EXPECT_EQ(below(0), ids{});
}

STOA_TEST_ON_EVERY_DATABASE(conditions_of_queries);

} // namespace conditions
