// SPDX-License-Identifier: BSL-1.0
#include "support.hpp"

#include <sys/stat.h>

#include <fstream>
#include <thread>
#include <type_traits>

namespace {

using namespace sqlite_test;
using stoa::errc;
using stoa::sqlite::connection;

int setting(const connection& db, int code) {
    int now = -1;
    sqlite3_db_config(db.native_handle(), code, -1, &now);
    return now;
}

TEST(sqlite_open, a_file_is_opened_with_the_documented_defaults) {
    const temporary_file file;
    connection db(file.url());
    EXPECT_EQ(ask(db, "PRAGMA foreign_keys"), 1);
    EXPECT_EQ(ask_text(db, "PRAGMA journal_mode"), "wal");
    EXPECT_EQ(ask(db, "PRAGMA synchronous"), 1); // NORMAL
    EXPECT_EQ(ask(db, "PRAGMA busy_timeout"), 5000);
    EXPECT_EQ(ask(db, "PRAGMA recursive_triggers"), 1);
    EXPECT_EQ(setting(db, SQLITE_DBCONFIG_DQS_DML), 0);
    EXPECT_EQ(setting(db, SQLITE_DBCONFIG_DQS_DDL), 0);
    EXPECT_EQ(setting(db, SQLITE_DBCONFIG_DEFENSIVE), 1);
    EXPECT_EQ(db.url(), file.url());
}

TEST(sqlite_open, pages_are_cached_in_as_much_memory_as_is_asked_for) {
    connection db("sqlite::memory:?cache_size=64000");
    EXPECT_EQ(ask(db, "PRAGMA cache_size"), -64000);
    EXPECT_EQ(sqlite3_db_mutex(db.native_handle()), nullptr) << "nothing is locked for the one thread that uses it";
}

TEST(sqlite_open, a_database_in_memory_enforces_foreign_keys_too) {
    connection db("sqlite::memory:");
    EXPECT_EQ(ask(db, "PRAGMA foreign_keys"), 1);
    EXPECT_EQ(ask_text(db, "PRAGMA journal_mode"), "memory");
    EXPECT_EQ(db.url(), "sqlite::memory:");
}

TEST(sqlite_open, options_do_what_a_url_does) {
    const temporary_file file;
    stoa::sqlite::options chosen;
    chosen.path = file.path();
    chosen.busy_timeout = 7;
    chosen.write_ahead_log = false;
    connection db(chosen);
    EXPECT_EQ(ask(db, "PRAGMA busy_timeout"), 7);
    EXPECT_EQ(ask_text(db, "PRAGMA journal_mode"), "delete");
    EXPECT_EQ(ask(db, "PRAGMA synchronous"), 2); // FULL: without a write-ahead log NORMAL can damage the file
    EXPECT_EQ(db.url(), file.url("?busy_timeout=7&journal=delete"));
}

TEST(sqlite_open, the_storage_follows_the_guid_policy) {
    EXPECT_EQ(connection("sqlite::memory:").dialect_index(), stoa::dialect::sqlite::index);
    EXPECT_EQ(connection("sqlite::memory:").storage_index(), stoa::dialect::sqlite::storage_index);
    EXPECT_EQ(connection("sqlite::memory:?guid=blob").dialect_index(), stoa::dialect::sqlite::index);
    EXPECT_EQ(connection("sqlite::memory:?guid=blob").storage_index(),
              stoa::dialect::sqlite_binary_guid::storage_index);
}

TEST(sqlite_open, a_misspelt_name_is_an_error_and_not_a_string) {
    connection db("sqlite::memory:");
    db.execute(schema);
    const auto error = error_of_sql(db, R"(SELECT "nmae" FROM "author")");
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::undefined_object);
}

TEST(sqlite_open, the_schema_cannot_be_overwritten) {
    connection db("sqlite::memory:");
    db.execute(schema);
    EXPECT_TRUE(error_of([&] { db.execute("PRAGMA writable_schema = ON; DELETE FROM sqlite_master"); }));
    EXPECT_EQ(ask(db, "SELECT count(*) FROM sqlite_master WHERE type = 'table'"), 3);
}

TEST(sqlite_open, a_missing_directory_is_named_with_the_remedy) {
    const temporary_file file("_missing");
    const auto error = error_of([&] { connection db(file.url("/books.db")); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::connection_failed);
    EXPECT_EQ(error->native_code(), "14");
    EXPECT_NE(std::string(error->what()).find("there is no directory \"" + file.path() + "\". Create it first"),
              std::string::npos)
        << error->what();
}

TEST(sqlite_open, a_file_that_is_no_database_is_refused) {
    const temporary_file file;
    std::ofstream(file.path()) << std::string(4096, 'x');
    const auto error = error_of([&] { connection db(file.url()); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::connection_failed);
    EXPECT_EQ(error->native_code(), "26");
    EXPECT_NE(std::string(error->what()).find("not an SQLite database"), std::string::npos) << error->what();
}

TEST(sqlite_open, read_only_needs_the_file_and_refuses_to_write) {
    const temporary_file file;
    const auto missing = error_of([&] { connection db(file.url("?mode=ro")); });
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->code(), errc::connection_failed);
    EXPECT_NE(std::string(missing->what()).find("there is no such file"), std::string::npos) << missing->what();

    connection writer(file.url());
    writer.execute(schema);
    connection reader(file.url("?mode=ro"));
    EXPECT_EQ(ask(reader, "SELECT count(*) FROM author"), 2);
    const auto refused = error_of_sql(reader, "DELETE FROM book");
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->code(), errc::read_only);
}

TEST(sqlite_open, a_path_that_looks_like_a_uri_is_a_path) {
    const std::string name = "file:stoa_" + std::to_string(getpid()) + "?mode=memory";
    stoa::sqlite::options chosen;
    chosen.path = name;
    {
        connection db(chosen);
        db.execute("CREATE TABLE t (a INTEGER) STRICT");
    }
    struct stat found {};
    EXPECT_EQ(stat(name.c_str(), &found), 0);
    EXPECT_EQ(std::remove(name.c_str()), 0);
}

TEST(sqlite_open, an_empty_path_is_refused) {
    const auto error = error_of([] { connection db{stoa::sqlite::options()}; });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::connection_failed);
}

TEST(sqlite_open, an_old_library_is_refused_by_name) {
    const auto error = error_of([] { stoa::sqlite::detail::require_version(3'036'000, "3.36.0"); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::connection_failed);
    EXPECT_NE(
        std::string(error->what()).find("stoa needs SQLite 3.39 or newer, but the program was linked with 3.36.0"),
        std::string::npos);
}

TEST(sqlite_open, many_may_open_a_new_file_at_once) {
    const temporary_file file;
    std::vector<std::thread> threads;
    std::vector<std::string> failures(8);
    for (std::string& failure : failures)
        threads.emplace_back([&] {
            if (const auto error = error_of([&] { connection db(file.url()); })) failure = error->what();
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& failure : failures) EXPECT_EQ(failure, "");
}

TEST(sqlite_open, a_connection_moves_with_its_statements) {
    static_assert(std::is_nothrow_move_constructible_v<connection>);
    static constexpr stoa::statement_info one{"SELECT 1", {}, {}, nullptr};
    connection first("sqlite::memory:");
    stoa::sqlite::statement& prepared = first.prepare(one);
    connection second(std::move(first));
    EXPECT_EQ(&second.prepare(one), &prepared);
    first = connection("sqlite::memory:?guid=blob");
    EXPECT_NE(&first.prepare(one), &prepared);
    first = std::move(second);
    EXPECT_EQ(&first.prepare(one), &prepared);
}

TEST(sqlite_open, the_database_says_whether_a_transaction_is_open) {
    connection db("sqlite::memory:");
    EXPECT_FALSE(db.in_transaction());
    db.execute("BEGIN");
    EXPECT_TRUE(db.in_transaction());
    db.execute("COMMIT");
    EXPECT_FALSE(db.in_transaction());
}

} // namespace
