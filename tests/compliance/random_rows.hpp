// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_RANDOM_ROWS_HPP
#define STOA_TESTS_COMPLIANCE_RANDOM_ROWS_HPP

// The table that random queries ask: few rows of few values, so that many of them meet, and NULL everywhere.

#include "stoa/stoa.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>

namespace random_queries {

enum class grade { low, high, medium }; // a type of its own on PostgreSQL, in another order than that of its names

struct item {
    int id;
    std::optional<int> a;
    std::optional<int> b;
    std::optional<std::string> text;
    std::optional<bool> flag;
    std::optional<stoa::decimal<8, 2>> price;
    std::optional<double> real;
    std::optional<stoa::timestamp> moment;
    std::optional<stoa::date> day;
    std::optional<grade> level;
    std::optional<stoa::json_document> doc;
};

} // namespace random_queries

template <>
inline constexpr std::string_view stoa::native_enum<random_queries::grade> = "grade";

template <>
inline constexpr auto stoa::table<random_queries::item> =
    stoa::define<random_queries::item>("items", stoa::primary_key(stoa::col<&random_queries::item::id>));

namespace random_queries {

inline constexpr std::size_t id = 0, a = 1, b = 2, text = 3, flag = 4, price = 5, real = 6, moment = 7, day = 8,
                             level = 9, doc = 10, columns = 11;

/// Draws from few values; the same ones for the same seed.
class drawing {
public:
    explicit drawing(std::mt19937& random) : random_(random) {}

    unsigned below(unsigned n) { return std::uniform_int_distribution<unsigned>(0, n - 1)(random_); }
    bool one_in(unsigned n) { return below(n) == 0; }
    int small(int least, int most) { return least + static_cast<int>(below(static_cast<unsigned>(most - least + 1))); }

    std::string word() {
        static constexpr std::string_view words[] = {"", "a", "B", "b", "\xC3\xA4", "ab", "%", "a ", "bab", "_", "A*"};
        return std::string(words[below(std::size(words))]);
    }
    std::string pattern() {
        static constexpr std::string_view patterns[] = {"%",   "a%",   "%b",       "_",  "%\\%%",
                                                        "_b%", "[a]%", "\xC3\xA4", "A*%"};
        return std::string(patterns[below(std::size(patterns))]);
    }
    template <int Digits = 8>
    stoa::decimal<Digits, 2> price() {
        static constexpr std::string_view prices[] = {"-1.00", "-0.05", "0", "0.05", "0.95", "1.00", "2.50"};
        return stoa::decimal<Digits, 2>(prices[below(std::size(prices))]);
    }
    double real() { return small(-6, 10) / 4.0; } // sums of such are exact
    stoa::date day() {
        using namespace std::chrono;
        static constexpr sys_days days[] = {sys_days(2024y / 1 / 31),  sys_days(2024y / 2 / 29),
                                            sys_days(2021y / 1 / 3),   sys_days(1969y / 12 / 31),
                                            sys_days(2020y / 12 / 31), sys_days(1900y / 3 / 1)};
        return days[below(std::size(days))];
    }
    stoa::timestamp moment() {
        static constexpr int seconds[] = {0, 1, 86'399, 43'200};
        return day() + std::chrono::seconds(seconds[below(4)]) + std::chrono::microseconds(one_in(2) ? 0 : 999'999);
    }
    stoa::json_document document() {
        stoa::json_object made;
        if (!one_in(4)) made.add("n", small(-2, 4));
        if (!one_in(4)) made.add("t", word());
        if (!one_in(4)) made.add("b", one_in(2));
        if (!one_in(4)) made.add("f", real());
        const std::string inner = one_in(3) ? "{}" : one_in(2) ? R"({"k \"'": null})" : R"({"n": 1, "t": "in"})";
        made.add("in", stoa::json_document::parse(inner));
        return made;
    }
    template <class T>
    std::optional<T> perhaps(T given) {
        return one_in(4) ? std::nullopt : std::optional<T>(std::move(given));
    }

    item row(int number) {
        return {number,
                perhaps(small(-2, 4)),
                perhaps(small(0, 2)),
                perhaps(word()),
                perhaps(one_in(2)),
                perhaps(price()),
                perhaps(real()),
                perhaps(moment()),
                perhaps(day()),
                perhaps(grade(below(3))),
                perhaps(document())};
    }

private:
    std::mt19937& random_;
};

} // namespace random_queries

#endif
