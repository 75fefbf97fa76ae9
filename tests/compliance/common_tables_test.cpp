// SPDX-License-Identifier: BSL-1.0
// Queries that are written before the select that reads from them: once or several times, and recursively.

#include "staff.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace common_tables {

using namespace staff;
using stoa::alias;
using stoa::col;
using stoa::count;
using stoa::cte;
using stoa::from;
using stoa::recursive_cte;
using stoa::recursive_cte_distinct;
using stoa::value;

using text = std::string;
using texts = std::vector<text>;
template <class T>
using maybe = std::optional<T>;

/// One edge of a graph.
struct way {
    int start;
    int finish;
};

struct total {
    maybe<int> department;
    std::int64_t people;
};

struct level {
    std::int64_t id;
    int depth;
};

struct node {
    int id;
};

} // namespace common_tables

template <>
inline constexpr auto stoa::table<common_tables::way> = stoa::define<common_tables::way>(
    "ways", stoa::primary_key(stoa::col<&common_tables::way::start>, stoa::col<&common_tables::way::finish>));

namespace common_tables {

constexpr auto department_of = col<&total::department>;
constexpr auto people = col<&total::people>;
constexpr auto depth = col<&level::depth>;
constexpr auto level_id = col<&level::id>;
constexpr auto start = col<&way::start>;
constexpr auto finish = col<&way::finish>;

constexpr auto totals =
    cte<"totals">(from<employee>().group_by(department_id).select_as<total>(department_id, count()));

struct common_tables : filled {};

TEST_P(common_tables, are_read_like_tables) {
    EXPECT_EQ(db().all(from(totals).where(totals[people] > 1).order_by(totals[people]).select(totals[department_of])),
              (std::vector<maybe<int>>{2, 1}));
    EXPECT_EQ(db().all(from<department>()
                           .left_join(totals, totals[department_of] == col<&department::id>)
                           .order_by(col<&department::id>)
                           .select(totals[people])),
              (std::vector<maybe<std::int64_t>>{3, 2, {}}));
}

TEST_P(common_tables, are_read_twice_and_written_once) {
    const auto other = totals.as<"other">();
    const auto query = from(totals)
                           .join(other, totals[people] > other[people])
                           .order_by(totals[people], other[people])
                           .select(totals[people], other[people]);
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<std::int64_t, std::int64_t>>{{2, 1}, {3, 1}, {3, 2}}));
    EXPECT_EQ(stoa::sql_of<stoa::dialect::sqlite>(query).find("GROUP BY"),
              stoa::sql_of<stoa::dialect::sqlite>(query).rfind("GROUP BY"));
}

TEST_P(common_tables, are_read_within_subqueries) {
    const auto most = stoa::scalar(from(totals).select(max(totals[people])));
    EXPECT_EQ(db().all(from<department>()
                           .where(col<&department::id>.in(
                               from(totals)
                                   .where(totals[people] == 3 && totals[department_of].is_not_null())
                                   .select(totals[department_of])))
                           .select(col<&department::name>, most)),
              (std::vector<std::tuple<text, maybe<std::int64_t>>>{{"Mill", 3}}));
}

TEST_P(common_tables, are_read_by_others) {
    const auto known = cte<"known">(from(totals).where(totals[department_of].is_not_null()));
    const auto large = cte<"large">(from(known).where(known[people] > 2));
    EXPECT_EQ(db().all(from(large).select(large[department_of])), (std::vector<maybe<int>>{1}));
    EXPECT_EQ(db().all(from(known).join(large, known[people] < large[people]).select(known[department_of])),
              (std::vector<maybe<int>>{2}));
}

TEST_P(common_tables, take_their_values_before_those_of_the_query) {
    const auto rich = cte<"rich">(from<employee>().where(salary > 400 && name != "Dan"));
    const auto poor = cte<"poor">(from<employee>().where(salary < 600).limit(10));
    const auto query = from(rich)
                           .join(poor, rich[salary] - 100 > poor[salary])
                           .where(rich[name] != "Cleo" && poor[name] != "Ben")
                           .order_by(rich[id], poor[id])
                           .select(rich[name], poor[name], poor[salary] + 1, value("v"))
                           .limit(2);
    EXPECT_EQ(db().all(query), (std::vector<std::tuple<text, text, maybe<std::int64_t>, text>>{
                                   {"Ada", "Dan", 501, "v"}, {"Ada", "Eve", 301, "v"}}));
}

TEST_P(common_tables, grow_by_what_is_found_from_them) {
    const auto below =
        recursive_cte<"below">(from<employee>().where(name == "Ben").select_as<level>(id, value(0)), [](auto above) {
            return from<employee>().join(above, boss_id == above[level_id]).template select_as<level>(id, above[depth]);
        });
    EXPECT_EQ(db().all(from(below).join<employee>(id == below[level_id]).order_by(id).select(name)),
              (texts{"Ben", "Dan", "Eve"}));
}

TEST_P(common_tables, count_how_deep_they_are) {
    struct step {
        std::int64_t id;
        std::int64_t depth;
    };
    constexpr auto step_id = col<&step::id>;
    constexpr auto step_depth = col<&step::depth>;
    const auto below = recursive_cte<"below">(
        from<employee>().where(boss_id.is_null()).select_as<step>(id, value(std::int64_t{1})), [&](auto above) {
            return from<employee>()
                .join(above, boss_id == above[step_id])
                .where(above[step_depth] < 2)
                .template select_as<step>(id, above[step_depth] + 1);
        });
    EXPECT_EQ(db().all(from(below).join<employee>(id == below[step_id]).order_by(id).select(name, below[step_depth])),
              (std::vector<std::tuple<text, std::int64_t>>{{"Ada", 1}, {"Ben", 2}, {"Cleo", 2}}));
    EXPECT_EQ(
        db().all(
            from(below).group_by(below[step_depth]).order_by(below[step_depth]).select(below[step_depth], count())),
        (std::vector<std::tuple<std::int64_t, std::int64_t>>{{1, 1}, {2, 2}}));
}

TEST_P(common_tables, carry_text_along) {
    struct path {
        maybe<std::int64_t> next;
        text first;
    };
    const auto up =
        recursive_cte<"up">(stoa::select_as<path>(value(maybe<std::int64_t>(6)), value("start")), [](auto below) {
            return from<employee>().join(below, id == below[col<&path::next>]).template select_as<path>(boss_id, name);
        });
    const auto found = db().all(from(up).select(up[col<&path::first>]));
    EXPECT_EQ(std::multiset<text>(found.begin(), found.end()), (std::multiset<text>{"start", "Fay", "Cleo", "Ada"}));
}

TEST_P(common_tables, count_without_a_table) {
    const auto numbers =
        recursive_cte<"numbers">(stoa::select_as<level>(value(std::int64_t{1}), value(0)), [](auto before) {
            return from(before)
                .where(before[level_id] < 100)
                .template select_as<level>(before[level_id] + 1, before[depth]);
        });
    EXPECT_EQ(db().one(from(numbers).select(count(), sum(numbers[level_id]))),
              (std::tuple<std::int64_t, maybe<std::int64_t>>{100, 5050}));
    EXPECT_EQ(db().one(from(numbers).cross_join(numbers.as<"again">()).select(count())), 10000);
}

TEST_P(common_tables, of_distinct_rows_end_in_spite_of_cycles) {
    db().create<stoa::schema<way>>();
    //  1 → 2 → 3 → 1, 3 → 4 → 4, 5 → 1
    for (const way& each : {way{1, 2}, way{2, 3}, way{3, 1}, way{3, 4}, way{4, 4}, way{5, 1}}) db().insert(each);
    const auto reached = [](int from_here) {
        return recursive_cte_distinct<"reached">(
            from<way>().where(start == from_here).select_as<node>(finish), [](auto before) {
                return from<way>().join(before, start == before[col<&node::id>]).template select_as<node>(finish);
            });
    };
    const auto all_from = [&](int here) {
        const auto query = reached(here);
        return db().all(from(query).order_by(query[col<&node::id>]).select(query[col<&node::id>]));
    };
    EXPECT_EQ(all_from(1), (std::vector<int>{1, 2, 3, 4}));
    EXPECT_EQ(all_from(4), (std::vector<int>{4}));
    EXPECT_EQ(all_from(5), (std::vector<int>{1, 2, 3, 4}));
    EXPECT_EQ(all_from(9), (std::vector<int>{}));
}

TEST_P(common_tables, and_recursive_ones_stand_side_by_side) {
    const auto below =
        recursive_cte<"below">(from<employee>().where(boss_id == 2).select_as<level>(id, value(1)), [](auto above) {
            return from<employee>().join(above, boss_id == above[level_id]).template select_as<level>(id, above[depth]);
        });
    EXPECT_EQ(db().all(from<employee>()
                           .join(below, below[level_id] == id)
                           .join(totals, totals[department_of] == department_id && totals[people] > 0)
                           .order_by(id)
                           .select(name, totals[people])),
              (std::vector<std::tuple<text, std::int64_t>>{{"Dan", 3}}));
}

TEST_P(common_tables, that_recur_read_from_others) {
    const auto linked = cte<"linked">(from<employee>().where(boss_id.is_not_null()));
    const auto below =
        recursive_cte<"below">(from<employee>().where(id == 2).select_as<level>(id, value(1)), [&](auto above) {
            return from(linked)
                .join(above, linked[boss_id] == above[level_id])
                .template select_as<level>(linked[id], above[depth]);
        });
    EXPECT_EQ(db().one(from(below).select(count())), 3);
}

STOA_TEST_ON_EVERY_DATABASE(common_tables);

} // namespace common_tables
