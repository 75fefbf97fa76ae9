// SPDX-License-Identifier: BSL-1.0
#include "support.hpp"

#include "stoa/types/iso_text.hpp"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

namespace {

using namespace sqlite_test;
using stoa::type_kind;
using stoa::driver::fetch;
using stoa::sqlite::connection;
namespace native = stoa::native;

/// What the elements of a list are once SQLite has read it.
template <class Stored, class Element>
std::vector<Stored> elements(connection& db, type_kind kind, const std::vector<Element>& list,
                             const std::string& expression = "value") {
    one_statement question(db, "SELECT " + expression + " FROM json_each(?1)");
    question->bind(0, native::list{{kind, 0, 0, true}, std::span<const Element>(list)});
    question->execute(fetch::together);
    std::vector<Stored> found;
    while (question->next()) {
        if constexpr (std::is_same_v<Stored, std::string>) {
            native::text text;
            question->read(0, text);
            found.emplace_back(text);
        } else if constexpr (std::is_same_v<Stored, std::vector<std::byte>>) {
            native::bytes bytes;
            question->read(0, bytes);
            found.emplace_back(bytes.begin(), bytes.end());
        } else {
            Stored value{};
            question->read(0, value);
            found.push_back(value);
        }
    }
    return found;
}

class sqlite_list : public testing::Test {
protected:
    connection db{"sqlite::memory:"};
};

TEST_F(sqlite_list, integers_keep_their_64_bits) {
    using limits = std::numeric_limits<std::int64_t>;
    const std::vector<std::int64_t> values{limits::min(), limits::min() + 1, -1, 0, 1, 9007199254740993, limits::max()};
    EXPECT_EQ(elements<std::int64_t>(db, type_kind::int64, values), values);
    EXPECT_EQ(elements<std::int64_t>(db, type_kind::decimal, values), values);
    EXPECT_EQ(elements<bool>(db, type_kind::boolean, std::vector<std::int64_t>{0, 1}),
              (std::vector<bool>{false, true}));
}

TEST_F(sqlite_list, doubles_keep_every_bit) {
    using limits = std::numeric_limits<double>;
    std::vector<double> values{0.0,
                               0.1,
                               -1e-300,
                               1.0 / 3,
                               1e300,
                               limits::min(),
                               limits::max(),
                               limits::lowest(),
                               limits::denorm_min(),
                               limits::infinity(),
                               -limits::infinity(),
                               3.0,
                               1e15};
    std::mt19937_64 random(4);
    while (values.size() != 20'000) {
        const double value = std::bit_cast<double>(random());
        if (!std::isnan(value)) values.push_back(value);
    }
    const std::vector<double> found = elements<double>(db, type_kind::float64, values);
    ASSERT_EQ(found.size(), values.size());
    EXPECT_EQ(std::memcmp(found.data(), values.data(), values.size() * sizeof(double)), 0);
}

TEST_F(sqlite_list, strings_are_escaped) {
    std::vector<std::string> values{"",     "a",     "\"",   "\\",   "\\u0041",
                                    "it's", "[1,2]", "null", "\x7F", "\xF0\x9F\x98\x80"};
    for (char c = 1; c != 0x20; ++c) values.push_back({'x', c, 'y'});
    EXPECT_EQ(elements<std::string>(db, type_kind::text, values), values);
}

TEST_F(sqlite_list, guids_are_stored_as_the_policy_says) {
    const std::vector<stoa::guid> values{stoa::guid(), *stoa::guid::parse("0190f3a1-7fff-7abc-8def-0123456789ab")};
    EXPECT_EQ(elements<stoa::guid>(db, type_kind::guid, values, "stoa_guid(value)"), values);
    EXPECT_EQ(elements<std::string>(db, type_kind::guid, values, "typeof(stoa_guid(value))").front(), "text");
    connection binary("sqlite::memory:?guid=blob");
    EXPECT_EQ(elements<stoa::guid>(binary, type_kind::guid, values, "stoa_guid(value)"), values);
    EXPECT_EQ(elements<std::string>(binary, type_kind::guid, values, "typeof(stoa_guid(value))").front(), "blob");
}

TEST_F(sqlite_list, bytes_pass_through_hexadecimal_text) {
    const std::vector<std::vector<std::byte>> values{{}, {std::byte{0}}, {std::byte{0xFF}, std::byte{0x0A}}};
    EXPECT_EQ(elements<std::vector<std::byte>>(db, type_kind::bytes, values, "stoa_bytes(value)"), values);
}

TEST_F(sqlite_list, times_and_dates_are_iso_text) {
    const std::vector<std::int64_t> times{stoa::min_timestamp.microseconds, 0, stoa::max_timestamp.microseconds};
    EXPECT_EQ(elements<std::string>(db, type_kind::timestamp, times),
              (std::vector<std::string>{"0001-01-01T00:00:00.000000Z", "1970-01-01T00:00:00.000000Z",
                                        "9999-12-31T23:59:59.999999Z"}));
    EXPECT_EQ(elements<std::string>(db, type_kind::date, std::vector<std::int64_t>{0, 1}),
              (std::vector<std::string>{"1970-01-01", "1970-01-02"}));
}

TEST_F(sqlite_list, an_empty_list_has_no_elements) {
    EXPECT_TRUE(elements<std::int64_t>(db, type_kind::int64, std::vector<std::int64_t>()).empty());
    one_statement question(db, "SELECT 1 IN (SELECT value FROM json_each(?1))");
    question->bind(0, native::list{{type_kind::int64, 0, 0, true}, std::span<const std::int64_t>()});
    question->execute(fetch::together);
    ASSERT_TRUE(question->next());
    bool found = true;
    question->read(0, found);
    EXPECT_FALSE(found);
}

TEST_F(sqlite_list, ten_thousand_values_are_one_parameter) {
    db.execute("CREATE TABLE t (v INTEGER PRIMARY KEY) STRICT; "
               "WITH RECURSIVE n(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n WHERE v < 20000) INSERT INTO t SELECT v "
               "FROM n");
    std::vector<std::int64_t> values;
    for (std::int64_t i = 1; i <= 10'000; ++i) values.push_back(2 * i);
    one_statement question(db, "SELECT count(*) FROM t WHERE v IN (SELECT value FROM json_each(?1))");
    for (int round = 0; round != 2; ++round) {
        question->bind(0, native::list{{type_kind::int64, 0, 0, true}, std::span<const std::int64_t>(values)});
        values.clear(); // the list is copied when it is bound
        question->execute(fetch::together);
        ASSERT_TRUE(question->next());
        std::int64_t count = 0;
        question->read(0, count);
        EXPECT_EQ(count, round == 0 ? 10'000 : 0);
        question->finish();
    }
}

TEST_F(sqlite_list, an_index_is_used_for_every_kind_of_list) {
    db.execute(
        "CREATE TABLE t (i INTEGER, s TEXT, r REAL, g TEXT, b BLOB) STRICT; CREATE INDEX ii ON t (i);"
        "CREATE INDEX si ON t (s); CREATE INDEX ri ON t (r); CREATE INDEX gi ON t (g); CREATE INDEX bi ON t (b)");
    for (const char* predicate : {"i IN (SELECT value", "s IN (SELECT value", "r IN (SELECT value",
                                  "g IN (SELECT stoa_guid(value)", "b IN (SELECT stoa_bytes(value)"}) {
        one_statement plan(db, std::string("EXPLAIN QUERY PLAN SELECT * FROM t WHERE ") + predicate +
                                   " FROM json_each(?1))");
        plan->execute(fetch::together);
        ASSERT_TRUE(plan->next());
        native::text step;
        plan->read(3, step);
        EXPECT_TRUE(step.starts_with("SEARCH t USING INDEX")) << step;
    }
}

TEST_F(sqlite_list, the_functions_refuse_what_they_cannot_read) {
    for (const char* sql : {"SELECT stoa_guid('x')", "SELECT stoa_guid(1)", "SELECT stoa_bytes('0')",
                            "SELECT stoa_bytes('0g')", "SELECT stoa_bytes(x'00')"}) {
        const auto error = error_of_sql(db, sql);
        ASSERT_TRUE(error) << sql;
        EXPECT_EQ(error->code(), stoa::errc::invalid_value) << sql;
    }
    EXPECT_EQ(ask(db, "SELECT stoa_guid(NULL) IS NULL AND stoa_bytes(NULL) IS NULL"), 1);
}

} // namespace
