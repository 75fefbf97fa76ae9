// SPDX-License-Identifier: BSL-1.0
#include "support.hpp"

namespace {

using namespace sqlite_test;
using stoa::errc;
using stoa::type_kind;
using stoa::driver::fetch;
using stoa::sqlite::connection;
namespace native = stoa::native;

/// The code of reading `expression` as a Value; empty if that succeeds.
template <class Value>
std::optional<errc> code_of_reading(const std::string& expression, Value value = {}) {
    connection db("sqlite::memory:");
    one_statement question(db, "SELECT " + expression);
    question->execute(fetch::together);
    EXPECT_TRUE(question->next());
    const auto error = error_of([&] { question->read(0, value); });
    if (!error) return std::nullopt;
    return error->code();
}

constexpr errc mismatch = errc::mapping_mismatch;

template <class Value>
void expect_only(std::string_view fitting, std::string_view also = {}) {
    for (const std::string_view expression : {"NULL", "7", "0.5", "'x'", "x'00'"})
        EXPECT_EQ(code_of_reading<Value>(std::string(expression)),
                  expression == fitting || expression == also ? std::nullopt : std::optional(mismatch))
            << expression;
}

TEST(sqlite_misfit, every_type_reads_its_own_storage_and_nothing_else) {
    expect_only<bool>("");
    expect_only<std::int16_t>("7");
    expect_only<std::int32_t>("7");
    expect_only<std::int64_t>("7");
    expect_only<native::decimal>("7");
    // A whole number in a REAL column is an integer in an upsert's RETURNING.
    expect_only<float>("0.5", "7");
    expect_only<double>("0.5", "7");
    expect_only<native::text>("'x'");
    expect_only<native::json>("'x'");
    expect_only<native::bytes>("x'00'");
    expect_only<stoa::guid>("");
    expect_only<native::timestamp>("");
    expect_only<native::date>("");
}

TEST(sqlite_misfit, an_integer_is_a_double_only_where_it_is_one) {
    EXPECT_EQ(code_of_reading<double>("9007199254740992"), std::nullopt);
    EXPECT_EQ(code_of_reading<double>("-9007199254740992"), std::nullopt);
    EXPECT_EQ(code_of_reading<double>("9007199254740993"), mismatch);
    EXPECT_EQ(code_of_reading<double>("-9223372036854775808"), mismatch);
}

TEST(sqlite_misfit, a_boolean_is_0_or_1) {
    EXPECT_EQ(code_of_reading<bool>("0"), std::nullopt);
    EXPECT_EQ(code_of_reading<bool>("1"), std::nullopt);
    EXPECT_EQ(code_of_reading<bool>("2"), mismatch);
    EXPECT_EQ(code_of_reading<bool>("-1"), mismatch);
}

TEST(sqlite_misfit, a_narrow_integer_does_not_wrap) {
    EXPECT_EQ(code_of_reading<std::int16_t>("32767"), std::nullopt);
    EXPECT_EQ(code_of_reading<std::int16_t>("32768"), errc::out_of_range);
    EXPECT_EQ(code_of_reading<std::int16_t>("-32769"), errc::out_of_range);
    EXPECT_EQ(code_of_reading<std::int32_t>("-2147483648"), std::nullopt);
    EXPECT_EQ(code_of_reading<std::int32_t>("2147483648"), errc::out_of_range);
}

TEST(sqlite_misfit, a_double_beyond_float_does_not_become_infinite) {
    EXPECT_EQ(code_of_reading<float>("1e38"), std::nullopt);
    EXPECT_EQ(code_of_reading<float>("1e39"), errc::out_of_range);
    EXPECT_EQ(code_of_reading<float>("-1e39"), errc::out_of_range);
    EXPECT_EQ(code_of_reading<float>("-9e999"), std::nullopt);
}

TEST(sqlite_misfit, text_must_be_what_it_is_read_as) {
    EXPECT_EQ(code_of_reading<stoa::guid>("'0190f3a1-7fff-7abc-8def-0123456789ag'"), mismatch);
    EXPECT_EQ(code_of_reading<stoa::guid>("'{0190f3a1-7fff-7abc-8def-0123456789ab}'"), mismatch);
    EXPECT_EQ(code_of_reading<stoa::guid>("x'0190'"), mismatch);
    EXPECT_EQ(code_of_reading<native::timestamp>("'2024-02-30T00:00:00.000000Z'"), mismatch);
    EXPECT_EQ(code_of_reading<native::timestamp>("'2024-02-28 00:00:00'"), mismatch);
    EXPECT_EQ(code_of_reading<native::date>("'2024-02-30'"), mismatch);
    EXPECT_EQ(code_of_reading<native::date>("'2024-02-29'"), std::nullopt);
}

TEST(sqlite_misfit, a_decimal_keeps_its_digits_or_throws) {
    EXPECT_EQ(code_of_reading("9999", native::decimal{0, 4, 2}), std::nullopt);
    EXPECT_EQ(code_of_reading("-9999", native::decimal{0, 4, 2}), std::nullopt);
    EXPECT_EQ(code_of_reading("10000", native::decimal{0, 4, 2}), errc::out_of_range);
    EXPECT_EQ(code_of_reading("-9223372036854775808", native::decimal{0, 18, 2}), errc::out_of_range);
}

TEST(sqlite_misfit, a_decimal_is_rescaled_only_when_that_is_exact) {
    static constexpr stoa::result_column results[] = {{{type_kind::decimal, 18, 2}, false, "price"}};
    static constexpr stoa::statement_info info{"SELECT 1250", {}, results, nullptr};
    connection db("sqlite::memory:");
    stoa::sqlite::statement& question = db.prepare(info);
    question.execute(fetch::together);
    ASSERT_TRUE(question.next());
    native::decimal value{0, 18, 3};
    question.read(0, value);
    EXPECT_EQ(value.unscaled, 12500);
    value = {0, 18, 1};
    question.read(0, value);
    EXPECT_EQ(value.unscaled, 125);
    value = {0, 18, 0};
    const auto error = error_of([&] { question.read(0, value); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::out_of_range);
    value = {0, 4, 3};
    EXPECT_TRUE(error_of([&] { question.read(0, value); }));
}

TEST(sqlite_misfit, the_message_names_column_types_and_remedy_but_no_value) {
    static constexpr stoa::result_column results[] = {{{type_kind::int64}, false, "volume"}, {{type_kind::text}}};
    static constexpr stoa::statement_info info{"SELECT 'secret', NULL", {}, results, nullptr};
    connection db("sqlite::memory:");
    stoa::sqlite::statement& question = db.prepare(info);
    question.execute(fetch::together);
    ASSERT_TRUE(question.next());
    std::int64_t number = 0;
    const auto error = error_of([&] { question.read(0, number); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->info().message, "the column \"volume\" holds TEXT where int64 was expected. stoa stores int64 as "
                                     "INTEGER; correct the field's type or the data, or CAST in SQL."
                                     "\ncolumn 2 of the result holds NULL where text was expected. Read it into "
                                     "std::optional, or declare the column NOT NULL.");
    EXPECT_EQ(error->sql(), info.sql);
    native::text text;
    const auto null = error_of([&] { question.read(1, text); });
    ASSERT_TRUE(null);
    EXPECT_EQ(null->info().message, "column 2 of the result holds NULL where text was expected. Read it into "
                                    "std::optional, or declare the column NOT NULL.");
}

TEST(sqlite_misfit, the_number_of_columns_is_checked_when_preparing) {
    static constexpr stoa::result_column results[] = {{{type_kind::int64}}, {{type_kind::int64}}};
    static constexpr stoa::statement_info info{"SELECT 1", {}, results, nullptr};
    connection db("sqlite::memory:");
    const auto error = error_of([&] { db.prepare(info); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), mismatch);
    EXPECT_NE(std::string(error->what()).find("returns 1 columns where 2 were expected"), std::string::npos);
}

TEST(sqlite_misfit, reading_without_a_row_throws) {
    connection db("sqlite::memory:");
    one_statement question(db, "SELECT 1");
    std::int64_t value = 0;
    EXPECT_TRUE(error_of([&] { question->read(0, value); }));
    question->execute(fetch::together);
    ASSERT_TRUE(question->next());
    EXPECT_TRUE(error_of([&] { question->read(1, value); }));
    EXPECT_TRUE(error_of([&] { question->read(-1, value); }));
    EXPECT_FALSE(question->next());
    EXPECT_TRUE(error_of([&] { question->read(0, value); }));
}

TEST(sqlite_misfit, binding_what_is_no_parameter_throws) {
    connection db("sqlite::memory:");
    one_statement question(db, "SELECT ?1");
    for (const int parameter : {-1, 1}) {
        const auto error = error_of([&] { question->bind(parameter, std::int64_t{0}); });
        ASSERT_TRUE(error);
        EXPECT_EQ(error->code(), errc::usage);
    }
}

} // namespace
