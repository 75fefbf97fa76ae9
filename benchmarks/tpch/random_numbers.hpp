// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_TPCH_RANDOM_NUMBERS_HPP
#define STOA_BENCHMARKS_TPCH_RANDOM_NUMBERS_HPP

// Random numbers that are the same with every compiler and standard library, which the distributions of <random> are
// not.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tpch {

class random_numbers {
public:
    explicit random_numbers(std::uint64_t seed) : state_(seed) { next(); }

    /// `low` to `high`, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
    }

    /// True once in so many times.
    bool once_in(std::int64_t times) { return between(1, times) == 1; }

    template <std::size_t N>
    std::string_view one_of(const std::string_view (&words)[N]) {
        return words[static_cast<std::size_t>(between(0, N - 1))];
    }

    /// So many of the words, with spaces between.
    template <std::size_t N>
    std::string sentence(const std::string_view (&words)[N], std::int64_t count) {
        std::string text(one_of(words));
        for (; count > 1; --count) text.append(" ").append(one_of(words));
        return text;
    }

private:
    /// The upper half of a linear congruential sequence (Knuth, The Art of Computer Programming, volume 2, 3.3.4).
    std::uint64_t next() {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return state_ >> 32U;
    }

    std::uint64_t state_;
};

} // namespace tpch

#endif
