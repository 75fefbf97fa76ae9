// SPDX-License-Identifier: BSL-1.0
// Values that not every database can keep are refused before any is asked, in every statement, and leave no trace.

#include "cells.hpp"

#include <boost/describe/enum.hpp>

#include <chrono>
#include <limits>

namespace refused_values {

struct refusals : stoa_test::databases {};

/// `act` is refused with `code`, before the database was asked.
template <class Act>
void expect_refusal(stoa::errc code, Act act) {
    try {
        act();
        ADD_FAILURE() << "was not refused";
    } catch (const stoa::mapping_error& refusal) {
        EXPECT_EQ(refusal.code(), code) << refusal.what();
        EXPECT_EQ(refusal.native_code(), "");
    }
}

/// Wherever a value of a field of type `Field` can stand, `bad` is refused; the table keeps `good` alone.
template <class Field, class T>
void expect_refused_everywhere(stoa::database& db, stoa::errc code, const T& good, const T& bad) {
    using row = cells::cell<Field>;
    constexpr auto value = cells::value<Field>;
    expect_refusal(code, [&] { db.insert(row{2, bad}); });
    expect_refusal(code, [&] { db.insert(row{0, bad}); });
    expect_refusal(code, [&] { db.insert_many(std::vector<row>{{2, good}, {3, good}, {4, bad}}); });
    expect_refusal(code, [&] { db.update(row{1, bad}); });
    expect_refusal(code, [&] { db.upsert(row{1, bad}); });
    expect_refusal(code, [&] { db.execute(stoa::update<row>().set(value = bad)); });
    expect_refusal(code, [&] { db.execute(stoa::delete_from<row>().where(value != bad)); });
    expect_refusal(code, [&] { db.all(stoa::from<row>().where(value == bad)); });
    expect_refusal(code, [&] { db.all(stoa::from<row>().where(value.in(std::vector<T>{good, bad}))); });
    expect_refusal(code, [&] { db.first(stoa::from<row>().where(value == Field(bad))); });
    cells::expect_rows<Field>(db, {Field(good)});
}

/// A refusal inside a transaction leaves it usable.
template <class T>
void expect_transaction_goes_on(stoa::database& db, stoa::errc code, const T& good, const T& bad) {
    using row = cells::cell<T>;
    db.transaction([&] {
        db.insert(row{2, good});
        expect_refusal(code, [&] { db.insert(row{3, bad}); });
        expect_refusal(code, [&] { db.transaction([&] { db.update(row{2, bad}); }); });
        db.insert(row{3, good});
    });
    cells::expect_rows<T>(db, {good, good, good});
}

template <class T>
void expect_refused(stoa::database& db, stoa::errc code, const T& good, const std::vector<T>& all_bad) {
    cells::fill<T>(db, {good});
    for (std::size_t i = 0; i != all_bad.size(); ++i) {
        SCOPED_TRACE("bad value " + std::to_string(i));
        expect_refused_everywhere<T>(db, code, good, all_bad[i]);
    }
    expect_transaction_goes_on<T>(db, code, good, all_bad[0]);
    db.drop<stoa::schema<cells::cell<T>>>();

    cells::fill<std::optional<T>>(db, {good});
    for (const T& bad : all_bad) expect_refused_everywhere<std::optional<T>>(db, code, good, bad);
}

using namespace std::string_literals;

std::vector<std::string> texts_no_database_keeps() {
    return {"\0"s,
            "a\0b"s,
            "0123456789abcdef\0"s, // NUL
            "\x80",
            "a\xBF",
            "\xC3(",
            "caf\xE9",
            "\xFE",
            "\xFF\xFE", // bytes that start nothing
            "\xE2\x82",
            "12345678\xF0\x9F\x98",
            "\xC3", // cut off
            "\xC0\xAF",
            "\xC1\x81",
            "\xE0\x80\xAF",
            "\xF0\x80\x80\xAF", // longer than needed
            "\xED\xA0\x80",
            "\xED\xBF\xBF",
            "\xED\xA0\xBD\xED\xB8\x80", // surrogates
            "\xF4\x90\x80\x80",
            "\xF8\x88\x80\x80\x80"}; // beyond U+10FFFF
}

TEST_P(refusals, text_that_is_not_utf_8_or_holds_a_nul) {
    expect_refused<std::string>(db(), stoa::errc::invalid_value, "fine", texts_no_database_keeps());
}

TEST_P(refusals, a_bad_pattern) {
    constexpr auto column = cells::value<std::string>;
    cells::fill<std::string>(db(), {"a\\"});
    const auto matching = [&](const auto& pattern) {
        return cells::rows_where<std::string>(db(), column.like(pattern));
    };
    expect_refusal(stoa::errc::invalid_value, [&] { matching("a\\"); });
    for (const std::string& pattern : {"\\"s, "a\\"s, "%\\\\\\"s, "a\0%"s, "\xFF%"s, "\\\xC3"s})
        expect_refusal(stoa::errc::invalid_value, [&] { matching(pattern); });
    EXPECT_EQ(matching("a\\\\"), (cells::ids{1}));
    EXPECT_EQ(matching("_\\\\"s), (cells::ids{1}));
}

TEST_P(refusals, a_text_literal_with_a_nul) {
    cells::fill<std::string>(db(), {"a"});
    expect_refusal(stoa::errc::invalid_value,
                   [&] { cells::rows_where<std::string>(db(), cells::value<std::string> == "a\0b"); });
}

TEST_P(refusals, a_double_that_is_not_a_number) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    expect_refused<double>(db(), stoa::errc::invalid_value, 1.5, {nan, -nan});
}

TEST_P(refusals, a_float_that_is_not_a_number) {
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    expect_refused<float>(db(), stoa::errc::invalid_value, 1.5F, {nan, -nan});
}

TEST_P(refusals, a_number_larger_than_any_column) {
    cells::fill<std::int64_t>(db(), {INT64_MAX});
    expect_refusal(stoa::errc::out_of_range,
                   [&] { cells::rows_where<std::int64_t>(db(), cells::value<std::int64_t> < UINT64_MAX); });
    EXPECT_EQ(cells::rows_where<std::int64_t>(db(), cells::value<std::int64_t> <= UINT64_MAX / 2), (cells::ids{1}));
}

TEST_P(refusals, a_timestamp_outside_years_1_to_9999) {
    using namespace std::chrono;
    const stoa::timestamp first = sys_days(year(1) / 1 / 1);
    const stoa::timestamp end = sys_days(year(10'000) / 1 / 1);
    expect_refused<stoa::timestamp>(
        db(), stoa::errc::out_of_range, end - microseconds(1),
        {end, end + days(400), first - microseconds(1), stoa::timestamp::max(), stoa::timestamp::min()});
}

TEST_P(refusals, a_date_outside_years_1_to_9999) {
    using namespace std::chrono;
    const stoa::date first = sys_days(year(1) / 1 / 1);
    const stoa::date end = sys_days(year(10'000) / 1 / 1);
    expect_refused<stoa::date>(db(), stoa::errc::out_of_range, first,
                               {end, first - days(1), stoa::date(days(INT32_MAX)), stoa::date(days(INT32_MIN))});
}

enum class format { hardcover, paperback, ebook };
enum class status : std::uint16_t { ok = 200, missing = 404 };
BOOST_DESCRIBE_ENUM(status, ok, missing)

TEST_P(refusals, a_value_without_enumerator) {
    expect_refused<format>(db(), stoa::errc::invalid_value, format::ebook,
                           {static_cast<format>(3), static_cast<format>(-1), static_cast<format>(INT32_MAX)});
}

TEST_P(refusals, a_value_without_described_enumerator) {
    expect_refused<status>(db(), stoa::errc::invalid_value, status::missing, {status{}, static_cast<status>(201)});
}

STOA_TEST_ON_EVERY_DATABASE(refusals);

} // namespace refused_values
