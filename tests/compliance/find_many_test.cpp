// SPDX-License-Identifier: BSL-1.0
// Rows by many keys in one statement.

#include "counting.hpp"
#include "databases.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace many_keys {

using stoa::col;
using amount_t = stoa::decimal<8, 2>;
using code = stoa::strong_id<struct code_tag, std::string>;

enum class country { at, ch, de };

struct city {
    std::int32_t id = 0;
    std::string name;
};

struct price {
    code article;
    stoa::date valid_from;
    country in{};
    amount_t amount;
};

} // namespace many_keys

template <>
inline constexpr auto stoa::table<many_keys::price> =
    stoa::define<many_keys::price>("prices", primary_key(col<&many_keys::price::in>, col<&many_keys::price::article>,
                                                         col<&many_keys::price::valid_from>));
namespace many_keys {

using namespace std::chrono_literals;

constexpr stoa::date january = std::chrono::sys_days(2024y / 1 / 1);
constexpr stoa::date july = std::chrono::sys_days(2024y / 7 / 1);

struct many_rows_by_key : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<city, price>>();
        db().insert_many(std::vector<city>{{1, "Graz"}, {2, "Linz"}, {-7, "Wien"}});
        db().insert(price{code("A"), january, country::at, amount_t("1.50")});
        db().insert(price{code("A"), july, country::at, amount_t("2.50")});
        db().insert(price{code("A"), january, country::de, amount_t("3.50")});
    }
};

std::string names(const std::vector<std::optional<city>>& found) {
    std::string all;
    for (const auto& each : found) all += (each ? each->name : "-") + " ";
    return all;
}

TEST_P(many_rows_by_key, come_in_the_order_of_the_keys_and_are_empty_where_there_is_none) {
    EXPECT_EQ(names(db().find_many<city>({2, 5, -7, 1, 2})), "Linz - Wien Graz Linz ");
    EXPECT_EQ(names(db().find_many<city>(std::vector<std::int64_t>{1, 1, 1})), "Graz Graz Graz ");
    EXPECT_EQ(names(db().find_many<city>(std::vector<int>{9})), "- ");
}

TEST_P(many_rows_by_key, are_one_statement_and_none_without_keys) {
    stoa_test::counted_session counted(db());
    std::vector<int> keys(1000, 2);
    EXPECT_EQ(counted.count([&](auto& session) { EXPECT_EQ(session.template find_many<city>(keys).size(), 1000U); }),
              1U);
    keys.clear();
    EXPECT_EQ(counted.count([&](auto& session) { EXPECT_TRUE(session.template find_many<city>(keys).empty()); }), 0U);
}

TEST_P(many_rows_by_key, of_several_columns_are_given_as_tuples) {
    const auto found = db().find_many<price>(std::vector{std::tuple(country::de, code("A"), january),
                                                         std::tuple(country::ch, code("A"), january),
                                                         std::tuple(country::at, code("A"), july)});
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].value().amount, amount_t("3.50"));
    EXPECT_EQ(found[1].has_value(), false) << "its parts are there, in other rows";
    EXPECT_EQ(found[2].value().amount, amount_t("2.50"));
}

TEST_P(many_rows_by_key, refuse_a_key_outside_the_range_of_its_column) {
    EXPECT_THROW(db().find_many<city>(std::vector<std::int64_t>{1LL << 40}), stoa::mapping_error);
}

STOA_TEST_ON_EVERY_DATABASE(many_rows_by_key);

} // namespace many_keys
