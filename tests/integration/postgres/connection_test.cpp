// SPDX-License-Identifier: BSL-1.0
// Opening a connection, its defaults, and scripts.

#include "with_server.hpp"

namespace postgres_driver {
namespace {

using postgres_connection = with_server;

static_assert(stoa::postgres::connection::accepts("postgresql://localhost/x"));
static_assert(stoa::postgres::connection::accepts("postgres://localhost/x"));
static_assert(!stoa::postgres::connection::accepts("sqlite:///x"));
static_assert(!stoa::postgres::connection::accepts("postgresql:localhost"));

TEST_F(postgres_connection, works_in_utc_and_utf8) {
    EXPECT_EQ(ask("SELECT current_setting('TimeZone')"), "UTC");
    EXPECT_EQ(ask("SELECT current_setting('client_encoding')"), "UTF8");
    EXPECT_EQ(ask("SELECT current_setting('standard_conforming_strings')"), "on");
    EXPECT_TRUE(ask("SELECT current_setting('DateStyle')").starts_with("ISO"));
    EXPECT_EQ(ask("SELECT current_setting('IntervalStyle')"), "iso_8601");
}

TEST_F(postgres_connection, keeps_its_settings_against_those_of_the_role) {
    db().execute(
        "ALTER DATABASE stoa_test SET TimeZone = 'Asia/Tokyo'; ALTER DATABASE stoa_test SET DateStyle = 'SQL'");
    stoa::postgres::connection later = another();
    db().execute("ALTER DATABASE stoa_test RESET ALL");
    stoa::postgres::statement& statement = later.prepare(
        define("SELECT current_setting('TimeZone') || current_setting('DateStyle')", {}, {{{type_kind::text}}}));
    statement.execute(fetch::together);
    ASSERT_TRUE(statement.next());
    native::text value;
    statement.read(0, value);
    EXPECT_TRUE(value.starts_with("UTCISO")) << value;
}

TEST_F(postgres_connection, is_named_stoa_unless_the_address_names_it) {
    EXPECT_EQ(ask("SELECT current_setting('application_name')"), "stoa");
    const char separator = server_url().find('?') == std::string::npos ? '?' : '&';
    stoa::postgres::connection named(server_url() + separator + "application_name=reader");
    stoa::postgres::statement& statement =
        named.prepare(define("SELECT current_setting('application_name')", {}, {{{type_kind::text}}}));
    statement.execute(fetch::together);
    ASSERT_TRUE(statement.next());
    native::text value;
    statement.read(0, value);
    EXPECT_EQ(value, "reader");
}

TEST_F(postgres_connection, tells_its_dialect_and_address) {
    EXPECT_EQ(db().dialect_index(), stoa::dialect::postgres::index);
    EXPECT_EQ(db().storage_index(), stoa::dialect::postgres::storage_index);
    EXPECT_EQ(db().url(), server_url());
}

TEST_F(postgres_connection, can_be_moved_with_its_statements) {
    const statement_info& info = define("SELECT 'kept'::text", {}, {{{type_kind::text}}});
    stoa::postgres::statement& statement = db().prepare(info);
    stoa::postgres::connection moved = std::move(db());
    EXPECT_EQ(&moved.prepare(info), &statement);
    statement.execute(fetch::together);
    EXPECT_TRUE(statement.next());
    statement.finish();
}

TEST_F(postgres_connection, keeps_a_statement_under_its_address) {
    const statement_info& one = define("SELECT 1");
    const statement_info& other = define("SELECT 1");
    stoa::postgres::statement* const first = &db().prepare(one);
    EXPECT_NE(first, &db().prepare(other));
    EXPECT_EQ(first, &db().prepare(one));
    stoa::driver::connection& base = db();
    EXPECT_EQ(first, &base.prepare(one));
}

TEST_F(postgres_connection, runs_scripts_of_several_statements) {
    db().execute("CREATE TEMP TABLE t (a integer); INSERT INTO t VALUES (1), (2); -- a comment; with a semicolon\n"
                 "DO $$ BEGIN INSERT INTO t VALUES (3); END $$;");
    EXPECT_EQ(ask("SELECT count(*)::text FROM t"), "3");
    db().execute("");
    db().execute("SELECT * FROM t");
}

TEST_F(postgres_connection, undoes_a_script_that_fails_in_the_middle) {
    db().execute("CREATE TEMP TABLE t (a integer)");
    const stoa::error_info info = caught([&] { db().execute("INSERT INTO t VALUES (1); INSERT INTO t VALUES ('x')"); });
    EXPECT_EQ(info.code, errc::invalid_value);
    EXPECT_EQ(ask("SELECT count(*)::text FROM t"), "0");
}

TEST_F(postgres_connection, knows_whether_it_is_in_a_transaction) {
    EXPECT_FALSE(db().in_transaction());
    db().execute("BEGIN");
    EXPECT_TRUE(db().in_transaction());
    EXPECT_EQ(caught([&] { db().execute("SELECT nothing"); }).code, errc::undefined_object);
    EXPECT_TRUE(db().in_transaction());
    EXPECT_EQ(caught([&] { db().execute("SELECT 1"); }).code, errc::transaction_aborted);
    db().execute("ROLLBACK");
    EXPECT_FALSE(db().in_transaction());
}

TEST_F(postgres_connection, does_not_call_a_rolled_back_commit_a_success) {
    db().execute("BEGIN");
    EXPECT_EQ(caught([&] { db().execute("SELECT nothing"); }).code, errc::undefined_object);
    EXPECT_EQ(caught([&] { db().execute("COMMIT"); }).code, errc::transaction_aborted);
    EXPECT_FALSE(db().in_transaction());
}

TEST_F(postgres_connection, prints_nothing_for_a_notice) {
    testing::internal::CaptureStderr();
    db().execute("DROP TABLE IF EXISTS no_such_table; DO $$ BEGIN RAISE WARNING 'w'; END $$");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST_F(postgres_connection, refuses_to_copy_and_goes_on) {
    db().execute("CREATE TEMP TABLE t (a integer)");
    EXPECT_EQ(caught([&] { db().execute("COPY t FROM STDIN"); }).code, errc::usage);
    EXPECT_EQ(caught([&] { db().execute("COPY t TO STDOUT"); }).code, errc::usage);
    EXPECT_EQ(ask("SELECT count(*)::text FROM t"), "0");
    EXPECT_EQ(caught([&] { db().execute(std::string_view("SELECT 1\0", 9)); }).code, errc::invalid_value);
}

TEST(postgres_connection_error, says_what_to_do_and_keeps_the_password) {
    const stoa::error_info info =
        caught([] { stoa::postgres::connection("postgresql://me:hunter2@127.0.0.1:1/x?connect_timeout=2"); });
    EXPECT_EQ(info.code, errc::connection_failed);
    EXPECT_NE(info.message.find("postgresql://me@127.0.0.1:1/x"), std::string::npos) << info.message;
    EXPECT_NE(info.message.find("Check that the server runs"), std::string::npos) << info.message;
    EXPECT_EQ(info.message.find("hunter2"), std::string::npos) << info.message;
}

TEST_F(postgres_connection, does_not_show_a_password_the_server_refuses) {
    const std::string address = server_url();
    const std::size_t at = address.find('@');
    ASSERT_NE(at, std::string::npos);
    const std::string wrong = "postgresql://nobody_here:hunter2" + address.substr(at);
    const stoa::error_info info = caught([&] { stoa::postgres::connection c(wrong); });
    EXPECT_EQ(info.code, errc::connection_failed);
    EXPECT_EQ(info.message.find("hunter2"), std::string::npos) << info.message;
    const stoa::postgres::connection fine("postgresql://postgres:hunter2" + address.substr(at));
    EXPECT_EQ(fine.url(), "postgresql://postgres" + address.substr(at));
}

} // namespace
} // namespace postgres_driver
