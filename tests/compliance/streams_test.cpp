// SPDX-License-Identifier: BSL-1.0
// Rows one at a time: all of them, some of them, and what may happen to the session meanwhile.

#include "databases.hpp"
#include "failure.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace streams {

struct reading {
    std::int64_t id;
    std::string sensor;
    std::optional<double> value;
};

struct sensor {
    std::string name;
    std::string place;
};

} // namespace streams

template <>
inline constexpr auto stoa::table<streams::sensor> =
    stoa::define<streams::sensor>("sensors", stoa::primary_key(stoa::col<&streams::sensor::name>));
template <>
inline constexpr auto stoa::table<streams::reading> = stoa::define<streams::reading>(
    "readings", stoa::primary_key(stoa::col<&streams::reading::id>).generated(stoa::identity),
    stoa::foreign_key(stoa::col<&streams::reading::sensor>).references(stoa::col<&streams::sensor::name>));

namespace streams {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;

constexpr auto id = col<&reading::id>;
constexpr std::int64_t many = 20'000;

struct streams_of_rows : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<sensor, reading>>();
        db().insert(sensor{"a", "cellar"});
        db().insert(sensor{"b", "roof"});
    }

    void fill(std::int64_t rows) {
        std::vector<reading> all;
        for (std::int64_t n = 1; n <= rows; ++n)
            all.push_back(
                {0, n % 2 == 0 ? "b" : "a", n % 3 == 0 ? std::nullopt : std::optional(static_cast<double>(n))});
        db().insert_many(all);
    }

    std::int64_t count() { return db().one(from<reading>().select(stoa::count())); }
};

TEST_P(streams_of_rows, give_every_row_once_and_in_order) {
    fill(many);
    std::int64_t expected = 0;
    double sum = 0;
    for (const reading& each : db().stream(from<reading>().order_by(id))) {
        ASSERT_EQ(each.id, ++expected);
        ASSERT_EQ(each.sensor, expected % 2 == 0 ? "b" : "a");
        ASSERT_EQ(each.value.has_value(), expected % 3 != 0);
        sum += each.value.value_or(0);
    }
    EXPECT_EQ(expected, many);
    EXPECT_EQ(sum, 200'010'000.0 - 3.0 * 6'666 * 6'667 / 2);
    EXPECT_EQ(count(), many);
}

TEST_P(streams_of_rows, without_rows_have_none) {
    for (const reading& each : db().stream(from<reading>())) FAIL() << each.id;
    EXPECT_EQ(count(), 0);
}

TEST_P(streams_of_rows, can_be_left_early_and_the_session_goes_on) {
    fill(many);
    std::int64_t seen = 0;
    for (const reading& each : db().stream(from<reading>().order_by(id))) {
        seen = each.id;
        if (seen == 10) break;
    }
    EXPECT_EQ(seen, 10);
    EXPECT_EQ(count(), many);
    for (const reading& each : db().stream(from<reading>().order_by(stoa::desc(id)))) {
        EXPECT_EQ(each.id, many); // the same statement from its beginning
        break;
    }
    db().insert(reading{0, "a", 1.0});
    EXPECT_EQ(count(), many + 1);
}

TEST_P(streams_of_rows, need_not_be_read_at_all) {
    fill(3);
    { const auto unread = db().stream(from<reading>()); }
    EXPECT_EQ(count(), 3);
}

TEST_P(streams_of_rows, let_no_other_statement_run_beside_them) {
    fill(5);
    std::int64_t rows = 0;
    for (const reading& each : db().stream(from<reading>().order_by(id))) {
        ++rows;
        EXPECT_EQ(failure_of([&] { count(); }).code(), stoa::errc::stream_open);
        EXPECT_EQ(failure_of([&] { db().insert(reading{0, "a", {}}); }).code(), stoa::errc::stream_open);
        EXPECT_EQ(failure_of([&] { db().update(each); }).code(), stoa::errc::stream_open);
        EXPECT_EQ(failure_of([&] { db().execute("DELETE FROM readings"); }).code(), stoa::errc::stream_open);
        EXPECT_EQ(failure_of([&] { db().stream(from<sensor>()); }).code(), stoa::errc::stream_open);
        EXPECT_EQ(failure_of([&] { db().transaction([] {}); }).code(), stoa::errc::stream_open);
    }
    EXPECT_EQ(rows, 5);
    EXPECT_EQ(count(), 5);
}

TEST_P(streams_of_rows, are_over_when_the_last_row_was_read) {
    fill(2);
    auto rows = db().stream(from<reading>().order_by(id));
    auto at = rows.begin();
    EXPECT_EQ(at->id, 1);
    ++at;
    EXPECT_EQ(at->id, 2);
    ++at;
    EXPECT_TRUE(at == rows.end());
    EXPECT_EQ(count(), 2); // though the stream is still in scope
}

TEST_P(streams_of_rows, are_closed_by_an_exception_in_the_loop) {
    fill(many);
    EXPECT_THROW(
        {
            for (const reading& each : db().stream(from<reading>().order_by(id)))
                if (each.id == 100) throw std::runtime_error("enough");
        },
        std::runtime_error);
    EXPECT_EQ(count(), many);
}

TEST_P(streams_of_rows, run_inside_a_transaction_which_goes_on_behind_them) {
    fill(many);
    db().transaction([&] {
        db().execute(stoa::delete_from<reading>().where(id > 100));
        std::int64_t rows = 0;
        for (const reading& each : db().stream(from<reading>())) rows += each.id > 0 ? 1 : 0;
        EXPECT_EQ(rows, 100);
        for (const reading& each : db().stream(from<reading>().order_by(id)))
            if (each.id == 50) break;
        db().execute(stoa::delete_from<reading>().where(id > 10));
    });
    EXPECT_EQ(count(), 10);
}

TEST_P(streams_of_rows, do_not_end_the_transaction_they_refuse_a_statement_in) {
    fill(3);
    db().transaction([&] {
        for (const reading& each : db().stream(from<reading>())) EXPECT_THROW(db().erase(each), stoa::statement_error);
        db().execute(stoa::delete_from<reading>().where(id == 1));
    });
    EXPECT_EQ(count(), 2);
}

TEST_P(streams_of_rows, that_an_exception_leaves_roll_their_transaction_back) {
    fill(1000);
    EXPECT_THROW(db().transaction([&] {
        db().execute(stoa::delete_from<reading>().where(id > 500));
        for (const reading& each : db().stream(from<reading>().order_by(id)))
            if (each.id == 7) throw 7;
    }),
                 int);
    EXPECT_EQ(count(), 1000);
}

TEST_P(streams_of_rows, cannot_outlive_their_transaction) {
    fill(1000);
    const auto query = from<reading>().order_by(id);
    struct holder {
        decltype(std::declval<stoa::database&>().stream(query)) rows;
    };
    std::unique_ptr<holder> kept;
    const stoa::error refused = failure_of<stoa::statement_error>([&] {
        db().transaction([&] {
            db().execute(stoa::delete_from<reading>().where(id > 500));
            kept.reset(new holder{db().stream(query)});
            EXPECT_EQ(kept->rows.begin()->id, 1);
        });
    });
    EXPECT_EQ(refused.code(), stoa::errc::stream_open);
    EXPECT_EQ(count(), 1000); // rolled back, and the session goes on
    EXPECT_EQ(failure_of<stoa::statement_error>([&] { kept->rows.begin(); }).code(), stoa::errc::usage);
    for (const reading& each : db().stream(query)) {
        kept.reset(); // closes no stream but its own
        EXPECT_EQ(each.id, 1);
        EXPECT_EQ(failure_of([&] { count(); }).code(), stoa::errc::stream_open);
        break;
    }
    db().transaction([&] { db().execute(stoa::delete_from<reading>().where(id > 10)); });
    EXPECT_EQ(count(), 10);
}

TEST_P(streams_of_rows, give_values_tuples_structs_and_joined_records) {
    fill(4);
    std::vector<std::int64_t> ids;
    for (std::int64_t each : db().stream(from<reading>().where(id > 2).order_by(id).select(id))) ids.push_back(each);
    EXPECT_EQ(ids, (std::vector<std::int64_t>{3, 4}));
    for (auto&& [name, rows] :
         db().stream(from<reading>().group_by(col<&reading::sensor>).select(col<&reading::sensor>, stoa::count())))
        EXPECT_EQ(rows, 2) << name;
    std::vector<std::string> places;
    for (auto&& [row, at] : db().stream(from<reading>().join<sensor>().order_by(id).limit(2)))
        places.push_back(at.place);
    EXPECT_EQ(places, (std::vector<std::string>{"cellar", "roof"}));
    for (const sensor& each : db().stream(from<sensor>()
                                              .where(col<&sensor::name> == "b")
                                              .select_as<sensor>(col<&sensor::place>, col<&sensor::name>)))
        EXPECT_EQ(each.name, "roof");
}

TEST_P(streams_of_rows, give_rows_that_can_be_moved_from) {
    fill(3);
    std::vector<std::string> taken;
    for (reading& each : db().stream(from<reading>().order_by(id))) taken.push_back(std::move(each.sensor));
    EXPECT_EQ(taken, (std::vector<std::string>{"a", "b", "a"}));
}

TEST_P(streams_of_rows, keep_the_values_of_their_query) {
    fill(many);
    const auto ask = [this](std::string wanted) {
        auto query =
            from<reading>().where(col<&reading::sensor> == wanted && id.in(std::vector<std::int64_t>{1, 2, 3}));
        wanted.assign(100, 'x');
        return db().stream(std::move(query)); // the query itself is gone when rows are read
    };
    std::int64_t rows = 0;
    for (const reading& each : ask("a")) rows += each.sensor == "a" ? 1 : 100;
    EXPECT_EQ(rows, 2);
}

TEST_P(streams_of_rows, that_fail_leave_the_session_usable) {
    db().execute("DROP TABLE readings");
    EXPECT_EQ(failure_of([&] { db().stream(from<reading>()); }).code(), stoa::errc::undefined_object);
    EXPECT_EQ(db().all(from<sensor>()).size(), 2U);
}

STOA_TEST_ON_EVERY_DATABASE(streams_of_rows);

} // namespace streams
