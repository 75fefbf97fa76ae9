// SPDX-License-Identifier: BSL-1.0
// Enumerations are kept by name, whatever their values are.

#include "cells.hpp"

#include <boost/describe/enum.hpp>

namespace enum_values {

enum class format { hardcover, paperback, ebook };
enum class weather : signed char { frost = -8, snow = -1, none = 0, rain = 5, heat = 119 };
enum class letter : char { a = 'a', b = 'b' };
enum class status : std::uint16_t { ok = 200, moved = 301, missing = 404, broken = 65535 };
BOOST_DESCRIBE_ENUM(status, ok, moved, missing, broken)
enum class balance : std::int64_t { lowest = INT64_MIN, debt = -1000, even = 0, highest = INT64_MAX };
BOOST_DESCRIBE_ENUM(balance, lowest, debt, even, highest)

struct enumerations : stoa_test::databases {};

template <class E>
void expect_enumerators(stoa::database& db, const std::vector<E>& values) {
    cells::fill(db, values);
    cells::expect_rows(db, values);
    cells::expect_found(db, values);
    cells::expect_updated(db, values);
}

TEST_P(enumerations, a_plain_one_is_kept_and_found_again) {
    expect_enumerators(db(), std::vector{format::hardcover, format::ebook, format::paperback});
}

TEST_P(enumerations, negative_values_are_kept_and_found_again) {
    expect_enumerators(db(), std::vector{weather::frost, weather::snow, weather::none, weather::rain, weather::heat});
}

TEST_P(enumerations, described_values_far_from_zero_are_kept_and_found_again) {
    expect_enumerators(db(), std::vector{status::ok, status::moved, status::missing, status::broken});
}

TEST_P(enumerations, described_values_of_64_bits_are_kept_and_found_again) {
    expect_enumerators(db(), std::vector{balance::lowest, balance::debt, balance::even, balance::highest});
}

TEST_P(enumerations, an_optional_one_tells_null_from_its_first) {
    cells::expect_nullable(db(), format::hardcover, format::ebook);
}

struct spelled {
    std::int64_t id;
    std::string value;
};

} // namespace enum_values

// The column of an enumeration, read as the text it is.
template <>
inline constexpr auto stoa::table<enum_values::spelled> =
    stoa::define<enum_values::spelled>("cell", stoa::primary_key(stoa::col<&enum_values::spelled::id>));

namespace enum_values {

TEST_P(enumerations, are_stored_as_the_names_of_their_enumerators) {
    cells::fill(db(), std::vector{weather::frost, weather::heat, weather::none});
    EXPECT_EQ(db().all(stoa::from<spelled>().order_by(stoa::col<&spelled::id>).select(stoa::col<&spelled::value>)),
              (std::vector<std::string>{"frost", "heat", "none"}));
}

TEST_P(enumerations, a_character_type_underneath_does_not_matter) {
    cells::fill(db(), std::vector{letter::b, letter::a});
    EXPECT_EQ(db().find<spelled>(1)->value, "b");
    EXPECT_EQ(db().find<cells::cell<letter>>(2)->value, letter::a);
}

TEST_P(enumerations, a_text_that_is_no_enumerator_is_refused_by_the_table) {
    cells::fill(db(), std::vector{status::ok});
    for (const char* text : {"", "OK", "ok ", "200", "Missing"}) {
        const spelled wrong{1, text};
        try {
            db().update(wrong);
            ADD_FAILURE() << '"' << text << "\" was stored";
        } catch (const stoa::constraint_violation& refusal) {
            EXPECT_EQ(refusal.code(), stoa::errc::check_violation);
            EXPECT_EQ(refusal.constraint().name, "ck_cell_value_values");
        }
    }
    EXPECT_TRUE(db().update(spelled{1, "missing"}));
    EXPECT_EQ(db().find<cells::cell<status>>(1)->value, status::missing);
}

STOA_TEST_ON_EVERY_DATABASE(enumerations);

} // namespace enum_values
