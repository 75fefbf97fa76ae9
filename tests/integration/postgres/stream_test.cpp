// SPDX-License-Identifier: BSL-1.0
// Rows fetched one by one: constant memory, and a connection that is usable again whenever the reader stops.

#include "with_server.hpp"

#include <chrono>
#include <cstdint>

#include <malloc.h>

namespace postgres_driver {
namespace {

class postgres_stream : public with_server {
protected:
    stoa::postgres::statement& numbers(std::int64_t count) {
        stoa::postgres::statement& statement = db().prepare(numbers_);
        statement.bind(0, count);
        statement.execute(fetch::one_by_one);
        return statement;
    }

    /// Reads `count` rows and expects them in order.
    static void expect_rows(stoa::postgres::statement& statement, std::int64_t count) {
        for (std::int64_t i = 1; i <= count; ++i) {
            ASSERT_TRUE(statement.next());
            std::int64_t value = 0;
            native::text text;
            statement.read(0, value);
            statement.read(1, text);
            ASSERT_EQ(value, i);
            ASSERT_EQ(text.size(), 1000U);
        }
    }

    // A series in the select list is made row by row; in FROM it would be made whole first.
    const statement_info& numbers_ = define("SELECT generate_series(1, $1), repeat('x', 1000)", {{type_kind::int64}},
                                            {{{type_kind::int64}}, {{type_kind::text}}});
};

TEST_F(postgres_stream, of_100_000_rows_needs_no_more_memory_than_of_few) {
    stoa::postgres::statement& statement = numbers(100'000);
    expect_rows(statement, 1000);
    const struct mallinfo2 before = mallinfo2();
    for (std::int64_t i = 1000; i != 100'000; ++i) ASSERT_TRUE(statement.next());
    const struct mallinfo2 after = mallinfo2();
    EXPECT_FALSE(statement.next());
    EXPECT_FALSE(statement.next());
    statement.finish();
    // All rows together have 100 MB.
    EXPECT_LT(after.uordblks + after.hblkhd, before.uordblks + before.hblkhd + 4'000'000);
    EXPECT_EQ(ask("SELECT 'usable'::text"), "usable");
}

TEST_F(postgres_stream, stopped_early_outside_a_transaction_does_not_wait_for_the_rest) {
    const auto start = std::chrono::steady_clock::now();
    stoa::postgres::statement& statement = numbers(1'000'000'000);
    expect_rows(statement, 10);
    statement.finish();
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
    for (int i = 0; i != 20; ++i) EXPECT_EQ(ask("SELECT 'usable'::text"), "usable") << "the stop hits nothing else";
}

TEST_F(postgres_stream, stopped_again_and_again_never_hits_the_next_statement) {
    for (int i = 0; i != 200; ++i) {
        stoa::postgres::statement& statement = numbers(i % 2 == 0 ? 3 : 5000);
        ASSERT_TRUE(statement.next());
        statement.finish();
        ASSERT_EQ(ask("SELECT 'usable'::text"), "usable");
    }
}

TEST_F(postgres_stream, stopped_early_inside_a_transaction_leaves_it_whole) {
    db().execute("BEGIN; CREATE TEMP TABLE t (a integer); INSERT INTO t VALUES (1)");
    stoa::postgres::statement& statement = numbers(20'000);
    EXPECT_TRUE(db().in_transaction()) << "also while rows arrive";
    expect_rows(statement, 10);
    statement.finish();
    EXPECT_TRUE(db().in_transaction());
    EXPECT_EQ(ask("SELECT count(*)::text FROM t"), "1");
    db().execute("COMMIT");
    EXPECT_EQ(ask("SELECT count(*)::text FROM t"), "1");
}

TEST_F(postgres_stream, of_changed_rows_keeps_the_changes_when_stopped_early) {
    db().execute("CREATE TEMP TABLE t (a integer)");
    stoa::postgres::statement& statement = db().prepare(
        define("INSERT INTO t SELECT generate_series(1, 50000) RETURNING a", {}, {{{type_kind::int32}, false, "a"}}));
    statement.execute(fetch::one_by_one);
    EXPECT_FALSE(db().in_transaction());
    EXPECT_TRUE(statement.next());
    statement.finish();
    EXPECT_EQ(ask("SELECT count(*)::text FROM t"), "50000");
}

TEST_F(postgres_stream, without_rows_ends_at_once) {
    stoa::postgres::statement& statement = numbers(0);
    EXPECT_FALSE(statement.next());
    statement.finish();
    statement.finish();
    EXPECT_EQ(ask("SELECT 'usable'::text"), "usable");
}

TEST_F(postgres_stream, lets_no_other_statement_in_between) {
    stoa::postgres::statement& statement = numbers(10'000);
    EXPECT_EQ(caught([&] { ask("SELECT ''::text"); }).code, errc::stream_open);
    EXPECT_EQ(caught([&] { db().execute("SELECT 1"); }).code, errc::stream_open);
    expect_rows(statement, 10'000);
    EXPECT_FALSE(statement.next());
    EXPECT_EQ(ask("SELECT 'usable'::text"), "usable") << "behind the last row it is over";
    statement.finish();
}

TEST_F(postgres_stream, executed_again_in_the_middle_starts_anew) {
    expect_rows(numbers(10'000), 10);
    stoa::postgres::statement& statement = numbers(20);
    expect_rows(statement, 20);
    EXPECT_FALSE(statement.next());
    statement.finish();
}

TEST_F(postgres_stream, counts_changed_rows_at_its_end) {
    db().execute("CREATE TEMP TABLE t (a integer)");
    stoa::postgres::statement& statement =
        db().prepare(define("INSERT INTO t VALUES (1), (2) RETURNING a", {}, {{{type_kind::int32}}}));
    statement.execute(fetch::one_by_one);
    while (statement.next()) {}
    EXPECT_EQ(statement.affected_rows(), 2);
    statement.finish();
    EXPECT_EQ(run(define("UPDATE t SET a = 3")), 2);
    EXPECT_EQ(run(define("DELETE FROM t WHERE a = 4")), 0);
    EXPECT_EQ(run(define("SELECT * FROM t")), 0) << "a query changes nothing";
}

TEST_F(postgres_stream, that_fails_in_the_middle_says_why) {
    const statement_info& info = define("SELECT (50 / (51 - n))::int4 FROM generate_series(1, 100) AS n", {},
                                        {{{type_kind::int32}, false, "quotient"}});
    stoa::postgres::statement& statement = db().prepare(info);
    const stoa::error_info error = caught([&] {
        statement.execute(fetch::one_by_one);
        while (statement.next()) {}
    });
    EXPECT_EQ(error.code, errc::invalid_value);
    EXPECT_EQ(error.native_code, "22012");
    EXPECT_EQ(error.sql, info.sql);
    statement.finish();
    EXPECT_EQ(ask("SELECT 'usable'::text"), "usable");
}

} // namespace
} // namespace postgres_driver
