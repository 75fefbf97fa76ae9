// SPDX-License-Identifier: BSL-1.0
// Groupings of the same rows in several ways: each against plain groupings, one for each set.

#include "databases.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace several_groupings {

enum class size { small, medium, large };

struct sale {
    int id;
    std::optional<std::string> region;
    std::string product;
    size kind;
    std::optional<int> pieces;
    stoa::decimal<8, 2> price;
};

} // namespace several_groupings

template <>
inline constexpr auto stoa::table<several_groupings::sale> = stoa::define<several_groupings::sale>(
    "sales", stoa::primary_key(stoa::col<&several_groupings::sale::id>),
    stoa::column(stoa::col<&several_groupings::sale::product>).collate(stoa::case_insensitive));

namespace several_groupings {

using stoa::col, stoa::count, stoa::cube, stoa::desc, stoa::from, stoa::grouping, stoa::grouping_set,
    stoa::grouping_sets, stoa::rollup, stoa::sum;

template <class T>
using maybe = std::optional<T>;
using text = std::string;
using money = stoa::decimal<8, 2>;

constexpr auto id = col<&sale::id>;
constexpr auto region = col<&sale::region>;
constexpr auto product = col<&sale::product>;
constexpr auto kind = col<&sale::kind>;
constexpr auto pieces = col<&sale::pieces>;
constexpr auto price = col<&sale::price>;

// A region that is not known is a group of its own, and no total.
const std::vector<sale> sales{
    {1, "north", "Tea", size::small, 5, money("1.50")},   {2, "north", "tea", size::large, 3, money("2.00")},
    {3, "south", "Milk", size::small, {}, money("0.25")}, {4, {}, "Tea", size::medium, 8, money("4.00")},
    {5, {}, "Milk", size::small, 1, money("7.00")},       {6, "south", "Tea", size::large, 2, money("3.25")}};

struct several_groupings : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<sale>>();
        for (const sale& each : sales) db().insert(each);
    }

    /// In any order.
    template <class Row>
    static std::vector<Row> sorted(std::vector<Row> rows) {
        std::sort(rows.begin(), rows.end());
        return rows;
    }

    template <class Query>
    auto all(const Query& query) {
        return sorted(db().all(query));
    }
};

using row = std::tuple<maybe<text>, maybe<text>, std::int32_t, std::int32_t, std::int64_t, maybe<std::int64_t>>;

TEST_P(several_groupings, of_a_rollup_are_those_of_its_beginnings) {
    const auto query = from<sale>()
                           .group_by(rollup(region, product))
                           .select(region, product, grouping(region), grouping(product), count(), sum(pieces));
    static_assert(std::is_same_v<stoa::row_t<decltype(query)>, row>);
    std::vector<row> expected;
    for (const auto& [r, p, n, s] :
         db().all(from<sale>().group_by(region, product).select(region, product, count(), sum(pieces))))
        expected.emplace_back(r, p, 0, 0, n, s);
    for (const auto& [r, n, s] : db().all(from<sale>().group_by(region).select(region, count(), sum(pieces))))
        expected.emplace_back(r, std::nullopt, 0, 1, n, s);
    expected.emplace_back(std::nullopt, std::nullopt, 1, 1, 6, 19);
    EXPECT_EQ(all(query), sorted(expected));
    EXPECT_EQ(expected.size(), 10U);
}

TEST_P(several_groupings, of_a_cube_are_those_of_all_choices) {
    const auto query = from<sale>()
                           .where(id != 6)
                           .group_by(cube(region, product))
                           .select(region, product, grouping(region), grouping(product), count(), sum(pieces));
    std::vector<row> expected;
    const auto known = from<sale>().where(id != 6);
    for (const auto& [r, p, n, s] :
         db().all(known.group_by(region, product).select(region, product, count(), sum(pieces))))
        expected.emplace_back(r, p, 0, 0, n, s);
    for (const auto& [r, n, s] : db().all(known.group_by(region).select(region, count(), sum(pieces))))
        expected.emplace_back(r, std::nullopt, 0, 1, n, s);
    for (const auto& [p, n, s] : db().all(known.group_by(product).select(product, count(), sum(pieces))))
        expected.emplace_back(std::nullopt, p, 1, 0, n, s);
    expected.emplace_back(std::nullopt, std::nullopt, 1, 1, 5, 17);
    EXPECT_EQ(all(query), sorted(expected));
}

TEST_P(several_groupings, can_be_named_and_combined) {
    const auto named =
        from<sale>()
            .group_by(grouping_sets(grouping_set(region, product), product, rollup(region), grouping_set()))
            .select(region, product, grouping(region), grouping(product), count());
    EXPECT_EQ(db().all(named).size(), 6U + 3U + 3U + 1U + 1U); // all rows are one group twice
    const auto beside = from<sale>()
                            .group_by(product, rollup(region), kind)
                            .select(product, region, kind, count())
                            .order_by(product, region);
    static_assert(std::is_same_v<stoa::row_t<decltype(beside)>, std::tuple<text, maybe<text>, size, std::int64_t>>);
    EXPECT_EQ(db().all(beside).size(), 6U + 5U);
    const auto together =
        from<sale>().group_by(cube(grouping_set(region, product), kind)).select(region, product, kind, count());
    EXPECT_EQ(db().all(together).size(), 6U + 6U + 3U + 1U);
    EXPECT_EQ(db().all(from<sale>().group_by(grouping_set(region, product)).select(product)).size(), 6U);
}

TEST_P(several_groupings, are_chosen_sorted_and_counted_off_together) {
    const auto query = from<sale>()
                           .where(price < money("5.00"))
                           .group_by(rollup(product, kind))
                           .having(sum(pieces) > 2 || grouping(product) == 1)
                           .order_by(desc(grouping(product)), desc(sum(pieces)), grouping(kind))
                           .limit(4)
                           .offset(1)
                           .select(product, kind, sum(pieces) + 1, count().filter(pieces > 4), grouping(kind));
    using result = stoa::row_t<decltype(query)>;
    EXPECT_EQ(db().all(query), (std::vector<result>{{"Tea", {}, 16, 2, 1},
                                                    {"Tea", size::medium, 9, 1, 0},
                                                    {"Tea", size::small, 6, 1, 0},
                                                    {"tea", size::large, 4, 0, 0}}));
}

TEST_P(several_groupings, ignore_case_where_their_column_does_so) {
    const auto query = from<sale>().group_by(rollup(product)).having(product == "TEA").select(product, count());
    using result = stoa::row_t<decltype(query)>;
    EXPECT_EQ(all(query), (std::vector<result>{{"Tea", 3}, {"tea", 1}}));
    const auto in_order = from<sale>().group_by(rollup(product)).order_by(desc(product), count()).select(count());
    EXPECT_EQ(db().all(in_order), (std::vector<std::int64_t>{6, 1, 3, 2}));
    const auto different = from<sale>().group_by(cube(product, kind)).distinct().select(product);
    EXPECT_EQ(all(different), (std::vector<maybe<text>>{std::nullopt, "Milk", "Tea", "tea"}));
}

TEST_P(several_groupings, of_no_rows_are_one_of_all) {
    const auto nothing = from<sale>().where(id > 100);
    EXPECT_EQ(db().all(nothing.group_by(cube(region, product)).select(count(), sum(pieces), grouping(region))),
              (std::vector<std::tuple<std::int64_t, maybe<std::int64_t>, std::int32_t>>{{0, {}, 1}}));
    EXPECT_EQ(db().all(nothing.group_by(rollup(region)).select(region)), std::vector<maybe<text>>{std::nullopt});
    EXPECT_EQ(db().all(nothing.group_by(rollup(region)).select(grouping(region))), std::vector<std::int32_t>{1});
    EXPECT_EQ(db().all(nothing.group_by(rollup(region)).select(stoa::value(7))), std::vector<int>{7});
    EXPECT_EQ(db().all(nothing.group_by(region, rollup(product)).select(region)).size(), 0U);
    EXPECT_EQ(db().all(nothing.group_by(grouping_set()).select(count())), std::vector<std::int64_t>{0});
    EXPECT_EQ(db().all(from<sale>().group_by(rollup(region)).select(stoa::value(7))).size(), 4U);
}

TEST_P(several_groupings, by_a_key_give_its_record_where_every_set_has_it) {
    const auto query = from<sale>()
                           .group_by(id, rollup(region))
                           .having(kind != size::small)
                           .order_by(id, grouping(region))
                           .select(price, region, kind);
    static_assert(std::is_same_v<stoa::row_t<decltype(query)>, std::tuple<money, maybe<text>, size>>);
    const auto rows = db().all(query);
    ASSERT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows[0], std::tuple(money("2.00"), "north", size::large));
    EXPECT_EQ(rows[1], std::tuple(money("2.00"), std::nullopt, size::large));
}

TEST_P(several_groupings, by_expressions_let_them_be_computed_with) {
    const auto cost = price * pieces;
    const auto query = from<sale>()
                           .group_by(rollup(pieces + id, kind))
                           .order_by(grouping(pieces + id), grouping(kind), pieces + id)
                           .select(pieces + id, (pieces + id) * 2, kind.is_null(), stoa::max(cost));
    const auto rows = db().all(query);
    ASSERT_EQ(rows.size(), 5U + 5U + 1U);
    using result = stoa::row_t<decltype(query)>;
    EXPECT_EQ(std::get<1>(rows[0]), 10);
    EXPECT_EQ(std::get<0>(rows[10]), std::nullopt);
    EXPECT_TRUE(std::get<2>(rows[10]));
    static_assert(std::is_same_v<std::tuple_element_t<0, result>, maybe<std::int64_t>>);
}

STOA_TEST_ON_EVERY_DATABASE(several_groupings);

} // namespace several_groupings
