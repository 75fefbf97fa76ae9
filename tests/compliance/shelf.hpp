// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_SHELF_HPP
#define STOA_TESTS_COMPLIANCE_SHELF_HPP

// Four rows in which every kind of condition finds something, and NULL where it can be missed.

#include "databases.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace shelf {

enum class kind { paper, audio, film };

struct item {
    int id;
    std::string title;
    kind sort;
    std::optional<int> pages;
    std::optional<std::string> author;
    stoa::decimal<8, 2> price;
    double weight;
    bool lent;
    std::optional<bool> damaged;
    stoa::date bought;
};

} // namespace shelf

template <>
inline constexpr auto stoa::table<shelf::item> =
    stoa::define<shelf::item>("items", stoa::primary_key(stoa::col<&shelf::item::id>));

namespace shelf {

using namespace std::chrono_literals;
using ids = std::vector<int>;
using money = stoa::decimal<8, 2>;

constexpr stoa::date day(std::chrono::year_month_day given) {
    return std::chrono::sys_days(given);
}

inline constexpr auto id = stoa::col<&item::id>;
inline constexpr auto title = stoa::col<&item::title>;
inline constexpr auto sort = stoa::col<&item::sort>;
inline constexpr auto pages = stoa::col<&item::pages>;
inline constexpr auto author = stoa::col<&item::author>;
inline constexpr auto price = stoa::col<&item::price>;
inline constexpr auto weight = stoa::col<&item::weight>;
inline constexpr auto lent = stoa::col<&item::lent>;
inline constexpr auto damaged = stoa::col<&item::damaged>;
inline constexpr auto bought = stoa::col<&item::bought>;

/// A database with the four rows.
struct filled : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<item>>();
        db().insert(
            item{1, "Faust", kind::paper, 200, "Goethe", money("9.90"), 0.25, false, false, day(2020y / 1 / 31)});
        db().insert(item{2, "Faust", kind::audio, {}, "Goethe", money("19.90"), 0.1, true, {}, day(2021y / 2 / 28)});
        db().insert(
            item{3, "Zauberflöte", kind::audio, {}, {}, money("-1.00"), 1e-300, true, true, day(2022y / 3 / 1)});
        db().insert(item{4, "zebra", kind::paper, 0, "", money("0.00"), -0.0, false, {}, day(1999y / 12 / 31)});
    }

    /// Which rows meet the condition.
    template <class Condition>
    ids where(Condition condition) {
        return db().all(stoa::from<item>().where(condition).order_by(id).select(id));
    }
};

} // namespace shelf

#endif
