// SPDX-License-Identifier: BSL-1.0
// What can stand beside aggregates: groups, what is computed from them, and columns of a table whose key is one.

#include "staff.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace grouping {

using namespace staff;
using stoa::alias;
using stoa::col;
using stoa::count;
using stoa::desc;
using stoa::from;

using text = std::string;
template <class T>
using maybe = std::optional<T>;
using numbers = std::vector<maybe<std::int64_t>>;

constexpr auto shop = col<&department::name>;
constexpr auto town = col<&department::town>;
constexpr auto place = col<&department::id>;
constexpr auto boss = alias<employee, "boss">;

struct grouping : filled {};

TEST_P(grouping, by_a_key_gives_one_value_of_all_columns_of_its_table) {
    EXPECT_EQ(db().all(from<department>()
                           .left_join<employee>()
                           .group_by(place)
                           .having(shop != "Mill")
                           .order_by(desc(shop))
                           .select(shop, town, count(id))),
              (std::vector<std::tuple<text, maybe<text>, std::int64_t>>{{"Yard", "Graz", 0}, {"Shop", {}, 2}}));
    const auto records = from<department>().group_by(place).having(count() == 1).order_by(place);
    static_assert(std::is_same_v<stoa::row_t<decltype(records)>, department>);
    EXPECT_EQ(db().all(records).size(), 3U);
}

TEST_P(grouping, by_the_key_of_an_alias_gives_its_columns) {
    const auto query = from<employee>()
                           .join(boss, boss_id == boss[id])
                           .group_by(boss[id])
                           .order_by(boss[name])
                           .select(boss[name], boss[salary] - max(salary), count());
    using row = stoa::row_t<decltype(query)>;
    static_assert(std::is_same_v<row, std::tuple<text, maybe<std::int64_t>, std::int64_t>>);
    EXPECT_EQ(db().all(query), (std::vector<row>{{"Ada", 200, 2}, {"Ben", 0, 2}, {"Cleo", {}, 1}}));
}

TEST_P(grouping, by_expressions_lets_them_be_computed_with) {
    const auto same = salary * id - boss_id; // whatever it means
    EXPECT_EQ(db().all(from<employee>().group_by(same).order_by(same).select(same, same + 1, count())),
              (std::vector<std::tuple<maybe<std::int64_t>, maybe<std::int64_t>, std::int64_t>>{
                  {999, 1000, 1}, {1498, 1499, 1}, {1998, 1999, 1}, {2099, 2100, 1}, {std::nullopt, std::nullopt, 2}}));
    const auto known = boss_id.is_null();
    EXPECT_EQ(db().all(from<employee>().group_by(known).having(!known || count() > 5).select(known, sum(salary))),
              (std::vector<std::tuple<bool, maybe<std::int64_t>>>{{false, 2000}}));
}

TEST_P(grouping, by_columns_lets_them_be_in_expressions) {
    EXPECT_EQ(db().all(from<employee>()
                           .group_by(department_id, salary)
                           .order_by(department_id + salary, sum(id))
                           .select(department_id + salary, sum(id))),
              (std::vector<std::tuple<maybe<std::int64_t>, maybe<std::int64_t>>>{
                  {501, 6}, {702, 3}, {901, 1}, {std::nullopt, 5}, {std::nullopt, 6}}));
}

TEST_P(grouping, of_everything_needs_no_group) {
    EXPECT_EQ(db().one(from<employee>().select(count(), min(salary), max(name), sum(salary) - min(salary))),
              (std::tuple<std::int64_t, maybe<int>, maybe<text>, maybe<std::int64_t>>{6, 300, "Fay", 2600}));
    EXPECT_EQ(db().all(from<employee>().where(id > 99).select(count(), sum(salary))),
              (std::vector<std::tuple<std::int64_t, maybe<std::int64_t>>>{{0, {}}}));
    EXPECT_EQ(db().all(from<employee>().having(count() > 6).select(count())), (std::vector<std::int64_t>{}));
    EXPECT_EQ(db().all(from<employee>().having(max(salary) == 900).select(count())), (std::vector<std::int64_t>{6}));
}

TEST_P(grouping, keeps_groups_by_what_is_computed_of_them) {
    const auto by_department = from<employee>().group_by(department_id).order_by(department_id);
    EXPECT_EQ(db().all(by_department.having(sum(salary) > 600 && count() < 3).select(department_id)),
              (std::vector<maybe<int>>{2}));
    EXPECT_EQ(db().all(by_department.having(count(salary) < count()).select(department_id)),
              (std::vector<maybe<int>>{2}));
    EXPECT_EQ(db().all(by_department.having(department_id.is_null() || max(name) < "E").select(department_id)),
              (std::vector<maybe<int>>{1, {}}));
    EXPECT_EQ(db().all(by_department.having(count().filter(salary == 500) == 2).select(sum(salary))), (numbers{1900}));
}

TEST_P(grouping, sorts_by_aggregates_that_are_not_selected) {
    EXPECT_EQ(db().all(from<employee>().group_by(department_id).order_by(desc(max(id)), count()).select(sum(id))),
              (numbers{9, 5, 7}));
    EXPECT_EQ(db().all(from<employee>()
                           .group_by(department_id)
                           .order_by(desc(count()), sum(salary))
                           .select(department_id)
                           .limit(2)
                           .offset(1)),
              (std::vector<maybe<int>>{2, {}}));
}

TEST_P(grouping, counts_what_is_different) {
    EXPECT_EQ(db().all(from<employee>()
                           .group_by(department_id)
                           .order_by(department_id)
                           .select(count_distinct(salary), count_distinct(boss_id),
                                   count_distinct(name).filter(name != "Ada"))),
              (std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t>>{{2, 2, 2}, {1, 2, 2}, {1, 1, 1}}));
    EXPECT_EQ(db().all(from<employee>().distinct().order_by(desc(salary)).select(salary)),
              (std::vector<maybe<int>>{{}, 900, 700, 500, 300}));
    EXPECT_EQ(db().one(from<employee>().distinct().select(count())), 6);
}

TEST_P(grouping, reads_groups_in_subqueries) {
    const auto worker = alias<employee, "worker">;
    EXPECT_EQ(db().all(from<employee>()
                           .group_by(department_id)
                           .order_by(department_id)
                           .select(department_id, scalar(from<department>().where(place == department_id).select(shop)),
                                   scalar(from(worker)
                                              .where(worker[department_id] == department_id && worker[id] > 1)
                                              .select(count())))),
              (std::vector<std::tuple<maybe<int>, maybe<text>, maybe<std::int64_t>>>{
                  {1, "Mill", 2}, {2, "Shop", 2}, {std::nullopt, std::nullopt, 0}}));
}

STOA_TEST_ON_EVERY_DATABASE(grouping);

} // namespace grouping
