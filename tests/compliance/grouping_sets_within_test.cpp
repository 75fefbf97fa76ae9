// SPDX-License-Identifier: BSL-1.0
// Queries that group in several ways, among everything else that queries can do.

#include "staff.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace within_queries {

using namespace staff;
using stoa::alias, stoa::col, stoa::count, stoa::cube, stoa::desc, stoa::from, stoa::grouping, stoa::max, stoa::rollup,
    stoa::sum;

using text = std::string;
template <class T>
using maybe = std::optional<T>;

constexpr auto shop = col<&department::name>;
constexpr auto town = col<&department::town>;

struct total {
    maybe<text> shop;
    std::int32_t is_all;
    std::int64_t people;
    maybe<std::int64_t> paid;
};

struct grouping_sets : filled {};

constexpr auto totals() {
    return from<department>()
        .left_join<employee>()
        .group_by(rollup(shop))
        .select_as<total>(shop, grouping(shop), count(id), sum(salary));
}

TEST_P(grouping_sets, of_outer_joins_keep_what_is_missing_apart_from_what_is_not_grouped_by) {
    const auto query = from<employee>()
                           .left_join<department>()
                           .group_by(rollup(shop))
                           .order_by(grouping(shop), shop)
                           .select(shop, grouping(shop), count());
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<maybe<text>, std::int32_t, std::int64_t>>{
                                   {"Mill", 0, 3}, {"Shop", 0, 2}, {{}, 0, 1}, {{}, 1, 6}}));
}

TEST_P(grouping_sets, can_be_read_from) {
    const auto made = stoa::subquery<"totals">(totals());
    const auto shops = made[col<&total::shop>];
    EXPECT_EQ(db().all(from(made).where(made[col<&total::people>] > 1).order_by(shops).select(shops)),
              (std::vector<maybe<text>>{"Mill", "Shop", std::nullopt}));
    const auto before = stoa::cte<"totals">(totals());
    const auto all = before.as<"everything">();
    EXPECT_EQ(db().all(from(before)
                           .join(all, all[col<&total::is_all>] == 1)
                           .where(before[col<&total::people>] > 0)
                           .order_by(before[col<&total::shop>])
                           .select(all[col<&total::people>] - before[col<&total::people>])),
              (std::vector<std::int64_t>{2, 3, 0}));
}

TEST_P(grouping_sets, stand_in_set_operations) {
    const auto query = union_all(from<department>().group_by(rollup(shop)).having(shop != "Mill").select(shop, count()),
                                 from<employee>().group_by(rollup(name)).having(count() > 1).select(name, count()))
                           .order_by(desc(count()), shop)
                           .limit(2);
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<maybe<text>, std::int64_t>>{{std::nullopt, 6}, {"Shop", 1}}));
}

TEST_P(grouping_sets, are_seen_by_queries_within) {
    constexpr auto other = alias<employee, "other">;
    const auto colleagues = scalar(from(other).where(other[department_id] == department_id).select(count()));
    const auto query = from<employee>()
                           .where(!exists(from(other).where(other[boss_id] == id)))
                           .group_by(rollup(department_id, id))
                           .having(exists(from(other).where(other[id] == id)) || grouping(department_id) == 1)
                           .order_by(grouping(department_id), department_id, id)
                           .select(department_id, id, colleagues, count());
    using row = stoa::row_t<decltype(query)>;
    static_assert(std::is_same_v<row, std::tuple<maybe<int>, maybe<std::int64_t>, maybe<std::int64_t>, std::int64_t>>);
    EXPECT_EQ(db().all(query), (std::vector<row>{{1, 4, 3, 1}, {2, 6, 2, 1}, {{}, 5, 0, 1}, {{}, {}, 0, 3}}));
}

TEST_P(grouping_sets, within_others_are_told_apart) {
    constexpr auto other = alias<employee, "other">;
    const auto paid = scalar(from(other)
                                 .where(other[department_id] == department_id)
                                 .group_by(rollup(other[boss_id]))
                                 .having(grouping(other[boss_id]) == 1 && department_id > 0)
                                 .select(sum(other[salary]))
                                 .limit(1));
    const auto query = from<employee>()
                           .group_by(cube(department_id))
                           .order_by(grouping(department_id), department_id)
                           .select(department_id, paid, max(salary));
    using row = stoa::row_t<decltype(query)>;
    EXPECT_EQ(db().all(query), (std::vector<row>{{1, 1900, 900}, {2, 700, 700}, {{}, {}, 300}, {{}, {}, 900}}));
}

TEST_P(grouping_sets, have_windows_over_the_rows_of_all) {
    const auto level = grouping(shop) + grouping(town);
    const auto place = stoa::rank().over(stoa::partition_by(level).order_by(desc(sum(salary))));
    const auto query = from<department>()
                           .join<employee>()
                           .group_by(rollup(town, shop))
                           .order_by(level, place)
                           .select(shop, place, sum(sum(salary)).over(), count().filter(town.is_null()).over());
    using row = stoa::row_t<decltype(query)>;
    EXPECT_EQ(db().all(query),
              (std::vector<row>{
                  {"Mill", 1, 7800, 3}, {"Shop", 2, 7800, 3}, {{}, 1, 7800, 3}, {{}, 2, 7800, 3}, {{}, 1, 7800, 3}}));
}

TEST_P(grouping_sets, bind_the_values_of_aggregates_once) {
    const auto query = from<employee>()
                           .where(salary > 300)
                           .group_by(rollup(department_id))
                           .having(sum(salary + 1) > 701)
                           .order_by(grouping(department_id), desc(count().filter(salary > 600)))
                           .select(sum(salary + 10), count().filter(salary > 500), stoa::value(text("end")));
    EXPECT_EQ(db().all(query),
              (std::vector<std::tuple<maybe<std::int64_t>, std::int64_t, text>>{{1930, 1, "end"}, {2640, 2, "end"}}));
}

TEST_P(grouping_sets, go_with_conditions_put_together_at_run_time) {
    std::vector<stoa::condition<employee>> filters{salary > 300, department_id == 1};
    const auto query = from<employee>()
                           .where(all_of(filters))
                           .group_by(rollup(name))
                           .order_by(desc(grouping(name)), name)
                           .select(name, sum(salary));
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<maybe<text>, maybe<std::int64_t>>>{
                                   {std::nullopt, 1900}, {"Ada", 900}, {"Ben", 500}, {"Dan", 500}}));
}

TEST_P(grouping_sets, can_be_stored) {
    db().execute(
        stoa::insert_into(id, name, salary)
            .from(from<department>()
                      .group_by(stoa::grouping_sets(stoa::grouping_set(), stoa::grouping_set(town)))
                      .having(count() > 1)
                      .select(count() + 10, stoa::coalesce(stoa::max(shop), "none"), stoa::max(col<&department::id>))));
    EXPECT_EQ(db().all(from<employee>().where(id > 6).select(id, name, salary)),
              (std::vector<std::tuple<std::int64_t, text, maybe<int>>>{{13, "Yard", 3}}));
}

STOA_TEST_ON_EVERY_DATABASE(grouping_sets);

} // namespace within_queries
