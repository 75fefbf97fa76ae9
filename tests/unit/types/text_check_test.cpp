// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/text_check.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <string_view>

namespace {

using stoa::find_invalid_text;
using stoa::is_valid_text;
using namespace std::string_view_literals;

std::string encode(unsigned code) { // the UTF-8 pattern, also for numbers that are no characters
    const auto byte = [](unsigned value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
    if (code < 0x10000) return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
    return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)), byte(0x80 | (code >> 6 & 0x3F)),
            byte(0x80 | (code & 0x3F))};
}

TEST(text_check, accepts_every_character_but_nul_and_surrogates) {
    for (unsigned code = 1; code <= 0x10FFFF; ++code) {
        const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        ASSERT_EQ(is_valid_text(encode(code)), !surrogate) << code;
    }
    for (unsigned code = 0x110000; code < 0x200000; code += 0xFFF) ASSERT_FALSE(is_valid_text(encode(code))) << code;
}

TEST(text_check, accepts_no_two_bytes_but_the_characters_up_to_u07ff) {
    int good = 0;
    for (int a = 0x80; a != 0x100; ++a)
        for (int b = 0; b != 0x100; ++b) good += is_valid_text(std::string{static_cast<char>(a), static_cast<char>(b)});
    EXPECT_EQ(good, 0x800 - 0x80);
}

TEST(text_check, refuses_longer_spellings_than_needed) {
    EXPECT_FALSE(is_valid_text("\xC0\x80"));
    EXPECT_FALSE(is_valid_text("\xC1\xBF"));
    EXPECT_FALSE(is_valid_text("\xE0\x9F\xBF"));
    EXPECT_FALSE(is_valid_text("\xF0\x8F\xBF\xBF"));
}

TEST(text_check, refuses_a_character_cut_off_at_the_end) {
    const std::string text = "price: \xE2\x82\xAC and \xF0\x9F\x98\x80";
    EXPECT_TRUE(is_valid_text(text));
    for (std::size_t cut = 1; cut != 4; ++cut)
        EXPECT_EQ(find_invalid_text(std::string_view(text).substr(0, text.size() - cut)), text.size() - 4);
}

TEST(text_check, finds_a_bad_byte_wherever_it_stands) {
    for (std::size_t size = 1; size != 40; ++size)
        for (std::size_t at = 0; at != size; ++at)
            for (const char bad : {'\0', '\x80', '\xFF'}) {
                std::string text(size, '\x01');
                text[at] = bad;
                ASSERT_EQ(find_invalid_text(text), at) << size;
            }
}

TEST(text_check, finds_a_bad_byte_in_front_of_and_behind_a_character_of_many_bytes) {
    for (std::size_t size = 1; size != 30; ++size)
        for (std::size_t at = 0; at != size; ++at) {
            const std::string text = std::string(at, 'a') + "\u20AC" + std::string(size - at, 'b');
            ASSERT_TRUE(is_valid_text(text)) << text;
            for (std::size_t bad = 0; bad != size + 3; ++bad) {
                std::string other = text;
                other[bad] = bad < at || bad >= at + 3 ? '\0' : '\xFF';
                ASSERT_EQ(find_invalid_text(other), bad < at || bad >= at + 3 ? bad : at) << text << bad;
            }
        }
}

TEST(text_check, works_while_compiling) {
    static_assert(is_valid_text("Brontë, Ω, 漢字, 😀 and plain text that is long"));
    static_assert(is_valid_text(""));
    static_assert(find_invalid_text("abc\0def"sv) == 3);
    static_assert(!is_valid_text("\xED\xA0\x80"));
}

TEST(text_check, tells_the_offset_but_never_the_text) {
    for (const std::string_view text : {"secret\0"sv, "secret\xFF"sv}) {
        try {
            stoa::check_text(text);
            FAIL();
        } catch (const stoa::mapping_error& error) {
            EXPECT_EQ(error.code(), stoa::errc::invalid_value);
            const std::string_view what = error.what();
            EXPECT_NE(what.find("at byte 6"), std::string_view::npos) << what;
            EXPECT_EQ(what.find("secret"), std::string_view::npos) << what;
        }
    }
    EXPECT_NO_THROW(stoa::check_text("fine"));
}

TEST(text_check, refuses_nan_and_keeps_infinities) {
    EXPECT_THROW(stoa::check_number(std::numeric_limits<double>::quiet_NaN()), stoa::mapping_error);
    EXPECT_THROW(stoa::check_number(std::numeric_limits<float>::quiet_NaN()), stoa::mapping_error);
    EXPECT_NO_THROW(stoa::check_number(std::numeric_limits<double>::infinity()));
    EXPECT_NO_THROW(stoa::check_number(-std::numeric_limits<float>::infinity()));
    EXPECT_NO_THROW(stoa::check_number(-0.0));
}

} // namespace
