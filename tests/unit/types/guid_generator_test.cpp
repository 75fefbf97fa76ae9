// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/guid_generator.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <unordered_set>
#include <vector>

#if __has_include(<sys/wait.h>)
#include <sys/wait.h>
#endif

namespace {

using stoa::guid;

std::int64_t milliseconds_of(const guid& value) {
    std::int64_t result = 0;
    for (std::size_t i = 0; i != 6; ++i) result = result * 256 + std::to_integer<std::int64_t>(value.bytes()[i]);
    return result;
}

TEST(guid_generator, marks_version_and_variant) {
    for (int i = 0; i != 1000; ++i) {
        EXPECT_EQ(stoa::make_guid_v4().version(), 4);
        EXPECT_EQ(stoa::make_guid_v4().variant(), 1);
        EXPECT_EQ(stoa::make_guid_v7().version(), 7);
        EXPECT_EQ(stoa::make_guid_v7().variant(), 1);
    }
}

TEST(guid_generator, makes_every_bit_of_version_4_but_the_fixed_six_random) {
    std::array<int, 128> ones{};
    for (int i = 0; i != 4000; ++i) {
        const guid value = stoa::make_guid_v4();
        for (std::size_t bit = 0; bit != 128; ++bit)
            ones[bit] += std::to_integer<int>(value.bytes()[bit / 8] >> (7 - bit % 8) & std::byte{1});
    }
    for (std::size_t bit = 0; bit != 128; ++bit) {
        if ((bit >= 48 && bit < 52) || bit == 64 || bit == 65) continue;
        // Eleven standard deviations: fails once in 10^27 runs.
        EXPECT_GT(ones[bit], 1650) << bit;
        EXPECT_LT(ones[bit], 2350) << bit;
    }
}

TEST(guid_generator, makes_version_7_guids_that_only_grow) {
    guid last;
    for (int i = 0; i != 20'000; ++i) {
        const guid next = stoa::make_guid_v7();
        ASSERT_LT(last, next);
        last = next;
    }
}

TEST(guid_generator, puts_the_time_in_front_of_version_7) {
    using namespace std::chrono;
    const auto now = [] { return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count(); };
    const auto before = now();
    const guid value = stoa::make_guid_v7();
    EXPECT_GE(milliseconds_of(value), before);
    EXPECT_LE(milliseconds_of(value), now() + 60'000); // ahead of the clock only by what was made in a burst before
}

TEST(guid_generator, keeps_milliseconds_and_fraction_where_the_standard_wants_them) {
    guid value;
    stoa::detail::set_ticks(value, 0x0190F3A189AB'CDEU);
    stoa::detail::set_version(value, 7);
    EXPECT_EQ(to_string(value), "0190f3a1-89ab-7cde-8000-000000000000");
}

TEST(guid_generator, counts_on_when_the_clock_stands_still_or_goes_back) {
    std::atomic<std::uint64_t> last{0};
    EXPECT_EQ(stoa::detail::next_ticks(last, 1000), 1000U);
    EXPECT_EQ(stoa::detail::next_ticks(last, 1000), 1001U);
    EXPECT_EQ(stoa::detail::next_ticks(last, 10), 1002U);
    EXPECT_EQ(stoa::detail::next_ticks(last, 2000), 2000U);
}

TEST(guid_generator, never_repeats_itself_across_threads) {
    constexpr std::size_t threads = 4, each = 5000;
    std::vector<std::vector<guid>> made(threads);
    {
        std::vector<std::jthread> workers;
        for (auto& mine : made)
            workers.emplace_back([&mine] {
                for (std::size_t i = 0; i != each; ++i)
                    mine.push_back(i % 2 == 0 ? stoa::make_guid_v7() : stoa::make_guid_v4());
            });
    }
    std::unordered_set<guid> all;
    std::unordered_set<std::uint64_t> times;
    for (const auto& mine : made)
        for (const guid& value : mine) {
            all.insert(value);
            std::uint64_t front = 0;
            for (std::size_t i = 0; i != 8; ++i) front = front << 8 | std::to_integer<std::uint64_t>(value.bytes()[i]);
            if (value.version() == 7) times.insert(front);
        }
    EXPECT_EQ(all.size(), threads * each);
    EXPECT_EQ(times.size(), threads * each / 2);
}

#if __has_include(<sys/wait.h>)
TEST(guid_generator, gives_a_forked_process_other_random_bits) {
    (void)stoa::make_guid_v4(); // leaves most of the supply unused in both processes
    int pipe_ends[2]{};
    ASSERT_EQ(pipe(pipe_ends), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        const guid value = stoa::make_guid_v4();
        const bool sent = write(pipe_ends[1], value.bytes_.data(), 16) == 16;
        _exit(sent ? 0 : 1);
    }
    const guid mine = stoa::make_guid_v4();
    guid others;
    EXPECT_EQ(read(pipe_ends[0], others.bytes_.data(), 16), 16);
    int status = 0;
    waitpid(child, &status, 0);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    EXPECT_NE(mine, others);
}
#endif

} // namespace
