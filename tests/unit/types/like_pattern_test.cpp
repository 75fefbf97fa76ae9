// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/like_pattern.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace {

using stoa::escape_like;
using stoa::glob_from_like;
using stoa::is_like_pattern;

TEST(like_pattern, translates_wildcards_to_glob) {
    EXPECT_EQ(glob_from_like(""), "");
    EXPECT_EQ(glob_from_like("A%"), "A*");
    EXPECT_EQ(glob_from_like("%a_c%"), "*a?c*");
    EXPECT_EQ(glob_from_like("é_漢%"), "é?漢*");
}

TEST(like_pattern, takes_the_meaning_from_what_glob_alone_finds_special) {
    EXPECT_EQ(glob_from_like("*?[]"), "[*][?][[]]");
    EXPECT_EQ(glob_from_like("[a-z]"), "[[]a-z]");
}

TEST(like_pattern, minds_escapes) {
    EXPECT_EQ(glob_from_like(R"(50\%\_\\)"), R"(50%_\)");
    EXPECT_EQ(glob_from_like(R"(\*\?\[\a)"), "[*][?][[]a");
    EXPECT_EQ(glob_from_like(R"(\é%)"), "é*");
}

TEST(like_pattern, refuses_a_backslash_that_escapes_nothing) {
    static_assert(is_like_pattern("") && is_like_pattern("a") && is_like_pattern(R"(a\\)") &&
                  is_like_pattern(R"(\\\\)"));
    static_assert(!is_like_pattern("\\") && !is_like_pattern(R"(a\)") && !is_like_pattern(R"(\\\)"));
    static_assert(is_like_pattern(R"(\a)"));
    try {
        (void)glob_from_like(R"(secret\)");
        FAIL();
    } catch (const stoa::mapping_error& error) {
        EXPECT_EQ(error.code(), stoa::errc::invalid_value);
        EXPECT_EQ(std::string_view(error.what()).find("secret"), std::string_view::npos);
    }
    EXPECT_THROW(stoa::check_like_pattern("%\\"), stoa::mapping_error);
    EXPECT_NO_THROW(stoa::check_like_pattern("%\\\\"));
}

TEST(like_pattern, escapes_text_that_is_to_be_found_as_it_is) {
    EXPECT_EQ(escape_like(R"(100%_\é*)"), R"(100\%\_\\é*)");
    EXPECT_EQ(glob_from_like(escape_like(R"(100%_\é*)")), R"(100%_\é[*])");
}

} // namespace
