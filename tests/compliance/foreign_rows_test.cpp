// SPDX-License-Identifier: BSL-1.0
// Rows that another program wrote and whose values the fields cannot hold: reading them says so, and nothing else
// suffers. The tables are made by hand, without the checks that stoa's own tables have.

#include "cells.hpp"

#include <functional>

namespace foreign_rows {

using stoa::errc;

struct foreign : stoa_test::databases {
    /// A table for cell<T> whose values have the type `type`.
    void make(const std::string& type) {
        db().execute("CREATE TABLE cell (id bigint PRIMARY KEY, value " + type + ")");
    }

    /// Puts an SQL expression into a row. False where the database itself refuses it.
    bool write(int id, const std::string& value) {
        try {
            db().execute("INSERT INTO cell VALUES (" + std::to_string(id) + ", " + value + ")");
            return true;
        } catch (const stoa::error&) {
            return false;
        }
    }

    /// Row `id` cannot be read as cell<T>, in any way of reading, for one of these reasons.
    template <class T>
    void expect_unreadable(std::int64_t id, std::initializer_list<errc> reasons) {
        const auto row = stoa::from<cells::cell<T>>().where(cells::id<T> == id);
        const std::function<void()> ways[] = {[&] { db().find<cells::cell<T>>(id); }, [&] { db().all(row); },
                                              [&] { db().one(row.select(cells::id<T>, cells::value<T>)); },
                                              [&] {
                                                  for (const auto& each : db().stream(row.select(cells::value<T>)))
                                                      (void)each;
                                              },
                                              [&] { db().transaction([&] { db().first(row); }); }};
        for (std::size_t i = 0; i != std::size(ways); ++i) {
            SCOPED_TRACE("row " + std::to_string(id) + ", way " + std::to_string(i));
            try {
                ways[i]();
                ADD_FAILURE() << "was read";
            } catch (const stoa::mapping_error& refusal) {
                EXPECT_NE(std::find(reasons.begin(), reasons.end(), refusal.code()), reasons.end()) << refusal.what();
            }
        }
    }

    /// The other rows are still there to be read.
    template <class T>
    void expect_readable(std::int64_t id, const T& value) {
        const auto found = db().find<cells::cell<T>>(id);
        ASSERT_TRUE(found);
        EXPECT_TRUE(cells::same(found->value, value));
    }

    template <class T>
    void expect_null_unreadable(const std::string& type) {
        make(type);
        ASSERT_TRUE(write(1, "NULL"));
        expect_unreadable<T>(1, {errc::mapping_mismatch});
        expect_readable<std::optional<T>>(1, std::nullopt);
        db().execute("DROP TABLE cell");
    }
};

enum class format { hardcover, paperback };

TEST_P(foreign, a_text_that_is_no_enumerator_is_not_read_as_one) {
    make("text");
    ASSERT_TRUE(write(1, "'paperback'") && write(2, "'audio'") && write(3, "''") && write(4, "'Paperback'"));
    for (const int id : {2, 3, 4}) expect_unreadable<format>(id, {errc::invalid_value});
    expect_readable(1, format::paperback);
    EXPECT_EQ(cells::rows_where<format>(db(), cells::value<format> != format::paperback), (cells::ids{2, 3, 4}));
}

TEST_P(foreign, an_integer_outside_its_field_is_not_cut) {
    make("smallint");
    ASSERT_TRUE(write(1, "255") && write(2, "256") && write(3, "-1") && write(4, "32767"));
    for (const int id : {2, 3, 4}) expect_unreadable<std::uint8_t>(id, {errc::out_of_range});
    expect_readable<std::uint8_t>(1, 255);
    expect_readable<std::int16_t>(4, 32767);
    expect_unreadable<std::int8_t>(1, {errc::out_of_range});
    expect_readable<std::int8_t>(3, -1);
}

TEST_P(foreign, an_unsigned_field_of_32_bits_takes_nothing_else) {
    make("bigint");
    ASSERT_TRUE(write(1, "4294967295") && write(2, "4294967296") && write(3, "-1") && write(4, "9223372036854775807"));
    for (const int id : {2, 3, 4}) expect_unreadable<std::uint32_t>(id, {errc::out_of_range});
    expect_readable(1, 4294967295U);
    expect_unreadable<std::int16_t>(2, {errc::out_of_range, errc::mapping_mismatch});
}

TEST_P(foreign, null_is_not_read_into_a_field_that_cannot_be_empty) {
    expect_null_unreadable<bool>("boolean");
    expect_null_unreadable<std::int32_t>("integer");
    expect_null_unreadable<double>("double precision");
    expect_null_unreadable<std::string>("text");
}

TEST_P(foreign, null_is_not_read_into_a_mapped_field_that_cannot_be_empty) {
    expect_null_unreadable<stoa::guid>("uuid");
    expect_null_unreadable<format>("text");
    expect_null_unreadable<stoa::strong_id<struct some>>("bigint");
    expect_null_unreadable<stoa::bytes>("bytea");
}

TEST_P(foreign, null_is_not_read_as_a_time_a_number_or_a_document) {
    expect_null_unreadable<stoa::timestamp>("timestamptz");
    expect_null_unreadable<stoa::date>("date");
    expect_null_unreadable<stoa::decimal<10, 2>>("numeric");
    expect_null_unreadable<stoa::json_document>("jsonb");
}

TEST_P(foreign, a_decimal_with_more_digits_than_its_field_is_not_rounded) {
    using money = stoa::decimal<10, 2>;
    make("numeric");
    ASSERT_TRUE(write(1, "1.2345") && write(2, "1234567890123") && write(3, "-1234567890123") && write(4, "0"));
    expect_unreadable<money>(1, {errc::out_of_range, errc::mapping_mismatch});
    expect_unreadable<money>(2, {errc::out_of_range});
    expect_unreadable<money>(3, {errc::out_of_range});
    expect_readable<money>(4, 0);
}

TEST_P(foreign, a_timestamp_beyond_every_year_is_not_read_as_one) {
    make("timestamptz");
    ASSERT_TRUE(write(1, "'infinity'") && write(2, "'-infinity'") && write(3, "'10000-01-01 00:00:00Z'") &&
                write(4, "'0001-12-31 23:59:59Z BC'"));
    for (const int id : {1, 2, 3, 4})
        expect_unreadable<stoa::timestamp>(id, {errc::out_of_range, errc::mapping_mismatch});
}

TEST_P(foreign, a_date_beyond_every_year_is_not_read_as_one) {
    make("date");
    ASSERT_TRUE(write(1, "'infinity'") && write(2, "'-infinity'") && write(3, "'10000-01-01'") &&
                write(4, "'0044-03-15 BC'"));
    for (const int id : {1, 2, 3, 4}) expect_unreadable<stoa::date>(id, {errc::out_of_range, errc::mapping_mismatch});
}

TEST_P(foreign, a_column_of_another_type_is_not_read) {
    make("text");
    ASSERT_TRUE(write(1, "'12'"));
    expect_unreadable<std::int64_t>(1, {errc::mapping_mismatch});
    expect_unreadable<double>(1, {errc::mapping_mismatch});
    expect_unreadable<stoa::bytes>(1, {errc::mapping_mismatch});
    expect_readable<std::string>(1, "12");
}

// What follows only a database without such a type can keep; the others refuse it themselves.

TEST_P(foreign, a_truth_value_is_0_or_1) {
    make("boolean");
    if (write(1, "2")) expect_unreadable<bool>(1, {errc::mapping_mismatch});
    EXPECT_EQ(cells::rows_where<bool>(db(), cells::value<bool> == true), cells::ids{});
}

TEST_P(foreign, a_text_that_is_no_guid_is_not_read_as_one) {
    make("uuid");
    if (write(1, "'not a guid'")) expect_unreadable<stoa::guid>(1, {errc::mapping_mismatch});
    ASSERT_TRUE(write(2, "'0190F3A1-5B7C-7DEF-8123-456789ABCDEF'"));
    expect_readable(2, stoa::guid::from_string("0190f3a1-5b7c-7def-8123-456789abcdef"));
}

TEST_P(foreign, a_text_that_is_no_day_is_not_read_as_one) {
    make("date");
    for (const int id : {1, 2, 3}) {
        const char* const texts[] = {"'2023-02-29'", "'2024-13-01'", "'today or so'"};
        if (write(id, texts[id - 1])) expect_unreadable<stoa::date>(id, {errc::mapping_mismatch});
    }
    ASSERT_TRUE(write(4, "'2024-02-29'"));
    expect_readable<stoa::date>(4, std::chrono::sys_days(std::chrono::year(2024) / 2 / 29));
}

TEST_P(foreign, a_text_that_is_no_document_is_not_read_as_one) {
    make("jsonb");
    if (write(1, "'{\"a\":'")) expect_unreadable<stoa::json_document>(1, {errc::invalid_value});
    if (write(2, "'\"\\u0000\"'")) expect_unreadable<stoa::json_document>(2, {errc::invalid_value});
    ASSERT_TRUE(write(3, "'{\"a\": 1.0}'"));
    expect_readable(3, stoa::json_document::parse(R"({"a":1})"));
}

TEST_P(foreign, reading_what_cannot_be_read_does_not_end_a_transaction) {
    make("text");
    ASSERT_TRUE(write(1, "'audio'"));
    db().transaction([&] {
        EXPECT_THROW(db().find<cells::cell<format>>(1), stoa::mapping_error);
        db().insert(cells::cell<std::string>{2, "hardcover"});
    });
    expect_readable(2, format::hardcover);
}

STOA_TEST_ON_EVERY_DATABASE(foreign);

} // namespace foreign_rows
