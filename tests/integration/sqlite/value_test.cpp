// SPDX-License-Identifier: BSL-1.0
#include "support.hpp"

#include "stoa/types/iso_text.hpp"

#include <cmath>
#include <cstring>
#include <limits>

namespace {

using namespace sqlite_test;
using stoa::driver::fetch;
using stoa::sqlite::connection;
namespace native = stoa::native;

/// A table with one column, what goes into it and what comes out.
class one_column {
public:
    explicit one_column(const std::string& type, std::string_view url = "sqlite::memory:") : db(url) {
        db.execute("CREATE TABLE t (v " + type + ") STRICT");
    }

    template <class Value>
    void store(const Value& value) {
        db.execute("DELETE FROM t");
        one_statement insert(db, "INSERT INTO t VALUES (?1)");
        insert->bind(0, value);
        insert->execute(fetch::together);
        EXPECT_FALSE(insert->next());
        EXPECT_EQ(insert->affected_rows(), 1);
    }

    template <class Value>
    Value through(const Value& value) {
        store(value);
        return ask<Value>(db, "SELECT v FROM t");
    }

    std::string text_through(std::string_view value) {
        store(native::text(value));
        return ask_text(db, "SELECT v FROM t");
    }

    std::vector<std::byte> bytes_through(const std::vector<std::byte>& value) {
        store(native::bytes(value));
        one_statement question(db, "SELECT v FROM t");
        question->execute(fetch::together);
        EXPECT_TRUE(question->next());
        native::bytes back;
        question->read(0, back);
        return {back.begin(), back.end()};
    }

    connection db;
};

TEST(sqlite_value, booleans_round_trip_as_0_and_1) {
    one_column column("INTEGER");
    EXPECT_TRUE(column.through(true));
    EXPECT_EQ(ask(column.db, "SELECT v FROM t"), 1);
    EXPECT_FALSE(column.through(false));
}

template <class Integer>
void expect_limits_round_trip() {
    one_column column("INTEGER");
    for (const Integer value : {std::numeric_limits<Integer>::min(), Integer{-1}, Integer{0}, Integer{1},
                                std::numeric_limits<Integer>::max()})
        EXPECT_EQ(column.through(value), value);
}

TEST(sqlite_value, integers_round_trip_up_to_their_limits) {
    expect_limits_round_trip<std::int16_t>();
    expect_limits_round_trip<std::int32_t>();
    expect_limits_round_trip<std::int64_t>();
}

template <class Float>
void expect_bits_round_trip() {
    one_column column("REAL");
    using limits = std::numeric_limits<Float>;
    for (const Float value : {Float{0}, -Float{0}, Float(0.1), Float(1e-300), Float(1) / 3, limits::min(),
                              limits::max(), limits::lowest(), limits::denorm_min(), limits::epsilon(),
                              limits::infinity(), -limits::infinity(), Float(3), Float(9007199254740993)}) {
        const Float back = column.through(value);
        // A REAL column keeps small whole numbers as integers, which have no -0 (https://sqlite.org/datatype3.html).
        EXPECT_EQ(back, value);
        EXPECT_TRUE(value == 0 || std::memcmp(&back, &value, sizeof value) == 0) << value;
    }
}

TEST(sqlite_value, floating_point_numbers_round_trip_bit_for_bit) {
    expect_bits_round_trip<float>();
    expect_bits_round_trip<double>();
}

TEST(sqlite_value, text_round_trips_whatever_it_looks_like) {
    one_column column("TEXT");
    for (const std::string_view value : {"", " ", "0123", "1e3", "NULL", "it's", "\"quoted\"", "\\", "%_", "?1",
                                         "\n\r\t", "\xF0\x9F\x98\x80 \xC3\xA9"})
        EXPECT_EQ(column.text_through(value), value);
    EXPECT_EQ(column.text_through(std::string_view()), "");
    const std::string megabyte(1 << 20, 'm');
    EXPECT_EQ(column.text_through(megabyte), megabyte);
}

TEST(sqlite_value, bytes_round_trip_with_nul_and_empty) {
    one_column column("BLOB");
    std::vector<std::byte> all(256);
    for (std::size_t i = 0; i != all.size(); ++i) all[i] = static_cast<std::byte>(i);
    EXPECT_EQ(column.bytes_through(all), all);
    EXPECT_EQ(column.bytes_through({}), std::vector<std::byte>());
    EXPECT_EQ(ask(column.db, "SELECT v IS NULL FROM t"), 0);
    const std::vector<std::byte> megabyte(1 << 20, std::byte{0});
    EXPECT_EQ(column.bytes_through(megabyte), megabyte);
}

constexpr std::string_view guid_text = "0190f3a1-7fff-7abc-8def-0123456789ab";

TEST(sqlite_value, guids_are_lower_case_text_by_default) {
    one_column column("TEXT");
    const stoa::guid value = *stoa::guid::parse(guid_text);
    EXPECT_EQ(column.through(value), value);
    EXPECT_EQ(ask_text(column.db, "SELECT v FROM t"), guid_text);
    EXPECT_EQ(column.through(stoa::guid()), stoa::guid());
}

TEST(sqlite_value, guids_are_16_bytes_by_policy) {
    one_column column("BLOB", "sqlite::memory:?guid=blob");
    const stoa::guid value = *stoa::guid::parse(guid_text);
    EXPECT_EQ(column.through(value), value);
    EXPECT_EQ(ask_text(column.db, "SELECT hex(v) FROM t"), "0190F3A17FFF7ABC8DEF0123456789AB");
}

TEST(sqlite_value, a_guid_is_read_in_either_storage) {
    for (const char* url : {"sqlite::memory:", "sqlite::memory:?guid=blob"}) {
        connection db(url);
        const stoa::guid value = *stoa::guid::parse(guid_text);
        EXPECT_EQ(ask<stoa::guid>(db, "SELECT '" + std::string(guid_text) + "'"), value);
        EXPECT_EQ(ask<stoa::guid>(db, "SELECT x'0190F3A17FFF7ABC8DEF0123456789AB'"), value);
        EXPECT_EQ(ask<stoa::guid>(db, "SELECT stoa_guid('" + std::string(guid_text) + "')"), value);
    }
}

TEST(sqlite_value, documents_are_text) {
    one_column column("TEXT");
    column.store(native::json{R"({"a":[1,2,null]})"});
    EXPECT_EQ(ask<native::json>(column.db, "SELECT v FROM t").text.size(), 16U);
    EXPECT_EQ(ask_text(column.db, "SELECT v FROM t"), R"({"a":[1,2,null]})");
}

TEST(sqlite_value, times_round_trip_from_year_1_to_9999) {
    one_column column("TEXT");
    for (const std::int64_t value : {stoa::min_timestamp.microseconds, std::int64_t{-1}, std::int64_t{0},
                                     std::int64_t{1'700'000'000'123'456}, stoa::max_timestamp.microseconds})
        EXPECT_EQ(column.through(native::timestamp{value}).microseconds, value);
    EXPECT_EQ(ask_text(column.db, "SELECT v FROM t"), "9999-12-31T23:59:59.999999Z");
    for (const std::int32_t value : {stoa::min_date.days, -1, 0, 19'000, stoa::max_date.days})
        EXPECT_EQ(column.through(native::date{value}).days, value);
    EXPECT_EQ(ask_text(column.db, "SELECT v FROM t"), "9999-12-31");
}

TEST(sqlite_value, decimals_are_their_unscaled_integer) {
    one_column column("INTEGER");
    for (const std::int64_t value : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{999'999'999'999'999'999}})
        EXPECT_EQ(column.through(native::decimal{value, 18, 0}).unscaled, value);
    column.store(native::decimal{1250, 10, 2});
    EXPECT_EQ(ask(column.db, "SELECT v FROM t"), 1250);
}

TEST(sqlite_value, null_is_null_in_every_column) {
    connection db("sqlite::memory:");
    one_statement question(db, "SELECT ?1, 0, '', x''");
    question->bind_null(0);
    question->execute(fetch::together);
    ASSERT_TRUE(question->next());
    EXPECT_TRUE(question->is_null(0));
    EXPECT_FALSE(question->is_null(1));
    EXPECT_FALSE(question->is_null(2));
    EXPECT_FALSE(question->is_null(3));
}

TEST(sqlite_value, a_stream_does_not_need_the_bound_text_any_more) {
    connection db("sqlite::memory:");
    db.execute(schema);
    one_statement question(db, "SELECT ?1, ?2 FROM author");
    {
        std::string text(100, 'a');
        std::vector<std::byte> bytes(100, std::byte{7});
        question->bind(0, native::text(text));
        question->bind(1, native::bytes(bytes));
        question->execute(fetch::one_by_one);
        text.assign(100, 'b');
        bytes.assign(100, std::byte{8});
    }
    int rows = 0;
    while (question->next()) {
        native::text text;
        native::bytes bytes;
        question->read(0, text);
        question->read(1, bytes);
        EXPECT_EQ(text, std::string(100, 'a'));
        EXPECT_EQ(bytes.back(), std::byte{7});
        ++rows;
    }
    EXPECT_EQ(rows, 2);
}

} // namespace
