// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_INTEGRATION_POSTGRES_WITH_SERVER_HPP
#define STOA_TESTS_INTEGRATION_POSTGRES_WITH_SERVER_HPP

// What the tests of the PostgreSQL driver share: a connection to the server named by STOA_TEST_POSTGRES_URL, and
// statements written by hand. Tables are temporary, so that every test finds an empty database.

#include "stoa/driver/postgres/connection.hpp"

#include <cstdlib>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

namespace postgres_driver {

using stoa::errc;
using stoa::result_column;
using stoa::statement_info;
using stoa::type_def;
using stoa::type_kind;
using stoa::driver::fetch;

namespace native = stoa::native;

constexpr type_def list_of(type_kind kind, std::uint8_t precision = 0, std::uint8_t scale = 0) {
    return {kind, precision, scale, true};
}

/// What `action` throws; a failure of the test if it throws nothing of stoa's.
template <class Action>
stoa::error_info caught(Action&& action) {
    try {
        std::forward<Action>(action)();
    } catch (const stoa::error& error) {
        return error.info();
    }
    ADD_FAILURE() << "nothing was thrown";
    return {};
}

class with_server : public testing::Test {
protected:
    void SetUp() override {
        const char* url = std::getenv("STOA_TEST_POSTGRES_URL");
        if (url == nullptr) GTEST_SKIP() << "STOA_TEST_POSTGRES_URL is not set; run through tools/with_postgres";
        url_ = url;
        connection_.emplace(url_);
    }

    const std::string& server_url() const { return url_; }
    stoa::postgres::connection& db() { return *connection_; }
    stoa::postgres::connection another() const { return stoa::postgres::connection(url_); }

    /// A statement that lives as long as the test, as those made at compile time do.
    const statement_info& define(std::string sql, std::vector<type_def> parameters = {},
                                 std::vector<result_column> results = {}, const stoa::table_def* target = nullptr) {
        kept_statement& kept =
            statements_.emplace_back(kept_statement{std::move(sql), std::move(parameters), std::move(results), {}});
        kept.info = {kept.sql, kept.parameters, kept.results, target};
        return kept.info;
    }

    /// Runs a statement without results and finishes it.
    template <class... Values>
    std::int64_t run(const statement_info& info, const Values&... values) {
        return run_on(db(), info, values...);
    }

    template <class... Values>
    static std::int64_t run_on(stoa::postgres::connection& on, const statement_info& info, const Values&... values) {
        stoa::postgres::statement& statement = on.prepare(info);
        int parameter = 0;
        (statement.bind(parameter++, values), ...);
        const finisher finish{statement};
        statement.execute(fetch::together);
        return statement.affected_rows();
    }

    /// The one text a query without parameters gives.
    std::string ask(std::string sql) {
        stoa::postgres::statement& statement = db().prepare(define(std::move(sql), {}, {{{type_kind::text}}}));
        const finisher finish{statement};
        statement.execute(fetch::together);
        EXPECT_TRUE(statement.next());
        native::text value;
        statement.read(0, value);
        return std::string(value);
    }

    /// As sessions do, finishes whatever happens.
    struct finisher {
        stoa::postgres::statement& statement;
        ~finisher() { statement.finish(); }
    };

private:
    struct kept_statement {
        std::string sql;
        std::vector<type_def> parameters;
        std::vector<result_column> results;
        statement_info info;
    };

    std::string url_;
    std::deque<kept_statement> statements_; // outlives the connection
    std::optional<stoa::postgres::connection> connection_;
};

/// The same with tables that several connections see: a schema of the process's own, as tests of one server run side by
/// side.
class with_own_schema : public with_server {
protected:
    void SetUp() override {
        with_server::SetUp();
        if (!IsSkipped()) db().execute("CREATE SCHEMA " + schema_);
    }
    void TearDown() override {
        if (!IsSkipped()) db().execute("DROP SCHEMA " + schema_ + " CASCADE");
    }

    /// Where connections find it, with further options: "&name=value".
    std::string schema_url(const std::string& options = {}) const {
        return server_url() + "?options=-csearch_path%3D" + schema_ + options;
    }

private:
    const std::string schema_ = "process_" + std::to_string(getpid());
};

} // namespace postgres_driver

#endif
