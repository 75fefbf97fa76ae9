// SPDX-License-Identifier: BSL-1.0
// SQLite has no locks of rows: a transaction that can write has the database to itself, so that none are needed.

#include "stoa/sqlite.hpp"
#include "stoa/stoa.hpp"

#include "support.hpp"

namespace sqlite_locks {

using stoa::col;
using stoa::from;

struct job {
    int id;
    bool done;
};

} // namespace sqlite_locks

template <>
inline constexpr auto stoa::table<sqlite_locks::job> =
    stoa::define<sqlite_locks::job>("jobs", primary_key(col<&sqlite_locks::job::id>));

namespace sqlite_locks {

TEST(sqlite_row_locks, are_those_of_the_whole_database) {
    const sqlite_test::temporary_file file;
    stoa::session first(stoa::sqlite::connection(file.url()));
    stoa::session second(stoa::sqlite::connection(file.url("?busy_timeout=0")));
    first.create<stoa::schema<job>>();
    first.insert(job{1, false});
    constexpr auto open = from<job>().where(!col<&job::done>).select(col<&job::id>);
    first.transaction([&] {
        EXPECT_EQ(first.first(open.for_update().skip_locked()), 1);
        bool begun = false;
        EXPECT_THROW(second.transaction([&] { begun = true; }), stoa::serialization_failure);
        EXPECT_FALSE(begun);
        EXPECT_EQ(second.first(open), 1); // a lock does not keep others from reading
    });
    second.transaction([&] { EXPECT_EQ(second.first(open.for_update().nowait()), 1); });
}

} // namespace sqlite_locks
