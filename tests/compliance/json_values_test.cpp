// SPDX-License-Identifier: BSL-1.0
// Documents come back in their canonical form, and equal documents are equal to the database too.

#include "cells.hpp"

namespace json_values {

using stoa::json_document;

struct documents : stoa_test::databases {};

json_document json(std::string_view text) {
    return json_document::parse(text);
}

std::string nested(char open, char close, std::size_t depth) {
    return std::string(depth, open) + std::string(depth, close);
}

TEST_P(documents, of_every_kind_are_kept_and_found_again) {
    std::vector<json_document> values;
    for (const char* text : {"null",
                             "true",
                             "false",
                             "0",
                             "-1",
                             "1.5",
                             R"("")",
                             R"("text")",
                             R"("null")",
                             R"("1")",
                             "[]",
                             "{}",
                             "[null]",
                             "[[]]",
                             "[{}]",
                             R"({"":""})",
                             R"({"a":null})",
                             R"({"a":{"b":{"c":[1,2,[3,{"d":4}]]}}})",
                             R"([1,"1",1.1,true,null])",
                             "9223372036854775807",
                             "9223372036854775808",
                             "-9223372036854775809",
                             "18446744073709551616",
                             "123456789012345678901234567890",
                             "0.1",
                             "0.30000000000000004",
                             "1e-300",
                             "-1e300",
                             "1.7976931348623157e308",
                             "0.000000000000000000000000000000000000001",
                             "3.14159265358979323846264338327950288419716939937510582",
                             R"("\" \\ \/ \b \f \n \r \t")",
                             R"("\u0001\u001f\u007f")",
                             R"("\u00e9\u20ac\ud83d\ude00")",
                             R"(" ' ; -- $1 ?1 % ")",
                             R"({"\u00e9":1,"e\u0301":2})",
                             R"({"b":1,"a":2,"aa":3,"B":4,"1":5,"10":6,"2":7})",
                             R"({"a b":1,"a\"b":2,"a\\b":3,"$.a":4})",
                             "[1,2]",
                             "[2,1]"})
        values.push_back(json(text));
    cells::fill(db(), values);
    cells::expect_rows(db(), values);
    cells::expect_found(db(), values);
    cells::expect_updated(db(), values);
}

TEST_P(documents, equal_ones_are_found_by_every_spelling) {
    cells::fill<json_document>(db(), {json("1.1"), json("1000"), json(R"({"a":1,"b":[true,"\u00e9"]})"), json("0"),
                                      json(R"({"k":2})"), json(R"("/")"), json("100000000000000000000")});
    const auto rows = [&](std::string_view text) {
        return cells::rows_where<json_document>(db(), cells::value<json_document> == json(text));
    };
    EXPECT_EQ(rows("1.10"), (cells::ids{1}));
    EXPECT_EQ(rows("11e-1"), (cells::ids{1}));
    EXPECT_EQ(rows("1e3"), (cells::ids{2}));
    EXPECT_EQ(rows("1E+3"), (cells::ids{2}));
    EXPECT_EQ(rows("1000.000"), (cells::ids{2}));
    EXPECT_EQ(rows(" { \"b\" : [ true , \"\xC3\xA9\" ] ,\n\"a\" : 1.0 } "), (cells::ids{3}));
    EXPECT_EQ(rows("-0.0"), (cells::ids{4}));
    EXPECT_EQ(rows(R"({"k":1,"k":2})"), (cells::ids{5})); // the last of equal names counts
    EXPECT_EQ(rows(R"("\/")"), (cells::ids{6}));
    EXPECT_EQ(rows("1e20"), (cells::ids{7}));
    EXPECT_EQ(rows("100000000000000000001"), cells::ids{});
    EXPECT_EQ(rows("1.11"), cells::ids{});
}

TEST_P(documents, of_great_depth_are_kept) {
    std::string objects = "1";
    for (int i = 0; i != 500; ++i) objects = "{\"a\":" + objects + "}";
    cells::expect_kept<json_document>(
        db(), {json(nested('[', ']', 500)), json(nested('[', ']', stoa::max_json_depth)), json(objects)});
}

TEST_P(documents, with_the_longest_numbers_are_kept) {
    const std::string digits(2000, '7');
    cells::expect_kept<json_document>(
        db(), {json(digits), json("-0." + digits), json("1e131071"), json("-9e-16383"), json(digits + "." + digits)});
}

TEST_P(documents, of_one_mebibyte_are_kept_and_found_again) {
    std::string members = "{";
    for (int i = 0; members.size() < 1U << 20U; ++i)
        members += (i == 0 ? "\"k" : ",\"k") + std::to_string(i * 7919 % 65536) + "\":[" + std::to_string(i) +
                   ",\"\xE2\x82\xAC\"]";
    const std::vector<json_document> values{json(members + "}"), json('"' + std::string(1U << 20U, 'x') + '"')};
    ASSERT_GT(values[0].text().size(), 900'000U);
    cells::expect_kept(db(), values);
    EXPECT_EQ(cells::rows_where<json_document>(db(), cells::value<json_document> == values[0]), (cells::ids{2}));
    EXPECT_EQ(cells::rows_where<json_document>(db(), cells::value<json_document>.in({values[1]})), (cells::ids{1}));
}

TEST_P(documents, a_json_null_is_not_null) {
    cells::expect_nullable(db(), json("null"), json("{}"));
}

TEST_P(documents, written_by_another_program_are_read_in_canonical_form) {
    cells::fill<json_document>(db(), {json("0")});
    db().execute(R"(UPDATE cell SET value = '{ "b" : [1.10, 1e2], "a" : "\u0041" }')");
    const auto found = db().find<cells::cell<json_document>>(1);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->value.text(), R"({"a":"A","b":[1.1,100]})");
}

STOA_TEST_ON_EVERY_DATABASE(documents);

} // namespace json_values
