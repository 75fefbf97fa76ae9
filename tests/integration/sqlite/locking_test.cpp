// SPDX-License-Identifier: BSL-1.0
#include "support.hpp"

#include <chrono>
#include <thread>

namespace {

using namespace sqlite_test;
using stoa::errc;
using stoa::driver::fetch;
using stoa::sqlite::connection;

TEST(sqlite_locking, a_writer_that_waits_too_long_is_busy) {
    const temporary_file file;
    connection first(file.url());
    connection second(file.url("?busy_timeout=20"));
    first.execute(schema);
    first.execute("BEGIN IMMEDIATE");
    const auto error = error_of_sql(second, "BEGIN IMMEDIATE");
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::busy);
    EXPECT_EQ(error->native_code(), "5");
    EXPECT_EQ(error_of_sql(second, "DELETE FROM book")->code(), errc::busy);
    EXPECT_THROW(second.execute("DELETE FROM book"), stoa::serialization_failure);
    first.execute("COMMIT");
    EXPECT_NO_THROW(second.execute("DELETE FROM book"));
}

TEST(sqlite_locking, a_writer_waits_for_the_lock) {
    const temporary_file file;
    connection first(file.url());
    first.execute(schema);
    first.execute("BEGIN IMMEDIATE");
    std::thread writer([&] {
        connection second(file.url());
        second.execute("INSERT INTO shelf VALUES (3)");
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    first.execute("COMMIT");
    writer.join();
    EXPECT_EQ(ask(first, "SELECT count(*) FROM shelf"), 3);
}

TEST(sqlite_locking, a_reader_does_not_block_the_writer) {
    const temporary_file file;
    connection reader(file.url());
    connection writer(file.url("?busy_timeout=0"));
    writer.execute(schema);
    one_statement stream(reader, "SELECT id FROM author");
    stream->execute(fetch::one_by_one);
    ASSERT_TRUE(stream->next());
    EXPECT_NO_THROW(writer.execute("INSERT INTO author VALUES (3, 'Cy')"));
    EXPECT_TRUE(stream->next());
    EXPECT_FALSE(stream->next()); // the stream sees the state it began with
}

TEST(sqlite_locking, writing_on_a_stale_snapshot_is_a_serialization_failure) {
    const temporary_file file;
    connection first(file.url());
    connection second(file.url());
    first.execute(schema);
    first.execute("BEGIN");
    EXPECT_EQ(ask(first, "SELECT count(*) FROM shelf"), 2);
    second.execute("INSERT INTO shelf VALUES (3)");
    const auto error = error_of_sql(first, "INSERT INTO shelf VALUES (4)");
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::serialization_failure);
    EXPECT_EQ(error->native_code(), "517");
    first.execute("ROLLBACK");
}

TEST(sqlite_locking, an_interrupted_statement_is_canceled) {
    connection db("sqlite::memory:");
    one_statement endless(db, "WITH RECURSIVE n(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n) SELECT count(*) FROM n");
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        sqlite3_interrupt(db.native_handle());
    });
    const auto error = error_of([&] { endless->execute(fetch::together); });
    other.join();
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::canceled);
    EXPECT_EQ(error->native_code(), "9");
}

TEST(sqlite_locking, a_full_database_is_out_of_resources) {
    connection db("sqlite::memory:");
    db.execute("CREATE TABLE t (v BLOB) STRICT; PRAGMA max_page_count = 3");
    EXPECT_EQ(error_of_sql(db, "INSERT INTO t VALUES (zeroblob(100000))")->code(), errc::resources_exhausted);
}

} // namespace
