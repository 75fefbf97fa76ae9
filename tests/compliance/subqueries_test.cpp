// SPDX-License-Identifier: BSL-1.0
// Queries within queries: as values, in conditions and as tables, seeing the tables of the query around them or not.

#include "staff.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace subqueries {

using namespace staff;
using stoa::alias;
using stoa::col;
using stoa::count;
using stoa::exists;
using stoa::from;
using stoa::scalar;
using stoa::subquery;

using text = std::string;
using texts = std::vector<text>;
template <class T>
using maybe = std::optional<T>;

constexpr auto shop = col<&department::name>;
constexpr auto worker = alias<employee, "worker">;

struct total {
    maybe<int> department;
    std::int64_t people;
    maybe<std::int64_t> paid;
};

struct person {
    std::int64_t id;
    text name;
};

/// People and pay of each department, as a query to read from.
constexpr auto totals =
    subquery<"totals">(from<employee>().group_by(department_id).select_as<total>(department_id, count(), sum(salary)));

struct subqueries : filled {};

TEST_P(subqueries, stand_for_a_value) {
    EXPECT_EQ(db().all(from<employee>().where(salary == scalar(from(worker).select(max(worker[salary])))).select(name)),
              (texts{"Ada"}));
    const auto query = from<employee>().where(id == 2).select(name, scalar(from<department>().select(count())), salary);
    static_assert(std::is_same_v<stoa::row_t<decltype(query)>, std::tuple<text, maybe<std::int64_t>, maybe<int>>>);
    EXPECT_EQ(db().one(query), (std::tuple<text, maybe<std::int64_t>, maybe<int>>{"Ben", 3, 500}));
}

TEST_P(subqueries, stand_for_a_value_of_the_row_around_them) {
    const auto people = scalar(from<employee>().where(department_id == col<&department::id>).select(count()));
    EXPECT_EQ(db().all(from<department>().order_by(people, shop).select(shop, people)),
              (std::vector<std::tuple<text, maybe<std::int64_t>>>{{"Yard", 0}, {"Shop", 2}, {"Mill", 3}}));
    EXPECT_EQ(db().all(from<department>().where(people > 2).select(shop)), (texts{"Mill"}));
}

TEST_P(subqueries, that_find_no_row_are_null) {
    const auto town =
        scalar(from<department>().where(col<&department::id> == department_id).select(col<&department::town>));
    EXPECT_EQ(db().all(from<employee>().order_by(id).select(town)),
              (std::vector<maybe<text>>{"Linz", "Linz", {}, "Linz", {}, {}}));
    EXPECT_EQ(db().all(from<employee>().where(town.is_null()).order_by(id).select(name)),
              (texts{"Cleo", "Eve", "Fay"}));
}

TEST_P(subqueries, take_the_first_of_several_rows_if_told_so) {
    const auto best = scalar(from(worker)
                                 .where(worker[department_id] == col<&department::id>)
                                 .order_by(stoa::desc(worker[name]))
                                 .select(worker[name])
                                 .limit(1));
    EXPECT_EQ(db().all(from<department>().order_by(shop).select(shop, best)),
              (std::vector<std::tuple<text, maybe<text>>>{{"Mill", "Dan"}, {"Shop", "Fay"}, {"Yard", {}}}));
}

TEST_P(subqueries, are_there_or_not) {
    const auto somebody = exists(from<employee>().where(department_id == col<&department::id>));
    EXPECT_EQ(db().all(from<department>().where(somebody).order_by(shop).select(shop)), (texts{"Mill", "Shop"}));
    EXPECT_EQ(db().all(from<department>().where(!somebody).select(shop)), (texts{"Yard"}));
    EXPECT_EQ(db().all(from<department>().order_by(shop).select(somebody)), (std::vector<bool>{true, true, false}));
    EXPECT_EQ(db().all(from<department>().order_by(somebody, shop).select(shop)), (texts{"Yard", "Mill", "Shop"}));
}

TEST_P(subqueries, have_a_value_among_their_rows_or_not) {
    const auto bosses = from(worker).where(worker[boss_id].is_not_null()).select(worker[boss_id]);
    EXPECT_EQ(db().all(from<employee>().where(id.in(bosses)).order_by(id).select(name)), (texts{"Ada", "Ben", "Cleo"}));
    const auto mill = from<department>().where(shop == "Mill").select(col<&department::id>);
    EXPECT_EQ(db().all(from<employee>().where(department_id.not_in(mill)).order_by(id).select(name)),
              (texts{"Cleo", "Fay"})); // Eve is in no department, which is not known to be another
    EXPECT_EQ(db().all(from<employee>().where(!department_id.in(mill)).order_by(id).select(name)),
              (texts{"Cleo", "Fay"}));
    EXPECT_EQ(db().all(from<employee>().order_by(id).select(department_id.in(mill))),
              (std::vector<maybe<bool>>{true, true, false, true, {}, false}));
}

TEST_P(subqueries, that_are_empty_have_no_value) {
    const auto nothing = from<department>().where(shop == "none").select(col<&department::id>);
    EXPECT_EQ(db().one(from<employee>().where(department_id.in(nothing)).select(count())), 0);
    EXPECT_EQ(db().one(from<employee>().where(department_id.not_in(nothing)).select(count())), 6);
    EXPECT_EQ(db().one(from<employee>().where(exists(nothing)).select(count())), 0);
    EXPECT_EQ(db().one(from<employee>().where(!exists(nothing)).select(count())), 6);
}

TEST_P(subqueries, can_be_within_one_another) {
    const auto inner = alias<employee, "inner">;
    // Departments with somebody who is paid most of all there.
    const auto top =
        scalar(from(inner).where(inner[department_id] == worker[department_id]).select(max(inner[salary])));
    const auto best = from(worker).where(worker[department_id] == col<&department::id> && worker[salary] == top);
    EXPECT_EQ(db().all(from<department>().where(exists(best)).order_by(shop).select(shop)), (texts{"Mill", "Shop"}));
    // The innermost sees the outermost.
    const auto anybody = exists(from(worker).where(
        exists(from(inner).where(inner[id] == worker[boss_id] && inner[department_id] == col<&department::id>))));
    EXPECT_EQ(db().all(from<department>().where(anybody).order_by(shop).select(shop)), (texts{"Mill", "Shop"}));
}

TEST_P(subqueries, are_tables_to_read_from) {
    EXPECT_EQ(db().all(from(totals)
                           .where(totals[col<&total::people>] > 1)
                           .order_by(totals[col<&total::department>])
                           .select(totals[col<&total::department>], totals[col<&total::paid>])),
              (std::vector<std::tuple<maybe<int>, maybe<std::int64_t>>>{{1, 1900}, {2, 700}}));
    const auto rows = db().all(from(totals).order_by(totals[col<&total::department>]));
    static_assert(std::is_same_v<std::decay_t<decltype(rows)>, std::vector<total>>);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].people, 3);
    EXPECT_EQ(rows[2].department, std::nullopt);
    EXPECT_EQ(rows[2].paid, 300);
}

TEST_P(subqueries, are_tables_to_join) {
    const auto query = from<department>()
                           .left_join(totals, totals[col<&total::department>] == col<&department::id>)
                           .order_by(shop)
                           .select(shop, totals[col<&total::people>]);
    static_assert(std::is_same_v<stoa::row_t<decltype(query)>, std::tuple<text, maybe<std::int64_t>>>);
    EXPECT_EQ(db().all(query),
              (std::vector<std::tuple<text, maybe<std::int64_t>>>{{"Mill", 3}, {"Shop", 2}, {"Yard", {}}}));
    const auto whole = from<department>().left_join(totals, totals[col<&total::department>] == col<&department::id>);
    static_assert(std::is_same_v<stoa::row_t<decltype(whole)>, std::tuple<department, maybe<total>>>);
    EXPECT_EQ(db().all(whole.order_by(shop)).size(), 3U);
}

TEST_P(subqueries, of_whole_records_have_their_columns) {
    const auto rich = subquery<"rich">(from<employee>().where(salary >= 500).order_by(id).limit(3));
    EXPECT_EQ(db().all(from(rich).order_by(stoa::desc(rich[name])).select(rich[name])), (texts{"Cleo", "Ben", "Ada"}));
    EXPECT_EQ(db().all(from(rich).where(rich[salary] == 500))[0].name, "Ben");
    const auto joined = from(rich).join<department>(rich[department_id] == col<&department::id>).order_by(rich[id]);
    static_assert(std::is_same_v<stoa::row_t<decltype(joined)>, std::tuple<employee, department>>);
    EXPECT_EQ(std::get<1>(db().all(joined)[2]).name, "Shop");
}

TEST_P(subqueries, of_subqueries_are_tables) {
    const auto sizes = subquery<"sizes">(from(totals).where(totals[col<&total::department>].is_not_null()));
    const auto again = subquery<"again">(from(sizes).where(sizes[col<&total::people>] < 3));
    EXPECT_EQ(db().all(from(again).select(again[col<&total::department>])), (std::vector<maybe<int>>{2}));
}

TEST_P(subqueries, are_filtered_by_their_window) {
    struct ranked {
        text name;
        maybe<int> department;
        std::int64_t place;
    };
    const auto places = subquery<"places">(from<employee>().select_as<ranked>(
        name, department_id,
        stoa::row_number().over(stoa::partition_by(department_id).order_by(stoa::desc(salary), id))));
    EXPECT_EQ(db().all(from(places)
                           .where(places[col<&ranked::place>] == 1)
                           .order_by(places[col<&ranked::department>])
                           .select(places[col<&ranked::name>])),
              (texts{"Ada", "Fay", "Eve"}));
}

TEST_P(subqueries, take_their_values_wherever_they_stand) {
    // A value in every place a query can have one, each of them needed for the answer.
    struct kept {
        std::int64_t id;
        std::int64_t more;
    };
    const auto rich = subquery<"rich">(from<employee>().where(salary > 400).select_as<kept>(id, id + 10).limit(5));
    const auto inner = from(worker).where(worker[id] > 1).select(worker[boss_id] + 100);
    const auto query = from(rich)
                           .left_join<employee>(id == rich[col<&kept::id>] && salary < 900)
                           .where(rich[col<&kept::more>] + 1 > 11 && (rich[col<&kept::id>] + 100).in(inner))
                           .where(exists(from<department>().where(shop == "Yard" && col<&department::id> == 3)))
                           .order_by(rich[col<&kept::id>] * -1)
                           .select(rich[col<&kept::more>] + 1000, stoa::value("x"),
                                   scalar(from<department>().where(col<&department::id> == 2).select(shop)), salary + 7)
                           .limit(2)
                           .offset(0);
    using row = stoa::row_t<decltype(query)>;
    static_assert(std::is_same_v<row, std::tuple<std::int64_t, text, maybe<text>, maybe<std::int64_t>>>);
    EXPECT_EQ(db().all(query), (std::vector<row>{{1013, "x", "Shop", 707}, {1012, "x", "Shop", 507}}));
}

TEST_P(subqueries, stand_in_having_and_in_aggregates) {
    const auto mean = scalar(from(worker).select(avg(worker[salary])));
    EXPECT_EQ(db().all(from<employee>()
                           .group_by(department_id)
                           .having(avg(salary) > mean)
                           .order_by(department_id)
                           .select(department_id)),
              (std::vector<maybe<int>>{1, 2}));
    const auto reports = scalar(from(worker).where(worker[boss_id] == id).select(count()));
    EXPECT_EQ(db().one(from<employee>().select(sum(reports), max(reports))),
              (std::tuple<maybe<std::int64_t>, maybe<std::int64_t>>{5, 2}));
    EXPECT_EQ(db().all(from<employee>().group_by(id).having(reports == 2).order_by(id).select(id)),
              (std::vector<std::int64_t>{1, 2}));
}

TEST_P(subqueries, say_which_rows_are_changed) {
    const auto mean = scalar(from(worker).where(worker[department_id] == department_id).select(max(worker[salary])));
    EXPECT_EQ(db().execute(stoa::update<employee>()
                               .set(salary = salary + 1, name = "Max")
                               .where(salary == mean && exists(from<department>().where(
                                                            col<&department::id> == department_id && shop == "Mill")))),
              1);
    EXPECT_EQ(db().all(from<employee>().where(name == "Max").select(salary)), (std::vector<maybe<int>>{901}));
    EXPECT_EQ(db().execute(
                  stoa::update<department>()
                      .set(col<& department::town> =
                               scalar(from<employee>().where(department_id == col<&department::id>).select(max(name))))
                      .where(col<&department::id> != 2)),
              2);
    EXPECT_EQ(db().all(from<department>().order_by(shop).select(col<&department::town>)),
              (std::vector<maybe<text>>{"Max", {}, {}}));
    EXPECT_EQ(db().execute(stoa::delete_from<department>().where(
                  !exists(from<employee>().where(department_id == col<&department::id>)))),
              1);
    EXPECT_EQ(db().one(from<department>().select(count())), 2);
}

TEST_P(subqueries, need_no_table) {
    EXPECT_EQ(db().one(stoa::select(stoa::value(7), stoa::value("x"), scalar(from<employee>().select(count())))),
              (std::tuple<int, text, maybe<std::int64_t>>{7, "x", 6}));
    const auto one = subquery<"one">(stoa::select_as<person>(stoa::value(std::int64_t{4}), stoa::value("Zoe")));
    EXPECT_EQ(db().one(from(one).select(one[col<&person::name>])), "Zoe");
    EXPECT_EQ(db().all(from<employee>().join(one, id == one[col<&person::id>]).select(name)), (texts{"Dan"}));
}

TEST_P(subqueries, compute_in_the_type_of_their_columns) {
    struct wide {
        std::int64_t paid;
        double half;
    };
    const auto pay = subquery<"pay">(
        from<department>().where(shop == "Yard").select_as<wide>(col<&department::id>, col<&department::id> * 0.5));
    EXPECT_EQ(db().one(from(pay).select(pay[col<&wide::paid>] * 2'000'000'000, pay[col<&wide::half>])),
              (std::tuple<std::int64_t, double>{6'000'000'000, 1.5}));
}

STOA_TEST_ON_EVERY_DATABASE(subqueries);

} // namespace subqueries
