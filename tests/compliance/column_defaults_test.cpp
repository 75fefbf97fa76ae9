// SPDX-License-Identifier: BSL-1.0
// Defaults that the database works out itself, and names of one's own for the checks of a column.

#include "databases.hpp"
#include "failure.hpp"

#include "stoa/inspect/verify.hpp"

#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace column_defaults {

enum class state { fresh, used };

struct row {
    std::int64_t id;
    stoa::guid token;
    std::int32_t seconds;
    double share;
    stoa::decimal<8, 2> price;
    std::string word;
};

struct keyed {
    stoa::guid id;
    std::string name;
};

struct checked {
    std::int64_t id;
    state what;
    std::string name;
    std::int32_t number;
    std::uint8_t narrow;
};

} // namespace column_defaults

template <>
inline constexpr auto stoa::table<column_defaults::row> = stoa::define<column_defaults::row>(
    "rows", primary_key(col<&column_defaults::row::id>).generated(identity),
    column(col<&column_defaults::row::token>).default_(guid_v4),
    column(col<&column_defaults::row::seconds>).default_((constant(60) * 60 - 1) * 24).range(0, 100000),
    column(col<&column_defaults::row::share>).default_(constant(3) * 0.5),
    column(col<&column_defaults::row::price>).default_(constant(decimal<8, 2>("1.25")) * 3 + 1),
    column(col<&column_defaults::row::word>).default_(constant("it's")).max_length(4));
template <>
inline constexpr auto stoa::table<column_defaults::keyed> =
    stoa::define<column_defaults::keyed>("keyed", primary_key(col<&column_defaults::keyed::id>).generated(guid_v7),
                                         column(col<&column_defaults::keyed::id>).default_(guid_v4));
template <>
inline constexpr auto stoa::table<column_defaults::checked> = stoa::define<column_defaults::checked>(
    "checked", primary_key(col<&column_defaults::checked::id>),
    column(col<&column_defaults::checked::what>).values_named("ck_what").default_(column_defaults::state::used),
    column(col<&column_defaults::checked::name>).max_length(3).length_named("a \"short\" name"),
    column(col<&column_defaults::checked::number>).range(1, 6).range_named("a dice"),
    column(col<&column_defaults::checked::narrow>).range_named("a byte"));

namespace column_defaults {

using stoa_test::failure_of;

struct defaults_of_columns : stoa_test::databases {
protected:
    using schema = stoa::schema<row, keyed, checked>;

    void SetUp() override {
        databases::SetUp();
        if (!IsSkipped()) db().create<schema>();
    }
};

TEST_P(defaults_of_columns, are_computed_from_constants) {
    db().execute("INSERT INTO rows (id) VALUES (1)");
    const auto found = db().find<row>(1);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->seconds, 86376);
    EXPECT_EQ(found->share, 1.5);
    EXPECT_EQ(found->price, (stoa::decimal<8, 2>("4.75")));
    EXPECT_EQ(found->word, "it's");
}

TEST_P(defaults_of_columns, are_guids_that_the_database_makes) {
    std::set<stoa::guid> seen;
    for (int n = 0; n != 200; ++n) db().execute("INSERT INTO keyed (name) VALUES ('x')");
    for (const keyed& each : db().all(stoa::from<keyed>())) {
        const std::string text = to_string(each.id);
        EXPECT_EQ(text[14], '4') << text;
        EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos) << text;
        seen.insert(each.id);
        EXPECT_TRUE(db().find<keyed>(each.id));
    }
    EXPECT_EQ(seen.size(), 200U);
}

TEST_P(defaults_of_columns, of_guids_leave_to_the_program_what_it_makes) {
    EXPECT_EQ(to_string(db().insert(keyed{{}, "of the program"}).id)[14], '7');
    const row stored = db().insert(row{});
    EXPECT_EQ(to_string(stored.token)[14], '4');
    EXPECT_EQ(db().find<row>(stored.id)->token, stored.token);
}

TEST_P(defaults_of_columns, have_checks_with_names_of_their_own) {
    const auto name = [&](const checked& each) { return failure_of([&] { db().insert(each); }).constraint(); };
    EXPECT_EQ(name({1, state::used, "abcd", 1, 0}).name, "a \"short\" name");
    EXPECT_EQ(name({1, state::used, "abcd", 1, 0}).columns, std::vector<std::string>{"name"});
    EXPECT_EQ(name({1, state::used, "abc", 7, 0}).name, "a dice");
    EXPECT_EQ(failure_of([&] {
                  db().execute("INSERT INTO checked (id, what, name, number, narrow) VALUES (1, 'x', '', 1, 1)");
              })
                  .constraint()
                  .name,
              "ck_what");
    EXPECT_EQ(failure_of([&] {
                  db().execute("INSERT INTO checked (id, what, name, number, narrow) VALUES (1, 'used', '', 1, 256)");
              })
                  .constraint()
                  .name,
              "a byte");
}

TEST_P(defaults_of_columns, are_read_back_as_defined) {
    EXPECT_EQ(stoa::verify<schema>(db()), std::vector<stoa::difference>{});
}

STOA_TEST_ON_EVERY_DATABASE(defaults_of_columns);

} // namespace column_defaults
