// SPDX-License-Identifier: BSL-1.0
// Unique keys in which NULL equals NULL, of one and of several columns and of every type.

#include "databases.hpp"
#include "failure.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vocabulary_null_keys {

enum class colour { red, green };

template <class T>
struct cell {
    std::int64_t id;
    std::optional<T> value;
};

struct place {
    std::int64_t id;
    std::string town;
    std::optional<std::string> street;
    std::optional<int> number;
};

struct place_with_ordinary_key {
    std::int64_t id;
    std::optional<int> number;
};

} // namespace vocabulary_null_keys

template <class T>
inline constexpr auto stoa::table<vocabulary_null_keys::cell<T>> = stoa::define<vocabulary_null_keys::cell<T>>(
    "cells", stoa::primary_key(stoa::col<&vocabulary_null_keys::cell<T>::id>),
    stoa::unique(stoa::col<&vocabulary_null_keys::cell<T>::value>).nulls_not_distinct());
template <>
inline constexpr auto stoa::table<vocabulary_null_keys::place> = stoa::define<vocabulary_null_keys::place>(
    "places", stoa::primary_key(stoa::col<&vocabulary_null_keys::place::id>),
    stoa::unique(stoa::col<&vocabulary_null_keys::place::town>, stoa::col<&vocabulary_null_keys::place::street>,
                 stoa::col<&vocabulary_null_keys::place::number>)
        .nulls_not_distinct()
        .named("one_address"));
template <>
inline constexpr auto stoa::table<vocabulary_null_keys::place_with_ordinary_key> =
    stoa::define<vocabulary_null_keys::place_with_ordinary_key>(
        "ordinary", stoa::primary_key(stoa::col<&vocabulary_null_keys::place_with_ordinary_key::id>),
        stoa::unique(stoa::col<&vocabulary_null_keys::place_with_ordinary_key::number>));

namespace vocabulary_null_keys {

using std::nullopt;
using stoa_test::failure_of;

struct null_keys : stoa_test::databases {
protected:
    template <class Record>
    void expect_refused(const Record& repeated, const std::string& name, const std::vector<std::string>& columns) {
        const stoa::error refusal = failure_of<stoa::constraint_violation>([&] { db().insert(repeated); });
        EXPECT_EQ(refusal.code(), stoa::errc::unique_violation) << refusal.what();
        EXPECT_EQ(refusal.constraint().name, name);
        EXPECT_EQ(refusal.constraint().columns, columns);
    }

    /// `zero` is what the fallback of a database might stand NULL in for.
    template <class T>
    void expect_one_null(const T& zero, const T& other) {
        db().create<stoa::schema<cell<T>>>();
        db().insert(cell<T>{1, nullopt});
        db().insert(cell<T>{2, zero});
        db().insert(cell<T>{3, other});
        expect_refused(cell<T>{4, nullopt}, "uq_cells_value", {"value"});
        expect_refused(cell<T>{5, zero}, "uq_cells_value", {"value"});
        expect_refused(cell<T>{6, other}, "uq_cells_value", {"value"});
        EXPECT_EQ(db().all(stoa::from<cell<T>>()).size(), 3U);
        db().drop<stoa::schema<cell<T>>>();
    }
};

TEST_P(null_keys, of_numbers_have_one_null) {
    expect_one_null<int>(0, 1);
    expect_one_null<std::int64_t>(0, -1);
    expect_one_null<double>(0, 0.5);
    expect_one_null<bool>(false, true);
    expect_one_null<stoa::decimal<5, 2>>(stoa::decimal<5, 2>("0"), stoa::decimal<5, 2>("0.01"));
}

TEST_P(null_keys, of_texts_have_one_null) {
    expect_one_null<std::string>("", "0");
    expect_one_null<colour>(colour::red, colour::green);
    expect_one_null<stoa::bytes>({}, {std::byte{'0'}});
}

TEST_P(null_keys, of_guids_and_times_have_one_null) {
    expect_one_null<stoa::guid>({}, *stoa::guid::parse("0b1a6c1e-1f3c-4d7e-9a52-1c4f5e6d7a8b"));
    expect_one_null<stoa::timestamp>({}, stoa::timestamp(std::chrono::microseconds(1)));
    expect_one_null<stoa::date>({}, stoa::date(std::chrono::days(1)));
}

TEST_P(null_keys, of_several_columns_compare_all_of_them) {
    db().create<stoa::schema<place>>();
    db().insert(place{1, "Ulm", nullopt, nullopt});
    db().insert(place{2, "Ulm", nullopt, 0});
    db().insert(place{3, "Ulm", "", nullopt});
    db().insert(place{4, "Ulm", "0", nullopt});
    db().insert(place{5, "Bonn", nullopt, nullopt});
    const std::vector<std::string> columns{"town", "street", "number"};
    expect_refused(place{6, "Ulm", nullopt, nullopt}, "one_address", columns);
    expect_refused(place{7, "Ulm", nullopt, 0}, "one_address", columns);
    expect_refused(place{8, "Ulm", "0", nullopt}, "one_address", columns);
}

TEST_P(null_keys, hold_for_updates) {
    db().create<stoa::schema<place>>();
    db().insert(place{1, "Ulm", nullopt, nullopt});
    db().insert(place{2, "Ulm", nullopt, 3});
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] {
        db().update(place{2, "Ulm", nullopt, nullopt});
    });
    EXPECT_EQ(refusal.constraint().name, "one_address");
}

TEST_P(null_keys, are_asked_for) {
    db().create<stoa::schema<place_with_ordinary_key>>();
    db().insert(place_with_ordinary_key{1, nullopt});
    db().insert(place_with_ordinary_key{2, nullopt});
    EXPECT_EQ(db().all(stoa::from<place_with_ordinary_key>()).size(), 2U);
}

STOA_TEST_ON_EVERY_DATABASE(null_keys);

} // namespace vocabulary_null_keys
