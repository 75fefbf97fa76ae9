// SPDX-License-Identifier: BSL-1.0
// The work of the ingestion service, on the tables of examples/reference_schemas/.

#include "databases.hpp"
#include "ingestion_service.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace reference_ingestion_service {

using namespace std::chrono_literals;
using ingestion::file, ingestion::run, ingestion::run_status, ingestion::run_type;
using stoa::col, stoa::from;

const stoa::timestamp noon = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29) + 12h;

struct ingestion_service : stoa_test::databases {
    void SetUp() override {
        stoa_test::databases::SetUp();
        if (!IsSkipped()) db().create<ingestion::schema>();
    }

    run run_of(run_type type, stoa::timestamp created = noon) {
        run made;
        made.created_at = created;
        made.type = type;
        db().insert(made);
        return made;
    }

    file file_of(const run& of, const std::string& path, std::int64_t size = 1) {
        file made{0, of.id, path, std::string(64, 'a'), size, "objects/" + path};
        db().insert(made);
        return made;
    }
};

TEST_P(ingestion_service, ids_are_counted) {
    EXPECT_EQ(run_of(run_type::ds_etc).id, 1);
    EXPECT_EQ(run_of(run_type::app_bundle).id, 2);
    run now;
    db().insert(now);
    EXPECT_EQ(now.id, 3);
    EXPECT_GT(now.created_at, noon);
}

TEST_P(ingestion_service, enumerators_are_stored_as_their_names) {
    for (const run_type type : {run_type::ds_etc, run_type::instance_etc, run_type::app_bundle, run_type::single_conf})
        run_of(type);
    db().execute("UPDATE ingestion_runs SET status = 'failed' WHERE type = 'app_bundle'");
    db().execute("UPDATE ingestion_runs SET status = 'complete' WHERE type = 'single_conf'");
    EXPECT_EQ(db().all(from<run>().order_by(col<&run::id>).select(col<&run::type>, col<&run::status>)),
              (std::vector<std::tuple<run_type, run_status>>{{run_type::ds_etc, run_status::pending},
                                                             {run_type::instance_etc, run_status::pending},
                                                             {run_type::app_bundle, run_status::failed},
                                                             {run_type::single_conf, run_status::complete}}));
    EXPECT_THROW(db().execute("UPDATE ingestion_runs SET status = 'lost'"), stoa::constraint_violation);
    EXPECT_THROW(db().execute("UPDATE ingestion_runs SET type = 'DS_ETC'"), stoa::constraint_violation);
}

TEST_P(ingestion_service, a_run_is_stored_file_by_file) {
    const run taken = run_of(run_type::instance_etc);
    std::vector<file> files{{0, taken.id, "etc/passwd", std::string(64, '1'), 2048, "objects/1"},
                            {0, taken.id, "etc/hosts", std::string(64, '2'), 5'000'000'000, "objects/2"}};
    EXPECT_EQ(db().insert_many(files), 2);
    EXPECT_EQ(db().execute(stoa::update<run>()
                               .set(col<& run::status> = run_status::stored, col<& run::notes> = "two files")
                               .where(col<&run::id> == taken.id && col<&run::status> == run_status::pending)),
              1);
    const run found = db().find<run>(taken.id).value();
    EXPECT_EQ(found.status, run_status::stored);
    EXPECT_EQ(found.notes, "two files");
    EXPECT_EQ(found.label, std::nullopt);
    EXPECT_EQ(db().one(from<file>().where(col<&file::run_id> == taken.id).select(sum(col<&file::size_bytes>))),
              5'000'002'048);
    EXPECT_EQ(db().one(from<file>().where(col<&file::sha256> == std::string(64, '2'))).path, "etc/hosts");
}

TEST_P(ingestion_service, the_latest_runs_of_a_status_are_found_with_their_files) {
    const run first = run_of(run_type::ds_etc, noon), second = run_of(run_type::ds_etc, noon + 1h);
    run done = run_of(run_type::ds_etc, noon + 2h);
    done.status = run_status::complete;
    EXPECT_TRUE(db().update(done));
    file_of(first, "a");
    file_of(first, "b");
    file_of(second, "c");
    file_of(done, "d");
    const auto pending = from<run>()
                             .join<file>()
                             .where(col<&run::status>.in({run_status::pending, run_status::failed}))
                             .group_by(col<&run::id>, col<&run::created_at>)
                             .order_by(desc(col<&run::created_at>))
                             .select(col<&run::id>, stoa::count());
    EXPECT_EQ(db().all(pending), (std::vector<std::tuple<std::int32_t, std::int64_t>>{{second.id, 1}, {first.id, 2}}));
}

TEST_P(ingestion_service, files_go_with_their_run) {
    const run gone = run_of(run_type::ds_etc), kept = run_of(run_type::ds_etc);
    file_of(gone, "a");
    const file stays = file_of(kept, "b");
    EXPECT_TRUE(db().erase<run>(gone.id));
    EXPECT_EQ(db().one(from<file>()).id, stays.id);
    EXPECT_THROW(file_of(gone, "c"), stoa::constraint_violation);
}

TEST_P(ingestion_service, texts_have_a_largest_length) {
    run labelled;
    labelled.label = std::string(255, 'x');
    EXPECT_NO_THROW(db().insert(labelled));
    labelled.id = 0;
    labelled.label = std::string(256, 'x');
    try {
        db().insert(labelled);
        FAIL() << "256 characters";
    } catch (const stoa::constraint_violation& error) {
        EXPECT_EQ(error.constraint().name, "ck_ingestion_runs_label_length");
    }
    const run taken = run_of(run_type::ds_etc);
    EXPECT_NO_THROW(file_of(taken, std::string(504, 'p')));
    EXPECT_THROW(file_of(taken, std::string(505, 'p')), stoa::constraint_violation) << "a key of 513 characters";
}

TEST_P(ingestion_service, all_tables_are_dropped_and_created_again) {
    file_of(run_of(run_type::ds_etc), "a");
    db().drop<ingestion::schema>();
    db().create<ingestion::schema>();
    EXPECT_TRUE(db().all(from<run>()).empty());
    EXPECT_EQ(run_of(run_type::ds_etc).id, 1);
}

STOA_TEST_ON_EVERY_DATABASE(ingestion_service);

} // namespace reference_ingestion_service
