// SPDX-License-Identifier: BSL-1.0
#include "stoa/core/fixed_string.hpp"
#include "stoa/core/unsatisfied.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <type_traits>

namespace {

using stoa::fixed_string;

template <fixed_string Text>
struct tagged {
    static constexpr std::string_view text = Text;
};

template <class T>
concept small = (sizeof(T) == 1) || stoa::unsatisfied<"stoa[E000]: too large.">();

template <class T>
constexpr bool is_small(T) {
    return false;
}

template <small T>
constexpr bool is_small(T) {
    return true;
}

TEST(fixed_string, carries_a_literal_in_a_type) {
    static_assert(tagged<"books">::text == "books");
    static_assert(std::is_same_v<tagged<"books">, tagged<fixed_string("books")>>);
    static_assert(!std::is_same_v<tagged<"books">, tagged<"book">>);
}

TEST(fixed_string, does_not_count_the_nul_at_its_end) {
    constexpr fixed_string text("abc");
    static_assert(text.size() == 3 && text.view() == "abc" && text.data[3] == '\0');
    static_assert(fixed_string("").view().empty());
    static_assert(fixed_string("a\0b").size() == 3);
}

TEST(fixed_string, copies_text_of_its_size) {
    constexpr std::string_view name = "pages and more";
    static_assert(std::is_same_v<tagged<fixed_string<5>::copy_of(name)>, tagged<"pages">>);
}

TEST(unsatisfied, leaves_a_concept_usable_for_overloads) {
    static_assert(is_small('a') && !is_small(1));
    static_assert(!stoa::unsatisfied<"stoa[E000]: never.">());
}

} // namespace
