// SPDX-License-Identifier: BSL-1.0
// Indexes over some of the rows, over expressions, with further columns or of another method: what they enforce is the
// same everywhere, and what one database lacks does no harm there.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vocabulary_indexes {

enum class state { open, closed };

struct ticket {
    std::int64_t id;
    std::string title;
    std::string room;
    state status;
    std::optional<std::string> owner;
    std::int32_t number;
    bool urgent;
};

struct point {
    std::int64_t id;
    std::int32_t x;
    std::int32_t y;
    std::string name;
    std::string note;
    stoa::json_document details;
};

} // namespace vocabulary_indexes

template <>
inline constexpr auto stoa::table<vocabulary_indexes::ticket> = stoa::define<vocabulary_indexes::ticket>(
    "tickets", stoa::primary_key(stoa::col<&vocabulary_indexes::ticket::id>),
    stoa::index(stoa::col<&vocabulary_indexes::ticket::title>)
        .unique()
        .where(stoa::col<&vocabulary_indexes::ticket::status> == vocabulary_indexes::state::open)
        .named("one_open_title"),
    stoa::index(stoa::col<&vocabulary_indexes::ticket::number>)
        .unique()
        .where(stoa::col<&vocabulary_indexes::ticket::room>.like("A_%'%") &&
               !stoa::col<&vocabulary_indexes::ticket::urgent>)
        .named("one_number_in_a"),
    stoa::index(stoa::col<&vocabulary_indexes::ticket::room>, stoa::desc(stoa::col<&vocabulary_indexes::ticket::id>))
        .where(stoa::col<&vocabulary_indexes::ticket::owner>.is_null()),
    stoa::index(stoa::col<&vocabulary_indexes::ticket::owner>)
        .unique()
        .where(stoa::col<&vocabulary_indexes::ticket::owner>.is_not_null() &&
               stoa::col<&vocabulary_indexes::ticket::number>.between(10, 20)));
template <>
inline constexpr auto stoa::table<vocabulary_indexes::point> = stoa::define<vocabulary_indexes::point>(
    "points", stoa::primary_key(stoa::col<&vocabulary_indexes::point::id>),
    stoa::index(stoa::col<&vocabulary_indexes::point::x> + stoa::col<&vocabulary_indexes::point::y> * 2,
                stoa::desc(stoa::col<&vocabulary_indexes::point::x>))
        .unique()
        .named("one_per_diagonal"),
    stoa::index(stoa::col<&vocabulary_indexes::point::name>)
        .include(stoa::col<&vocabulary_indexes::point::note>, stoa::col<&vocabulary_indexes::point::y>)
        .unique(),
    stoa::index(stoa::col<&vocabulary_indexes::point::y>).include(stoa::col<&vocabulary_indexes::point::x>),
    stoa::index(stoa::col<&vocabulary_indexes::point::details>)
        .using_(stoa::gin)
        .operator_class("jsonb_path_ops")
        .named("by_details"),
    stoa::index(stoa::col<&vocabulary_indexes::point::note>).using_(stoa::hash_index).named("by_note"),
    stoa::index(stoa::col<&vocabulary_indexes::point::x>).using_(stoa::brin).named("by_x"));

namespace vocabulary_indexes {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;

struct partial_indexes : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<ticket>>();
    }

    void expect_refused(const ticket& repeated, const std::string& name, const std::string& column) {
        const stoa::error refusal = failure_of<stoa::constraint_violation>([&] { db().insert(repeated); });
        EXPECT_EQ(refusal.code(), stoa::errc::unique_violation) << refusal.what();
        EXPECT_EQ(refusal.constraint().name, name);
        EXPECT_EQ(refusal.constraint().columns, (std::vector<std::string>{column}));
    }
};

TEST_P(partial_indexes, keep_unique_only_the_rows_of_their_condition) {
    db().insert(ticket{1, "leak", "B", state::open, {}, 1, false});
    db().insert(ticket{2, "leak", "B", state::closed, {}, 2, false});
    db().insert(ticket{3, "leak", "B", state::closed, {}, 3, false});
    expect_refused(ticket{4, "leak", "B", state::open, {}, 4, false}, "one_open_title", "title");
    EXPECT_EQ(failure_of<stoa::constraint_violation>(
                  [&] { db().execute(stoa::update<ticket>().set(col<& ticket::status> = state::open)); })
                  .constraint()
                  .name,
              "one_open_title");
    db().execute(stoa::update<ticket>().set(col<& ticket::status> = state::closed));
    db().insert(ticket{4, "leak", "B", state::open, {}, 4, false});
}

TEST_P(partial_indexes, have_conditions_with_patterns) {
    db().insert(ticket{1, "a", "A1's", state::closed, {}, 1, false});
    db().insert(ticket{2, "b", "a1's", state::closed, {}, 1, false}); // another case
    db().insert(ticket{3, "c", "A's", state::closed, {}, 1, false});  // no character for _ but the apostrophe
    db().insert(ticket{4, "d", "A1's", state::closed, {}, 1, true});
    expect_refused(ticket{5, "e", "A22's", state::closed, {}, 1, false}, "one_number_in_a", "number");
}

TEST_P(partial_indexes, have_conditions_with_null) {
    db().insert(ticket{1, "a", "B", state::closed, "ann", 10, false});
    db().insert(ticket{2, "b", "B", state::closed, "ann", 9, false});
    db().insert(ticket{3, "c", "B", state::closed, {}, 10, false});
    db().insert(ticket{4, "d", "B", state::closed, {}, 10, false});
    expect_refused(ticket{5, "e", "B", state::closed, "ann", 20, false}, "ix_tickets_owner", "owner");
    EXPECT_EQ(db().all(from<ticket>().where(col<&ticket::owner>.is_null()).order_by(col<&ticket::id>)).size(), 2U);
}

struct expression_indexes : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<point>>();
        db().create_if_missing<stoa::schema<point>>();
        db().insert(point{1, 1, 2, "a", "n", stoa::json_document::parse("{}")});
    }
};

TEST_P(expression_indexes, keep_unique_what_they_compute) {
    db().insert(point{2, 3, 1, "b", "n", stoa::json_document::parse("{}")});
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] {
        db().insert(point{3, 1, 2, "c", "n", stoa::json_document::parse("{}")});
    });
    EXPECT_EQ(refusal.code(), stoa::errc::unique_violation) << refusal.what();
    EXPECT_EQ(refusal.constraint().name, "one_per_diagonal");
    EXPECT_EQ(refusal.constraint().table, "points");
}

TEST_P(expression_indexes, of_included_columns_do_not_keep_those_unique) {
    db().insert(point{2, 0, 2, "b", "n", stoa::json_document::parse("{}")});
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] {
        db().insert(point{3, 7, 7, "a", "other", stoa::json_document::parse("{}")});
    });
    EXPECT_EQ(refusal.constraint().name, "ix_points_name");
    EXPECT_EQ(refusal.constraint().columns, (std::vector<std::string>{"name"}));
}

TEST_P(expression_indexes, do_not_change_what_is_found) {
    for (int i = 2; i != 50; ++i)
        db().insert(point{i, i, 3 * i, "n" + std::to_string(i), "even", stoa::json_document::parse("{}")});
    EXPECT_EQ(db().all(from<point>().where(col<&point::x> + col<&point::y> * 2 == 70)).size(), 1U);
    EXPECT_EQ(db().all(from<point>().where(col<&point::note> == "even")).size(), 48U);
    EXPECT_EQ(db().all(from<point>().where(col<&point::x>.between(10, 12))).size(), 3U);
}

STOA_TEST_ON_EVERY_DATABASE(partial_indexes);
STOA_TEST_ON_EVERY_DATABASE(expression_indexes);

} // namespace vocabulary_indexes
