// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/chrono.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace {

using namespace std::chrono_literals;
using stoa::from_native;
using stoa::to_native;

TEST(chrono, counts_days_and_microseconds_from_1970) {
    constexpr stoa::date day = std::chrono::sys_days(2024y / 2 / 29);
    static_assert(to_native(day).days == 19'782);
    static_assert(from_native(to_native(day)) == day);
    constexpr stoa::timestamp time = day + 12h + 1us;
    static_assert(to_native(time).microseconds == 19'782 * 86'400'000'000 + 43'200'000'001);
    static_assert(from_native(to_native(time)) == time);
    static_assert(to_native(stoa::timestamp(-1us)).microseconds == -1);
}

TEST(chrono, keeps_the_first_and_the_last_moment) {
    const stoa::date first = std::chrono::sys_days(1y / 1 / 1), last = std::chrono::sys_days(9999y / 12 / 31);
    EXPECT_EQ(to_native(first).days, stoa::min_date.days);
    EXPECT_EQ(to_native(last).days, stoa::max_date.days);
    EXPECT_EQ(to_native(stoa::timestamp(first)).microseconds, stoa::min_timestamp.microseconds);
    EXPECT_EQ(to_native(stoa::timestamp(last + 24h) - 1us).microseconds, stoa::max_timestamp.microseconds);
}

template <class Function>
stoa::errc code_of(const Function& function) {
    try {
        function();
    } catch (const stoa::mapping_error& error) {
        return error.code();
    }
    return stoa::errc::unknown;
}

TEST(chrono, refuses_what_lies_beyond_on_the_way_in) {
    const stoa::date first = std::chrono::sys_days(1y / 1 / 1), last = std::chrono::sys_days(9999y / 12 / 31);
    using stoa::errc;
    EXPECT_EQ(code_of([&] { (void)to_native(first - 24h); }), errc::out_of_range);
    EXPECT_EQ(code_of([&] { (void)to_native(first - std::chrono::days(1)); }), errc::out_of_range);
    EXPECT_EQ(code_of([&] { (void)to_native(last + std::chrono::days(1)); }), errc::out_of_range);
    EXPECT_EQ(code_of([&] { (void)to_native(stoa::timestamp(last + 24h)); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { (void)to_native(stoa::timestamp::max()); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { (void)to_native(stoa::date::min()); }), errc::out_of_range);
}

TEST(chrono, refuses_what_lies_beyond_on_the_way_out) {
    using stoa::errc;
    constexpr auto infinity = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(code_of([] { (void)from_native(stoa::native::timestamp{infinity}); }), errc::out_of_range);
    EXPECT_EQ(code_of([] { (void)from_native(stoa::native::date{stoa::min_date.days - 1}); }), errc::out_of_range);
}

} // namespace
