// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/json_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

namespace {

using stoa::canonical_json;
using stoa::json_quote;
using namespace std::string_literals;
using namespace std::string_view_literals;

void expect_canonical(std::string_view text, std::string_view expected) {
    const std::string canonical = canonical_json(text);
    EXPECT_EQ(canonical, expected) << text;
    EXPECT_EQ(canonical_json(canonical), canonical) << text;
}

std::string refusal(std::string_view text) {
    try {
        (void)canonical_json(text);
    } catch (const stoa::mapping_error& error) {
        EXPECT_EQ(error.code(), stoa::errc::invalid_value);
        return error.what();
    }
    return "accepted";
}

TEST(json_text, keeps_the_seven_kinds_of_values) {
    for (const std::string_view text : {"null", "true", "false", "0", "-1.5", "\"text\"", "[]", "{}", "[1,[2],{}]",
                                        "\"\"", "[\"\"]", "{\"\":0}", "{\"a\":[]}", "[null,true,false]"})
        expect_canonical(text, text);
}

TEST(json_text, drops_white_space) {
    expect_canonical(" \t\r\n[ 1 , 2 ,\n{ \"a\" : null } , [ ] , { } ] \n", R"([1,2,{"a":null},[],{}])");
    expect_canonical("\"a b\"", "\"a b\"");
}

TEST(json_text, sorts_members_by_the_bytes_of_their_names) {
    expect_canonical(R"({"b":1,"a":2})", R"({"a":2,"b":1})");
    expect_canonical(R"({"bb":1,"c":2,"b":3,"":4,"B":5,"é":6,"z":7})",
                     R"({"":4,"B":5,"b":3,"bb":1,"c":2,"z":7,"é":6})");
    expect_canonical(R"({"o":{"y":1,"x":[{"n":1,"m":2}]},"a":0})", R"({"a":0,"o":{"x":[{"m":2,"n":1}],"y":1}})");
    expect_canonical(R"({"a!":1,"a":2})", R"({"a":2,"a!":1})");
}

TEST(json_text, keeps_the_last_of_equal_names_however_they_are_spelt) {
    expect_canonical(R"({"a":1,"a":2})", R"({"a":2})");
    expect_canonical(R"({"a":1,"b":3,"\u0061":2})", R"({"a":2,"b":3})");
    expect_canonical(R"({"x":{"a":1},"x":null,"x":[{"d":1,"d":2}]})", R"({"x":[{"d":2}]})");
}

TEST(json_text, escapes_only_what_must_be_escaped) {
    expect_canonical(R"("\"\\\/\b\f\n\r\t")", R"("\"\\/\b\f\n\r\t")");
    expect_canonical(R"("\u0022\u005c\u002F\u0008\u000C\u000a\u000D\u0009")", R"("\"\\/\b\f\n\r\t")");
    expect_canonical(R"("\u0001\u001F\u007f")", "\"\\u0001\\u001f\x7f\"");
    expect_canonical(R"("\u00e9\u20AC\uD83D\uDE00\uFFFF\uFDD0")", "\"é€😀\xEF\xBF\xBF\xEF\xB7\x90\"");
    expect_canonical("\"é€😀\"", "\"é€😀\"");
    expect_canonical(R"("\uDBFF\uDFFF")", "\"\xF4\x8F\xBF\xBF\"");
}

TEST(json_text, spells_equal_numbers_alike) {
    for (const std::string_view zero :
         {"0", "-0", "0.0", "-0.000", "0e5", "0E-999999999999", "0e999999999999999999999"})
        expect_canonical(zero, "0");
    for (const std::string_view text : {"1000", "1e3", "1E+3", "1.0e3", "1000.00", "10000e-1", "0.001e6", "1e03"})
        expect_canonical(text, "1000");
    for (const std::string_view text : {"-1.1", "-1.10", "-11e-1", "-0.11E+01", "-1100e-3"})
        expect_canonical(text, "-1.1");
    expect_canonical("0.1", "0.1");
    expect_canonical("123456789012345678", "123456789012345678");
    expect_canonical("-9223372036854775808", "-9223372036854775808");
    expect_canonical("3.14159265358979323846264338327950288", "3.14159265358979323846264338327950288");
}

TEST(json_text, keeps_numbers_that_are_canonical_and_mends_those_that_nearly_are) {
    for (const std::string_view text :
         {"0", "7", "-7", "0.5", "-0.5", "10.25", "-123456789.000001", "123456789012345678"})
        expect_canonical(text, text);
    expect_canonical("[-0, -0.0, 0.0, 10.50, 0.050, 1.0, 123456789012345678901234]",
                     "[0,0,0,10.5,0.05,1,1.23456789012345678901234e+23]");
}

TEST(json_text, writes_very_large_and_small_numbers_with_an_exponent) {
    expect_canonical("1e20", "100000000000000000000");
    expect_canonical("1e21", "1e+21");
    expect_canonical("123456789012345678901", "123456789012345678901");
    expect_canonical("1234567890123456789012", "1.234567890123456789012e+21");
    expect_canonical("0.000001", "0.000001");
    expect_canonical("0.0000001", "1e-7");
    expect_canonical("-12.5e-8", "-1.25e-7");
    expect_canonical("1E400", "1e+400");
    expect_canonical("1" + std::string(400, '0'), "1e+400");
    expect_canonical("0." + std::string(399, '0') + "15", "1.5e-400");
}

TEST(json_text, takes_the_numbers_that_fit_the_exact_type_of_every_database) {
    expect_canonical("1e131071", "1e+131071");
    expect_canonical("1e-16383", "1e-16383");
    expect_canonical("1.5e-16382", "1.5e-16382");
    for (const std::string_view text : {"1e131072", "-10e131071", "1e-16384", "1.5e-16383", "1e999999999999999999999",
                                        "1e-10000000", "1e-99999999999999999999"})
        EXPECT_NE(refusal(text).find("too many digits to be stored, at byte 0"), std::string::npos) << text;
}

TEST(json_text, takes_512_levels_and_no_more) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    expect_canonical(nested(512), nested(512));
    EXPECT_NE(refusal(nested(513)).find("deeper than 512, at byte 512"), std::string::npos);
    EXPECT_NE(refusal(std::string(1'000'000, '[')).find("deeper than 512"), std::string::npos);
    std::string objects;
    for (int i = 0; i != 1000; ++i) objects += "{\"a\":";
    EXPECT_NE(refusal(objects).find("deeper than 512"), std::string::npos);
}

TEST(json_text, refuses_what_is_not_json) {
    for (const std::string_view text : {"",
                                        " ",
                                        "nul",
                                        "nulll",
                                        "True",
                                        "NULL",
                                        "undefined",
                                        "NaN",
                                        "Infinity",
                                        "-Infinity",
                                        "'a'",
                                        "a",
                                        "1 2",
                                        "[",
                                        "]",
                                        "{",
                                        "}",
                                        "[1",
                                        "[1,",
                                        "[1,]",
                                        "[,1]",
                                        "[,]",
                                        "[1,,2]",
                                        "[1 2]",
                                        "[1:2]",
                                        "[1}",
                                        "{]",
                                        "[]]",
                                        "{}}",
                                        "{\"a\"}",
                                        "{\"a\":}",
                                        "{\"a\":1,}",
                                        "{,}",
                                        "{\"a\":1 \"b\":2}",
                                        "{\"a\",1}",
                                        "{a:1}",
                                        "{1:1}",
                                        "{'a':1}",
                                        "{\"a\":1,,\"b\":2}",
                                        "{null:1}",
                                        "{\"a\":1",
                                        "{\"a\"",
                                        "{\"a",
                                        "{\"a\":1}x",
                                        "[]x",
                                        "[1]//c",
                                        "/**/1",
                                        "#1",
                                        "\"",
                                        "\"a",
                                        "\"\\\"",
                                        "\"\\",
                                        "\"\\x41\"",
                                        "\"\\'\"",
                                        "\"\\a\"",
                                        "\"\\0\"",
                                        "\"\\u\"",
                                        "\"\\u12\"",
                                        "\"\\u123",
                                        "\"\\u123g\"",
                                        "\"\\U0041\"",
                                        "\"\t\"",
                                        "\"\n\"",
                                        "\"\x1F\"",
                                        "+1",
                                        "-",
                                        "--1",
                                        "- 1",
                                        "-a",
                                        "01",
                                        "-01",
                                        "00",
                                        "1.",
                                        ".1",
                                        "-.1",
                                        "1.e1",
                                        "1.1.1",
                                        "1e",
                                        "1e+",
                                        "1e-",
                                        "1E+-1",
                                        "1e1.5",
                                        "1ee1",
                                        "0x10",
                                        "1_000",
                                        "1,5",
                                        "1a",
                                        "\v1",
                                        "\f1",
                                        "\xA0",
                                        "[1\xC2\xA0]",
                                        "\xEF\xBB\xBF{}",
                                        "\xFE\xFF",
                                        "*",
                                        "<null>",
                                        "[\"a\" \"b\"]",
                                        "[\x01]"})
        EXPECT_NE(refusal(text), "accepted") << text;
}

TEST(json_text, refuses_what_some_database_cannot_store) {
    for (const std::string_view text : {"\"\\u0000\""sv,
                                        "{\"\\u0000\":1}"sv,
                                        "\"a\0b\""sv,
                                        "1\0"sv,
                                        "\0"sv,
                                        "[\0]"sv,
                                        "\"\\uD800\""sv,
                                        "\"\\uDC00\""sv,
                                        "\"\\uD800x\""sv,
                                        "\"\\uD800\\n\""sv,
                                        "\"\\uD800\\u0041\""sv,
                                        "\"\\uD800\\uD800\""sv,
                                        "\"\\uDFFF\\uD800\""sv,
                                        "\"\\uD800\\"sv,
                                        "\"\\uD800\\uDC0\""sv,
                                        "\"\xED\xA0\x80\""sv,
                                        "\"\xC0\xAF\""sv,
                                        "\"\xFF\""sv,
                                        "\"\x80\""sv,
                                        "\"\xE2\x82\""sv,
                                        "\"\xF4\x90\x80\x80\""sv,
                                        "{\"\xE9\":1}"sv,
                                        "\"\xF0\x9F\x98"sv})
        EXPECT_NE(refusal(text), "accepted") << text;
}

TEST(json_text, tells_where_and_why_but_never_the_document) {
    const std::string what = refusal(R"({"secret": [1, 2,]})");
    EXPECT_NE(what.find("a value is expected, at byte 17"), std::string::npos) << what;
    EXPECT_EQ(what.find("secret"), std::string::npos) << what;
    EXPECT_NE(refusal("\xEF\xBB\xBF{}").find("byte order mark"), std::string::npos);
    EXPECT_NE(refusal("\"ab\\u0000\"").find("\\u0000 cannot be stored, at byte 3"), std::string::npos);
    EXPECT_NE(refusal("[1] 2").find("text behind the document, at byte 4"), std::string::npos);
}

TEST(json_text, comes_to_the_same_form_by_way_of_a_database_that_prints_documents_its_own_way) {
    // What was given, and what jsonb of PostgreSQL 15 prints for it.
    const std::pair<std::string_view, std::string_view> printed[] = {
        {R"({"bb":1,"a":[1,2.50],"b":{}})", R"({"a": [1, 2.50], "b": {}, "bb": 1})"},
        {R"({"long":1,"b":2,"c":3})", R"({"b": 2, "c": 3, "long": 1})"},
        {R"(1.50e+30)", "1500000000000000000000000000000"},
        {R"([-0, -0.0, 1e-9])", "[0, 0.0, 0.000000001]"},
        {R"("\u0001\u001f\/\u007f\u00e9")", "\"\\u0001\\u001f/\x7f\xC3\xA9\""},
        {R"({"a":1,"a":{"b":null}})", R"({"a": {"b": null}})"},
    };
    for (const auto& [given, stored] : printed) EXPECT_EQ(canonical_json(given), canonical_json(stored)) << given;
}

TEST(json_text, can_be_longer_than_what_was_read) {
    std::string given = "[", expected = "[";
    for (int i = 0; i != 50; ++i) {
        given += i == 0 ? "1e20" : ",1e20";
        expected += i == 0 ? "100000000000000000000" : ",100000000000000000000";
    }
    expect_canonical(given + "]", expected + "]");
    expect_canonical(R"({"b":1e20,"a":1e20})", R"({"a":100000000000000000000,"b":100000000000000000000})");
}

TEST(json_text, sorts_names_that_begin_alike_and_objects_within_others) {
    expect_canonical(
        R"({"12345678b":1,"12345678":2,"12345678a":3,"1234567":4,"":5," ":6,"!":7,"\"":8,"a\"b":9,"a\\b":0,"a":1})",
        R"({"":5," ":6,"!":7,"1234567":4,"12345678":2,"12345678a":3,"12345678b":1,"\"":8,"a":1,"a\"b":9,"a\\b":0})");
    expect_canonical(R"({"b": [{"z": 1, "y": {"x": 2, "w": 3}}, 4], "a": {}})",
                     R"({"a":{},"b":[{"y":{"w":3,"x":2},"z":1},4]})");
}

TEST(json_text, sorts_a_large_object) {
    std::string given = "{", expected = "{";
    for (int i = 0; i != 5000; ++i) {
        const auto member = [](int n) { return "\"" + std::to_string(10000 + n) + "\":" + std::to_string(n); };
        given += (i == 0 ? "" : ",") + member(4999 - i);
        expected += (i == 0 ? "" : ",") + member(i);
    }
    expect_canonical(given + "}", expected + "}");
}

TEST(json_quote, writes_a_string_that_reads_back) {
    EXPECT_EQ(json_quote("plain"), "\"plain\"");
    EXPECT_EQ(json_quote(""), "\"\"");
    EXPECT_EQ(json_quote("a\"b\\c/d\n\x01é"), "\"a\\\"b\\\\c/d\\n\\u0001é\"");
    for (int c = 1; c != 128; ++c) {
        const std::string quoted = json_quote(std::string(1, static_cast<char>(c)));
        EXPECT_EQ(canonical_json(quoted), quoted);
    }
    EXPECT_THROW((void)json_quote("a\0b"sv), stoa::mapping_error);
    EXPECT_THROW((void)json_quote("\xFF"), stoa::mapping_error);
}

} // namespace
