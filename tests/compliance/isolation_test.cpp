// SPDX-License-Identifier: BSL-1.0
// Two sessions on one database: what they see of each other, and what happens where they meet.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace isolated {

struct account {
    std::int64_t id;
    std::int64_t balance;
};

} // namespace isolated

template <>
inline constexpr auto stoa::table<isolated::account> =
    stoa::define<isolated::account>("accounts", stoa::primary_key(stoa::col<&isolated::account::id>));

namespace isolated {

using stoa::col;
using stoa::from;
using stoa::isolation;
using stoa_test::failure_of;

constexpr auto balance = col<&account::balance>;

std::int64_t total(stoa::database& session) {
    return session.one(from<account>().select(stoa::sum(balance))).value_or(0);
}

/// Runs on every database, with one session.
struct isolation_levels : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<account>>();
        db().insert(account{1, 100});
        db().insert(account{2, 100});
    }
};

/// Runs where a second session can be opened.
struct two_sessions : isolation_levels {
protected:
    void SetUp() override {
        if (!can_open_another()) GTEST_SKIP() << "a database in memory has one session";
        isolation_levels::SetUp();
        if (!IsSkipped()) second_.emplace(another_impatient());
    }
    void TearDown() override {
        second_.reset();
        isolation_levels::TearDown();
    }

    stoa::database& second() { return *second_; }

private:
    std::optional<stoa::database> second_;
};

TEST_P(isolation_levels, every_level_commits_and_rolls_back) {
    for (const isolation level : {isolation::read_committed, isolation::serializable}) {
        db().transaction(level, [&] { db().insert(account{3, 1}); });
        EXPECT_EQ(total(db()), 201);
        EXPECT_THROW(db().transaction(level,
                                      [&] {
                                          db().erase<account>(3);
                                          throw 1;
                                      }),
                     int);
        EXPECT_EQ(total(db()), 201);
        EXPECT_TRUE(db().erase<account>(3));
    }
    EXPECT_EQ(db().transaction(isolation::snapshot, [&] { return total(db()); }), 200);
}

TEST_P(isolation_levels, a_snapshot_refuses_every_change) {
    const auto code_of = [this](auto change) {
        return failure_of<stoa::statement_error>([&] { db().transaction(isolation::snapshot, change); }).code();
    };
    EXPECT_EQ(code_of([&] { db().insert(account{3, 1}); }), stoa::errc::read_only);
    EXPECT_EQ(code_of([&] { db().update(account{1, 1}); }), stoa::errc::read_only);
    EXPECT_EQ(code_of([&] { db().execute(stoa::delete_from<account>()); }), stoa::errc::read_only);
    EXPECT_EQ(code_of([&] { db().execute("CREATE TABLE more (n integer)"); }), stoa::errc::read_only);
    EXPECT_EQ(code_of([&] { db().transaction([&] { db().erase<account>(1); }); }), stoa::errc::read_only);
    EXPECT_EQ(total(db()), 200);
}

TEST_P(isolation_levels, the_session_can_write_again_behind_a_snapshot) {
    db().transaction(isolation::snapshot, [&] { EXPECT_EQ(total(db()), 200); });
    db().insert(account{3, 1});
    EXPECT_THROW(db().transaction(isolation::snapshot, [] { throw 1; }), int);
    db().insert(account{4, 1});
    EXPECT_THROW(db().transaction(isolation::snapshot, [&] { db().erase<account>(3); }), stoa::statement_error);
    db().transaction([&] { db().insert(account{5, 1}); });
    EXPECT_EQ(total(db()), 203);
}

TEST_P(two_sessions, see_what_the_other_has_committed_and_nothing_else) {
    db().transaction([&] {
        db().insert(account{3, 50});
        EXPECT_EQ(total(second()), 200);
        EXPECT_EQ(total(db()), 250);
    });
    EXPECT_EQ(total(second()), 250);
    EXPECT_THROW(db().transaction([&] {
        db().erase<account>(3);
        throw 1;
    }),
                 int);
    EXPECT_EQ(total(second()), 250);
}

TEST_P(two_sessions, a_snapshot_sees_no_later_commits) {
    db().transaction(isolation::snapshot, [&] {
        EXPECT_EQ(total(db()), 200);
        second().insert(account{3, 50});
        second().transaction([&] { second().update(account{1, 0}); });
        EXPECT_EQ(total(db()), 200);
        EXPECT_EQ(db().find<account>(1)->balance, 100);
        EXPECT_FALSE(db().find<account>(3));
        db().transaction([&] { EXPECT_EQ(total(db()), 200); });
    });
    EXPECT_EQ(total(db()), 150);
}

TEST_P(two_sessions, a_writer_that_finds_the_row_locked_is_told_that_it_is_busy) {
    db().transaction([&] {
        db().update(account{1, 70});
        const stoa::error refused = failure_of<stoa::serialization_failure>([&] { second().update(account{1, 60}); });
        EXPECT_EQ(refused.code(), stoa::errc::busy);
        EXPECT_FALSE(refused.native_code().empty());
        EXPECT_EQ(failure_of<stoa::serialization_failure>([&] {
                      second().transaction([&] { second().update(account{1, 60}); });
                  }).code(),
                  stoa::errc::busy);
    });
    EXPECT_EQ(total(db()), 170);
    EXPECT_TRUE(second().update(account{1, 60})); // both go on
    EXPECT_EQ(total(db()), 160);
}

TEST_P(two_sessions, a_writer_that_finds_the_key_taken_but_not_committed_is_told_that_it_is_busy) {
    db().transaction([&] {
        db().insert(account{3, 1});
        EXPECT_EQ(failure_of<stoa::serialization_failure>([&] {
                      second().insert(account{3, 2});
                  }).code(),
                  stoa::errc::busy);
    });
    EXPECT_EQ(failure_of<stoa::constraint_violation>([&] {
                  second().insert(account{3, 2});
              }).code(),
              stoa::errc::unique_violation);
}

TEST_P(two_sessions, serializable_transactions_cannot_both_act_on_what_the_other_changes) {
    // Each may take 150 as long as the total allows it; together they would take too much.
    const auto withdraw = [](stoa::database& session, std::int64_t from_account, auto between) {
        session.transaction(isolation::serializable, [&] {
            const std::int64_t available = total(session);
            between();
            if (available < 150) return;
            session.execute(
                stoa::update<account>().set(balance = balance - 150).where(col<&account::id> == from_account));
        });
    };
    EXPECT_THROW(withdraw(db(), 1, [&] { withdraw(second(), 2, [] {}); }), stoa::serialization_failure);
    EXPECT_GE(total(db()), 50);
    EXPECT_NO_THROW(withdraw(second(), 2, [] {})); // run again, alone
    EXPECT_EQ(total(db()), 50);
}

STOA_TEST_ON_EVERY_DATABASE(isolation_levels);
STOA_TEST_ON_EVERY_DATABASE(two_sessions);

} // namespace isolated
