// SPDX-License-Identifier: BSL-1.0
// Every type side by side in one row, mandatory and optional, through every way in and every way out.

#include "databases.hpp"

#include <boost/pfr/ops.hpp>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace types_round_trip {

enum class color { red, green };

using row_id = stoa::strong_id<struct everything_tag>;

struct mandatory {
    row_id id;
    bool truth;
    std::int8_t tiny;
    std::int16_t small;
    std::int32_t medium;
    std::int64_t large;
    std::uint8_t octet;
    std::uint16_t port;
    std::uint32_t address;
    float single;
    double precise;
    std::string text;
    stoa::bytes blob;
    stoa::guid guid;
    stoa::timestamp instant;
    stoa::date day;
    stoa::decimal<18, 4> amount;
    color paint;
    stoa::json_document document;
};

struct voluntary {
    row_id id;
    std::optional<bool> truth;
    std::optional<std::int8_t> tiny;
    std::optional<std::int16_t> small;
    std::optional<std::int32_t> medium;
    std::optional<std::int64_t> large;
    std::optional<std::uint8_t> octet;
    std::optional<std::uint16_t> port;
    std::optional<std::uint32_t> address;
    std::optional<float> single;
    std::optional<double> precise;
    std::optional<std::string> text;
    std::optional<stoa::bytes> blob;
    std::optional<stoa::guid> guid;
    std::optional<stoa::timestamp> instant;
    std::optional<stoa::date> day;
    std::optional<stoa::decimal<18, 4>> amount;
    std::optional<color> paint;
    std::optional<stoa::json_document> document;
    std::optional<row_id> other;
};

using days = std::chrono::sys_days;
constexpr std::chrono::year_month_day leap_day = std::chrono::year(2024) / 2 / 29;

mandatory smallest() {
    return {{},
            false,
            INT8_MIN,
            INT16_MIN,
            INT32_MIN,
            INT64_MIN,
            0,
            0,
            0,
            -std::numeric_limits<float>::infinity(),
            -std::numeric_limits<double>::max(),
            "",
            {},
            {},
            days(std::chrono::year(1) / 1 / 1),
            days(std::chrono::year(1) / 1 / 1),
            stoa::decimal<18, 4>("-99999999999999.9999"),
            color::red,
            {}};
}

mandatory largest() {
    return {{},
            true,
            INT8_MAX,
            INT16_MAX,
            INT32_MAX,
            INT64_MAX,
            UINT8_MAX,
            UINT16_MAX,
            UINT32_MAX,
            std::numeric_limits<float>::denorm_min(),
            std::numeric_limits<double>::denorm_min(),
            "it's \"\\ \xF0\x9F\x98\x80",
            stoa::bytes(300, std::byte{0xFF}),
            stoa::guid::from_string("ffffffff-ffff-ffff-ffff-ffffffffffff"),
            days(std::chrono::year(9999) / 12 / 31) + std::chrono::microseconds(86'399'999'999),
            days(leap_day),
            stoa::decimal<18, 4>("99999999999999.9999"),
            color::green,
            stoa::json_document::parse(R"({"z":[1.10,1e3,null],"a":"\u00e9"})")};
}

voluntary given() {
    const mandatory m = largest();
    return {{},        false,  m.tiny, m.small, m.medium,  m.large, m.octet,  m.port,  m.address,  m.single,
            m.precise, m.text, m.blob, m.guid,  m.instant, m.day,   m.amount, m.paint, m.document, row_id{-5}};
}

template <class Record>
bool equal(const Record& a, const Record& b) {
    return boost::pfr::eq_fields(a, b);
}

struct round_trip : stoa_test::databases {};

/// The rows of the table, in their order, by every way of reading.
template <class Record>
void expect_table(stoa::database& db, const std::vector<Record>& rows) {
    const auto all = stoa::from<Record>().order_by(stoa::col<&Record::id>);
    const std::vector<Record> together = db.all(all);
    std::vector<Record> streamed;
    for (Record& each : db.stream(all)) streamed.push_back(std::move(each));
    ASSERT_EQ(together.size(), rows.size());
    ASSERT_EQ(streamed.size(), rows.size());
    for (std::size_t i = 0; i != rows.size(); ++i) {
        SCOPED_TRACE("row " + std::to_string(i + 1));
        EXPECT_TRUE(equal(together[i], rows[i]));
        EXPECT_TRUE(equal(streamed[i], rows[i]));
        const std::optional<Record> found = db.find<Record>(rows[i].id);
        ASSERT_TRUE(found);
        EXPECT_TRUE(equal(*found, rows[i]));
        EXPECT_TRUE(equal(db.one(stoa::from<Record>().where(stoa::col<&Record::id> == rows[i].id)), rows[i]));
    }
}

/// `a` and `b`, which differ in every field, by every way of writing.
template <class Record>
void expect_written(stoa::database& db, Record a, Record b) {
    db.create<stoa::schema<Record>>();
    db.insert(a);
    EXPECT_EQ(a.id, row_id{1});
    b.id = {};
    b = db.insert(std::as_const(b));
    EXPECT_EQ(b.id, row_id{2});
    expect_table<Record>(db, {a, b});

    std::swap(a.id, b.id);
    EXPECT_TRUE(db.update(a));
    EXPECT_TRUE(db.upsert(std::as_const(b)).id == row_id{1});
    expect_table<Record>(db, {b, a});

    std::vector<Record> more{a, b, a};
    for (Record& each : more) each.id = {};
    EXPECT_EQ(db.insert_many(more), 3);
    expect_table<Record>(db, {b, a, more[0], more[1], more[2]});
    EXPECT_TRUE(db.erase(more[1]));
    EXPECT_TRUE(db.erase<Record>(b.id));
    expect_table<Record>(db, {a, more[0], more[2]});
}

TEST_P(round_trip, a_row_of_every_type_comes_back_as_it_was) {
    expect_written(db(), smallest(), largest());
}

TEST_P(round_trip, a_row_of_every_optional_type_comes_back_as_it_was) {
    expect_written(db(), given(), voluntary{});
}

TEST_P(round_trip, a_selection_of_every_type_comes_back_as_it_was) {
    using v = voluntary;
    db().create<stoa::schema<v>>();
    v full = given();
    db().insert(full);
    db().insert(v{});
    const auto query =
        stoa::from<v>()
            .order_by(stoa::col<&v::id>)
            .select_as<v>(stoa::col<&v::id>, stoa::col<&v::truth>, stoa::col<&v::tiny>, stoa::col<&v::small>,
                          stoa::col<&v::medium>, stoa::col<&v::large>, stoa::col<&v::octet>, stoa::col<&v::port>,
                          stoa::col<&v::address>, stoa::col<&v::single>, stoa::col<&v::precise>, stoa::col<&v::text>,
                          stoa::col<&v::blob>, stoa::col<&v::guid>, stoa::col<&v::instant>, stoa::col<&v::day>,
                          stoa::col<&v::amount>, stoa::col<&v::paint>, stoa::col<&v::document>, stoa::col<&v::other>);
    const std::vector<v> rows = db().all(query);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_TRUE(equal(rows[0], full));
    v empty;
    empty.id = row_id{2};
    EXPECT_TRUE(equal(rows[1], empty));
}

STOA_TEST_ON_EVERY_DATABASE(round_trip);

} // namespace types_round_trip
