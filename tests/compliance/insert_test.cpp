// SPDX-License-Identifier: BSL-1.0
// Rows go in, one or many: what is filled, what comes back, and what remains after a failure.

#include "databases.hpp"
#include "failure.hpp"

#include <chrono>
#include <cstdint>
#include <list>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace inserts {

struct ticket {
    stoa::guid id;
    stoa::guid token;
    std::string title;
    std::optional<int> seats;
    stoa::timestamp created_at;
};

struct audit {
    stoa::guid trace;
    stoa::timestamp at;
    std::string by;
};

/// A record with another one inside.
struct document {
    std::int64_t id;
    std::string title;
    audit made;
    std::optional<std::string> note;
};

} // namespace inserts

template <>
inline constexpr auto stoa::table<inserts::ticket> =
    stoa::define<inserts::ticket>("tickets",
                                  stoa::primary_key(stoa::col<&inserts::ticket::id>).generated(stoa::guid_v7),
                                  stoa::column(stoa::col<&inserts::ticket::token>).generated(stoa::guid_v4),
                                  stoa::column(stoa::col<&inserts::ticket::created_at>).default_(stoa::now()),
                                  stoa::unique(stoa::col<&inserts::ticket::title>));

template <>
inline constexpr auto stoa::table<inserts::document> = stoa::define<inserts::document>(
    "documents", stoa::primary_key(stoa::col<&inserts::document::id>).generated(stoa::identity),
    stoa::column(stoa::col<&inserts::document::made, &inserts::audit::trace>).generated(stoa::guid_v4),
    stoa::column(stoa::col<&inserts::document::made, &inserts::audit::at>).default_(stoa::now()));

namespace inserts {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;

using all_tables = stoa::schema<ticket, document>;

struct insert_of_records : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<all_tables>();
    }

    std::int64_t tickets() { return db().one(from<ticket>().select(stoa::count())); }
};

ticket called(std::string title) {
    return {{}, {}, std::move(title), {}, {}};
}

TEST_P(insert_of_records, empty_guids_are_made_in_the_version_asked_for) {
    ticket first = called("first");
    db().insert(first);
    EXPECT_EQ(first.id.version(), 7);
    EXPECT_EQ(first.token.version(), 4);
    const auto stored = db().find<ticket>(first.id);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->id, first.id);
    EXPECT_EQ(stored->token, first.token);
}

TEST_P(insert_of_records, every_row_gets_guids_of_its_own_and_later_ones_sort_behind) {
    std::vector<ticket> many;
    for (int n = 0; n != 50; ++n) many.push_back(called("ticket " + std::to_string(n)));
    EXPECT_EQ(db().insert_many(many), 50);
    std::set<stoa::guid> tokens;
    for (std::size_t n = 0; n != many.size(); ++n) {
        tokens.insert(many[n].token);
        if (n == 0) continue;
        EXPECT_LT(many[n - 1].id, many[n].id);
    }
    EXPECT_EQ(tokens.size(), many.size());
}

TEST_P(insert_of_records, a_guid_that_was_given_is_kept) {
    ticket own = called("own");
    own.id = stoa::guid::from_string("01890000-0000-7000-8000-000000000001");
    own.token = stoa::guid::from_string("ffffffff-ffff-ffff-ffff-ffffffffffff");
    db().insert(own);
    const auto stored = db().find<ticket>(stoa::guid::from_string("01890000-0000-7000-8000-000000000001"));
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->token, stoa::guid::from_string("ffffffff-ffff-ffff-ffff-ffffffffffff"));
}

TEST_P(insert_of_records, an_empty_time_becomes_the_time_of_insertion_and_a_given_one_stays) {
    const auto before = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    ticket now = called("now");
    db().insert(now);
    const auto after = std::chrono::system_clock::now();
    EXPECT_GE(now.created_at, before);
    EXPECT_LE(now.created_at, after);

    ticket then = called("then");
    then.created_at = stoa::timestamp(std::chrono::microseconds(1));
    db().insert(then);
    EXPECT_EQ(db().find<ticket>(now.id)->created_at, now.created_at);
    EXPECT_EQ(db().find<ticket>(then.id)->created_at, stoa::timestamp(std::chrono::microseconds(1)));
}

TEST_P(insert_of_records, a_constant_record_stays_as_it_is_and_the_stored_copy_comes_back) {
    const ticket constant = called("constant");
    const ticket stored = db().insert(constant);
    EXPECT_TRUE(constant.id.is_nil());
    EXPECT_EQ(stored.id.version(), 7);
    EXPECT_EQ(stored.title, "constant");
    EXPECT_EQ(db().find<ticket>(stored.id)->created_at, stored.created_at);
}

TEST_P(insert_of_records, a_temporary_record_comes_back_as_stored) {
    const ticket stored = db().insert(called("temporary"));
    ticket given = called("moved from");
    const ticket moved = db().insert(std::move(given));
    EXPECT_EQ(db().find<ticket>(stored.id)->title, "temporary");
    EXPECT_EQ(db().find<ticket>(moved.id)->title, "moved from");
}

TEST_P(insert_of_records, generated_fields_of_an_embedded_record_are_filled) {
    document empty{0, "embedded", {{}, {}, "Ann"}, {}};
    db().insert(empty);
    EXPECT_EQ(empty.id, 1);
    EXPECT_EQ(empty.made.trace.version(), 4);
    EXPECT_NE(empty.made.at, stoa::timestamp{});
    const auto stored = db().find<document>(1);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->made.trace, empty.made.trace);
    EXPECT_EQ(stored->made.at, empty.made.at);
    EXPECT_EQ(stored->made.by, "Ann");
    EXPECT_EQ(stored->note, std::nullopt);
    EXPECT_EQ(db().one(from<document>()
                           .where(col<&document::made, &audit::by> == "Ann")
                           .select(col<&document::made, &audit::trace>)),
              empty.made.trace);
}

TEST_P(insert_of_records, a_refused_record_leaves_nothing) {
    db().insert(called("same"));
    EXPECT_EQ(failure_of<stoa::constraint_violation>([&] { db().insert(called("same")); }).code(),
              stoa::errc::unique_violation);
    EXPECT_EQ(tickets(), 1);
}

TEST_P(insert_of_records, insert_many_fills_the_elements_of_a_range_that_can_be_changed) {
    std::list<document> some{{0, "a", {{}, {}, "Ann"}, {}}, {0, "b", {{}, {}, "Bob"}, "note"}};
    EXPECT_EQ(db().insert_many(some), 2);
    EXPECT_EQ(some.front().id, 1);
    EXPECT_EQ(some.back().id, 2);
    EXPECT_EQ(db().find<document>(2)->note, "note");
}

TEST_P(insert_of_records, insert_many_takes_constant_ranges_and_empty_ones) {
    const std::vector<document> constant{{0, "a", {}, {}}, {0, "b", {}, {}}, {0, "c", {}, {}}};
    EXPECT_EQ(db().insert_many(constant), 3);
    EXPECT_EQ(constant[0].id, 0);
    EXPECT_EQ(db().insert_many(std::vector<document>{}), 0);
    EXPECT_EQ(db().all(from<document>()).size(), 3U);
}

TEST_P(insert_of_records, insert_many_with_a_bad_record_in_the_middle_leaves_nothing) {
    std::vector<ticket> many{called("a"), called("b"), called("a"), called("c")};
    EXPECT_THROW(db().insert_many(many), stoa::constraint_violation);
    EXPECT_EQ(tickets(), 0);
    db().insert(called("the session goes on"));
    EXPECT_EQ(tickets(), 1);
}

TEST_P(insert_of_records, insert_many_with_a_value_that_never_reaches_the_database_leaves_nothing) {
    std::vector<ticket> many{called("a"), called(std::string("NUL \0 inside", 12)), called("c")};
    EXPECT_EQ(failure_of<stoa::mapping_error>([&] { db().insert_many(many); }).code(), stoa::errc::invalid_value);
    EXPECT_EQ(tickets(), 0);
}

TEST_P(insert_of_records, insert_many_that_fails_in_a_transaction_takes_back_only_its_own_rows) {
    db().transaction([&] {
        db().insert(called("before"));
        std::vector<ticket> many{called("a"), called("before"), called("b")};
        EXPECT_THROW(db().insert_many(many), stoa::constraint_violation);
        db().insert(called("after"));
    });
    EXPECT_EQ(db().all(from<ticket>().order_by(col<&ticket::title>).select(col<&ticket::title>)),
              (std::vector<std::string>{"after", "before"}));
}

TEST_P(insert_of_records, insert_many_whose_failure_leaves_the_transaction_takes_everything_back) {
    std::vector<ticket> many{called("a"), called("b"), called("a")};
    EXPECT_THROW(db().transaction([&] {
        db().insert(called("before"));
        db().insert_many(many);
    }),
                 stoa::constraint_violation);
    EXPECT_EQ(tickets(), 0);
}

STOA_TEST_ON_EVERY_DATABASE(insert_of_records);

} // namespace inserts
