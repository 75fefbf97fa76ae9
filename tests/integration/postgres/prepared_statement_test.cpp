// SPDX-License-Identifier: BSL-1.0
// A prepared statement outlives changes of its tables, and a lost connection says so.

#include "with_server.hpp"

#include <cstdint>

namespace postgres_driver {
namespace {

class postgres_prepared_statement : public with_server {
protected:
    /// Executes a query and counts its rows.
    int rows(const statement_info& info, fetch mode = fetch::together) {
        stoa::postgres::statement& statement = db().prepare(info);
        const finisher finish{statement};
        statement.execute(mode);
        int count = 0;
        while (statement.next()) ++count;
        return count;
    }

    /// Ends the server's side of the connection from another one.
    void terminate() {
        const std::string pid = ask("SELECT pg_backend_pid()::text");
        stoa::postgres::connection killer = another();
        killer.execute("SELECT pg_terminate_backend(" + pid + ", 10000)");
    }
};

TEST_F(postgres_prepared_statement, is_prepared_once) {
    const statement_info& info = define("SELECT 'once'::text", {}, {{{type_kind::text}}});
    for (int i = 0; i != 3; ++i) EXPECT_EQ(rows(info), 1);
    EXPECT_EQ(ask("SELECT count(*)::text FROM pg_prepared_statements WHERE statement = 'SELECT ''once''::text'"), "1");
}

TEST_F(postgres_prepared_statement, is_prepared_again_after_a_change_of_its_table) {
    db().execute("CREATE TEMP TABLE t (a integer, b text); INSERT INTO t VALUES (1, 'x')");
    const statement_info& all = define("SELECT * FROM t", {}, {{{type_kind::int32}}, {{type_kind::text}}});
    const statement_info& streamed = define("SELECT * FROM t", {}, {{{type_kind::int32}}, {{type_kind::text}}});
    EXPECT_EQ(rows(all), 1);
    EXPECT_EQ(rows(streamed, fetch::one_by_one), 1);
    db().execute("ALTER TABLE t ALTER b TYPE varchar(9)");
    EXPECT_EQ(rows(all), 1);
    EXPECT_EQ(rows(streamed, fetch::one_by_one), 1);
    EXPECT_EQ(ask("SELECT count(*)::text FROM pg_prepared_statements WHERE statement = 'SELECT * FROM t'"), "2")
        << "the old ones are dropped";
    db().execute("ALTER TABLE t ADD c integer");
    EXPECT_EQ(caught([&] { rows(all); }).code, errc::mapping_mismatch) << "the new shape is compared too";
}

TEST_F(postgres_prepared_statement, changed_inside_a_transaction_ends_it_and_is_prepared_again_later) {
    db().execute("CREATE TEMP TABLE t (a integer)");
    const statement_info& all = define("SELECT * FROM t", {}, {{{type_kind::int32}}});
    EXPECT_EQ(rows(all), 0);
    db().execute("ALTER TABLE t ADD b text; ALTER TABLE t DROP a; ALTER TABLE t ADD a integer; ALTER TABLE t DROP b");
    EXPECT_EQ(rows(all), 0);
    db().execute("ALTER TABLE t ALTER a TYPE text; INSERT INTO t VALUES ('1')");
    db().execute("BEGIN");
    stoa::error_info info = caught([&] { rows(all); });
    EXPECT_EQ(info.code, errc::serialization_failure);
    EXPECT_EQ(info.native_code, "0A000");
    EXPECT_EQ(info.message,
              "a table of the statement was changed after the statement had been prepared. It is prepared "
              "anew the next time; run the whole transaction again.");
    EXPECT_EQ(caught([&] { rows(all); }).code, errc::transaction_aborted);
    db().execute("ROLLBACK");
    db().execute("ALTER TABLE t ALTER a TYPE integer USING a::integer");
    db().execute("BEGIN");
    EXPECT_EQ(rows(all), 1);
    db().execute("COMMIT");
}

TEST_F(postgres_prepared_statement, dropped_on_the_server_is_prepared_again) {
    const statement_info& one = define("SELECT 1", {}, {{{type_kind::int32}}});
    EXPECT_EQ(rows(one), 1);
    db().execute("DEALLOCATE ALL");
    EXPECT_EQ(rows(one), 1);
    db().execute("DEALLOCATE ALL");
    EXPECT_EQ(rows(one, fetch::one_by_one), 1);
    db().execute("DEALLOCATE ALL");
    db().execute("BEGIN");
    const stoa::error_info info = caught([&] { rows(one); });
    EXPECT_EQ(info.code, errc::serialization_failure);
    EXPECT_EQ(info.native_code, "26000");
    db().execute("ROLLBACK");
    EXPECT_EQ(rows(one), 1);
}

TEST_F(postgres_prepared_statement, that_cannot_be_prepared_can_be_later) {
    const statement_info& late = define("SELECT a FROM late", {}, {{{type_kind::int32}}});
    EXPECT_EQ(caught([&] { rows(late); }).code, errc::undefined_object);
    db().execute("CREATE TEMP TABLE late (a integer)");
    EXPECT_EQ(rows(late), 0);
}

TEST_F(postgres_prepared_statement, takes_its_values_anew_every_time) {
    db().execute("CREATE TEMP TABLE t (a integer, b text)");
    const statement_info& insert = define("INSERT INTO t VALUES ($1, $2)", {{type_kind::int32}, {type_kind::text}});
    for (std::int32_t i = 0; i != 100; ++i) EXPECT_EQ(run(insert, i, std::string_view("text")), 1);
    stoa::postgres::statement& statement = db().prepare(insert);
    statement.bind(0, 100);
    statement.execute(fetch::together);
    statement.finish();
    EXPECT_EQ(ask("SELECT a::text FROM t WHERE b IS NULL"), "100") << "what is not bound is NULL";
    EXPECT_EQ(ask("SELECT sum(a)::text FROM t"), "5050");
}

TEST_F(postgres_prepared_statement, cannot_have_more_parameters_than_the_server_counts) {
    std::string values = "SELECT $1";
    for (int i = 2; i <= 65'536; ++i) values += ",$" + std::to_string(i);
    const statement_info& info = define(values, std::vector<type_def>(65'536, type_def{type_kind::int32}));
    const stoa::error_info error = caught([&] { run(info); });
    EXPECT_EQ(error.code, errc::usage);
    EXPECT_NE(error.message.find("65535"), std::string::npos);
}

TEST_F(postgres_prepared_statement, cannot_return_rows_with_more_parameters_than_the_library_reads_of) {
    const auto with = [&](int parameters) {
        std::string sql = "SELECT 1 WHERE 1 IN ($1";
        for (int i = 2; i <= parameters; ++i) sql += ",$" + std::to_string(i);
        return define(sql + ")", std::vector<type_def>(static_cast<std::size_t>(parameters), {type_kind::int32}),
                      {{{type_kind::int32}}});
    };
    const stoa::error_info error = caught([&] { run(with(7'499)); });
    EXPECT_EQ(error.code, errc::usage);
    EXPECT_NE(error.message.find("7498"), std::string::npos);
    EXPECT_NO_THROW(run(with(7'498)));
}

TEST_F(postgres_prepared_statement, tells_that_the_connection_was_lost) {
    const statement_info& one = define("SELECT 1", {}, {{{type_kind::int32}}});
    EXPECT_EQ(rows(one), 1);
    terminate();
    const stoa::error_info info = caught([&] { rows(one); });
    EXPECT_EQ(info.code, errc::connection_lost);
    EXPECT_EQ(info.sql, "SELECT 1");
    EXPECT_NE(info.message.find("Open a new connection"), std::string::npos) << info.message;
    EXPECT_EQ(caught([&] { rows(one); }).code, errc::connection_lost);
    EXPECT_EQ(caught([&] { db().execute("SELECT 1"); }).code, errc::connection_lost);
    EXPECT_THROW(rows(one), stoa::connection_error);
    EXPECT_FALSE(db().in_transaction());
}

TEST_F(postgres_prepared_statement, tells_that_the_connection_was_lost_in_a_script) {
    terminate();
    EXPECT_EQ(caught([&] { db().execute("BEGIN"); }).code, errc::connection_lost);
}

TEST_F(postgres_prepared_statement, tells_that_the_connection_was_lost_while_rows_arrive) {
    const statement_info& many = define("SELECT generate_series(1, 10000000), repeat('x', 1000)", {},
                                        {{{type_kind::int32}}, {{type_kind::text}}});
    const std::string pid = ask("SELECT pg_backend_pid()::text");
    stoa::postgres::statement& statement = db().prepare(many);
    statement.execute(fetch::one_by_one);
    ASSERT_TRUE(statement.next());
    stoa::postgres::connection killer = another();
    killer.execute("SELECT pg_terminate_backend(" + pid + ", 10000)");
    EXPECT_EQ(caught([&] {
                  while (statement.next()) {}
              }).code,
              errc::connection_lost);
    statement.finish();
    EXPECT_EQ(caught([&] { ask("SELECT ''::text"); }).code, errc::connection_lost);
}

} // namespace
} // namespace postgres_driver
