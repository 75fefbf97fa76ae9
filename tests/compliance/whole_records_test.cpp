// SPDX-License-Identifier: BSL-1.0
// Records among other things that are selected, and rows that are counted once.

#include "staff.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace whole_records {

using namespace staff;
using stoa::alias, stoa::col, stoa::count, stoa::count_distinct, stoa::from, stoa::whole, stoa::whole_of;

using text = std::string;
template <class T>
using maybe = std::optional<T>;

constexpr auto boss = alias<employee, "boss">;
constexpr auto shop = col<&department::name>;
constexpr auto place = col<&department::id>;

struct whole_records : filled {};

struct team {
    department where;
    std::int64_t people;
};

struct total {
    int place;
    std::int64_t people;
};

TEST_P(whole_records, stand_beside_expressions) {
    const auto query = from<employee>()
                           .join(boss, boss_id == boss[id])
                           .left_join<department>(department_id == place)
                           .order_by(id)
                           .select(name, whole_of(boss), whole<department>, salary + 1);
    using row = stoa::row_t<decltype(query)>;
    static_assert(std::is_same_v<row, std::tuple<text, employee, maybe<department>, maybe<std::int64_t>>>);
    const auto rows = db().all(query);
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(std::get<0>(rows[0]), "Ben");
    EXPECT_EQ(std::get<1>(rows[0]).name, "Ada");
    EXPECT_EQ(std::get<1>(rows[0]).salary, 900);
    EXPECT_EQ(std::get<2>(rows[0])->town, "Linz");
    EXPECT_EQ(std::get<3>(rows[0]), 501);
    EXPECT_EQ(std::get<2>(rows[3]).has_value(), false);
    EXPECT_EQ(std::get<3>(rows[4]), std::nullopt);
}

TEST_P(whole_records, are_members_of_structs) {
    const auto query = from<department>().left_join<employee>().group_by(place).order_by(place).select_as<team>(
        whole<department>, count(id));
    const std::vector<team> teams = db().all(query);
    ASSERT_EQ(teams.size(), 3U);
    EXPECT_EQ(teams[0].where.name, "Mill");
    EXPECT_EQ(teams[0].people, 3);
    EXPECT_EQ(teams[2].people, 0);
}

TEST_P(whole_records, of_queries_are_their_rows) {
    const auto totals = stoa::subquery<"totals">(from<employee>()
                                                     .where(department_id.is_not_null())
                                                     .group_by(department_id)
                                                     .select_as<total>(stoa::coalesce(department_id, 0), count()));
    const auto rows = db().all(from<department>()
                                   .left_join(totals, totals[col<&total::place>] == place)
                                   .order_by(place)
                                   .select(shop, whole_of(totals)));
    static_assert(std::is_same_v<decltype(rows), const std::vector<std::tuple<text, maybe<total>>>>);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(std::get<1>(rows[1])->people, 2);
    EXPECT_FALSE(std::get<1>(rows[2]));
}

TEST_P(whole_records, are_counted_once_by_what_tells_them_apart) {
    EXPECT_EQ(db().one(from<employee>().select(count_distinct(department_id, salary))), 5);
    EXPECT_EQ(db().one(from<employee>().select(count_distinct(department_id, salary).filter(id > 3))), 3);
    EXPECT_EQ(db().one(from<employee>().select(count_distinct(boss_id, department_id, salary == salary))), 6);
    EXPECT_EQ(db().one(from<employee>().where(id > 9).select(count_distinct(name, id))), 0);
    const auto query = from<employee>()
                           .group_by(stoa::rollup(department_id))
                           .order_by(stoa::grouping(department_id), department_id)
                           .select(count_distinct(salary, boss_id));
    static_assert(std::is_same_v<stoa::row_t<decltype(query)>, std::int64_t>);
    EXPECT_EQ(db().all(query), (std::vector<std::int64_t>{3, 2, 1, 6}));
}

STOA_TEST_ON_EVERY_DATABASE(whole_records);

} // namespace whole_records
