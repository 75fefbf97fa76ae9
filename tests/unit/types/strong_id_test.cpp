// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/strong_id.hpp"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>
#include <unordered_set>

namespace {

using author_id = stoa::strong_id<struct author_tag>;
using book_id = stoa::strong_id<struct book_tag>;
using book_code = stoa::strong_id<struct book_code_tag, std::string>;

TEST(strong_id, holds_its_value) {
    static_assert(author_id().value == 0 && author_id(7).value == 7 && author_id{7} == author_id(7));
    EXPECT_EQ(book_code("x-1").value, "x-1");
}

TEST(strong_id, converts_to_nothing_by_itself) {
    static_assert(!std::is_convertible_v<std::int64_t, author_id> && !std::is_convertible_v<author_id, std::int64_t>);
    static_assert(!std::is_constructible_v<author_id, book_id> && !std::is_convertible_v<book_id, author_id>);
    static_assert(!std::equality_comparable_with<author_id, book_id>);
}

TEST(strong_id, compares_and_hashes_as_its_value) {
    static_assert(author_id(1) < author_id(2) && author_id(2) != author_id(1));
    EXPECT_LT(book_code("a"), book_code("b"));
    const std::unordered_set<author_id> ids{author_id(1), author_id(1), author_id(2)};
    EXPECT_EQ(ids.size(), 2U);
}

} // namespace
