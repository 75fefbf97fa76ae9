// SPDX-License-Identifier: BSL-1.0
// The work of the capture analyser, on the tables of examples/reference_schemas/.

#include "capture_analyser.hpp"
#include "databases.hpp"

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

namespace reference_capture_analyser {

using namespace std::chrono_literals;
using capture::id_of, capture::progress_snapshot, capture::task, capture::task_status, capture::user;
using stoa::col, stoa::from;

const stoa::timestamp noon = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29) + 12h;

struct capture_analyser : stoa_test::databases {
    user ann = user_called("ann"), bob = user_called("bob");

    void SetUp() override {
        stoa_test::databases::SetUp();
        if (IsSkipped()) return;
        db().create<capture::schema>();
        db().insert(ann);
        db().insert(bob);
    }

    static user user_called(const std::string& name) {
        user made;
        made.name = name;
        made.email = name + "@example.org";
        return made;
    }

    task task_of(const user& owner, const std::string& file) {
        task made;
        made.owner_id = owner.id;
        made.file_name = file;
        db().insert(made);
        return made;
    }

    bool approve(const user& whom, const user& by) {
        return db().execute(stoa::update<user>()
                                .set(col<&user::is_approved> = true, col<&user::approved_at> = noon,
                                     col<&user::approved_by> = by.id)
                                .where(col<&user::id> == whom.id && col<&user::is_approved> == false)) == 1;
    }
};

TEST_P(capture_analyser, a_new_user_is_not_approved) {
    EXPECT_NE(ann.id, id_of<user>());
    const user found = db().find<user>(ann.id).value();
    EXPECT_FALSE(found.is_approved);
    EXPECT_EQ(found.approved_at, std::nullopt);
    EXPECT_EQ(found.approved_by, std::nullopt);
}

TEST_P(capture_analyser, a_user_is_approved_by_another_or_himself) {
    EXPECT_TRUE(approve(ann, ann));
    EXPECT_TRUE(approve(bob, ann));
    EXPECT_FALSE(approve(bob, bob)) << "he is approved already";
    EXPECT_EQ(db().find<user>(bob.id)->approved_by, ann.id);
    EXPECT_EQ(
        db().all(
            from<user>().where(col<&user::approved_by> == ann.id).order_by(col<&user::name>).select(col<&user::name>)),
        (std::vector<std::string>{"ann", "bob"}));
}

TEST_P(capture_analyser, whoever_approves_must_be_a_user) {
    user stranger;
    stranger.id = id_of<user>(stoa::make_guid_v4());
    try {
        approve(bob, stranger);
        FAIL() << "approved by nobody";
    } catch (const stoa::constraint_violation& error) {
        EXPECT_EQ(error.code(), stoa::errc::foreign_key_violation);
        EXPECT_EQ(error.constraint().name, "fk_users_approved_by");
    }
}

TEST_P(capture_analyser, an_approval_outlives_the_one_who_gave_it) {
    approve(bob, ann);
    EXPECT_TRUE(db().erase(ann));
    const user found = db().find<user>(bob.id).value();
    EXPECT_TRUE(found.is_approved);
    EXPECT_EQ(found.approved_at, noon);
    EXPECT_EQ(found.approved_by, std::nullopt);
}

TEST_P(capture_analyser, the_progress_of_a_task_is_followed) {
    task first = task_of(ann, "monday.pcap");
    const task second = task_of(ann, "tuesday.pcap");
    for (const double progress : {0.0, 0.5, 1.0})
        db().insert(progress_snapshot{0, first.id, progress, static_cast<std::int64_t>(progress * 3e9),
                                      noon + std::chrono::seconds(static_cast<int>(60 * progress))});
    db().insert(progress_snapshot{0, second.id, 0.25, 10, noon});
    const auto latest = db().first(from<progress_snapshot>()
                                       .where(col<&progress_snapshot::task_id> == first.id)
                                       .order_by(desc(col<&progress_snapshot::taken_at>)));
    ASSERT_TRUE(latest);
    EXPECT_EQ(latest->progress, 1.0);
    EXPECT_EQ(latest->packets, 3'000'000'000);
    first.status = task_status::done;
    EXPECT_TRUE(db().update(first));
    EXPECT_EQ(db().all(from<task>()
                           .join<user>()
                           .where(col<&user::name> == "ann" && col<&task::status> == task_status::queued)
                           .select(col<&task::file_name>)),
              std::vector<std::string>{"tuesday.pcap"});
    EXPECT_THROW(db().insert(progress_snapshot{0, first.id, 1.5, 0, noon}), stoa::constraint_violation);
}

TEST_P(capture_analyser, tasks_and_their_progress_go_with_their_owner) {
    const task gone = task_of(ann, "a.pcap"), kept = task_of(bob, "b.pcap");
    for (const task& each : {gone, kept}) db().insert(progress_snapshot{0, each.id, 0, 0, noon});
    EXPECT_TRUE(db().erase(ann));
    EXPECT_EQ(db().one(from<task>()).id, kept.id);
    EXPECT_EQ(db().one(from<progress_snapshot>()).task_id, kept.id);
}

TEST_P(capture_analyser, ids_are_what_the_database_has_for_them) {
    const stoa::column_def& id = stoa::table_of<user>().columns[0];
    EXPECT_EQ(id.type.kind, stoa::type_kind::guid);
    EXPECT_NE((stoa::ddl<capture::schema, stoa::dialect::postgres>.find("\"id\" uuid NOT NULL")),
              std::string_view::npos);
    EXPECT_NE((stoa::ddl<capture::schema, stoa::dialect::sqlite>.find("\"id\" TEXT NOT NULL")), std::string_view::npos);
}

TEST_P(capture_analyser, the_environment_chooses_the_database) {
    if (!can_open_another()) GTEST_SKIP() << "a database in memory has no address";
    setenv("DATABASE_URL", db().url().c_str(), 1);
    stoa::database chosen = stoa::open(std::getenv("DATABASE_URL"));
    unsetenv("DATABASE_URL");
    EXPECT_EQ(chosen.url(), db().url());
    if (GetParam() == stoa_test::kind::sqlite_file) {
        EXPECT_EQ(chosen.find<user>(ann.id)->name, "ann");
    }
}

TEST_P(capture_analyser, all_tables_are_dropped_and_created_again) {
    approve(ann, bob);
    approve(bob, ann);
    task_of(ann, "a.pcap");
    db().drop<capture::schema>();
    db().create<capture::schema>();
    EXPECT_TRUE(db().all(from<user>()).empty());
}

STOA_TEST_ON_EVERY_DATABASE(capture_analyser);

} // namespace reference_capture_analyser
