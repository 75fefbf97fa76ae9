// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/detail/json_scanner.hpp"

#include "stoa/core/error.hpp"
#include "stoa/types/detail/json_reader.hpp"
#include "stoa/types/text_check.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

namespace {

using stoa::detail::is_canonical_json;

constexpr bool scan(std::string_view text) {
    return is_canonical_json(text);
}

static_assert(scan(R"({"a":[1,-2.5,true,false,null,"x"],"b":{"c":{}}})"));
static_assert(!scan(R"({"b":1,"a":2})") && !scan(R"({"a":1,"a":2})") && !scan(R"({"a":})") && !scan(R"({"a"})"));
static_assert(scan(R"({"":1," ":1,"a":1,"a ":1,"a!b":1,"aa":1})") && !scan(R"({" ":1,"":1})") &&
              !scan(R"({"a!b":1,"a ":1})") && !scan(R"({"aa":1,"a":1})"));
static_assert(!scan("[01]") && !scan("[-0]") && !scan("[1.50]") && !scan("[1e3]") && !scan("[0.01]") && !scan("[1.]") &&
              !scan("[-]") && !scan("[-.5]") && !scan("[1234567890123456]"));
static_assert(scan("[0]") && scan("[-1]") && scan("[0.5]") && scan("[123456789012345]") && scan("[12345678901234.5]"));
static_assert(!scan("[1, 2]") && !scan(" [1]") && !scan("[1] ") && !scan("") && !scan("[1,]") && !scan("[") &&
              !scan("[]]") && !scan("[1}") && !scan("[[]") && !scan("{\"a}") && !scan("[tru]"));

std::string read(std::string_view text) {
    return std::string(stoa::detail::json_reader(text).read());
}

/// What the scanner accepts is exactly what the reader would write, and what the reader writes it reads as the same.
void expect_agreement(const std::string& text) {
    std::string written;
    try {
        written = read(text);
    } catch (const stoa::mapping_error&) {
        EXPECT_FALSE(scan(text)) << text;
        return;
    }
    if (scan(text)) {
        EXPECT_EQ(written, text);
    }
    EXPECT_TRUE(stoa::is_valid_text(written));
    EXPECT_EQ(read(written), written);
}

TEST(json_scanner, accepts_only_what_the_reader_would_write_itself) {
    std::mt19937 random(20240917);
    const std::string_view alphabet = "{}[]\":,.-+eE0123456789abtruefalsn \\\n\xC3\xA9";
    for (int round = 0; round != 200'000; ++round) {
        std::string text;
        const std::size_t size = random() % 12;
        for (std::size_t n = 0; n != size; ++n) text += alphabet[random() % alphabet.size()];
        if (round % 2 == 0) text = '[' + text + ']';
        expect_agreement(text);
    }
}

TEST(json_scanner, agrees_with_the_reader_on_mutations_of_a_document) {
    std::mt19937 random(20240918);
    const std::string document =
        R"({"a":[1,22,-3.5,{"k":0.25}],"b":"a text of many characters, é","c":{"x":true,"y":null},"d":[[],{}]})";
    ASSERT_TRUE(scan(document));
    const std::string_view alphabet = "{}[]\":,.-e0129azx \\\n\x1F\x7F\x80\xC3\xA9\xFF";
    int accepted = 0;
    for (int round = 0; round != 100'000; ++round) {
        std::string text = document;
        for (std::size_t n = random() % 3 + 1; n != 0; --n)
            text[random() % text.size()] = alphabet[random() % alphabet.size()];
        accepted += scan(text);
        expect_agreement(text);
    }
    EXPECT_GT(accepted, 1000);
}

} // namespace
