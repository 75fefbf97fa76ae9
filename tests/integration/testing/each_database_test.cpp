// SPDX-License-Identifier: BSL-1.0
// Bodies that run on every database, each time in one that is as new.

#include "stoa/postgres.hpp"
#include "stoa/sqlite.hpp"
#include "stoa/testing/each_database.hpp"

#include "bookshop.hpp"
#include "drift_monitor.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using stoa::testing::each_database;
using stoa::testing::each_database_options;
using stoa::testing::isolated_by;

using shop = stoa::schema<bookshop::customer>;

std::int64_t store(stoa::database& db) {
    return db.insert(bookshop::customer{0, "ada@example.org", "Ada"}).id;
}

std::size_t count(stoa::database& db) {
    return db.all(stoa::from<bookshop::customer>()).size();
}

/// Says which databases there are, and sees to it that none of them is missing.
std::set<std::string> names(const stoa::testing::database_runs& runs) {
    EXPECT_TRUE(runs.complete()) << to_string(runs);
    std::set<std::string> found;
    for (const auto& each : runs.all) found.insert(each.database);
    return found;
}

TEST(each_database, runs_the_body_on_every_database_as_new) {
    for (const isolated_by isolation : {isolated_by::fresh_database, isolated_by::rollback})
        for (int round = 0; round != 3; ++round)
            EXPECT_EQ(names(each_database<shop>(
                          [&](auto& db, std::string_view name) {
                              SCOPED_TRACE(name);
                              EXPECT_EQ(count(db), 0U);
                              const std::int64_t id = store(db);
                              EXPECT_TRUE(id == 1 || isolation == isolated_by::rollback) << id;
                              EXPECT_EQ(count(db), 1U);
                          },
                          {.isolation = isolation})),
                      (std::set<std::string>{"postgres", "sqlite"}));
}

TEST(each_database, sees_nothing_of_what_another_test_created_changed_or_dropped) {
    for (const std::string_view change :
         {"CREATE TABLE more (id integer)", "ALTER TABLE customers ADD other integer", "DROP TABLE customers",
          "CREATE INDEX more ON customers (name)", "CREATE VIEW more AS SELECT 1 AS one", "BEGIN", ""}) {
        each_database<shop>([&](auto& db) {
            store(db);
            db.execute(change);
        });
        each_database<shop>([&](auto& db, std::string_view name) {
            SCOPED_TRACE(std::string(name) + " after " + std::string(change));
            EXPECT_EQ(count(db), 0U);
            EXPECT_EQ(store(db), 1);
            EXPECT_NO_THROW(db.execute("CREATE TABLE more (id integer); DROP TABLE more"));
        });
    }
}

TEST(each_database, leaves_settings_and_sessions_of_a_test_behind) {
    std::string url;
    std::unique_ptr<stoa::database> second;
    each_database<shop>([&](auto& db, std::string_view name) {
        if (name != "postgres") return;
        db.execute("SET search_path TO pg_catalog");
        url = db.url();
        second = std::make_unique<stoa::database>(stoa::open(url));
    });
    each_database<shop>([&](auto& db) {
        EXPECT_EQ(count(db), 0U);
        EXPECT_NE(db.url(), url); // in the one of PostgreSQL somebody may still write
    });
    EXPECT_THROW(second->execute("SELECT 1"), stoa::connection_error);
}

TEST(each_database, gives_an_emptied_database_to_the_next_test) {
    std::set<std::string> urls;
    for (int round = 0; round != 3; ++round)
        each_database<shop>([&](auto& db, std::string_view name) {
            store(db);
            if (name == "postgres") urls.insert(db.url());
        });
    EXPECT_EQ(urls.size(), 1U);
}

/// Prints what docs/guide/testing.md says; the limit leaves room for machines that do much else.
TEST(each_database, gives_fresh_databases_in_milliseconds) {
    using clock = std::chrono::steady_clock;
    std::map<std::string, std::vector<double>> costs;
    for (int round = 0; round != 21; ++round) {
        clock::time_point start = clock::now();
        const auto take = [&](const std::string& name) {
            costs[name].push_back(std::chrono::duration<double, std::milli>(clock::now() - start).count());
            start = clock::now();
        };
        each_database<drift::schema>([&](auto&, std::string_view name) {
            if (name == "sqlite") take("sqlite");
        });
        take("postgres");
    }
    for (auto& [name, all] : costs) {
        std::sort(all.begin(), all.end());
        std::cout << name << ": a fresh database in " << all[all.size() / 2] << " ms\n";
        EXPECT_LT(all[all.size() / 2], 1000);
    }
}

TEST(each_database, rolls_back_what_failed_as_well) {
    const each_database_options quiet{.isolation = isolated_by::rollback, .report = nullptr};
    for (int round = 0; round != 2; ++round) {
        std::string name;
        EXPECT_THROW(each_database<shop>(
                         [&](auto& db, std::string_view given) {
                             EXPECT_EQ(count(db), 0U);
                             store(db);
                             name = given;
                             if (given == "postgres") throw std::runtime_error("as it is");
                         },
                         quiet),
                     std::runtime_error);
        EXPECT_EQ(name, "postgres");
    }
}

TEST(each_database, names_the_database_of_an_error) {
    std::ostringstream report;
    try {
        each_database<shop>([](auto& db) { db.execute("SELECT nothing FROM nowhere"); }, {.report = &report});
        ADD_FAILURE() << "nothing was thrown";
    } catch (const stoa::statement_error& failure) {
        EXPECT_EQ(failure.sql(), "SELECT nothing FROM nowhere");
        EXPECT_NE(std::string_view(failure.what()).find("on sqlite: "), std::string_view::npos) << failure.what();
    }
    EXPECT_EQ(report.str(), "stoa: each_database: the test failed on sqlite\n");
}

TEST(each_database, tells_what_it_skipped_and_why) {
    const stoa::testing::database_runs runs{{{"sqlite", ""}, {"postgres", "there is none."}}};
    EXPECT_FALSE(runs.complete());
    EXPECT_EQ(to_string(runs), "sqlite: ran; postgres: skipped, there is none.");
}

} // namespace
