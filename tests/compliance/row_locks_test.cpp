// SPDX-License-Identifier: BSL-1.0
// Queries that lock rows: where they can run is the same everywhere, whatever the database does about it.

#include "entries.hpp"

#include "databases.hpp"
#include "failure.hpp"

#include <vector>

namespace entries {

using stoa::errc, stoa::from;

struct row_locks : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<tables>();
        for (unsigned n = 1; n != 4; ++n) db().insert(entry{n, guid_number(n), "n", "e", {}, {}, {}, {}, {}, {}, 0});
    }

    static constexpr auto first = from<entry>().order_by(id).limit(1).select(id);

    /// The error of reading the first row under a lock.
    stoa::error failure() {
        return stoa_test::failure_of<stoa::statement_error>([&] { db().one(first.for_update()); });
    }
};

TEST_P(row_locks, are_taken_in_a_transaction) {
    const auto taken = db().transaction([&] {
        const auto found = db().one(first.for_update().skip_locked());
        db().execute(stoa::update<entry>().set(rank = 7).where(id == found));
        return found;
    });
    EXPECT_EQ(taken, 1);
    EXPECT_EQ(db().one(from<entry>().where(rank == 7).select(id)), 1);
}

TEST_P(row_locks, are_taken_at_every_level_that_writes) {
    db().transaction(stoa::isolation::serializable, [&] {
        EXPECT_EQ(db().all(first.for_share()).size(), 1U);
        db().transaction([&] { EXPECT_EQ(db().one(first.for_update().nowait()), 1); });
        std::int64_t rows = 0;
        for (auto each : db().stream(from<entry>().for_update_of<entry>())) rows += each.id;
        EXPECT_EQ(rows, 6);
        EXPECT_TRUE(db().first(from<entry>().for_update()).has_value());
    });
}

TEST_P(row_locks, need_a_transaction) {
    EXPECT_EQ(failure().code(), errc::usage);
    EXPECT_TRUE(stoa_test::says(failure(), "transaction(...)"));
    EXPECT_THROW(db().stream(first.for_share()).begin(), stoa::statement_error);
    EXPECT_EQ(db().one(first), 1);
}

TEST_P(row_locks, need_a_transaction_of_the_session) {
    db().execute("BEGIN");
    EXPECT_EQ(failure().code(), errc::usage);
    db().transaction([&] { EXPECT_EQ(failure().code(), errc::usage); });
    db().execute("ROLLBACK");
}

TEST_P(row_locks, need_a_transaction_that_writes) {
    db().transaction(stoa::isolation::snapshot, [&] {
        EXPECT_TRUE(stoa_test::says(failure(), "isolation::read_committed"));
        EXPECT_EQ(db().one(first), 1); // the transaction goes on
    });
}

TEST_P(row_locks, of_composed_queries_need_one_as_well) {
    const std::vector<stoa::condition<entry>> all{id > 1};
    const auto query = from<entry>().where(stoa::all_of(all)).select(id);
    EXPECT_EQ(db().all(query).size(), 2U);
    EXPECT_THROW(db().all(query.for_update()), stoa::statement_error);
    db().transaction([&] { EXPECT_EQ(db().all(query.for_update()).size(), 2U); });
    EXPECT_EQ(db().all(query).size(), 2U);
}

STOA_TEST_ON_EVERY_DATABASE(row_locks);

} // namespace entries
