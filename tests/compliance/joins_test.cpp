// SPDX-License-Identifier: BSL-1.0
// Rows of several tables side by side, along foreign keys or under a given condition.

#include "library.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace joins {

using namespace library;
using stoa::col;
using stoa::from;
using texts = std::vector<std::string>;
using pairs = std::vector<std::tuple<std::string, std::string>>;

struct version {
    int major;
    int minor;
    std::string name;
};

/// References another table by a key of two columns.
struct fix {
    int id;
    int in_minor;
    int in_major;
};

} // namespace joins

template <>
inline constexpr auto stoa::table<joins::version> = stoa::define<joins::version>(
    "versions", stoa::primary_key(stoa::col<&joins::version::major>, stoa::col<&joins::version::minor>));
template <>
inline constexpr auto stoa::table<joins::fix> =
    stoa::define<joins::fix>("fixes", stoa::primary_key(stoa::col<&joins::fix::id>),
                             stoa::foreign_key(stoa::col<&joins::fix::in_major>, stoa::col<&joins::fix::in_minor>)
                                 .references(stoa::col<&joins::version::major>, stoa::col<&joins::version::minor>));

namespace joins {

constexpr auto title = col<&book::title>;
constexpr auto name = col<&author::name>;
constexpr auto reader = col<&loan::reader>;

struct joined_tables : filled {};

TEST_P(joined_tables, are_joined_along_the_foreign_key) {
    EXPECT_EQ(db().all(from<book>().join<author>().order_by(title).select(title, name)),
              (pairs{{"Alpha", "Ann"}, {"Beta", "Ann"}, {"Delta", "Bob"}, {"Gamma", "Bob"}}));
}

TEST_P(joined_tables, are_joined_against_the_direction_of_the_foreign_key) {
    EXPECT_EQ(db().all(from<author>().join<book>().order_by(title).select(title, name)),
              (pairs{{"Alpha", "Ann"}, {"Beta", "Ann"}, {"Delta", "Bob"}, {"Gamma", "Bob"}}));
}

TEST_P(joined_tables, can_be_three) {
    EXPECT_EQ(db().all(from<loan>().join<book>().join<author>().order_by(title, reader).select(reader, name)),
              (pairs{{"Rita", "Ann"}, {"Sam", "Ann"}, {"Rita", "Bob"}}));
    EXPECT_EQ(
        db().all(
            from<author>().join<book>().join<loan>().where(name == "Ann" && reader.like("S%")).select(title, reader)),
        (pairs{{"Alpha", "Sam"}}));
    EXPECT_EQ(db().all(from<book>().join<author>().join<loan>().where(reader == "Rita").order_by(name).select(name)),
              (texts{"Ann", "Bob"}));
}

TEST_P(joined_tables, are_read_as_whole_records) {
    const auto rows = db().all(from<book>().join<author>().join<loan>().order_by(title, stoa::desc(reader)));
    ASSERT_EQ(rows.size(), 3U);
    const auto& [first_book, first_author, first_loan] = rows[0];
    EXPECT_EQ(first_book.id, 10);
    EXPECT_EQ(first_book.price, money("10.00"));
    EXPECT_EQ(first_author.name, "Ann");
    EXPECT_EQ(first_author.country, "AT");
    EXPECT_EQ(first_loan.reader, "Sam");
    EXPECT_EQ(first_loan.days, std::nullopt);
    const auto& [last_book, last_author, last_loan] = rows[2];
    EXPECT_EQ(last_book.title, "Gamma");
    EXPECT_EQ(last_author.country, std::nullopt);
    EXPECT_EQ(last_loan.days, 7);
}

TEST_P(joined_tables, tell_columns_of_one_name_apart) {
    using row = std::tuple<std::int64_t, std::int64_t>;
    EXPECT_EQ(db().all(from<book>()
                           .join<author>()
                           .where(col<&author::id> == 2 && col<&book::id> > 0)
                           .order_by(col<&book::id>)
                           .select(col<&book::id>, col<&author::id>)),
              (std::vector<row>{{12, 2}, {13, 2}}));
}

TEST_P(joined_tables, can_be_joined_under_a_condition_of_their_own) {
    EXPECT_EQ(db().all(from<book>()
                           .join<author>(col<&book::author_id> == col<&author::id> && name != "Bob")
                           .order_by(title)
                           .select(title, name)),
              (pairs{{"Alpha", "Ann"}, {"Beta", "Ann"}}));
    EXPECT_EQ(db().all(from<author>()
                           .join<loan>(col<&loan::days> > 7 && col<&author::id> < 3)
                           .order_by(name)
                           .select(name, reader)),
              (pairs{{"Ann", "Rita"}, {"Bob", "Rita"}}));
}

TEST_P(joined_tables, take_values_in_the_order_of_the_text) {
    EXPECT_EQ(db().all(from<book>()
                           .where(col<&book::pages> >= 100)
                           .select(title, col<&book::pages> + 1)
                           .join<author>(col<&book::author_id> == col<&author::id> && name == "Bob")
                           .where(title != "Delta")
                           .order_by(title)
                           .limit(5)),
              (std::vector<std::tuple<std::string, std::int64_t>>{{"Gamma", 101}}));
}

TEST_P(joined_tables, follow_a_composite_foreign_key_column_by_column) {
    db().create<stoa::schema<version, fix>>();
    for (const version& each : {version{1, 2, "1.2"}, version{2, 1, "2.1"}, version{2, 2, "2.2"}}) db().insert(each);
    db().insert(fix{7, 1, 2});
    EXPECT_EQ(db().all(from<fix>().join<version>().select(col<&version::name>)), (texts{"2.1"}));
    EXPECT_EQ(db().all(from<version>().join<fix>().select(col<&version::name>)), (texts{"2.1"}));
}

TEST_P(joined_tables, without_a_match_have_no_row) {
    EXPECT_EQ(db().all(from<author>().join<book>().where(name == "Cid")).size(), 0U);
    EXPECT_FALSE(db().first(from<book>().join<loan>().where(title == "Beta").select(title)));
    EXPECT_EQ(db().one(from<author>().join<book>().select(stoa::count())), 4);
}

STOA_TEST_ON_EVERY_DATABASE(joined_tables);

} // namespace joins
