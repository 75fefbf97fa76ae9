// SPDX-License-Identifier: BSL-1.0
// Views of elements that others keep.

#include "stoa/core/list_view.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace {

using stoa::list_view;

int sum(list_view<const int> all) {
    int total = 0;
    for (int each : all) total += each;
    return total;
}

TEST(list_view, is_of_arrays_and_containers) {
    const int plain[]{1, 2, 3};
    const std::array<int, 2> fixed{4, 5};
    const std::vector<int> grown{6, 7, 8, 9};
    EXPECT_EQ(sum(plain), 6);
    EXPECT_EQ(sum(fixed), 9);
    EXPECT_EQ(sum(grown), 30);
    EXPECT_EQ(sum(std::span<const int>(grown)), 30);
    EXPECT_EQ(sum(list_view<const int>(grown.data() + 1, 2)), 15);
    EXPECT_EQ(sum(std::array<int, 0>{}), 0);
    EXPECT_TRUE(list_view<const int>().empty());
}

TEST(list_view, is_of_nothing_else) {
    static_assert(std::is_convertible_v<std::vector<int>&, list_view<const int>>);
    static_assert(std::is_convertible_v<std::vector<int>&, list_view<int>>);
    static_assert(!std::is_convertible_v<const std::vector<int>&, list_view<int>>);
    static_assert(!std::is_convertible_v<const std::vector<long>&, list_view<const int>>);
    static_assert(!std::is_convertible_v<const std::string&, list_view<const int>>);
    static_assert(!std::is_convertible_v<int, list_view<const int>>);
}

TEST(list_view, changes_what_it_views) {
    std::vector<int> kept{1, 2, 3};
    const list_view<int> view = kept;
    view[1] = 5;
    view.front() = 4;
    view.back() = 6;
    EXPECT_EQ(kept, (std::vector<int>{4, 5, 6}));
}

TEST(list_view, has_parts) {
    static constexpr std::array<int, 5> kept{1, 2, 3, 4, 5};
    constexpr list_view<const int> all(kept);
    static_assert(all.first(2).size() == 2 && all.first(2).back() == 2);
    static_assert(all.subspan(3).size() == 2 && all.subspan(3).front() == 4);
    static_assert(all.subspan(1, 3).size() == 3 && all.subspan(1, 3)[2] == 4);
    static_assert(all.subspan(5).empty());
}

} // namespace
