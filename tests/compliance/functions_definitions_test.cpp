// SPDX-License-Identifier: BSL-1.0
// Functions in checks, indexes and computed columns: every database takes the definition, and means the same by it.

#include "databases.hpp"
#include "failure.hpp"

#include "stoa/inspect/all.hpp"
#include "stoa/inspect/verify.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace defined_functions {

using stoa::col, stoa::column, stoa::date_part, stoa::date_unit;

struct person {
    int id;
    std::string name;
    std::string code;
    std::optional<std::string> nick;
    stoa::date born;
    stoa::timestamp seen;
    double height;
    stoa::decimal<10, 2> pay;
    int age;
    // computed
    std::string folded{};
    std::string shown{};
    std::int32_t year{};
    stoa::timestamp hour{};
    std::int64_t distance{};
    std::optional<std::int64_t> quotient{};
    double rounded{};
    stoa::decimal<18, 1> tenths{};
    std::string size{};
};

constexpr auto name = col<&person::name>;
constexpr auto code = col<&person::code>;
constexpr auto nick = col<&person::nick>;
constexpr auto born = col<&person::born>;
constexpr auto seen = col<&person::seen>;
constexpr auto age = col<&person::age>;

} // namespace defined_functions

template <>
inline constexpr auto stoa::table<defined_functions::person> = [] {
    using namespace defined_functions;
    return stoa::define<person>(
        "people", stoa::primary_key(col<&person::id>), column(col<&person::folded>).computed_from(lower(name)),
        column(col<&person::shown>).computed_from(concat(coalesce(nick, name), " (", upper(left(code, 2)), ")")),
        column(col<&person::year>).computed_from(extract<date_part::year>(born)),
        column(col<&person::hour>).computed_from(date_trunc<date_unit::hour>(seen)),
        column(col<&person::distance>).computed_from(microseconds_between(seen, cast<stoa::timestamp>(born))),
        column(col<&person::quotient>).computed_from(1000 / age),
        column(col<&person::rounded>).computed_from(round<1>(col<&person::height>)),
        column(col<&person::tenths>).computed_from(round<1>(col<&person::pay>)),
        column(col<&person::size>).computed_from(case_when(col<&person::height> < 1.5, "small").otherwise("large")),
        stoa::check(length(trim(name)) > 0).named("has_a_name"),
        stoa::check(age % 2 == 0 || abs(age) < 100).named("even_or_small"),
        stoa::check(greatest(age, 0) < 1000 && nullif(code, "x").is_not_null()).named("young"),
        stoa::check(extract<date_part::dow>(born) != 0 && extract<date_part::week>(seen) > 0).named("no_sunday"),
        stoa::check(days_between(cast<stoa::date>(seen), born) >= 0).named("seen_when_born"),
        stoa::check(position(code, "-") == 0 && replace(code, "a", "b") != lpad(code, 5, "0")).named("plain_code"),
        stoa::check(floor(col<&person::height>) >= 0 && trunc(col<&person::pay>) < 1000).named("rounded"),
        stoa::index(upper(code)), stoa::index(date_trunc<date_unit::month>(born)).where(-age < 0),
        stoa::index(extract<date_part::doy>(seen)).unique().named("one_a_day"));
}();

namespace defined_functions {

struct functions_of_definitions : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<person>>();
    }

    static person someone() {
        return {1,
                "Ann",
                "ab",
                {},
                stoa::date(std::chrono::days(2)),
                stoa::timestamp(std::chrono::hours(100)),
                1.25,
                stoa::decimal<10, 2>("2.45"),
                30};
    }

    std::string stored(auto change) {
        person each = someone();
        change(each);
        try {
            db().transaction([&] {
                db().insert(each);
                db().erase(each);
            });
            return "stored";
        } catch (const stoa::constraint_violation& error) {
            return error.constraint().name;
        }
    }
};

TEST_P(functions_of_definitions, compute_columns) {
    db().insert(someone());
    const person found = db().one(stoa::from<person>());
    EXPECT_EQ(found.folded, "ann");
    EXPECT_EQ(found.shown, "Ann (AB)");
    EXPECT_EQ(found.year, 1970);
    EXPECT_EQ(found.hour, stoa::timestamp(std::chrono::hours(100)));
    EXPECT_EQ(found.distance, 52 * 3'600'000'000);
    EXPECT_EQ(found.quotient, 33);
    EXPECT_EQ(found.rounded, 1.3);
    EXPECT_EQ(found.tenths, (stoa::decimal<18, 1>("2.5")));
    EXPECT_EQ(found.size, "small");
}

TEST_P(functions_of_definitions, check_rows) {
    EXPECT_EQ(stored([](person&) {}), "stored");
    EXPECT_EQ(stored([](person& p) { p.name = "  "; }), "has_a_name");
    EXPECT_EQ(stored([](person& p) { p.age = 101; }), "even_or_small");
    EXPECT_EQ(stored([](person& p) { p.age = 1000; }), "young");
    EXPECT_EQ(stored([](person& p) { p.code = "x"; }), "young");
    EXPECT_EQ(stored([](person& p) { p.born += std::chrono::days(1); }), "no_sunday");
    EXPECT_EQ(stored([](person& p) { p.seen -= std::chrono::days(4); }), "seen_when_born");
    EXPECT_EQ(stored([](person& p) { p.code = "a-b"; }), "plain_code");
    EXPECT_EQ(stored([](person& p) { p.height = -0.5; }), "rounded");
}

TEST_P(functions_of_definitions, keep_keys_apart) {
    db().insert(someone());
    person other = someone();
    other.id = 2;
    EXPECT_EQ(stoa_test::failure_of([&] { db().insert(other); }).code(), stoa::errc::unique_violation);
    other.seen += std::chrono::days(1);
    EXPECT_NO_THROW(db().insert(other));
}

TEST_P(functions_of_definitions, are_read_back_without_a_difference) {
    EXPECT_TRUE(stoa::verify<stoa::schema<person>>(db()).empty());
}

STOA_TEST_ON_EVERY_DATABASE(functions_of_definitions);

} // namespace defined_functions
