// SPDX-License-Identifier: BSL-1.0
// The first row of each key, and windows with names.

#include "databases.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace first_rows_of_keys {

enum class mood { calm, keen };

struct visit {
    int id;
    std::string guest;
    std::optional<int> room;
    int day;
    mood state;
};

struct stay {
    std::string guest;
    int day;
};

} // namespace first_rows_of_keys

template <>
inline constexpr auto stoa::table<first_rows_of_keys::visit> = stoa::define<first_rows_of_keys::visit>(
    "visits", stoa::primary_key(stoa::col<&first_rows_of_keys::visit::id>),
    stoa::column(stoa::col<&first_rows_of_keys::visit::guest>).collate(stoa::case_insensitive));

namespace first_rows_of_keys {

using stoa::asc, stoa::col, stoa::count, stoa::current_row, stoa::desc, stoa::following, stoa::from, stoa::named_window,
    stoa::partition_by, stoa::preceding, stoa::sorted_by, stoa::sum, stoa::unbounded_following,
    stoa::unbounded_preceding;

template <class T>
using maybe = std::optional<T>;
using text = std::string;
using numbers = std::vector<int>;

constexpr auto id = col<&visit::id>;
constexpr auto guest = col<&visit::guest>;
constexpr auto room = col<&visit::room>;
constexpr auto day = col<&visit::day>;
constexpr auto state = col<&visit::state>;

struct visits : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<visit>>();
        for (const visit& each :
             {visit{1, "Ann", 7, 1, mood::keen}, visit{2, "bob", {}, 2, mood::calm}, visit{3, "Ann", 5, 3, mood::calm},
              visit{4, "ann", {}, 3, mood::keen}, visit{5, "bob", 7, 5, mood::keen}, visit{6, "Cid", 5, 6, mood::calm}})
            db().insert(each);
    }
};

struct first_rows : visits {};

TEST_P(first_rows, are_one_for_each_key_in_the_order) {
    const auto last = from<visit>().distinct_on(room).order_by(desc(day), id);
    EXPECT_EQ(db().all(last.select(id)), (numbers{6, 5, 4}));
    const std::vector<visit> whole = db().all(last.limit(1).offset(1));
    ASSERT_EQ(whole.size(), 1U);
    EXPECT_EQ(whole[0].id, 5);
    const auto by_state = from<visit>().distinct_on(state, room).where(id > 1).order_by(room, state, id);
    EXPECT_EQ(db().all(by_state.select(id)), (numbers{3, 5, 2, 4}));
    const auto none = from<visit>().where(id > 9).distinct_on(room).order_by(id);
    EXPECT_TRUE(db().all(none).empty());
}

TEST_P(first_rows, tell_keys_by_their_bytes_and_sort_as_the_column_says) {
    EXPECT_EQ(db().all(from<visit>().distinct_on(guest).order_by(desc(guest), id).select(guest, id)),
              (std::vector<std::tuple<text, int>>{{"Cid", 6}, {"bob", 2}, {"Ann", 1}, {"ann", 4}}));
}

TEST_P(first_rows, are_found_among_groups_and_windows) {
    const auto groups = from<visit>()
                            .group_by(guest, room)
                            .distinct_on(guest)
                            .order_by(desc(count()), room, guest)
                            .select(guest, room, count(), stoa::row_number().over(sorted_by(guest, room)));
    using row = stoa::row_t<decltype(groups)>;
    EXPECT_EQ(db().all(groups).size(), 4U);
    EXPECT_EQ(db().all(groups)[0], (row{"Ann", 5, 1, 1}));
    const auto sets = from<visit>()
                          .group_by(stoa::rollup(room, state))
                          .distinct_on(room, stoa::grouping(room))
                          .order_by(stoa::grouping(room), room, count(), state)
                          .select(room, state, count());
    EXPECT_EQ(db().all(sets), (std::vector<std::tuple<maybe<int>, maybe<mood>, std::int64_t>>{
                                  {5, mood::calm, 2}, {7, mood::keen, 2}, {{}, mood::calm, 1}, {{}, {}, 6}}));
}

TEST_P(first_rows, stand_in_other_queries) {
    const auto first = from<visit>().distinct_on(room).order_by(day + 1, id);
    const auto made = stoa::subquery<"first">(first.select_as<stay>(guest, day));
    EXPECT_EQ(db().all(from(made)
                           .where(made[col<&stay::day>] > 1)
                           .order_by(made[col<&stay::day>])
                           .select(made[col<&stay::guest>])),
              (std::vector<text>{"bob", "Ann"}));
    // A set operation tells texts by their bytes.
    EXPECT_EQ(db().all(union_all(first.select(guest), from<visit>().where(id == 6).select(guest)).order_by(guest)),
              (std::vector<text>{"Ann", "Ann", "Cid", "bob"}));
    constexpr auto other = stoa::alias<visit, "other">;
    const auto latest = scalar(from(other)
                                   .where(other[room] == room)
                                   .distinct_on(other[room])
                                   .order_by(desc(other[day]))
                                   .limit(1)
                                   .select(other[id]));
    EXPECT_EQ(db().all(from<visit>().where(id < 4).order_by(id).select(latest)),
              (std::vector<maybe<int>>{5, std::nullopt, 6}));
    EXPECT_EQ(db().all(from<visit>().where(id.in(first.select(id))).order_by(id).select(id)), (numbers{1, 2, 3}));
}

struct named_windows : visits {};

TEST_P(named_windows, are_used_by_several_functions) {
    const auto rows = named_window<"rows">(partition_by(state).order_by(day + 1, id));
    const auto all = named_window<"all">(sorted_by(id).rows_between(unbounded_preceding, unbounded_following));
    const auto query = from<visit>()
                           .where(id != 6)
                           .window(rows, all)
                           .order_by(state, stoa::row_number().over(rows))
                           .limit(3)
                           .select(id, stoa::row_number().over(rows), sum(day).over(rows),
                                   stoa::last_value(id).over(all), count().filter(day > 2).over(rows));
    using row = stoa::row_t<decltype(query)>;
    EXPECT_EQ(db().all(query), (std::vector<row>{{2, 1, 2, 5, 0}, {3, 2, 5, 5, 1}, {1, 1, 1, 5, 0}}));
}

TEST_P(named_windows, see_groups_and_grouping_sets) {
    const auto rows = named_window<"rows">(sorted_by(desc(count()), desc(sum(day))));
    EXPECT_EQ(
        db().all(from<visit>()
                     .group_by(stoa::rollup(room))
                     .window(rows)
                     .order_by(stoa::rank().over(rows))
                     .select(room, stoa::rank().over(rows))),
        (std::vector<std::tuple<maybe<int>, std::int64_t>>{{std::nullopt, 1}, {5, 2}, {7, 3}, {std::nullopt, 4}}));
}

struct excluded : visits {
protected:
    template <class Window>
    std::vector<maybe<std::int64_t>> sums(Window over) {
        return db().all(from<visit>().order_by(id).select(sum(id).over(over)));
    }
};

// Days: 1, 2, 3, 3, 5, 6 for ids 1 to 6.
TEST_P(excluded, rows_are_not_in_the_frame) {
    using result = std::vector<maybe<std::int64_t>>;
    const auto around = sorted_by(day).rows_between(preceding<1>, following<1>);
    EXPECT_EQ(sums(sorted_by(day).rows_between(unbounded_preceding, current_row).exclude_current_row()).size(), 6U);
    EXPECT_EQ(sums(sorted_by(id).rows_between(preceding<1>, following<1>).exclude_current_row()),
              (result{2, 4, 6, 8, 10, 5}));
    EXPECT_EQ(sums(sorted_by(day).range_between(unbounded_preceding, current_row).exclude_group()),
              (result{std::nullopt, 1, 3, 3, 10, 15}));
    EXPECT_EQ(sums(sorted_by(day).groups_between(preceding<1>, current_row).exclude_ties()),
              (result{1, 3, 5, 6, 12, 11}));
    const auto first = stoa::first_value(id).over(around.exclude_group());
    static_assert(decltype(first)::nullable);
    static_assert(!decltype(stoa::first_value(id).over(around.exclude_ties()))::nullable);
    EXPECT_EQ(db().all(from<visit>().where(id == 1).select(first)), std::vector<maybe<int>>{std::nullopt});
}

STOA_TEST_ON_EVERY_DATABASE(first_rows);
STOA_TEST_ON_EVERY_DATABASE(named_windows);
STOA_TEST_ON_EVERY_DATABASE(excluded);

} // namespace first_rows_of_keys
