// SPDX-License-Identifier: BSL-1.0
// What stays and what goes: commit, rollback, savepoints, and the rule that a failed statement ends its transaction.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace transactions {

struct entry {
    std::int64_t id;
    std::string text;
};

} // namespace transactions

template <>
inline constexpr auto stoa::table<transactions::entry> =
    stoa::define<transactions::entry>("entries", stoa::primary_key(stoa::col<&transactions::entry::id>));

namespace transactions {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;
using ids = std::vector<std::int64_t>;

struct transactions_of_sessions : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<entry>>();
    }

    void put(std::int64_t id) { db().insert(entry{id, "text"}); }
    ids all() { return db().all(from<entry>().order_by(col<&entry::id>).select(col<&entry::id>)); }
    stoa::errc code_of_next_statement() {
        return failure_of<stoa::statement_error>([this] { all(); }).code();
    }
};

TEST_P(transactions_of_sessions, that_return_are_committed) {
    db().transaction([&] {
        put(1);
        put(2);
        EXPECT_EQ(all(), (ids{1, 2}));
    });
    EXPECT_EQ(all(), (ids{1, 2}));
}

TEST_P(transactions_of_sessions, that_are_empty_do_nothing) {
    db().transaction([] {});
    EXPECT_EQ(all(), ids{});
}

TEST_P(transactions_of_sessions, that_an_exception_leaves_are_rolled_back_and_it_passes_on) {
    struct own {
        int number;
    };
    try {
        db().transaction([&] {
            put(1);
            throw own{42};
        });
        FAIL() << "the exception did not pass";
    } catch (const own& passed) {
        EXPECT_EQ(passed.number, 42);
    }
    EXPECT_THROW(db().transaction([&] {
        put(2);
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(all(), ids{});
    put(3);
    EXPECT_EQ(all(), (ids{3}));
}

TEST_P(transactions_of_sessions, return_what_their_body_returns) {
    const int number = db().transaction([&] {
        put(1);
        return 7;
    });
    EXPECT_EQ(number, 7);
    const auto pointer = db().transaction([] { return std::make_unique<int>(8); }); // only moved
    EXPECT_EQ(*pointer, 8);
    EXPECT_EQ(db().transaction([&] { return db().transaction([] { return std::string("inner"); }); }), "inner");
}

TEST_P(transactions_of_sessions, nested_in_one_another_are_taken_back_one_by_one) {
    db().transaction([&] {
        put(1);
        db().transaction([&] {
            put(2);
            EXPECT_THROW(db().transaction([&] {
                put(3);
                throw 1;
            }),
                         int);
            EXPECT_EQ(all(), (ids{1, 2}));
            put(4);
        });
        put(5);
    });
    EXPECT_EQ(all(), (ids{1, 2, 4, 5}));
}

TEST_P(transactions_of_sessions, that_were_committed_inside_go_with_the_outer_one) {
    EXPECT_THROW(db().transaction([&] {
        db().transaction([&] { db().transaction([&] { put(1); }); });
        put(2);
        throw 1;
    }),
                 int);
    EXPECT_EQ(all(), ids{});
}

TEST_P(transactions_of_sessions, in_the_middle_take_their_inner_ones_along) {
    db().transaction([&] {
        put(1);
        EXPECT_THROW(db().transaction([&] {
            db().transaction([&] { put(2); });
            throw 1;
        }),
                     int);
        db().transaction([&] { put(3); });
    });
    EXPECT_EQ(all(), (ids{1, 3}));
}

TEST_P(transactions_of_sessions, can_follow_one_another_at_the_same_depth) {
    db().transaction([&] {
        for (std::int64_t n = 1; n <= 6; ++n) {
            try {
                db().transaction([&] {
                    put(n);
                    if (n % 2 == 0) throw n;
                });
            } catch (std::int64_t) {}
        }
    });
    EXPECT_EQ(all(), (ids{1, 3, 5}));
}

TEST_P(transactions_of_sessions, run_nothing_more_after_a_failed_statement) {
    EXPECT_THROW(db().transaction([&] {
        put(1);
        EXPECT_THROW(put(1), stoa::constraint_violation);
        EXPECT_EQ(code_of_next_statement(), stoa::errc::transaction_aborted);
        EXPECT_EQ(failure_of([&] { put(2); }).code(), stoa::errc::transaction_aborted);
        EXPECT_EQ(failure_of([&] { db().execute("DELETE FROM entries"); }).code(), stoa::errc::transaction_aborted);
        EXPECT_EQ(failure_of([&] { db().stream(from<entry>()); }).code(), stoa::errc::transaction_aborted);
        EXPECT_EQ(failure_of([&] { db().transaction([] {}); }).code(), stoa::errc::transaction_aborted);
        throw 1;
    }),
                 int);
    EXPECT_EQ(all(), ids{});
}

TEST_P(transactions_of_sessions, whose_failure_was_swallowed_cannot_be_committed) {
    const stoa::error refused = failure_of<stoa::statement_error>([&] {
        db().transaction([&] {
            put(1);
            EXPECT_THROW(put(1), stoa::constraint_violation);
        });
    });
    EXPECT_EQ(refused.code(), stoa::errc::transaction_aborted);
    EXPECT_EQ(all(), ids{});
    put(9);
    EXPECT_EQ(all(), (ids{9}));
}

TEST_P(transactions_of_sessions, are_ended_by_a_failing_script_as_well) {
    EXPECT_EQ(failure_of([&] {
                  db().transaction([&] {
                      put(1);
                      EXPECT_THROW(db().execute("INSERT INTO missing VALUES (1)"), stoa::statement_error);
                  });
              }).code(),
              stoa::errc::transaction_aborted);
    EXPECT_EQ(all(), ids{});
}

TEST_P(transactions_of_sessions, go_on_after_a_failure_inside_a_nested_one) {
    db().transaction([&] {
        put(1);
        EXPECT_THROW(db().transaction([&] {
            put(2);
            put(1);
        }),
                     stoa::constraint_violation);
        EXPECT_EQ(all(), (ids{1}));
        put(3);
    });
    EXPECT_EQ(all(), (ids{1, 3}));
}

TEST_P(transactions_of_sessions, go_on_after_a_swallowed_failure_in_a_nested_one_was_reported) {
    db().transaction([&] {
        EXPECT_EQ(failure_of([&] {
                      db().transaction([&] {
                          put(1);
                          EXPECT_THROW(put(1), stoa::constraint_violation);
                      });
                  }).code(),
                  stoa::errc::transaction_aborted);
        put(2);
    });
    EXPECT_EQ(all(), (ids{2}));
}

TEST_P(transactions_of_sessions, go_on_after_a_value_that_never_reached_the_database) {
    db().transaction([&] {
        put(1);
        EXPECT_THROW(db().insert(entry{2, std::string("\0", 1)}), stoa::mapping_error);
        EXPECT_THROW(db().one(from<entry>().where(col<&entry::id> == 77)), stoa::mapping_error);
        put(3);
    });
    EXPECT_EQ(all(), (ids{1, 3}));
}

TEST_P(transactions_of_sessions, a_statement_that_fails_alone_ends_nothing) {
    put(1);
    EXPECT_THROW(put(1), stoa::constraint_violation);
    EXPECT_THROW(db().execute("this is not SQL"), stoa::statement_error);
    EXPECT_EQ(all(), (ids{1}));
}

TEST_P(transactions_of_sessions, include_definitions_of_tables) {
    EXPECT_THROW(db().transaction([&] {
        db().drop<stoa::schema<entry>>();
        throw 1;
    }),
                 int);
    EXPECT_EQ(all(), ids{});
    EXPECT_THROW(db().transaction([&] {
        db().execute("CREATE TABLE extra (n integer)");
        throw 1;
    }),
                 int);
    EXPECT_EQ(failure_of([&] { db().execute("DELETE FROM extra"); }).code(), stoa::errc::undefined_object);
}

TEST_P(transactions_of_sessions, report_what_was_deferred_when_they_are_committed) {
    db().execute(R"(CREATE TABLE "notes" ("id" integer PRIMARY KEY, "entry" integer,
                    CONSTRAINT "later" FOREIGN KEY ("entry") REFERENCES "entries" ("id") DEFERRABLE INITIALLY DEFERRED))");
    db().transaction([&] {
        db().execute("INSERT INTO notes VALUES (1, 5)");
        put(5); // in time
    });
    bool reached = false;
    const stoa::error refused = failure_of<stoa::constraint_violation>([&] {
        db().transaction([&] {
            put(6);
            db().execute("INSERT INTO notes VALUES (2, 7)");
            reached = true;
        });
    });
    EXPECT_TRUE(reached);
    EXPECT_EQ(refused.code(), stoa::errc::foreign_key_violation);
    EXPECT_EQ(all(), (ids{5}));
    put(8);
    EXPECT_EQ(all(), (ids{5, 8}));
}

STOA_TEST_ON_EVERY_DATABASE(transactions_of_sessions);

} // namespace transactions
