// SPDX-License-Identifier: BSL-1.0
// Foreign keys that refuse a change: which of several it was is told by name, whatever the change was.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace references {

struct country {
    std::string code;
};

struct city {
    std::string country;
    int number;
    std::string name;
};

/// Several foreign keys: to two tables, twice to one of them, and to itself.
struct person {
    std::int64_t id;
    std::string born_in;
    std::optional<std::string> lives_in;
    std::optional<std::string> home_country;
    std::optional<int> home_number;
    std::optional<std::int64_t> mother;
};

} // namespace references

template <>
inline constexpr auto stoa::table<references::country> =
    stoa::define<references::country>("countries", stoa::primary_key(stoa::col<&references::country::code>));
template <>
inline constexpr auto stoa::table<references::city> = stoa::define<references::city>(
    "cities", stoa::primary_key(stoa::col<&references::city::country>, stoa::col<&references::city::number>),
    stoa::foreign_key(stoa::col<&references::city::country>)
        .references(stoa::col<&references::country::code>)
        .named("city_needs_country"));
template <>
inline constexpr auto stoa::table<references::person> = stoa::define<references::person>(
    "people", stoa::primary_key(stoa::col<&references::person::id>),
    stoa::foreign_key(stoa::col<&references::person::born_in>).references(stoa::col<&references::country::code>),
    stoa::foreign_key(stoa::col<&references::person::lives_in>)
        .references(stoa::col<&references::country::code>)
        .on_delete(stoa::restrict_),
    stoa::foreign_key(stoa::col<&references::person::home_country>, stoa::col<&references::person::home_number>)
        .references(stoa::col<&references::city::country>, stoa::col<&references::city::number>)
        .named("home"),
    stoa::foreign_key(stoa::col<&references::person::mother>).references(stoa::col<&references::person::id>));

namespace references {

using stoa::col;
using stoa::errc;
using stoa_test::failure_of;
using names = std::vector<std::string>;

struct refused_references : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<person, city, country>>();
        for (const char* code : {"AT", "CH", "DE", "FR"}) db().insert(country{code});
        db().insert(city{"AT", 1, "Graz"});
        db().insert(person{1, "AT", "CH", "AT", 1, {}});
        db().insert(person{2, "AT", {}, {}, {}, 1});
    }

    /// Checks what is true of every refusal, and returns the name of the foreign key.
    template <class Change>
    std::string refused_by(Change change) {
        const stoa::error failure = failure_of<stoa::constraint_violation>(change);
        EXPECT_EQ(failure.code(), errc::foreign_key_violation) << failure.what();
        EXPECT_FALSE(failure.native_code().empty());
        EXPECT_FALSE(stoa_test::says(failure, "XX")) << failure.what();
        columns_ = failure.constraint().columns;
        table_ = failure.constraint().table;
        return failure.constraint().name;
    }

    std::string table_;
    names columns_;
};

TEST_P(refused_references, an_insert_names_the_key_without_a_row_to_refer_to) {
    EXPECT_EQ(refused_by([&] { db().insert(city{"XX", 1, ""}); }), "city_needs_country");
    EXPECT_EQ(table_, "cities");
    EXPECT_EQ(columns_, (names{"country"}));
}

TEST_P(refused_references, an_insert_names_the_one_of_several_keys) {
    EXPECT_EQ(refused_by([&] { db().insert(person{3, "XX", {}, {}, {}, {}}); }), "fk_people_born_in");
    EXPECT_EQ(columns_, (names{"born_in"}));
    EXPECT_EQ(refused_by([&] { db().insert(person{3, "AT", "XX", {}, {}, {}}); }), "fk_people_lives_in");
    EXPECT_EQ(refused_by([&] { db().insert(person{3, "AT", {}, "AT", 2, {}}); }), "home");
    EXPECT_EQ(columns_, (names{"home_country", "home_number"}));
    EXPECT_EQ(refused_by([&] { db().insert(person{3, "AT", {}, {}, {}, 99}); }), "fk_people_mother");
    EXPECT_EQ(table_, "people");
    EXPECT_EQ(columns_, (names{"mother"}));
}

TEST_P(refused_references, a_row_may_refer_to_itself_and_to_nothing) {
    EXPECT_NO_THROW(db().insert(person{3, "AT", {}, {}, {}, 3}));
    EXPECT_NO_THROW(db().insert(person{4, "AT", {}, "XX", {}, {}})); // a key with NULL in it is not looked up
}

TEST_P(refused_references, an_update_names_the_key) {
    EXPECT_EQ(refused_by([&] { db().update(person{1, "AT", "XX", {}, {}, {}}); }), "fk_people_lives_in");
    EXPECT_EQ(refused_by([&] { db().execute(stoa::update<person>().set(col<& person::mother> = 99)); }),
              "fk_people_mother");
    EXPECT_EQ(refused_by([&] { db().upsert(person{1, "XX", {}, {}, {}, {}}); }), "fk_people_born_in");
    EXPECT_EQ(db().find<person>(1)->lives_in, "CH");
}

TEST_P(refused_references, deleting_a_row_that_is_referred_to_names_the_key_that_does) {
    EXPECT_EQ(refused_by([&] { db().erase<city>("AT", 1); }), "home");
    EXPECT_EQ(table_, "people");
    EXPECT_EQ(refused_by([&] { db().erase<person>(1); }), "fk_people_mother");
    EXPECT_EQ(refused_by([&] { db().erase<country>("CH"); }), "fk_people_lives_in"); // RESTRICT
    EXPECT_TRUE(db().erase<country>("FR"));
    EXPECT_EQ(refused_by([&] { db().execute(stoa::delete_from<country>().where(col<&country::code> == "CH")); }),
              "fk_people_lives_in");
}

TEST_P(refused_references, changing_a_key_that_is_referred_to_names_the_key_that_does) {
    EXPECT_EQ(refused_by([&] {
                  db().execute(stoa::update<city>().set(col<& city::number> = 2).where(col<&city::number> == 1));
              }),
              "home");
    EXPECT_EQ(refused_by([&] {
                  db().execute(
                      stoa::update<country>().set(col<& country::code> = "IT").where(col<&country::code> == "CH"));
              }),
              "fk_people_lives_in");
    EXPECT_EQ(table_, "people");
}

TEST_P(refused_references, inside_a_transaction_are_named_as_well) {
    EXPECT_THROW(db().transaction([&] {
        db().insert(country{"IT"});
        EXPECT_EQ(refused_by([&] { db().insert(person{3, "AT", {}, {}, {}, 99}); }), "fk_people_mother");
        throw 1;
    }),
                 int);
    EXPECT_FALSE(db().find<country>("IT"));
    db().transaction([&] {
        EXPECT_EQ(refused_by([&] { db().transaction([&] { db().erase<city>("AT", 1); }); }), "home");
        db().insert(country{"IT"});
    });
    EXPECT_TRUE(db().find<country>("IT"));
}

TEST_P(refused_references, are_checked_at_the_end_of_a_statement_and_not_in_between) {
    db().execute(stoa::delete_from<person>().where(col<&person::id> == 2));
    db().insert(person{5, "DE", {}, {}, {}, 1});
    EXPECT_EQ(db().execute(stoa::delete_from<person>()), 2); // mother and child at once
}

TEST_P(refused_references, tables_cannot_be_filled_in_the_wrong_order) {
    EXPECT_EQ(refused_by([&] {
                  db().transaction([&] {
                      db().insert(city{"NZ", 1, "Dunedin"});
                      db().insert(country{"NZ"});
                  });
              }),
              "city_needs_country");
    EXPECT_FALSE(db().find<country>("NZ"));
}

STOA_TEST_ON_EVERY_DATABASE(refused_references);

} // namespace references
