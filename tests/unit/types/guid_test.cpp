// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/guid.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace {

using stoa::guid;
using namespace stoa::literals;

constexpr std::string_view canonical = "0190f3a1-89ab-7cde-8f01-23456789abcd";

template <guid Value>
constexpr std::string_view described() {
    return Value.is_nil() ? "nil" : "some";
}

TEST(guid, is_nil_by_default) {
    constexpr guid value;
    EXPECT_TRUE(value.is_nil());
    EXPECT_EQ(to_string(value), "00000000-0000-0000-0000-000000000000");
    EXPECT_EQ(value.version(), 0);
    EXPECT_EQ(value.variant(), 0);
}

TEST(guid, reads_and_writes_its_canonical_text_while_compiling) {
    constexpr guid value = "0190f3a1-89ab-7cde-8f01-23456789abcd"_guid;
    static_assert(value == guid::from_string(canonical));
    constexpr std::array<char, 36> text = value.to_chars();
    static_assert(std::string_view(text.data(), text.size()) == canonical);
    static_assert(value.version() == 7 && value.variant() == 1);
    EXPECT_EQ(to_string(value), canonical);
}

TEST(guid, reads_upper_case_braces_and_plain_digits) {
    const guid value = guid::from_string(canonical);
    EXPECT_EQ(guid::parse("0190F3A1-89AB-7CDE-8F01-23456789ABCD"), value);
    EXPECT_EQ(guid::parse("{0190f3a1-89ab-7cde-8f01-23456789abcd}"), value);
    EXPECT_EQ(guid::parse("0190f3a189ab7cde8f0123456789abcd"), value);
}

TEST(guid, reads_nothing_else) {
    for (const std::string_view text :
         {"", "0190f3a1-89ab-7cde-8f01-23456789abc", "0190f3a1-89ab-7cde-8f01-23456789abcde",
          "0190f3a189ab-7cde-8f01-23456789abcd", "0190f3a1-89ab-7cde-8f0123456789-abcd",
          "g190f3a1-89ab-7cde-8f01-23456789abcd", "0190f3a1-89ab-7cde-8f01-23456789abc ",
          "{0190f3a1-89ab-7cde-8f01-23456789abcd", "{0190f3a189ab7cde8f0123456789abcd}",
          "urn:uuid:0190f3a1-89ab-7cde-8f01-23456789abcd", "0190f3a1 89ab 7cde 8f01 23456789abcd",
          "\xFF\xFF"
          "90f3a1-89ab-7cde-8f01-23456789abcd"})
        EXPECT_EQ(guid::parse(text), std::nullopt) << text;
}

TEST(guid, reads_every_hexadecimal_digit_in_every_place_and_no_other_character) {
    constexpr std::string_view digits = "0123456789abcdef", upper = "0123456789ABCDEF";
    for (std::size_t at = 0; at != canonical.size(); ++at) {
        if (canonical[at] == '-') continue;
        for (int code = 0; code != 256; ++code) {
            std::string text(canonical);
            text[at] = static_cast<char>(code);
            const std::size_t value = std::min(digits.find(text[at]), upper.find(text[at]));
            const std::optional<guid> read = guid::parse(text);
            ASSERT_EQ(read.has_value(), value != std::string_view::npos) << at << ' ' << code;
            if (!read) continue;
            text[at] = digits[value];
            ASSERT_EQ(to_string(*read), text);
        }
    }
}

TEST(guid, refuses_bad_text_with_an_error_that_does_not_repeat_it) {
    try {
        (void)guid::from_string("secret");
        FAIL();
    } catch (const stoa::mapping_error& error) {
        EXPECT_EQ(error.code(), stoa::errc::invalid_value);
        EXPECT_EQ(std::string_view(error.what()).find("secret"), std::string_view::npos);
    }
}

TEST(guid, keeps_its_bytes_in_printed_order) {
    const guid value = guid::from_string(canonical);
    EXPECT_EQ(value.bytes()[0], std::byte{0x01});
    EXPECT_EQ(value.bytes()[1], std::byte{0x90});
    EXPECT_EQ(value.bytes()[15], std::byte{0xcd});
    EXPECT_EQ(guid::from_bytes(value.bytes()), value);
}

TEST(guid, orders_as_its_text_does) {
    std::vector<std::string> texts{"00000000-0000-0000-0000-000000000001", "80000000-0000-0000-0000-000000000000",
                                   "7f000000-0000-0000-0000-000000000000", "00000000-0000-0000-0001-000000000000",
                                   "ffffffff-ffff-ffff-ffff-ffffffffffff"};
    std::vector<guid> values;
    for (const std::string& text : texts) values.push_back(guid::from_string(text));
    std::sort(texts.begin(), texts.end());
    std::sort(values.begin(), values.end());
    for (std::size_t i = 0; i != texts.size(); ++i) EXPECT_EQ(to_string(values[i]), texts[i]);
}

TEST(guid, tells_all_variants) {
    EXPECT_EQ("00000000-0000-0000-7000-000000000000"_guid.variant(), 0);
    EXPECT_EQ("00000000-0000-0000-8000-000000000000"_guid.variant(), 1);
    EXPECT_EQ("00000000-0000-0000-b000-000000000000"_guid.variant(), 1);
    EXPECT_EQ("00000000-0000-0000-c000-000000000000"_guid.variant(), 2);
    EXPECT_EQ("00000000-0000-0000-e000-000000000000"_guid.variant(), 3);
}

TEST(guid, can_be_a_template_argument) {
    static_assert(described<guid{}>() == "nil");
    static_assert(described<"00000000-0000-0000-0000-000000000001"_guid>() == "some");
}

TEST(guid, hashes_differ_when_any_byte_differs) {
    std::unordered_set<std::size_t> hashes;
    for (std::size_t i = 0; i != 16; ++i)
        for (int bit = 0; bit != 8; ++bit) {
            guid value;
            value.bytes_[i] = static_cast<std::byte>(1 << bit);
            hashes.insert(std::hash<guid>()(value));
        }
    EXPECT_EQ(hashes.size(), 128U);
}

} // namespace
