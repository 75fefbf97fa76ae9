// SPDX-License-Identifier: BSL-1.0
// Every native type goes to the server and comes back the same, and the server reads it as what it is.

#include "with_server.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

namespace postgres_driver {
namespace {

class postgres_round_trip : public with_server {
protected:
    /// Sends `value` as the server's type `sql_type`; leaves the statement on the row of what came back and its text.
    template <class Value>
    stoa::postgres::statement& send(const char* sql_type, type_def type, const Value& value) {
        const std::string cast = std::string("$1::") + sql_type;
        stoa::postgres::statement& statement = db().prepare(define(
            "SELECT $1, " + cast + "::text", {type}, {{type, true, "value"}, {{type_kind::text}, true, "text"}}));
        statement.bind(0, value);
        statement.execute(fetch::together);
        EXPECT_TRUE(statement.next());
        return statement;
    }

    template <class Value>
    void expect_same(const char* sql_type, type_kind kind, Value value, std::string_view text) {
        stoa::postgres::statement& statement = send(sql_type, {kind}, value);
        Value back{};
        statement.read(0, back);
        EXPECT_EQ(std::memcmp(&back, &value, sizeof value), 0) << text;
        native::text server_text;
        statement.read(1, server_text);
        EXPECT_EQ(server_text, text);
        EXPECT_FALSE(statement.is_null(0));
        statement.finish();
    }

    void expect_same(std::int64_t microseconds, std::string_view text) {
        stoa::postgres::statement& statement =
            send("timestamptz", {type_kind::timestamp}, native::timestamp{microseconds});
        native::timestamp back;
        statement.read(0, back);
        EXPECT_EQ(back.microseconds, microseconds);
        native::text server_text;
        statement.read(1, server_text);
        EXPECT_EQ(server_text, text);
        statement.finish();
    }

    void expect_same(native::decimal value, std::string_view text) {
        const type_def type{type_kind::decimal, value.precision, value.scale};
        stoa::postgres::statement& statement = send("numeric", type, value);
        native::decimal back{0, value.precision, value.scale};
        statement.read(0, back);
        EXPECT_EQ(back.unscaled, value.unscaled) << text;
        native::text server_text;
        statement.read(1, server_text);
        EXPECT_EQ(server_text, text);
        statement.finish();
    }
};

TEST_F(postgres_round_trip, booleans_and_integers_up_to_their_limits) {
    expect_same("boolean", type_kind::boolean, true, "true");
    expect_same("boolean", type_kind::boolean, false, "false");
    expect_same<std::int16_t>("int2", type_kind::int16, -32768, "-32768");
    expect_same<std::int16_t>("int2", type_kind::int16, 32767, "32767");
    expect_same<std::int32_t>("int4", type_kind::int32, std::numeric_limits<std::int32_t>::min(), "-2147483648");
    expect_same<std::int32_t>("int4", type_kind::int32, std::numeric_limits<std::int32_t>::max(), "2147483647");
    expect_same<std::int64_t>("int8", type_kind::int64, 0, "0");
    expect_same<std::int64_t>("int8", type_kind::int64, -2, "-2");
    expect_same("int8", type_kind::int64, std::numeric_limits<std::int64_t>::min(), "-9223372036854775808");
    expect_same("int8", type_kind::int64, std::numeric_limits<std::int64_t>::max(), "9223372036854775807");
}

TEST_F(postgres_round_trip, floating_point_bit_by_bit) {
    expect_same("float8", type_kind::float64, 0.1, "0.1");
    expect_same("float8", type_kind::float64, -0.0, "-0");
    expect_same("float8", type_kind::float64, 1e-300, "1e-300");
    expect_same("float8", type_kind::float64, std::numeric_limits<double>::denorm_min(), "5e-324");
    expect_same("float8", type_kind::float64, std::numeric_limits<double>::max(), "1.7976931348623157e+308");
    expect_same("float8", type_kind::float64, std::numeric_limits<double>::infinity(), "Infinity");
    expect_same("float8", type_kind::float64, -std::numeric_limits<double>::infinity(), "-Infinity");
    expect_same("float4", type_kind::float32, 0.1F, "0.1");
    expect_same("float4", type_kind::float32, std::numeric_limits<float>::denorm_min(), "1e-45");
    expect_same("float4", type_kind::float32, std::numeric_limits<float>::max(), "3.4028235e+38");
    expect_same("float4", type_kind::float32, -std::numeric_limits<float>::infinity(), "-Infinity");
}

TEST_F(postgres_round_trip, text_of_any_length) {
    const std::string megabyte(1 << 20, 'x');
    for (const std::string& text : {std::string(), std::string("'; DROP TABLE x; --"), std::string("\\x00 \" %s $1"),
                                    std::string("\xC3\x9F\xF0\x9F\x98\x80\xE2\x80\xAE"), megabyte}) {
        stoa::postgres::statement& statement = send("text", {type_kind::text}, native::text(text));
        native::text back;
        statement.read(0, back);
        EXPECT_EQ(back, text);
        EXPECT_FALSE(statement.is_null(0));
        statement.finish();
    }
    stoa::postgres::statement& statement = send("text", {type_kind::text}, native::text());
    EXPECT_FALSE(statement.is_null(0)) << "an empty view is an empty text, not NULL";
    statement.finish();
}

TEST_F(postgres_round_trip, bytes_with_nul_and_of_any_length) {
    std::vector<std::byte> megabyte(1 << 20);
    for (std::size_t i = 0; i != megabyte.size(); ++i) megabyte[i] = static_cast<std::byte>(i * 7);
    const std::vector<std::byte> few{std::byte{0}, std::byte{0xFF}, std::byte{0}, std::byte{0x5C}};
    for (const std::vector<std::byte>& bytes : {std::vector<std::byte>(), few, megabyte}) {
        stoa::postgres::statement& statement = send("bytea", {type_kind::bytes}, native::bytes(bytes));
        native::bytes back;
        statement.read(0, back);
        EXPECT_EQ(std::vector<std::byte>(back.begin(), back.end()), bytes);
        EXPECT_FALSE(statement.is_null(0));
        statement.finish();
    }
    stoa::postgres::statement& statement = send("bytea", {type_kind::bytes}, native::bytes(few));
    native::text text;
    statement.read(1, text);
    EXPECT_EQ(text, "\\x00ff005c");
    statement.finish();
}

TEST_F(postgres_round_trip, guids) {
    for (const std::string_view text : {"00000000-0000-0000-0000-000000000000", "0190f3a1-89ab-7cde-8f01-23456789abcd",
                                        "ffffffff-ffff-ffff-ffff-ffffffffffff"}) {
        const stoa::guid id = *stoa::guid::parse(text);
        stoa::postgres::statement& statement = send("uuid", {type_kind::guid}, id);
        stoa::guid back;
        statement.read(0, back);
        EXPECT_EQ(back, id);
        native::text server_text;
        statement.read(1, server_text);
        EXPECT_EQ(server_text, text);
        statement.finish();
    }
}

TEST_F(postgres_round_trip, documents) {
    for (const std::string_view text : {R"({"a": [1, 2.50, null, true], "b": {}})", "null", R"("x")", "[]"}) {
        stoa::postgres::statement& statement = send("jsonb", {type_kind::json}, native::json{text});
        native::json back;
        statement.read(0, back);
        EXPECT_EQ(back.text, text);
        statement.finish();
    }
}

TEST_F(postgres_round_trip, a_column_of_the_older_json_type_is_read_too) {
    stoa::postgres::statement& statement =
        db().prepare(define("SELECT '{\"a\" : 1}'::json", {}, {{{type_kind::json}, false, "doc"}}));
    statement.execute(fetch::together);
    ASSERT_TRUE(statement.next());
    native::json back;
    statement.read(0, back);
    EXPECT_EQ(back.text, "{\"a\" : 1}");
    statement.finish();
}

TEST_F(postgres_round_trip, the_kinds_of_text_the_server_has) {
    stoa::postgres::statement& statement =
        db().prepare(define("SELECT 'a'::varchar(3), 'b'::char(2), 'c'::name", {},
                            {{{type_kind::text}}, {{type_kind::text}}, {{type_kind::text}}}));
    statement.execute(fetch::together);
    ASSERT_TRUE(statement.next());
    for (const auto& [column, text] : {std::pair{0, "a"}, std::pair{1, "b "}, std::pair{2, "c"}}) {
        native::text back;
        statement.read(column, back);
        EXPECT_EQ(back, text);
    }
    statement.finish();
}

TEST_F(postgres_round_trip, times_from_year_1_to_9999) {
    expect_same(0, "1970-01-01 00:00:00+00");
    expect_same(-1, "1969-12-31 23:59:59.999999+00");
    expect_same(946'684'800'000'000, "2000-01-01 00:00:00+00");
    expect_same(stoa::min_timestamp.microseconds, "0001-01-01 00:00:00+00");
    expect_same(stoa::max_timestamp.microseconds, "9999-12-31 23:59:59.999999+00");
}

TEST_F(postgres_round_trip, dates_from_year_1_to_9999) {
    for (const auto& [days, text] :
         {std::pair{0, "1970-01-01"}, std::pair{-1, "1969-12-31"}, std::pair{10'957, "2000-01-01"},
          std::pair{-719'162, "0001-01-01"}, std::pair{2'932'896, "9999-12-31"}}) {
        stoa::postgres::statement& statement = send("date", {type_kind::date}, native::date{days});
        native::date back;
        statement.read(0, back);
        EXPECT_EQ(back.days, days);
        native::text server_text;
        statement.read(1, server_text);
        EXPECT_EQ(server_text, text);
        statement.finish();
    }
}

TEST_F(postgres_round_trip, decimals_of_every_scale) {
    expect_same(native::decimal{0, 18, 0}, "0");
    expect_same(native::decimal{0, 18, 2}, "0.00");
    expect_same(native::decimal{-1, 10, 2}, "-0.01");
    expect_same(native::decimal{100, 10, 2}, "1.00");
    expect_same(native::decimal{-123456, 10, 2}, "-1234.56");
    expect_same(native::decimal{999'999'999'999'999'999, 18, 0}, "999999999999999999");
    expect_same(native::decimal{-999'999'999'999'999'999, 18, 18}, "-0.999999999999999999");
    expect_same(native::decimal{100'000'000'000'000'000, 18, 0}, "100000000000000000");
    expect_same(native::decimal{10'000, 18, 4}, "1.0000");
    expect_same(native::decimal{1, 18, 4}, "0.0001");
    std::int64_t unscaled = 123'456'789'012'345'678;
    std::string digits = std::to_string(unscaled);
    for (std::uint8_t scale = 0; scale <= 18; ++scale) {
        std::string text = digits.substr(0, digits.size() - scale);
        if (text.empty()) text = "0";
        if (scale != 0) text += "." + digits.substr(digits.size() - scale);
        expect_same(native::decimal{unscaled, 18, scale}, text);
        expect_same(native::decimal{-unscaled, 18, scale}, "-" + text);
        expect_same(native::decimal{1, 18, scale}, scale == 0 ? "1" : "0." + std::string(scale - 1U, '0') + "1");
    }
}

TEST_F(postgres_round_trip, null_of_every_type) {
    for (int kind = 0; kind <= static_cast<int>(type_kind::decimal); ++kind) {
        const type_def type{static_cast<type_kind>(kind), 18, 0};
        stoa::postgres::statement& statement = db().prepare(define("SELECT $1", {type}, {{type, true, "value"}}));
        statement.bind_null(0);
        statement.execute(fetch::together);
        ASSERT_TRUE(statement.next());
        EXPECT_TRUE(statement.is_null(0));
        statement.finish();
    }
}

} // namespace
} // namespace postgres_driver
