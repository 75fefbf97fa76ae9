// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/iso_text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <random>
#include <string>
#include <string_view>

namespace {

using stoa::iso_text;
using stoa::parse_iso;
namespace native = stoa::native;

template <std::size_t N>
std::string text_of(const std::array<char, N>& text) {
    return {text.data(), N};
}

constexpr bool is_date(std::string_view text) {
    native::date value;
    return parse_iso(text, value);
}

constexpr bool is_timestamp(std::string_view text) {
    native::timestamp value;
    return parse_iso(text, value);
}

TEST(iso_text, writes_and_reads_while_compiling) {
    constexpr auto epoch = iso_text(native::timestamp{0});
    static_assert(std::string_view(epoch.data(), epoch.size()) == "1970-01-01T00:00:00.000000Z");
    constexpr auto leap_day = iso_text(native::date{11'016});
    static_assert(std::string_view(leap_day.data(), leap_day.size()) == "2000-02-29");
    static_assert(is_date("2024-02-29") && is_timestamp("2024-02-29T23:59:59.999999Z"));
}

TEST(iso_text, names_the_first_and_the_last_moment) {
    EXPECT_EQ(text_of(iso_text(stoa::min_date)), "0001-01-01");
    EXPECT_EQ(text_of(iso_text(stoa::max_date)), "9999-12-31");
    EXPECT_EQ(text_of(iso_text(stoa::min_timestamp)), "0001-01-01T00:00:00.000000Z");
    EXPECT_EQ(text_of(iso_text(stoa::max_timestamp)), "9999-12-31T23:59:59.999999Z");
}

TEST(iso_text, refuses_to_write_beyond_years_1_to_9999) {
    const auto code_of = [](auto value) {
        try {
            (void)iso_text(value);
        } catch (const stoa::mapping_error& error) {
            return error.code();
        }
        return stoa::errc::unknown;
    };
    EXPECT_EQ(code_of(native::date{stoa::min_date.days - 1}), stoa::errc::out_of_range);
    EXPECT_EQ(code_of(native::date{stoa::max_date.days + 1}), stoa::errc::out_of_range);
    EXPECT_EQ(code_of(native::timestamp{stoa::min_timestamp.microseconds - 1}), stoa::errc::out_of_range);
    EXPECT_EQ(code_of(native::timestamp{stoa::max_timestamp.microseconds + 1}), stoa::errc::out_of_range);
    EXPECT_EQ(code_of(native::timestamp{std::numeric_limits<std::int64_t>::min()}), stoa::errc::out_of_range);
}

TEST(iso_text, agrees_with_chrono_on_every_day_of_ten_thousand_years) {
    for (std::int32_t days = stoa::min_date.days; days <= stoa::max_date.days; ++days) {
        const std::chrono::year_month_day day(std::chrono::sys_days{std::chrono::days(days)});
        const auto text = iso_text(native::date{days});
        const auto pair = [&text](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
        ASSERT_EQ(pair(0) * 100 + pair(2), static_cast<int>(day.year()));
        ASSERT_EQ(pair(5), static_cast<int>(static_cast<unsigned>(day.month())));
        ASSERT_EQ(pair(8), static_cast<int>(static_cast<unsigned>(day.day())));
        native::date back;
        ASSERT_TRUE(parse_iso({text.data(), text.size()}, back));
        ASSERT_EQ(back.days, days);
    }
}

TEST(iso_text, accepts_a_day_exactly_if_the_calendar_has_it) {
    for (const int year : {1, 4, 100, 400, 1900, 2000, 2023, 2024, 9999})
        for (int month = 0; month != 14; ++month)
            for (int day = 0; day != 33; ++day) {
                char text[32]{};
                std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
                const bool exists = std::chrono::year_month_day(std::chrono::year(year),
                                                                std::chrono::month(static_cast<unsigned>(month)),
                                                                std::chrono::day(static_cast<unsigned>(day)))
                                        .ok();
                ASSERT_EQ(is_date(text), exists) << text;
            }
}

TEST(iso_text, reads_back_random_times_and_sorts_as_they_do) {
    std::mt19937_64 random(20240229);
    std::uniform_int_distribution<std::int64_t> any(stoa::min_timestamp.microseconds, stoa::max_timestamp.microseconds);
    native::timestamp last{any(random)};
    for (int i = 0; i != 20'000; ++i) {
        const native::timestamp value{any(random)};
        const std::string text = text_of(iso_text(value));
        native::timestamp back;
        ASSERT_TRUE(parse_iso(text, back)) << text;
        ASSERT_EQ(back.microseconds, value.microseconds);
        ASSERT_EQ(text < text_of(iso_text(last)), value.microseconds < last.microseconds);
        last = value;
    }
}

TEST(iso_text, reads_each_part_of_a_time) {
    native::timestamp value;
    ASSERT_TRUE(parse_iso("1970-01-02T03:04:05.678901Z", value));
    EXPECT_EQ(value.microseconds, ((24LL + 3) * 3600 + 4 * 60 + 5) * 1'000'000 + 678'901);
    ASSERT_TRUE(parse_iso("1969-12-31T23:59:59.999999Z", value));
    EXPECT_EQ(value.microseconds, -1);
}

TEST(iso_text, refuses_times_that_do_not_exist_and_other_spellings) {
    for (const std::string_view text : {"",
                                        "2024-01-01T24:00:00.000000Z",
                                        "2024-01-01T23:60:00.000000Z",
                                        "2024-01-01T23:59:60.000000Z",
                                        "2023-02-29T00:00:00.000000Z",
                                        "2024-02-30T00:00:00.000000Z",
                                        "0000-01-01T00:00:00.000000Z",
                                        "2024-01-01 00:00:00.000000Z",
                                        "2024-01-01T00:00:00.000000",
                                        "2024-01-01T00:00:00.000000+",
                                        "2024-01-01T00:00:00.00000Z",
                                        "2024-01-01T00:00:00Z",
                                        "2024-01-01t00:00:00.000000Z",
                                        "2024-01-01T00:00:00.000000z",
                                        "2024-01-01T00:00:00,000000Z",
                                        "2024-01-01T-1:00:00.000000Z",
                                        "2024-01-01T00:00:00.-00001Z",
                                        "2024/01/01T00:00:00.000000Z",
                                        "2024-01-01T 0:00:00.000000Z",
                                        "+024-01-01T00:00:00.000000Z",
                                        "2024-01-01T00:00:00.0000000"})
        EXPECT_FALSE(is_timestamp(text)) << text;
    for (const std::string_view text : {"", "2024-1-1", "20240101", "2024-01-01 ", "2024-13-01", "2024-00-01",
                                        "2024-01-00", "2024-04-31", "10000-01-1", "-001-01-01", "2024-01-0:"})
        EXPECT_FALSE(is_date(text)) << text;
}

TEST(iso_text, leaves_the_value_alone_when_the_text_is_bad) {
    native::date day{5};
    EXPECT_FALSE(parse_iso("2024-02-30", day));
    EXPECT_EQ(day.days, 5);
    native::timestamp time{5};
    EXPECT_FALSE(parse_iso("2024-02-30T00:00:00.000000Z", time));
    EXPECT_EQ(time.microseconds, 5);
}

} // namespace
