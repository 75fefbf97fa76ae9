// SPDX-License-Identifier: BSL-1.0
// A list travels as one parameter, an array, so that the statement's text never depends on its length.

#include "with_server.hpp"

#include <cstddef>
#include <cstdint>
#include <numeric>

namespace postgres_driver {
namespace {

class postgres_list : public with_server {
protected:
    /// The server's own text of a list.
    template <class Values>
    std::string text_of(const char* sql_type, type_def type, const Values& values) {
        const statement_info& info =
            define(std::string("SELECT $1::") + sql_type + "[]::text", {type}, {{{type_kind::text}}});
        stoa::postgres::statement& statement = db().prepare(info);
        const finisher finish{statement};
        statement.bind(0, native::list{type, std::span<const typename Values::value_type>(values)});
        statement.execute(fetch::together);
        EXPECT_TRUE(statement.next());
        native::text text;
        statement.read(0, text);
        return std::string(text);
    }
};

using integers = std::vector<std::int64_t>;

TEST_F(postgres_list, integers_and_booleans) {
    EXPECT_EQ(text_of("int2", list_of(type_kind::int16), integers{-32768, 0, 32767}), "{-32768,0,32767}");
    EXPECT_EQ(text_of("int4", list_of(type_kind::int32), integers{-2147483648, 7}), "{-2147483648,7}");
    EXPECT_EQ(text_of("int8", list_of(type_kind::int64), integers{INT64_MIN, INT64_MAX}),
              "{-9223372036854775808,9223372036854775807}");
    EXPECT_EQ(text_of("bool", list_of(type_kind::boolean), integers{1, 0}), "{t,f}");
}

TEST_F(postgres_list, floating_point) {
    EXPECT_EQ(text_of("float8", list_of(type_kind::float64), std::vector<double>{0.1, 1e-300}), "{0.1,1e-300}");
    EXPECT_EQ(text_of("float4", list_of(type_kind::float32), std::vector<double>{0.5, -2}), "{0.5,-2}");
}

TEST_F(postgres_list, times_dates_and_decimals) {
    EXPECT_EQ(text_of("timestamptz", list_of(type_kind::timestamp), integers{0, 1}),
              "{\"1970-01-01 00:00:00+00\",\"1970-01-01 00:00:00.000001+00\"}");
    EXPECT_EQ(text_of("date", list_of(type_kind::date), integers{-719'162, 2'932'896}), "{0001-01-01,9999-12-31}");
    EXPECT_EQ(text_of("numeric", list_of(type_kind::decimal, 10, 2), integers{0, -1, 123456}), "{0.00,-0.01,1234.56}");
}

TEST_F(postgres_list, text_bytes_documents_and_guids) {
    EXPECT_EQ(text_of("text", list_of(type_kind::text), std::vector<std::string>{"", "a,b", "NULL", "\"{}\\"}),
              R"({"","a,b","NULL","\"{}\\"})");
    EXPECT_EQ(text_of("jsonb", list_of(type_kind::json), std::vector<std::string>{"[1]", "null"}), R"({[1],"null"})");
    EXPECT_EQ(text_of("bytea", list_of(type_kind::bytes),
                      std::vector<std::vector<std::byte>>{{}, {std::byte{0}, std::byte{255}}}),
              R"({"\\x","\\x00ff"})");
    EXPECT_EQ(text_of("uuid", list_of(type_kind::guid), std::vector<stoa::guid>(2)),
              "{00000000-0000-0000-0000-000000000000,00000000-0000-0000-0000-000000000000}");
}

TEST_F(postgres_list, empty_lists_of_every_type) {
    EXPECT_EQ(text_of("int8", list_of(type_kind::int64), integers{}), "{}");
    EXPECT_EQ(text_of("numeric", list_of(type_kind::decimal, 10, 2), integers{}), "{}");
    EXPECT_EQ(text_of("float8", list_of(type_kind::float64), std::vector<double>{}), "{}");
    EXPECT_EQ(text_of("text", list_of(type_kind::text), std::vector<std::string>{}), "{}");
    EXPECT_EQ(text_of("bytea", list_of(type_kind::bytes), std::vector<std::vector<std::byte>>{}), "{}");
    EXPECT_EQ(text_of("uuid", list_of(type_kind::guid), std::vector<stoa::guid>{}), "{}");
}

TEST_F(postgres_list, of_ten_thousand_values_finds_what_is_in_it) {
    integers values(10'000);
    std::iota(values.begin(), values.end(), 1);
    const statement_info& info = define("SELECT count(*) FROM generate_series(-5, 20000) AS n WHERE n = ANY($1)",
                                        {list_of(type_kind::int64)}, {{{type_kind::int64}}});
    stoa::postgres::statement& statement = db().prepare(info);
    for (const std::size_t size : {std::size_t{10'000}, std::size_t{0}, std::size_t{3}}) {
        statement.bind(0, native::list{list_of(type_kind::int64), std::span(std::as_const(values)).first(size)});
        statement.execute(fetch::together);
        ASSERT_TRUE(statement.next());
        std::int64_t found = -1;
        statement.read(0, found);
        EXPECT_EQ(found, static_cast<std::int64_t>(size));
        statement.finish();
    }
    std::vector<std::string> words;
    for (std::int64_t value : values) words.push_back(std::to_string(value) + std::string(200, 'x'));
    EXPECT_EQ(text_of("text", list_of(type_kind::text), words).size(), 10'000 * 201 + 38'894 + 1U);
}

TEST_F(postgres_list, is_bound_as_it_is_declared) {
    const statement_info& info = define("SELECT 1 WHERE 1 = ANY($1)", {list_of(type_kind::int32)});
    const integers values{1};
    const std::vector<double> reals{1};
    stoa::postgres::statement& statement = db().prepare(info);
    const finisher finish{statement};
    const stoa::error_info other = caught([&] {
        statement.bind(0, native::list{list_of(type_kind::int64), std::span<const std::int64_t>(values)});
    });
    EXPECT_EQ(other.code, errc::usage);
    EXPECT_EQ(other.message,
              "parameter $1 is declared as a list of int32 and was bound as a list of int64. Bind the declared type.");
    EXPECT_EQ(caught([&] { statement.bind(0, 1); }).code, errc::usage);
    EXPECT_EQ(caught([&] { statement.bind(1, 1); }).code, errc::usage);
    EXPECT_EQ(caught([&] { statement.bind(-1, 1); }).code, errc::usage);
    EXPECT_EQ(caught([&] {
                  statement.bind(0, native::list{list_of(type_kind::int32), std::span<const double>(reals)});
              }).code,
              errc::usage);
}

} // namespace
} // namespace postgres_driver
