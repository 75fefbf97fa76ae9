// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/json_document.hpp"

#include "stoa/types/document.hpp"

#include <gtest/gtest.h>

#include <string>
#include <unordered_set>

namespace {

using stoa::json_document;

TEST(json_document, is_null_by_default) {
    EXPECT_EQ(json_document().text(), "null");
    EXPECT_EQ(json_document(), json_document::parse(" null "));
}

TEST(json_document, holds_canonical_text) {
    EXPECT_EQ(json_document::parse(R"({ "b": 1.0, "a": "\u0061" })").text(), R"({"a":"a","b":1})");
}

TEST(json_document, is_equal_however_it_was_written) {
    const auto a = json_document::parse(R"({"pages": 1e2, "lang": "en"})");
    const auto b = json_document::parse(R"({"lang":"en","pages":100.0})");
    EXPECT_EQ(a, b);
    EXPECT_NE(a, json_document::parse(R"({"lang":"en","pages":101})"));
    EXPECT_NE(json_document::parse("1"), json_document::parse("\"1\""));
}

TEST(json_document, hashes_by_value) {
    const std::unordered_set<json_document> documents{json_document::parse("[1]"), json_document::parse("[ 1.0 ]"),
                                                      json_document::parse("[2]")};
    EXPECT_EQ(documents.size(), 2U);
}

TEST(json_document, gives_its_text_away_when_it_is_not_needed_any_more) {
    const std::string text = json_document::parse("[1]").text();
    EXPECT_EQ(text, "[1]");
}

TEST(json_document, refuses_text_that_is_not_json) {
    EXPECT_THROW((void)json_document::parse("{"), stoa::mapping_error);
}

TEST(json_document, is_read_into_the_memory_it_has_and_stays_as_it_is_if_there_is_none_to_read) {
    json_document document = json_document::parse('"' + std::string(100, 'x') + '"');
    const char* const memory = document.text().data();
    stoa::mapping<json_document>::decode({R"([{"b": 1, "a": 2}])"}, document);
    EXPECT_EQ(document.text(), R"([{"a":2,"b":1}])");
    EXPECT_EQ(document.text().data(), memory);
    EXPECT_THROW(stoa::mapping<json_document>::decode({R"({"a": 1, "b": tru})"}, document), stoa::mapping_error);
    EXPECT_EQ(document.text(), R"([{"a":2,"b":1}])");
}

} // namespace
