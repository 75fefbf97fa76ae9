// SPDX-License-Identifier: BSL-1.0
// Foreign keys that are checked when the transaction is committed, and tables that reference one another in a circle.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vocabulary_cycles {

struct team {
    std::int64_t id;
    std::string name;
    std::int64_t leader_id;
};

struct person {
    std::int64_t id;
    std::int64_t team_id;
    std::optional<std::int64_t> mentor_id;
};

/// Three in a circle, one of them also references itself; the last hangs on to the circle.
struct rock {
    int id;
    std::optional<int> beaten_by;
};

struct scissors {
    int id;
    std::optional<int> beaten_by;
};

struct paper {
    int id;
    std::optional<int> beaten_by;
    std::optional<int> same_as;
};

struct game {
    int id;
    int rock_id;
};

/// In two circles, through both of which rows go with others.
struct hub {
    int id;
    std::optional<int> left_id, right_id;
};

struct left {
    int id;
    int hub_id;
};

struct right {
    int id;
    int hub_id;
};

} // namespace vocabulary_cycles

template <>
inline constexpr auto stoa::table<vocabulary_cycles::team> =
    stoa::define<vocabulary_cycles::team>("teams", stoa::primary_key(stoa::col<&vocabulary_cycles::team::id>),
                                          stoa::foreign_key(stoa::col<&vocabulary_cycles::team::leader_id>)
                                              .references(stoa::col<&vocabulary_cycles::person::id>)
                                              .named("has_leader")
                                              .deferred());
template <>
inline constexpr auto stoa::table<vocabulary_cycles::person> =
    stoa::define<vocabulary_cycles::person>("people", stoa::primary_key(stoa::col<&vocabulary_cycles::person::id>),
                                            stoa::foreign_key(stoa::col<&vocabulary_cycles::person::team_id>)
                                                .references(stoa::col<&vocabulary_cycles::team::id>)
                                                .on_delete(stoa::cascade)
                                                .deferred(),
                                            stoa::foreign_key(stoa::col<&vocabulary_cycles::person::mentor_id>)
                                                .references(stoa::col<&vocabulary_cycles::person::id>));
template <>
inline constexpr auto stoa::table<vocabulary_cycles::rock> =
    stoa::define<vocabulary_cycles::rock>("rocks", stoa::primary_key(stoa::col<&vocabulary_cycles::rock::id>),
                                          stoa::foreign_key(stoa::col<&vocabulary_cycles::rock::beaten_by>)
                                              .references(stoa::col<&vocabulary_cycles::paper::id>));
template <>
inline constexpr auto stoa::table<vocabulary_cycles::scissors> =
    stoa::define<vocabulary_cycles::scissors>("scissors",
                                              stoa::primary_key(stoa::col<&vocabulary_cycles::scissors::id>),
                                              stoa::foreign_key(stoa::col<&vocabulary_cycles::scissors::beaten_by>)
                                                  .references(stoa::col<&vocabulary_cycles::rock::id>));
template <>
inline constexpr auto stoa::table<vocabulary_cycles::paper> =
    stoa::define<vocabulary_cycles::paper>("papers", stoa::primary_key(stoa::col<&vocabulary_cycles::paper::id>),
                                           stoa::foreign_key(stoa::col<&vocabulary_cycles::paper::beaten_by>)
                                               .references(stoa::col<&vocabulary_cycles::scissors::id>)
                                               .on_delete(stoa::set_null),
                                           stoa::foreign_key(stoa::col<&vocabulary_cycles::paper::same_as>)
                                               .references(stoa::col<&vocabulary_cycles::paper::id>));
template <>
inline constexpr auto stoa::table<vocabulary_cycles::game> =
    stoa::define<vocabulary_cycles::game>("games", stoa::primary_key(stoa::col<&vocabulary_cycles::game::id>),
                                          stoa::foreign_key(stoa::col<&vocabulary_cycles::game::rock_id>)
                                              .references(stoa::col<&vocabulary_cycles::rock::id>));

template <>
inline constexpr auto stoa::table<vocabulary_cycles::hub> =
    stoa::define<vocabulary_cycles::hub>("hubs", stoa::primary_key(stoa::col<&vocabulary_cycles::hub::id>),
                                         stoa::foreign_key(stoa::col<&vocabulary_cycles::hub::left_id>)
                                             .references(stoa::col<&vocabulary_cycles::left::id>)
                                             .on_delete(stoa::cascade),
                                         stoa::foreign_key(stoa::col<&vocabulary_cycles::hub::right_id>)
                                             .references(stoa::col<&vocabulary_cycles::right::id>)
                                             .on_delete(stoa::cascade));
template <>
inline constexpr auto stoa::table<vocabulary_cycles::left> =
    stoa::define<vocabulary_cycles::left>("lefts", stoa::primary_key(stoa::col<&vocabulary_cycles::left::id>),
                                          stoa::foreign_key(stoa::col<&vocabulary_cycles::left::hub_id>)
                                              .references(stoa::col<&vocabulary_cycles::hub::id>)
                                              .on_delete(stoa::cascade));
template <>
inline constexpr auto stoa::table<vocabulary_cycles::right> =
    stoa::define<vocabulary_cycles::right>("rights", stoa::primary_key(stoa::col<&vocabulary_cycles::right::id>),
                                           stoa::foreign_key(stoa::col<&vocabulary_cycles::right::hub_id>)
                                               .references(stoa::col<&vocabulary_cycles::hub::id>)
                                               .on_delete(stoa::cascade));

namespace vocabulary_cycles {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;

using teams = stoa::schema<team, person>;
using games = stoa::schema<game, paper, scissors, rock>;

struct deferred_keys : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<teams>();
    }

    template <class Record>
    std::int64_t count() {
        return db().one(from<Record>().select(stoa::count()));
    }
};

TEST_P(deferred_keys, let_rows_come_in_any_order) {
    db().transaction([&] {
        db().insert(team{1, "a", 10});
        db().insert(person{10, 1, std::nullopt});
        db().insert(person{11, 1, 10});
    });
    EXPECT_EQ(count<person>(), 2);
    db().transaction([&] {
        db().insert(person{20, 2, std::nullopt});
        db().insert(team{2, "b", 20});
    });
    EXPECT_EQ(count<team>(), 2);
}

TEST_P(deferred_keys, are_checked_by_the_commit_which_undoes_everything) {
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] {
        db().transaction([&] {
            db().insert(team{1, "a", 10});
            db().insert(person{11, 1, std::nullopt});
        });
    });
    EXPECT_EQ(refusal.code(), stoa::errc::foreign_key_violation) << refusal.what();
    EXPECT_EQ(count<team>() + count<person>(), 0);
    // The session is usable as before.
    db().transaction([&] {
        db().insert(team{1, "a", 10});
        db().insert(person{10, 1, std::nullopt});
    });
    EXPECT_EQ(count<team>(), 1);
}

TEST_P(deferred_keys, are_checked_at_once_outside_a_transaction) {
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] { db().insert(team{1, "alone", 10}); });
    EXPECT_EQ(refusal.code(), stoa::errc::foreign_key_violation);
    EXPECT_EQ(count<team>(), 0);
}

TEST_P(deferred_keys, may_be_broken_and_mended_within_a_transaction) {
    db().transaction([&] {
        db().insert(team{1, "a", 10});
        db().insert(person{10, 1, std::nullopt});
    });
    db().transaction([&] {
        db().execute(stoa::update<team>().set(col<& team::leader_id> = 99));
        db().transaction([&] { db().insert(person{99, 1, std::nullopt}); });
    });
    EXPECT_EQ(db().find<team>(1)->leader_id, 99);
}

TEST_P(deferred_keys, leave_the_others_immediate) {
    db().transaction([&] {
        db().insert(team{1, "a", 10});
        db().insert(person{10, 1, std::nullopt});
    });
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] {
        db().transaction([&] {
            db().insert(person{11, 1, 12});
            ADD_FAILURE() << "the key of the mentor is not deferred";
        });
    });
    EXPECT_EQ(refusal.constraint().name, "fk_people_mentor_id");
}

TEST_P(deferred_keys, act_when_a_row_goes) {
    db().transaction([&] {
        db().insert(team{1, "a", 10});
        db().insert(person{10, 1, std::nullopt});
    });
    EXPECT_TRUE(db().erase<team>(1));
    EXPECT_EQ(count<person>(), 0);
}

struct cycles : stoa_test::databases {};

TEST_P(cycles, of_two_tables_are_created_and_dropped_again_and_again) {
    for (int round = 0; round != 2; ++round) {
        db().create<teams>();
        db().create_if_missing<teams>();
        db().create_if_missing<teams>();
        db().transaction([&] {
            db().insert(team{1, "a", 10});
            db().insert(person{10, 1, std::nullopt});
        });
        db().drop<teams>();
    }
    db().drop<teams>(); // nothing is there
}

TEST_P(cycles, of_three_tables_are_created_and_dropped_again_and_again) {
    for (int round = 0; round != 2; ++round) {
        db().create_if_missing<games>();
        db().create_if_missing<games>();
        db().insert(rock{1, std::nullopt});
        db().insert(game{1, 1});
        db().insert(scissors{1, 1});
        db().insert(paper{1, 1, 1});
        db().execute(stoa::update<rock>().set(col<& rock::beaten_by> = 1));
        db().drop<games>();
    }
    db().create<games>();
    EXPECT_EQ(failure_of([&] { db().create<games>(); }).code(), stoa::errc::duplicate_object);
}

TEST_P(cycles, that_cross_are_created_and_dropped_again_and_again) {
    using wheel = stoa::schema<hub, left, right>;
    for (int round = 0; round != 2; ++round) {
        db().create<wheel>();
        db().insert(hub{1, std::nullopt, std::nullopt});
        db().insert(left{1, 1});
        db().insert(right{1, 1});
        db().execute(stoa::update<hub>().set(col<& hub::left_id> = 1, col<& hub::right_id> = 1));
        db().drop<wheel>();
    }
    db().drop<wheel>(); // nothing is there
}

TEST_P(cycles, of_three_tables_are_enforced_everywhere) {
    db().create<games>();
    for (const char* wrong :
         {"INSERT INTO rocks VALUES (1, 5)", "INSERT INTO scissors VALUES (1, 5)", "INSERT INTO games VALUES (1, 5)",
          "INSERT INTO papers VALUES (1, 5, NULL)", "INSERT INTO papers VALUES (1, NULL, 5)"})
        EXPECT_EQ(failure_of([&] { db().execute(wrong); }).code(), stoa::errc::foreign_key_violation) << wrong;
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] { db().insert(rock{1, 5}); });
    EXPECT_EQ(refusal.constraint().name, "fk_rocks_beaten_by");
}

TEST_P(cycles, keep_their_actions) {
    db().create<games>();
    db().insert(scissors{1, std::nullopt});
    db().insert(paper{1, 1, 1});
    db().insert(rock{1, 1});
    EXPECT_TRUE(db().erase<scissors>(1));
    EXPECT_EQ(db().find<paper>(1)->beaten_by, std::nullopt);
}

STOA_TEST_ON_EVERY_DATABASE(deferred_keys);
STOA_TEST_ON_EVERY_DATABASE(cycles);

} // namespace vocabulary_cycles
