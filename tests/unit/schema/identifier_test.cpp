// SPDX-License-Identifier: BSL-1.0
#include "stoa/schema/identifier.hpp"

#include "stoa/schema/naming.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace {

using stoa::column_def, stoa::column_list, stoa::conventional_name, stoa::identifier;

TEST(identifier, keeps_up_to_63_bytes) {
    static_assert(identifier("books").view() == "books");
    static_assert(identifier().empty() && identifier("").empty());
    const std::string longest(63, 'x');
    EXPECT_EQ(identifier(longest).view(), longest);
}

TEST(identifier, cuts_longer_names_and_marks_them_with_a_hash) {
    const identifier name(std::string(64, 'x'));
    EXPECT_EQ(name.view().size(), 63U);
    EXPECT_EQ(name.view().substr(0, 55), std::string(54, 'x') + "_");
    EXPECT_EQ(name.view().substr(55).find_first_not_of("0123456789abcdef"), std::string_view::npos);
}

TEST(identifier, long_names_that_differ_at_their_end_stay_different) {
    const std::string start(80, 'x');
    EXPECT_NE(identifier(start + "a"), identifier(start + "b"));
    EXPECT_EQ(identifier(start + "a"), identifier(start + "a"));
}

TEST(identifier, the_hash_is_the_same_in_every_build) {
    // FNV-1a, 32 bits, of 64 times "a".
    std::uint32_t hash = 2166136261U;
    for (int i = 0; i != 64; ++i) hash = (hash ^ 'a') * 16777619U;
    char digits[9];
    std::snprintf(digits, sizeof(digits), "%08x", hash);
    EXPECT_EQ(identifier(std::string(64, 'a')).view(), std::string(54, 'a') + "_" + digits);
    static_assert(identifier("a_name_of_more_than_sixty_three_bytes_that_will_have_to_be_cut_somewhere").view() ==
                  identifier("a_name_of_more_than_sixty_three_bytes_that_will_have_to_be_cut_somewhere").view());
}

TEST(identifier, does_not_cut_a_character_in_two) {
    // The 54th byte is the first of an ö.
    const identifier name(std::string(53, 'x') + "öööööö");
    EXPECT_EQ(name.view().substr(0, 54), std::string(53, 'x') + "_");
    EXPECT_EQ(name.view().size(), 62U);
    const identifier fits(std::string(52, 'x') + "ööööööö");
    EXPECT_EQ(fits.view().substr(0, 55), std::string(52, 'x') + "ö_");
}

TEST(conventional_name, joins_prefix_table_columns_and_rule) {
    static constexpr std::array<column_def, 2> columns{column_def{.name = "author_id", .type = {}},
                                                       column_def{.name = "title", .type = {}}};
    constexpr column_list both = [] {
        column_list list;
        list.add(1);
        list.add(0);
        return list;
    }();
    static_assert(conventional_name("ix", "books", columns, both).view() == "ix_books_title_author_id");
    static_assert(conventional_name("pk", "books", columns, {}).view() == "pk_books");
    static_assert(conventional_name("ck", "books", columns, both, "length").view() ==
                  "ck_books_title_author_id_length");
}

} // namespace
