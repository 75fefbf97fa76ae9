// SPDX-License-Identifier: BSL-1.0
// Arrays come back element by element as they were, whole arrays are compared, and elements are found in them.

#include "cells.hpp"

#include "failure.hpp"
#include "naughty_strings.hpp"

#include <limits>

namespace array_values {

enum class color { red, green, dark_blue };
using row_id = stoa::strong_id<struct row>;
using std::chrono::microseconds;
using std::chrono::sys_days;
using std::chrono::year;

struct arrays : stoa_test::databases {};

/// Arrays that differ, an empty one among them: they come back, and each is found by what it is.
template <class T>
void expect_arrays(stoa::database& db, const std::vector<std::vector<T>>& values) {
    using array = std::vector<T>;
    cells::fill<array>(db, values);
    cells::expect_rows<array>(db, values);
    for (const array& each : values) {
        EXPECT_EQ(cells::rows_where<array>(db, cells::value<array> == each),
                  cells::rows_with(values, [&](const array& v) { return v == each; }));
        EXPECT_EQ(cells::rows_where<array>(db, cells::value<array> != each),
                  cells::rows_with(values, [&](const array& v) { return v != each; }));
        EXPECT_EQ(cells::rows_where<array>(db, cardinality(cells::value<array>) == each.size()),
                  cells::rows_with(values, [&](const array& v) { return v.size() == each.size(); }));
        for (std::size_t i = 0; i != each.size(); ++i) {
            const T element = each[i];
            EXPECT_EQ(cells::rows_where<array>(db, contains(cells::value<array>, element)),
                      cells::rows_with(
                          values, [&](const array& v) { return std::find(v.begin(), v.end(), element) != v.end(); }));
        }
    }
    EXPECT_EQ(cells::rows_where<array>(db, cells::value<array> == stoa::empty_array),
              cells::rows_with(values, [](const array& v) { return v.empty(); }));
    cells::expect_updated<array>(db, values);
}

TEST_P(arrays, of_booleans) {
    expect_arrays<bool>(db(), {{}, {true}, {false}, {true, false}, {false, true, true}});
}

TEST_P(arrays, of_64_bit_integers) {
    expect_arrays<std::int64_t>(db(), {{}, {0}, {INT64_MAX, INT64_MIN, -1}, {INT64_MAX - 1}, {1, 2, 3}, {3, 2, 1}});
}

TEST_P(arrays, of_16_bit_integers) {
    expect_arrays<std::int16_t>(db(), {{}, {INT16_MAX, INT16_MIN}, {7}, {7, 7}});
}

TEST_P(arrays, of_32_bit_integers) {
    expect_arrays<std::int32_t>(db(), {{}, {INT32_MAX, INT32_MIN}, {7}, {7, 7}});
}

TEST_P(arrays, of_unsigned_octets) {
    expect_arrays<std::uint8_t>(db(), {{}, {0, 255}, {255, 0}});
}

TEST_P(arrays, of_doubles) {
    constexpr double largest = std::numeric_limits<double>::max(), infinity = std::numeric_limits<double>::infinity();
    expect_arrays<double>(db(), {{},
                                 {0.1},
                                 {0.1 + 0.2},
                                 {1},
                                 {-1.5, 2e300, 1e-7, 123456.789, 1e21, 1e22, 9007199254740993.0},
                                 {largest, -largest, std::numeric_limits<double>::min()},
                                 {std::numeric_limits<double>::denorm_min(), -5e-320},
                                 {infinity},
                                 {-infinity, infinity, 0}});
}

TEST_P(arrays, of_floats) {
    constexpr float largest = std::numeric_limits<float>::max(), infinity = std::numeric_limits<float>::infinity();
    expect_arrays<float>(db(), {{},
                                {0.1F},
                                {16777216.0F, 16777218.0F, 1e-7F},
                                {largest, -largest, std::numeric_limits<float>::denorm_min()},
                                {infinity, -infinity}});
}

TEST_P(arrays, of_text) {
    expect_arrays<std::string>(db(), {{},
                                      {""},
                                      {"", ""},
                                      {"a"},
                                      {"A"},
                                      {"NULL"},
                                      {"null"},
                                      {"a,b", "{}", "[\"]"},
                                      {"\"", "\\", "'", "/", "\\u0041", "\\n"},
                                      {"\x01\x1f\x7f\b\f\n\r\t"},
                                      {"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"},
                                      {" ", "  a  "},
                                      {"1", "1.0", "true"}});
}

TEST_P(arrays, of_naughty_text) {
    const std::vector<std::string> all = naughty::strings();
    expect_arrays<std::string>(db(), {{}, all, {all.rbegin(), all.rend()}});
}

TEST_P(arrays, of_guids) {
    const auto a = stoa::guid::from_string("ffffffff-ffff-ffff-ffff-ffffffffffff"), b = stoa::make_guid_v7();
    expect_arrays<stoa::guid>(db(), {{}, {a}, {b}, {a, b, stoa::guid()}});
}

TEST_P(arrays, of_timestamps) {
    const stoa::timestamp first = sys_days(year(1) / 1 / 1),
                          last = sys_days(year(9999) / 12 / 31) + microseconds(86'399'999'999);
    expect_arrays<stoa::timestamp>(db(), {{}, {first, last}, {stoa::timestamp(microseconds(-1))}});
}

TEST_P(arrays, of_dates) {
    expect_arrays<stoa::date>(db(), {{}, {year(1) / 1 / 1, year(9999) / 12 / 31}, {year(2024) / 2 / 29}});
}

TEST_P(arrays, of_decimals) {
    using money = stoa::decimal<18, 4>;
    expect_arrays<money>(db(), {{},
                                {money("99999999999999.9999"), money("-99999999999999.9999")},
                                {money("99999999999999.9998")},
                                {money("0"), money("0.0001"), money("1.5000")}});
}

TEST_P(arrays, of_fractions) {
    expect_arrays<stoa::decimal<3, 3>>(db(), {{}, {stoa::decimal<3, 3>("-0.999")}});
}

TEST_P(arrays, of_enumerators) {
    expect_arrays<color>(db(), {{}, {color::red}, {color::dark_blue, color::green, color::red}});
}

TEST_P(arrays, of_strong_ids) {
    expect_arrays<row_id>(db(), {{}, {row_id{1}}, {row_id{INT64_MAX}, row_id{-1}}});
}

TEST_P(arrays, that_are_optional) {
    using texts = std::vector<std::string>;
    using field = std::optional<texts>;
    const auto& value = cells::value<field>;
    const auto rows = [&](const auto& condition) { return cells::rows_where<field>(db(), condition); };
    cells::fill<field>(db(), {texts{}, std::nullopt, texts{"a"}, texts{"a", "b"}});
    cells::expect_rows<field>(db(), {texts{}, std::nullopt, texts{"a"}, texts{"a", "b"}});
    EXPECT_EQ(rows(value == std::nullopt), (cells::ids{2}));
    EXPECT_EQ(rows(value == field(texts{"a"})), (cells::ids{3}));
    EXPECT_EQ(rows(value != field(texts{"a"})), (cells::ids{1, 2, 4}));
    EXPECT_EQ(rows(contains(value, "a")), (cells::ids{3, 4}));
    EXPECT_EQ(rows(!contains(value, "a")), (cells::ids{1}));
    EXPECT_EQ(rows(contains(value, "a").is_null()), (cells::ids{2}));
    EXPECT_EQ(db().all(stoa::from<cells::cell<field>>().order_by(cells::id<field>).select(contains(value, "a"))),
              (std::vector<std::optional<bool>>{false, std::nullopt, true, true}));
    EXPECT_EQ(rows(cardinality(value) < 2), (cells::ids{1, 3}));
    EXPECT_EQ(rows(cardinality(value).is_null()), (cells::ids{2}));
    db().execute(stoa::update<cells::cell<field>>().set(value = texts{"c"}).where(cells::id<field> == 2));
    db().execute(stoa::update<cells::cell<field>>().set(value = std::nullopt).where(cells::id<field> == 1));
    cells::expect_rows<field>(db(), {std::nullopt, texts{"c"}, texts{"a"}, texts{"a", "b"}});
    EXPECT_EQ(db().execute(stoa::delete_from<cells::cell<field>>().where(contains(value, "b"))), 1);
    cells::expect_rows<field>(db(), {std::nullopt, texts{"c"}, texts{"a"}});
}

STOA_TEST_ON_EVERY_DATABASE(arrays);

} // namespace array_values
