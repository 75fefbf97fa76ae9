// SPDX-License-Identifier: BSL-1.0
// Joins that keep rows without a match, and what can be missing in the types of their rows.

#include "staff.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace outer_joins {

using namespace staff;
using stoa::alias;
using stoa::col;
using stoa::from;

template <class T>
using maybe = std::optional<T>;
using text = std::string;

constexpr auto shop = col<&department::name>;
constexpr auto boss = alias<employee, "boss">;
constexpr auto top = alias<employee, "top">;

template <class Query, class Row>
constexpr bool reads = std::is_same_v<stoa::row_t<Query>, Row>;

struct outer_joins : filled {};

TEST_P(outer_joins, of_the_left_side_keep_its_rows) {
    const auto query = from<employee>().left_join<department>().order_by(id).select(name, shop, col<&department::id>);
    static_assert(reads<decltype(query), std::tuple<text, maybe<text>, maybe<int>>>);
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<text, maybe<text>, maybe<int>>>{{"Ada", "Mill", 1},
                                                                                       {"Ben", "Mill", 1},
                                                                                       {"Cleo", "Shop", 2},
                                                                                       {"Dan", "Mill", 1},
                                                                                       {"Eve", {}, {}},
                                                                                       {"Fay", "Shop", 2}}));
}

TEST_P(outer_joins, of_the_right_side_keep_its_rows) {
    const auto query = from<employee>().right_join<department>().order_by(col<&department::id>, id).select(name, shop);
    static_assert(reads<decltype(query), std::tuple<maybe<text>, text>>);
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<maybe<text>, text>>{{"Ada", "Mill"},
                                                                           {"Ben", "Mill"},
                                                                           {"Dan", "Mill"},
                                                                           {"Cleo", "Shop"},
                                                                           {"Fay", "Shop"},
                                                                           {std::nullopt, "Yard"}}));
}

TEST_P(outer_joins, of_both_sides_keep_the_rows_of_both) {
    const auto query = from<employee>().full_join<department>().order_by(id, shop).select(name, shop);
    static_assert(reads<decltype(query), std::tuple<maybe<text>, maybe<text>>>);
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<maybe<text>, maybe<text>>>{{"Ada", "Mill"},
                                                                                  {"Ben", "Mill"},
                                                                                  {"Cleo", "Shop"},
                                                                                  {"Dan", "Mill"},
                                                                                  {"Eve", {}},
                                                                                  {"Fay", "Shop"},
                                                                                  {std::nullopt, "Yard"}}));
}

TEST_P(outer_joins, cross_every_row_with_every_row) {
    const auto query = from<department>().cross_join<employee>().order_by(shop, id).select(shop, name);
    static_assert(reads<decltype(query), std::tuple<text, text>>);
    std::vector<std::tuple<text, text>> expected;
    for (const department& each : departments) // which are sorted by name
        for (const employee& other : employees) expected.emplace_back(each.name, other.name);
    EXPECT_EQ(db().all(query), expected);
}

TEST_P(outer_joins, have_conditions_that_do_not_remove_rows) {
    const auto query = from<department>()
                           .left_join<employee>(department_id == col<&department::id> && salary > 600)
                           .order_by(col<&department::id>)
                           .select(shop, name, salary);
    static_assert(reads<decltype(query), std::tuple<text, maybe<text>, maybe<int>>>);
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<text, maybe<text>, maybe<int>>>{
                                   {"Mill", "Ada", 900}, {"Shop", "Cleo", 700}, {"Yard", {}, {}}}));
}

TEST_P(outer_joins, of_both_sides_take_further_conditions_beside_the_key) {
    EXPECT_EQ(db().all(from<department>()
                           .full_join<employee>(department_id == col<&department::id> && salary > 600)
                           .order_by(shop, name)
                           .select(shop, name)),
              (std::vector<std::tuple<maybe<text>, maybe<text>>>{{"Mill", "Ada"},
                                                                 {"Shop", "Cleo"},
                                                                 {"Yard", {}},
                                                                 {std::nullopt, "Ben"},
                                                                 {std::nullopt, "Dan"},
                                                                 {std::nullopt, "Eve"},
                                                                 {std::nullopt, "Fay"}}));
}

TEST_P(outer_joins, make_whole_records_optional) {
    const auto query = from<employee>().full_join<department>().order_by(id, shop);
    static_assert(reads<decltype(query), std::tuple<maybe<employee>, maybe<department>>>);
    const auto rows = db().all(query);
    ASSERT_EQ(rows.size(), 7U);
    const auto& [ada, mill] = rows[0];
    ASSERT_TRUE(ada && mill);
    EXPECT_EQ(ada->salary, 900);
    EXPECT_EQ(mill->town, "Linz");
    const auto& [eve, nowhere] = rows[4];
    ASSERT_TRUE(eve);
    EXPECT_EQ(eve->name, "Eve");
    EXPECT_FALSE(nowhere);
    const auto& [nobody, yard] = rows[6];
    EXPECT_FALSE(nobody);
    ASSERT_TRUE(yard);
    EXPECT_EQ(yard->name, "Yard");

    static_assert(reads<decltype(from<employee>().left_join<department>()), std::tuple<employee, maybe<department>>>);
    static_assert(reads<decltype(from<employee>().right_join<department>()), std::tuple<maybe<employee>, department>>);
    static_assert(reads<decltype(from<employee>().cross_join<department>()), std::tuple<employee, department>>);
    static_assert(reads<decltype(from<employee>().left_join<department>().select<department>()), maybe<department>>);
}

TEST_P(outer_joins, make_optional_what_was_so_before_only_once) {
    const auto query =
        from<employee>().left_join<department>().where(name == "Eve").select(salary, col<&department::town>);
    static_assert(reads<decltype(query), std::tuple<maybe<int>, maybe<text>>>);
    EXPECT_EQ(db().one(query), (std::tuple<maybe<int>, maybe<text>>{300, {}}));
}

TEST_P(outer_joins, make_optional_what_is_computed_from_their_columns) {
    const auto query = from<employee>().left_join<department>().order_by(id).select(
        col<&department::id> + 1, col<&department::id> == 1, shop.is_null(), shop.like("M%"),
        stoa::count().over(stoa::partition_by(col<&department::id>)));
    static_assert(
        reads<decltype(query), std::tuple<maybe<std::int64_t>, maybe<bool>, bool, maybe<bool>, std::int64_t>>);
    const auto rows = db().all(query);
    ASSERT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows[0], (stoa::row_t<decltype(query)>{2, true, false, true, 3}));
    EXPECT_EQ(rows[2], (stoa::row_t<decltype(query)>{3, false, false, false, 2}));
    EXPECT_EQ(rows[4], (stoa::row_t<decltype(query)>{std::nullopt, std::nullopt, true, std::nullopt, 1}));
}

TEST_P(outer_joins, make_optional_what_a_window_takes_from_their_columns) {
    const auto query = from<employee>().left_join<department>().order_by(id).select(
        name, first_value(shop).over(stoa::sorted_by(stoa::desc(id))), last_value(shop).over(stoa::sorted_by(id)));
    static_assert(reads<decltype(query), std::tuple<text, maybe<text>, maybe<text>>>);
    const auto rows = db().all(query);
    ASSERT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows[4], (stoa::row_t<decltype(query)>{"Eve", "Shop", std::nullopt}));
}

TEST_P(outer_joins, are_read_into_structs_with_optional_members) {
    struct line {
        text name;
        maybe<text> shop;
    };
    const auto rows = db().all(from<employee>().left_join<department>().order_by(id).select_as<line>(name, shop));
    ASSERT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows[1].shop, "Mill");
    EXPECT_EQ(rows[4].name, "Eve");
    EXPECT_EQ(rows[4].shop, std::nullopt);
}

TEST_P(outer_joins, join_a_table_with_itself) {
    const auto query = from<employee>()
                           .left_join(boss, boss_id == boss[id])
                           .order_by(id)
                           .select(name, boss[name], boss[salary] > salary);
    static_assert(reads<decltype(query), std::tuple<text, maybe<text>, maybe<bool>>>);
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<text, maybe<text>, maybe<bool>>>{{"Ada", {}, {}},
                                                                                        {"Ben", "Ada", true},
                                                                                        {"Cleo", "Ada", true},
                                                                                        {"Dan", "Ben", false},
                                                                                        {"Eve", "Ben", true},
                                                                                        {"Fay", "Cleo", {}}}));
    const auto records = from<employee>().join(boss, boss_id == boss[id]).where(id == 6);
    static_assert(reads<decltype(records), std::tuple<employee, employee>>);
    const auto [fay, cleo] = db().one(records);
    EXPECT_EQ(fay.name, "Fay");
    EXPECT_EQ(cleo.name, "Cleo");
}

TEST_P(outer_joins, can_be_chained) {
    const auto query = from<employee>()
                           .left_join(boss, boss_id == boss[id])
                           .left_join(top, boss[boss_id] == top[id])
                           .order_by(id)
                           .select(name, boss[name], top[name]);
    static_assert(reads<decltype(query), std::tuple<text, maybe<text>, maybe<text>>>);
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<text, maybe<text>, maybe<text>>>{{"Ada", {}, {}},
                                                                                        {"Ben", "Ada", {}},
                                                                                        {"Cleo", "Ada", {}},
                                                                                        {"Dan", "Ben", "Ada"},
                                                                                        {"Eve", "Ben", "Ada"},
                                                                                        {"Fay", "Cleo", "Ada"}}));
}

TEST_P(outer_joins, of_the_right_side_make_all_before_optional) {
    const auto query = from<employee>()
                           .join(boss, boss_id == boss[id])
                           .right_join<department>(department_id == col<&department::id>)
                           .order_by(col<&department::id>, id)
                           .select(name, boss[name], shop);
    static_assert(reads<decltype(query), std::tuple<maybe<text>, maybe<text>, text>>);
    EXPECT_EQ(db().all(query),
              (std::vector<std::tuple<maybe<text>, maybe<text>, text>>{{"Ben", "Ada", "Mill"},
                                                                       {"Dan", "Ben", "Mill"},
                                                                       {"Cleo", "Ada", "Shop"},
                                                                       {"Fay", "Cleo", "Shop"},
                                                                       {std::nullopt, std::nullopt, "Yard"}}));
}

TEST_P(outer_joins, followed_by_an_inner_one_lose_what_it_does_not_match) {
    const auto query = from<department>()
                           .left_join<employee>()
                           .join(boss, boss_id == boss[id])
                           .order_by(id)
                           .select(shop, name, boss[name]);
    static_assert(reads<decltype(query), std::tuple<text, maybe<text>, text>>);
    EXPECT_EQ(db().all(query),
              (std::vector<std::tuple<text, maybe<text>, text>>{
                  {"Mill", "Ben", "Ada"}, {"Shop", "Cleo", "Ada"}, {"Mill", "Dan", "Ben"}, {"Shop", "Fay", "Cleo"}}));
}

TEST_P(outer_joins, follow_the_foreign_key_from_and_to_an_alias) {
    constexpr auto worker = alias<employee, "worker">;
    constexpr auto place = alias<department, "place">;
    EXPECT_EQ(db().all(from(worker).left_join<department>().order_by(worker[id]).select(worker[name], shop)),
              db().all(from<employee>().left_join<department>().order_by(id).select(name, shop)));
    const auto query = from(worker).join(place).order_by(worker[id]).select(worker[name], place[shop]);
    EXPECT_EQ(db().all(query), db().all(from<employee>().join<department>().order_by(id).select(name, shop)));
    EXPECT_EQ(db().all(from(worker).right_join(place).order_by(place[shop], worker[id]).select(worker[name])),
              (std::vector<maybe<text>>{"Ada", "Ben", "Dan", "Cleo", "Fay", {}}));
    EXPECT_EQ(db().all(from(place).left_join(worker).where(worker[id].is_null()).select(place[shop])),
              (std::vector<text>{"Yard"}));
    EXPECT_EQ(db().all(from(place).full_join(worker).where(place[shop].is_null()).select(worker[name])),
              (std::vector<maybe<text>>{"Eve"}));
}

TEST_P(outer_joins, find_rows_without_a_match) {
    EXPECT_EQ(db().all(from<department>().left_join<employee>().where(id.is_null()).select(shop)),
              (std::vector<text>{"Yard"}));
    EXPECT_EQ(db().all(from<department>().left_join<employee>().where(id == std::nullopt).select(shop)),
              (std::vector<text>{"Yard"}));
}

TEST_P(outer_joins, sort_missing_rows_as_the_largest) {
    const auto query = from<employee>().left_join<department>().select(name);
    EXPECT_EQ(db().all(query.order_by(shop, id)), (std::vector<text>{"Ada", "Ben", "Dan", "Cleo", "Fay", "Eve"}));
    EXPECT_EQ(db().all(query.order_by(stoa::desc(shop), id)),
              (std::vector<text>{"Eve", "Cleo", "Fay", "Ada", "Ben", "Dan"}));
}

TEST_P(outer_joins, count_nothing_for_a_missing_row) {
    EXPECT_EQ(db().all(from<department>().left_join<employee>().group_by(shop).order_by(shop).select(
                  shop, count(id), stoa::count(), sum(salary))),
              (std::vector<std::tuple<text, std::int64_t, std::int64_t, maybe<std::int64_t>>>{
                  {"Mill", 3, 3, 1900}, {"Shop", 2, 2, 700}, {"Yard", 0, 1, {}}}));
}

TEST_P(outer_joins, keep_their_rows_although_a_condition_before_them_is_never_true) {
    const auto never = [](bool flag) { return stoa::value(flag); };
    const auto query = from<employee>()
                           .join(boss, boss_id == boss[id] && never(false))
                           .right_join<department>(department_id == col<&department::id>)
                           .order_by(shop)
                           .select(name, shop);
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<maybe<text>, text>>{
                                   {std::nullopt, "Mill"}, {std::nullopt, "Shop"}, {std::nullopt, "Yard"}}));
    EXPECT_EQ(db().all(from<employee>()
                           .join(boss, never(false))
                           .full_join<department>(department_id == col<&department::id>)
                           .where(name.is_null())
                           .order_by(shop)
                           .select(shop)),
              (std::vector<maybe<text>>{"Mill", "Shop", "Yard"}));
}

TEST_P(outer_joins, keep_the_conditions_of_subqueries_of_several) {
    struct line {
        maybe<text> name;
        text shop;
    };
    const auto joined = from<employee>().right_join<department>();
    const auto both =
        stoa::subquery<"both">(union_all(joined.where(name.is_null()).template select_as<line>(name, shop),
                                         joined.where(salary > 600).template select_as<line>(name, shop)));
    EXPECT_EQ(db().all(from(both).order_by(both[col<&line::shop>]).select(both[col<&line::shop>])),
              (std::vector<text>{"Mill", "Shop", "Yard"}));
    EXPECT_EQ(db().all(from(both).where(both[col<&line::name>].is_null()).select(both[col<&line::shop>])),
              (std::vector<text>{"Yard"}));
}

STOA_TEST_ON_EVERY_DATABASE(outer_joins);

} // namespace outer_joins
