// SPDX-License-Identifier: BSL-1.0
// PostgreSQL locks single rows: others wait for them, leave them out, or are told at once.

#include "stoa/postgres.hpp"

#include "with_server.hpp"

#include <optional>
#include <string>
#include <vector>

namespace postgres_locks {

using stoa::col;
using stoa::from;

struct job {
    int id;
    bool done;
};

} // namespace postgres_locks

template <>
inline constexpr auto stoa::table<postgres_locks::job> =
    stoa::define<postgres_locks::job>("row_lock_jobs", primary_key(col<&postgres_locks::job::id>));

namespace postgres_locks {

using session = stoa::session<stoa::postgres::connection>;

class postgres_row_locks : public postgres_driver::with_own_schema {
protected:
    void SetUp() override {
        with_own_schema::SetUp();
        if (IsSkipped()) return;
        first_.emplace(stoa::postgres::connection(schema_url()));
        second_.emplace(stoa::postgres::connection(schema_url()));
        first_->create<stoa::schema<job>>();
        for (int n = 1; n != 4; ++n) first_->insert(job{n, false});
    }

    static constexpr auto open = from<job>().where(!col<&job::done>).order_by(col<&job::id>).select(col<&job::id>);

    std::optional<session> first_;
    std::optional<session> second_;
};

TEST_F(postgres_row_locks, are_left_out_by_others) {
    first_->transaction([&] {
        EXPECT_EQ(first_->first(open.for_update().skip_locked()), 1);
        second_->transaction([&] {
            EXPECT_EQ(second_->first(open.for_update().skip_locked()), 2);
            EXPECT_EQ(second_->all(open).size(), 3U); // a lock does not keep others from reading
        });
    });
}

TEST_F(postgres_row_locks, are_an_error_at_once_where_nobody_waits) {
    first_->transaction([&] {
        first_->first(open.for_update());
        const stoa::error_info failure =
            postgres_driver::caught([&] { second_->transaction([&] { second_->first(open.for_update().nowait()); }); });
        EXPECT_EQ(failure.code, stoa::errc::busy);
        EXPECT_EQ(failure.native_code, "55P03");
    });
    second_->transaction([&] { EXPECT_EQ(second_->first(open.for_update().nowait()), 1); });
}

TEST_F(postgres_row_locks, are_shared_with_those_who_only_want_them_to_stay) {
    first_->transaction([&] {
        first_->first(open.for_share());
        second_->transaction([&] {
            EXPECT_EQ(second_->first(open.for_share().nowait()), 1);
            EXPECT_EQ(second_->first(open.for_update().skip_locked()), 2);
        });
    });
}

} // namespace postgres_locks
