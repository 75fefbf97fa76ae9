// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_MEASUREMENTS_HPP
#define STOA_TESTS_COMPLIANCE_MEASUREMENTS_HPP

// A table with a column of every type that functions take, and one expression at a time over one row of it.

#include "databases.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace measurements {

enum class state { raw, checked };

struct measurement {
    int id = 1;
    std::int16_t small = 0;
    int number = 0;
    std::int64_t large = 0;
    std::optional<int> maybe{};
    double real = 0;
    float single = 0;
    stoa::decimal<10, 2> price{};
    std::optional<double> maybe_real{};
    std::string text{};
    std::optional<std::string> note{};
    bool good = false;
    state now = state::raw;
    stoa::guid key{};
    stoa::date day{};
    stoa::timestamp moment{};
    std::optional<stoa::date> maybe_day{};
};

} // namespace measurements

template <>
inline constexpr auto stoa::table<measurements::measurement> = stoa::define<measurements::measurement>(
    "measurements", stoa::primary_key(stoa::col<&measurements::measurement::id>));

namespace measurements {

inline constexpr auto id = stoa::col<&measurement::id>;
inline constexpr auto small = stoa::col<&measurement::small>;
inline constexpr auto number = stoa::col<&measurement::number>;
inline constexpr auto large = stoa::col<&measurement::large>;
inline constexpr auto maybe = stoa::col<&measurement::maybe>;
inline constexpr auto real = stoa::col<&measurement::real>;
inline constexpr auto single = stoa::col<&measurement::single>;
inline constexpr auto price = stoa::col<&measurement::price>;
inline constexpr auto maybe_real = stoa::col<&measurement::maybe_real>;
inline constexpr auto text = stoa::col<&measurement::text>;
inline constexpr auto note = stoa::col<&measurement::note>;
inline constexpr auto good = stoa::col<&measurement::good>;
inline constexpr auto now = stoa::col<&measurement::now>;
inline constexpr auto key = stoa::col<&measurement::key>;
inline constexpr auto day = stoa::col<&measurement::day>;
inline constexpr auto moment = stoa::col<&measurement::moment>;
inline constexpr auto maybe_day = stoa::col<&measurement::maybe_day>;

struct of_measurements : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<measurement>>();
    }

    void add(const measurement& row) { db().insert(row); }

    /// The expression over the one row given.
    template <class E>
    auto of(const measurement& row, E expression) {
        db().upsert(row);
        return db().one(stoa::from<measurement>().where(id == row.id).select(expression));
    }
};

} // namespace measurements

#endif
