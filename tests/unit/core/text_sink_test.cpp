// SPDX-License-Identifier: BSL-1.0
#include "stoa/core/text_sink.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace {

using stoa::text_sink;

std::string written(std::int64_t number) {
    return stoa::write_text([number](text_sink& out) { out.number(number); });
}

TEST(text_sink, counts_without_a_buffer) {
    constexpr std::size_t size = [] {
        text_sink sink;
        sink << "SELECT " << '*' << std::string_view("\0x", 2);
        sink.number(-12);
        return sink.size();
    }();
    static_assert(size == 7 + 1 + 2 + 3);
}

TEST(text_sink, writes_what_it_counted) {
    EXPECT_EQ(stoa::write_text([](text_sink& out) { out << "a" << 'b' << ""; }), "ab");
    EXPECT_EQ(stoa::write_text([](text_sink&) {}), "");
}

TEST(text_sink, writes_the_whole_range_of_64_bits) {
    using limits = std::numeric_limits<std::int64_t>;
    EXPECT_EQ(written(0), "0");
    EXPECT_EQ(written(-1), "-1");
    EXPECT_EQ(written(10), "10");
    EXPECT_EQ(written(limits::max()), "9223372036854775807");
    EXPECT_EQ(written(limits::min()), "-9223372036854775808");
}

TEST(text_sink, can_be_chained_behind_a_number) {
    EXPECT_EQ(stoa::write_text([](text_sink& out) { out.number(1) << ", " << '2'; }), "1, 2");
}

TEST(text_sink, makes_constants_that_end_with_a_nul) {
    constexpr const auto& text = stoa::written_text<[](text_sink& out) { out << "CREATE"; }>;
    static_assert(text.view() == "CREATE");
    static_assert(text.data[6] == '\0' && sizeof(text) == 7);
}

} // namespace
