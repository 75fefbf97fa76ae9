// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_EACH_DATABASE_HPP
#define STOA_TESTING_EACH_DATABASE_HPP

// One test body, every database, in any test framework.

#include "stoa/core/error.hpp"
#include "stoa/dialect/postgres.hpp"
#include "stoa/session/open.hpp"
#include "stoa/session/session.hpp"
#include "stoa/testing/postgres/database_pool.hpp"
#include "stoa/testing/postgres/private_server.hpp"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::testing {

/// Where a test body runs.
enum class isolated_by : std::uint8_t {
    fresh_database, ///< one of its own, with the schema's tables and no rows; a few milliseconds
    rollback,       ///< a transaction that is rolled back, in a database that stays; a fraction of one
};

struct each_database_options {
    isolated_by isolation = isolated_by::fresh_database;
    /// A database that is not there is an error; also where STOA_TEST_REQUIRE_POSTGRES is set.
    bool require_all = false;
    /// Gets a line for each database that is skipped or where the body throws; null: nobody does.
    std::ostream* report = &std::cerr;
};

/// What became of one database.
struct database_run {
    std::string database; ///< "sqlite" or "postgres"
    std::string skipped;  ///< why the body did not run; empty where it did
};

struct database_runs {
    std::vector<database_run> all;

    /// Whether the body ran on every database.
    bool complete() const noexcept {
        return std::all_of(all.begin(), all.end(), [](const database_run& each) { return each.skipped.empty(); });
    }
};

/// Such as: sqlite: ran; postgres: skipped, no PostgreSQL server is installed. Install one …
inline std::string to_string(const database_runs& given) {
    std::string text;
    for (const database_run& each : given.all) {
        if (!text.empty()) text += "; ";
        text += each.database + ": " + (each.skipped.empty() ? "ran" : "skipped, " + each.skipped);
    }
    return text;
}

namespace detail {

/// Whether a header of a driver for such addresses is included.
template <auto Tag>
constexpr bool has_driver_for(std::string_view url) {
    return [&]<std::size_t... Place>(std::index_sequence<Place...>) {
        const auto knows = [&]<std::size_t N>() {
            using registered = driver::registered_driver<N, Tag>;
            if constexpr (requires { typename registered::connection; })
                return registered::connection::accepts(url);
            else
                return false;
        };
        return (knows.template operator()<Place>() || ...);
    }(std::make_index_sequence<driver::driver_places>{});
}

template <class Body>
void call_body(Body& body, stoa::database& db, std::string_view name) {
    if constexpr (std::invocable<Body&, stoa::database&, std::string_view>)
        body(db, name);
    else
        body(db);
}

/// Leaves a transaction that is to be rolled back.
struct end_of_test {};

template <class Body>
void call_and_roll_back(Body& body, stoa::database& db, std::string_view name) {
    try {
        db.transaction([&] {
            call_body(body, db, name);
            throw end_of_test{};
        });
    } catch (const end_of_test&) {}
}

/// Runs `use()`. Where it throws, says on which database; an error of stoa says it itself.
template <class Use>
void naming_database(std::string_view name, std::ostream* report, Use use) {
    const auto tell = [&] {
        if (report != nullptr) *report << "stoa: each_database: the test failed on " << name << '\n';
    };
    try {
        use();
    } catch (const error& failure) {
        tell();
        error_info info = failure.info();
        info.message = "on " + std::string(name) + ": " + info.message;
        raise(std::move(info));
    } catch (...) {
        tell();
        throw;
    }
}

/// The sessions whose transactions are rolled back, one for each schema and database, while no test has them.
class kept_session {
public:
    /// `make` opens one that has the schema's tables.
    template <class Make, class Use>
    void use(Make make, Use use) {
        std::unique_ptr<stoa::database> db;
        {
            const std::scoped_lock lock(mutex_);
            db = std::move(kept_);
        }
        if (db == nullptr) db = std::make_unique<stoa::database>(make());
        use(*db); // one in which a test failed is not used again
        const std::scoped_lock lock(mutex_);
        kept_ = std::move(db);
    }

private:
    std::mutex mutex_;
    std::unique_ptr<stoa::database> kept_;
};

template <class Schema, auto Tag, class Body>
void on_sqlite(Body& body, isolated_by isolation) {
    const auto make = [] {
        stoa::database db = stoa::open<Tag>("sqlite::memory:");
        db.template create<Schema>();
        return db;
    };
    if (isolation == isolated_by::fresh_database) {
        stoa::database db = make();
        return call_body(body, db, "sqlite");
    }
    static kept_session kept;
    kept.use(make, [&](stoa::database& db) { call_and_roll_back(body, db, "sqlite"); });
}

template <class Schema, auto Tag, class Body>
void on_postgres(Body& body, isolated_by isolation, const test_server& server) {
    constexpr std::string_view script = ddl<Schema, dialect::postgres>;
    database_pool& pool = database_pool::of_process(server, &stoa::open<Tag>);
    if (isolation == isolated_by::fresh_database) {
        lent_database lent = pool.take(script);
        try {
            stoa::database db = stoa::open<Tag>(lent.url);
            call_body(body, db, "postgres");
            pool.give_back(std::move(lent), std::move(db));
        } catch (...) {
            pool.throw_away(lent);
            throw;
        }
        return;
    }
    static kept_session kept;
    kept.use([&] { return stoa::open<Tag>(pool.take(script).url); },
             [&](stoa::database& db) { call_and_roll_back(body, db, "postgres"); });
}

} // namespace detail

/// Calls `body(db)` or `body(db, name)` on SQLite, in memory, and on PostgreSQL, where `db` is a stoa::database with
/// the tables of `Schema` and no rows, and `name` a std::string_view of "sqlite" or "postgres". Databases are those
/// whose drivers' headers are included before the call; PostgreSQL is the server of STOA_TEST_POSTGRES_URL, or a
/// private one that lives as long as the process. Returns which ran. What `body` throws passes on as it is; an error of
/// stoa has the database's name in its message. Throws: connection_error where a database is missing that is required,
/// or cannot be reached. Example: stoa::testing::each_database<library>([](auto& db) { db.insert(author{…}); … });
template <class Schema, auto Tag = [] {}, class Body>
database_runs each_database(Body&& body, const each_database_options& options = {}) {
    database_runs runs;
    const auto skip = [&](std::string_view name, std::string why) {
        if (options.require_all || std::getenv("STOA_TEST_REQUIRE_POSTGRES") != nullptr)
            raise(errc::connection_failed, "the test is to run on " + std::string(name) + ", but " + why);
        if (options.report != nullptr)
            *options.report << "stoa: each_database: skipped " << name << ": " << why << '\n';
        runs.all.push_back({std::string(name), std::move(why)});
    };
    const auto run = [&](std::string_view name, auto on) {
        detail::naming_database(name, options.report, on);
        runs.all.push_back({std::string(name), {}});
    };
    if constexpr (detail::has_driver_for<Tag>("sqlite::memory:"))
        run("sqlite", [&] { detail::on_sqlite<Schema, Tag>(body, options.isolation); });
    else
        skip("sqlite", "its driver is not part of the program. Include stoa/sqlite.hpp before the call.");
    if constexpr (detail::has_driver_for<Tag>("postgresql://")) {
        if (const test_server& server = find_test_server(); server.url.empty())
            skip("postgres", server.problem);
        else
            run("postgres", [&] { detail::on_postgres<Schema, Tag>(body, options.isolation, server); });
    } else {
        skip("postgres", "its driver is not part of the program. Include stoa/postgres.hpp before the call.");
    }
    return runs;
}

} // namespace stoa::testing

#endif
