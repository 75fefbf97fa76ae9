// SPDX-License-Identifier: BSL-1.0
// Ranges of values, given or that of the field's type: the same rows are refused on every database, by the same name.

#include "databases.hpp"
#include "failure.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vocabulary_ranges {

using slot = stoa::strong_id<struct slot_tag, std::uint8_t>;

struct reading {
    std::int64_t id;
    int percent;
    double weight;
    stoa::decimal<5, 2> price;
    std::string grade;
    stoa::date day;
    std::optional<int> level;
};

struct narrow {
    std::uint32_t id;
    std::uint8_t small;
    std::int8_t tiny;
    std::uint16_t medium;
    std::optional<std::uint32_t> large;
    slot place;
    std::uint8_t dice;
};

} // namespace vocabulary_ranges

template <>
inline constexpr auto stoa::table<vocabulary_ranges::reading> = stoa::define<vocabulary_ranges::reading>(
    "readings", stoa::primary_key(stoa::col<&vocabulary_ranges::reading::id>),
    stoa::column(stoa::col<&vocabulary_ranges::reading::percent>).range(0, 100),
    stoa::column(stoa::col<&vocabulary_ranges::reading::weight>).range(-0.5, 1e10),
    stoa::column(stoa::col<&vocabulary_ranges::reading::price>).range(0, stoa::decimal<5, 2>("99.99")),
    stoa::column(stoa::col<&vocabulary_ranges::reading::grade>).range("A", "F"),
    stoa::column(stoa::col<&vocabulary_ranges::reading::day>)
        .range(stoa::date(std::chrono::days(0)), stoa::date(std::chrono::days(10'000))),
    stoa::column(stoa::col<&vocabulary_ranges::reading::level>).range(-1, 1));
template <>
inline constexpr auto stoa::table<vocabulary_ranges::narrow> = stoa::define<vocabulary_ranges::narrow>(
    "narrow", stoa::primary_key(stoa::col<&vocabulary_ranges::narrow::id>).generated(stoa::identity),
    stoa::column(stoa::col<&vocabulary_ranges::narrow::dice>).range(1, 6));

namespace vocabulary_ranges {

using stoa::col;
using stoa_test::failure_of;

struct ranges : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<reading, narrow>>();
    }

    static reading sample() {
        return {1, 100, -0.5, stoa::decimal<5, 2>("99.99"), "F", stoa::date(std::chrono::days(0)), std::nullopt};
    }

    template <class Run>
    static void expect_refused(Run run, const std::string& table, const std::string& column) {
        const stoa::error refusal = failure_of<stoa::constraint_violation>(run);
        EXPECT_EQ(refusal.code(), stoa::errc::check_violation) << refusal.what();
        EXPECT_EQ(refusal.constraint().name, "ck_" + table + "_" + column + "_range");
        EXPECT_EQ(refusal.constraint().table, table);
        EXPECT_EQ(refusal.constraint().columns, (std::vector<std::string>{column}));
    }

    template <class Change>
    void expect_reading_refused(const std::string& column, Change change) {
        SCOPED_TRACE(column);
        reading wrong = sample();
        change(wrong);
        expect_refused([&] { db().insert(wrong); }, "readings", column);
    }

    /// Another program writes a value the field does not have.
    void expect_foreign_value_refused(const std::string& column, const std::string& value) {
        SCOPED_TRACE(column + " " + value);
        const stoa::error refusal = failure_of<stoa::constraint_violation>(
            [&] { db().execute("UPDATE narrow SET " + column + " = " + value); });
        EXPECT_EQ(refusal.code(), stoa::errc::check_violation) << refusal.what();
        EXPECT_EQ(refusal.constraint().name, "ck_narrow_" + column + "_range");
    }
};

TEST_P(ranges, contain_their_limits) {
    db().insert(sample());
    db().insert(reading{2, 0, 1e10, stoa::decimal<5, 2>("0"), "A", stoa::date(std::chrono::days(10'000)), 1});
    EXPECT_EQ(db().all(stoa::from<reading>()).size(), 2U);
}

TEST_P(ranges, refuse_what_lies_outside) {
    expect_reading_refused("percent", [](reading& r) { r.percent = 101; });
    expect_reading_refused("percent", [](reading& r) { r.percent = -1; });
    expect_reading_refused("weight", [](reading& r) { r.weight = -0.50001; });
    expect_reading_refused("price", [](reading& r) { r.price = stoa::decimal<5, 2>("-0.01"); });
    expect_reading_refused("price", [](reading& r) { r.price = stoa::decimal<5, 2>("100.00"); });
    expect_reading_refused("grade", [](reading& r) { r.grade = "FF"; });
    expect_reading_refused("grade", [](reading& r) { r.grade = "a"; });
    expect_reading_refused("day", [](reading& r) { r.day = stoa::date(std::chrono::days(-1)); });
    expect_reading_refused("level", [](reading& r) { r.level = 2; });
    EXPECT_TRUE(db().all(stoa::from<reading>()).empty());
}

TEST_P(ranges, hold_for_updates_and_upserts) {
    db().insert(sample());
    reading wrong = sample();
    wrong.percent = 200;
    expect_refused([&] { db().update(wrong); }, "readings", "percent");
    expect_refused([&] { db().upsert(wrong); }, "readings", "percent");
    expect_refused([&] { db().execute(stoa::update<reading>().set(col<& reading::level> = 5)); }, "readings", "level");
    EXPECT_EQ(db().find<reading>(1)->percent, 100);
}

TEST_P(ranges, are_those_of_the_field_where_it_is_narrower_than_its_column) {
    narrow row{0, 255, -128, 65535, 4294967295U, slot(255), 6};
    db().insert(row);
    EXPECT_EQ(row.id, 1U);
    for (const char* value : {"-1", "256"}) {
        expect_foreign_value_refused("small", value);
        expect_foreign_value_refused("place", value);
    }
    for (const char* value : {"-129", "128"}) expect_foreign_value_refused("tiny", value);
    for (const char* value : {"-1", "65536"}) expect_foreign_value_refused("medium", value);
    for (const char* value : {"-1", "4294967296"}) {
        expect_foreign_value_refused("large", value);
        expect_foreign_value_refused("id", value);
    }
    db().execute("UPDATE narrow SET large = NULL, small = 0, tiny = 127");
    EXPECT_EQ(db().find<narrow>(1U)->tiny, 127);
}

TEST_P(ranges, that_are_given_stand_in_for_that_of_the_field) {
    db().insert(narrow{0, 0, 0, 0, std::nullopt, slot(0), 1});
    for (const char* value : {"0", "7", "256"}) expect_foreign_value_refused("dice", value);
}

TEST_P(ranges, come_behind_those_of_the_column_type) {
    db().insert(narrow{0, 250, 0, 0, std::nullopt, slot(0), 1});
    const auto multiply = [&](int factor) {
        db().execute(stoa::update<narrow>().set(col<& narrow::small> = col<&narrow::small> * factor));
    };
    EXPECT_EQ(failure_of([&] { multiply(300); }).code(), stoa::errc::out_of_range);
    expect_refused([&] { multiply(2); }, "narrow", "small");
    EXPECT_EQ(db().one(stoa::from<narrow>()).small, 250);
}

STOA_TEST_ON_EVERY_DATABASE(ranges);

} // namespace vocabulary_ranges
