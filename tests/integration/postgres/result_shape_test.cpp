// SPDX-License-Identifier: BSL-1.0
// What a statement returns is compared with what is expected before it runs; what a row holds, when it is read.

#include "with_server.hpp"

namespace postgres_driver {
namespace {

class postgres_result_shape : public with_server {
protected:
    /// The error of executing a statement with that text and those results.
    stoa::error_info refused(std::string sql, std::vector<result_column> results) {
        const statement_info& info = define(std::move(sql), {}, std::move(results));
        return caught([&] { run(info); });
    }

    /// Executes a query of one column and reads its one row.
    template <class Value>
    void read(std::string sql, type_def type, Value& value) {
        stoa::postgres::statement& statement = db().prepare(define(std::move(sql), {}, {{type, false, "value"}}));
        const finisher finish{statement};
        statement.execute(fetch::together);
        ASSERT_TRUE(statement.next());
        statement.read(0, value);
    }
};

TEST_F(postgres_result_shape, a_mismatch_lists_every_column_and_what_to_do) {
    const stoa::error_info info = refused("SELECT 1::int4, 'x'::text, now()::timestamp, 2::numeric, '1.2.3.4'::inet",
                                          {{{type_kind::int64}, false, "id"},
                                           {{type_kind::text}, false, "title"},
                                           {{type_kind::timestamp}, false, "created_at"},
                                           {{type_kind::float64}, false, "price"},
                                           {{type_kind::int16}, false, ""}});
    EXPECT_EQ(info.code, errc::mapping_mismatch);
    EXPECT_EQ(
        info.message,
        "the result does not fit what it is read into:"
        "\n  column 1 \"id\": the field is int64 (std::int64_t), the database has integer; make the column, or "
        "cast it to, bigint, or make the field std::int32_t"
        "\n  column 3 \"created_at\": the field is timestamp (stoa::timestamp), the database has timestamp without "
        "time zone; make the column, or cast it to, timestamp with time zone"
        "\n  column 4 \"price\": the field is float64 (double), the database has numeric; make the column, or cast "
        "it to, double precision, or make the field stoa::decimal"
        "\n  column 5: the field is int16 (std::int16_t), the database has inet; make the column, or cast it to, "
        "smallint");
    EXPECT_TRUE(info.sql.starts_with("SELECT 1::int4"));
}

TEST_F(postgres_result_shape, the_number_of_columns_must_be_right) {
    const stoa::error_info info = refused("SELECT 1, 2", {{{type_kind::int32}}});
    EXPECT_EQ(info.code, errc::mapping_mismatch);
    EXPECT_NE(info.message.find("2 columns are returned, 1 are expected"), std::string::npos) << info.message;
    EXPECT_EQ(refused("SELECT 1", {{{type_kind::int32}}, {{type_kind::int32}}}).code, errc::mapping_mismatch);
    db().execute("CREATE TEMP TABLE t (a integer)");
    EXPECT_EQ(refused("DELETE FROM t", {{{type_kind::int32}}}).code, errc::mapping_mismatch);
}

TEST_F(postgres_result_shape, is_compared_before_anything_is_written) {
    db().execute("CREATE TEMP TABLE t (a integer)");
    const statement_info& info = define("INSERT INTO t VALUES (1) RETURNING a", {}, {{{type_kind::text}, false, "a"}});
    for (int i = 0; i != 3; ++i) EXPECT_EQ(caught([&] { run(info); }).code, errc::mapping_mismatch);
    EXPECT_EQ(ask("SELECT count(*)::text FROM t"), "0");
    EXPECT_EQ(ask("SELECT count(*)::text FROM pg_prepared_statements WHERE statement LIKE 'INSERT%'"), "1")
        << "refused statements do not pile up on the server";
    db().execute("ALTER TABLE t ALTER a TYPE text");
    EXPECT_EQ(run(define("INSERT INTO t VALUES (1) RETURNING a", {}, {{{type_kind::text}}})), 1);
    EXPECT_EQ(run(info), 1);
}

TEST_F(postgres_result_shape, null_cannot_be_read_as_a_value) {
    std::int32_t number = 0;
    const stoa::error_info info = caught([&] { read("SELECT NULL::int4", {type_kind::int32}, number); });
    EXPECT_EQ(info.code, errc::mapping_mismatch);
    EXPECT_EQ(info.message, "column 1 \"value\" is NULL, which its field cannot hold. Make the field std::optional, or "
                            "the column NOT NULL.");
    native::text text;
    EXPECT_EQ(caught([&] { read("SELECT NULL::text", {type_kind::text}, text); }).code, errc::mapping_mismatch);
    native::bytes bytes;
    EXPECT_EQ(caught([&] { read("SELECT NULL::bytea", {type_kind::bytes}, bytes); }).code, errc::mapping_mismatch);
    native::json json;
    EXPECT_EQ(caught([&] { read("SELECT NULL::jsonb", {type_kind::json}, json); }).code, errc::mapping_mismatch);
    native::decimal decimal;
    EXPECT_EQ(caught([&] { read("SELECT NULL::numeric", {type_kind::decimal}, decimal); }).code,
              errc::mapping_mismatch);
}

TEST_F(postgres_result_shape, only_the_declared_type_can_be_read) {
    std::int64_t number = 0;
    EXPECT_EQ(caught([&] { read("SELECT 1::float8", {type_kind::float64}, number); }).code, errc::mapping_mismatch);
    native::text text;
    EXPECT_EQ(caught([&] { read("SELECT '1'::bytea", {type_kind::bytes}, text); }).code, errc::mapping_mismatch);
    stoa::postgres::statement& statement = db().prepare(define("SELECT 1", {}, {{{type_kind::int32}}}));
    statement.execute(fetch::together);
    std::int32_t value = 0;
    EXPECT_EQ(caught([&] { statement.read(0, value); }).code, errc::mapping_mismatch) << "before the first row";
    ASSERT_TRUE(statement.next());
    EXPECT_EQ(caught([&] { statement.read(1, value); }).code, errc::mapping_mismatch);
    EXPECT_EQ(caught([&] { statement.read(-1, value); }).code, errc::mapping_mismatch);
    statement.read(0, value);
    EXPECT_EQ(value, 1);
    EXPECT_FALSE(statement.next());
    EXPECT_FALSE(statement.next());
    statement.finish();
}

TEST_F(postgres_result_shape, times_beyond_years_1_to_9999_are_refused) {
    native::timestamp time;
    for (const char* sql : {"SELECT 'infinity'::timestamptz", "SELECT '-infinity'::timestamptz",
                            "SELECT '10000-01-01 00:00:00Z'::timestamptz", "SELECT '0001-12-31 BC'::timestamptz"})
        EXPECT_EQ(caught([&] { read(sql, {type_kind::timestamp}, time); }).code, errc::out_of_range) << sql;
    native::date date;
    for (const char* sql : {"SELECT 'infinity'::date", "SELECT '-infinity'::date", "SELECT '10000-01-01'::date",
                            "SELECT '0001-12-31 BC'::date"})
        EXPECT_EQ(caught([&] { read(sql, {type_kind::date}, date); }).code, errc::out_of_range) << sql;
}

TEST_F(postgres_result_shape, a_number_that_is_not_exact_in_its_decimal_is_refused) {
    for (const char* sql : {"SELECT 1.001", "SELECT 0.001", "SELECT 'NaN'::numeric", "SELECT 'Infinity'::numeric",
                            "SELECT '-Infinity'::numeric", "SELECT 100000000", "SELECT 1e30", "SELECT 1e-30",
                            "SELECT 99999999.999", "SELECT 1e1000", "SELECT 123456789012345678901234567890.12"}) {
        native::decimal decimal{0, 10, 2};
        const std::string typed = std::string(sql) + "::numeric";
        EXPECT_EQ(caught([&] { read(typed, {type_kind::decimal, 10, 2}, decimal); }).code, errc::out_of_range) << sql;
    }
}

TEST_F(postgres_result_shape, a_number_of_another_scale_is_brought_to_the_wanted_one) {
    const auto decimal_of = [&](const char* sql, std::uint8_t scale) {
        native::decimal decimal{0, 18, scale};
        read(std::string("SELECT ") + sql + "::numeric", {type_kind::decimal, 18, scale}, decimal);
        return decimal.unscaled;
    };
    EXPECT_EQ(decimal_of("1", 2), 100);
    EXPECT_EQ(decimal_of("1.5000000000", 1), 15);
    EXPECT_EQ(decimal_of("-10000", 3), -10'000'000);
    EXPECT_EQ(decimal_of("100000000", 0), 100'000'000);
    EXPECT_EQ(decimal_of("0.0001", 4), 1);
    EXPECT_EQ(decimal_of("0.00010000", 5), 10);
    EXPECT_EQ(decimal_of("1e17", 0), 100'000'000'000'000'000);
    EXPECT_EQ(decimal_of("999999999999999999", 0), 999'999'999'999'999'999);
    EXPECT_EQ(decimal_of("0.000000000000000001", 18), 1);
    EXPECT_EQ(decimal_of("0", 18), 0);
}

} // namespace
} // namespace postgres_driver
