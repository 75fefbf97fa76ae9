// SPDX-License-Identifier: BSL-1.0
// Changes that databases are known to make differently: rows that meet twice, keys that are exchanged, NULL in keys
// and checks, and parts of tables.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace different_changes {

struct total {
    std::string name;
    std::int64_t amount;
};

struct entry {
    int id;
    std::string name;
    std::int64_t amount;
    std::optional<int> rank;
};

struct pair_key {
    std::string left;
    std::int32_t right;
};

} // namespace different_changes

template <>
inline constexpr auto stoa::table<different_changes::total> =
    stoa::define<different_changes::total>("totals", primary_key(col<&different_changes::total::name>));
template <>
inline constexpr auto stoa::table<different_changes::entry> =
    stoa::define<different_changes::entry>("entries", primary_key(col<&different_changes::entry::id>),
                                           unique(col<&different_changes::entry::rank>),
                                           check(col<&different_changes::entry::rank> > 0).named("ck_rank"));
template <>
inline constexpr auto stoa::table<different_changes::pair_key> = stoa::define<different_changes::pair_key>(
    "pairs", primary_key(col<&different_changes::pair_key::left>, col<&different_changes::pair_key::right>));

namespace different_changes {

using stoa::col, stoa::from, stoa::excluded, stoa::insert_into, stoa::update;
using stoa_test::failure_of;
using ids = std::vector<int>;
using ranks = std::vector<std::optional<int>>;

constexpr auto id = col<&entry::id>;
constexpr auto name = col<&entry::name>;
constexpr auto amount = col<&entry::amount>;
constexpr auto rank = col<&entry::rank>;

struct different_changes : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<total, entry, pair_key>>();
        for (int n = 1; n <= 5; ++n) db().insert(entry{n, n % 2 == 0 ? "even" : "odd", n * 10, {}});
    }

    std::vector<std::tuple<std::string, std::int64_t>> totals() {
        return db().all(from<total>().order_by(col<&total::name>).select(col<&total::name>, col<&total::amount>));
    }
    ranks all_ranks() { return db().all(from<entry>().order_by(id).select(rank)); }
};

TEST_P(different_changes, rows_that_would_meet_twice_are_grouped_before_they_are_upserted) {
    const auto sums = insert_into(col<&total::name>, col<&total::amount>)
                          .from(from<entry>().group_by(name).select(name, coalesce(sum(amount), std::int64_t{0})))
                          .on_conflict(col<&total::name>)
                          .do_update(col<& total::amount> = col<&total::amount> + excluded(col<&total::amount>));
    EXPECT_EQ(db().execute(sums), 2);
    EXPECT_EQ(db().execute(sums), 2);
    EXPECT_EQ(totals(), (std::vector<std::tuple<std::string, std::int64_t>>{{"even", 120}, {"odd", 180}}));
}

TEST_P(different_changes, rows_that_meet_twice_and_change_nothing_are_inserted_once) {
    const auto names = insert_into(col<&total::name>, col<&total::amount>)
                           .from(from<entry>().select(name, amount * 0))
                           .on_conflict(col<&total::name>)
                           .do_nothing();
    EXPECT_EQ(db().execute(names), 2);
    EXPECT_EQ(db().execute(names), 0);
}

TEST_P(different_changes, the_rows_of_a_query_are_inserted_all_or_none) {
    const auto names =
        insert_into(col<&total::name>, col<&total::amount>).from(from<entry>().order_by(id).select(name, amount));
    EXPECT_EQ(failure_of([&] { db().execute(names); }).code(), stoa::errc::unique_violation);
    EXPECT_TRUE(totals().empty());
}

TEST_P(different_changes, one_of_several_matches_is_chosen_by_an_aggregate) {
    db().insert(total{"odd", 0});
    db().insert(total{"none", 7});
    db().execute(update<total>().set(
        col<& total::amount> =
            coalesce(scalar(from<entry>().where(name == col<&total::name>).select(max(amount))), std::int64_t{-1})));
    EXPECT_EQ(totals(), (std::vector<std::tuple<std::string, std::int64_t>>{{"none", -1}, {"odd", 50}}));
}

TEST_P(different_changes, the_first_rows_are_chosen_by_their_keys) {
    constexpr auto other = stoa::alias<entry, "other">;
    const auto largest = from(other).order_by(desc(other[amount])).limit(2).select(other[id]);
    EXPECT_EQ(db().execute(update<entry>().set(rank = id).where(id.in(largest))), 2);
    EXPECT_EQ(all_ranks(), (ranks{{}, {}, {}, 4, 5}));
    EXPECT_EQ(db().execute(stoa::delete_from<entry>().where(id.in(largest))), 2);
    EXPECT_EQ(db().all(from<entry>().order_by(id).select(id)), (ids{1, 2, 3}));
}

TEST_P(different_changes, unique_values_are_exchanged_in_two_steps) {
    db().execute(update<entry>().set(rank = id).where(id < 3));
    const auto exchange = update<entry>().set(rank = 3 - rank).where(id < 3);
    EXPECT_EQ(failure_of([&] { db().execute(exchange); }).code(), stoa::errc::unique_violation);
    EXPECT_EQ(all_ranks(), (ranks{1, 2, {}, {}, {}}));
    db().transaction([&] {
        db().execute(update<entry>().set(rank = rank + 100).where(id < 3));
        db().execute(update<entry>().set(rank = 103 - rank).where(id < 3));
    });
    EXPECT_EQ(all_ranks(), (ranks{2, 1, {}, {}, {}}));
}

TEST_P(different_changes, no_key_is_null) {
    for (const char* script :
         {"INSERT INTO totals (name, amount) VALUES (NULL, 1)", "INSERT INTO totals (amount) VALUES (1)",
          "INSERT INTO pairs VALUES ('a', NULL)", "INSERT INTO pairs VALUES (NULL, 1)"})
        EXPECT_EQ(failure_of([&] { db().execute(script); }).code(), stoa::errc::not_null_violation) << script;
    EXPECT_TRUE(totals().empty());
    EXPECT_EQ(db().one(from<pair_key>().select(stoa::count())), 0);
}

TEST_P(different_changes, a_check_that_is_not_known_holds) {
    db().insert(entry{6, "", 0, {}});
    db().insert(entry{7, "", 0, 1});
    EXPECT_EQ(failure_of([&] { db().insert(entry{8, "", 0, 0}); }).constraint().name, "ck_rank");
}

STOA_TEST_ON_EVERY_DATABASE(different_changes);

} // namespace different_changes
