// SPDX-License-Identifier: BSL-1.0
// NULL in conditions: neither true nor false, found by is_null and by an optional value.

#include "shelf.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nulls {

using namespace shelf;

struct conditions_on_nulls : filled {};

TEST_P(conditions_on_nulls, a_bool_column_is_a_condition) {
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

TEST_P(conditions_on_nulls, a_comparison_with_null_is_neither_true_nor_false) {
    EXPECT_EQ(where(pages == 200), (ids{1}));
    EXPECT_EQ(where(pages != 200), (ids{4}));
    EXPECT_EQ(where(!(pages == 200)), (ids{4}));
    EXPECT_EQ(where(author == "" || author != ""), (ids{1, 2, 4}));
}

TEST_P(conditions_on_nulls, an_empty_text_is_not_null) {
    EXPECT_EQ(where(author == ""), (ids{4}));
    EXPECT_EQ(where(author.is_null()), (ids{3}));
    EXPECT_EQ(where(author.is_not_null()), (ids{1, 2, 4}));
}

TEST_P(conditions_on_nulls, an_optional_value_finds_null_where_it_is_empty) {
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

TEST_P(conditions_on_nulls, is_null_of_an_expression_asks_for_its_value) {
    EXPECT_EQ(where((pages + 1).is_null()), (ids{2, 3}));
    EXPECT_EQ(where((pages == 200).is_null()), (ids{2, 3}));
    EXPECT_EQ(where(id.is_null()), ids{});
}

STOA_TEST_ON_EVERY_DATABASE(conditions_on_nulls);

} // namespace nulls
