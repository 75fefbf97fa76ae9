// SPDX-License-Identifier: BSL-1.0
// Enumerations with a type of the database's own mean the same as those that are text.

#include "databases.hpp"

#include "stoa/inspect/verify.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace native_enums {

// Neither in the order of their names.
enum class mood { sad, happy, calm };
enum class size { small, large };

/// Stored as an enumeration, and with an order, unlike one.
struct temper {
    mood value = mood::sad;
    friend bool operator==(const temper&, const temper&) = default;
};

struct pet {
    std::int64_t id;
    std::string name;
    mood feels;
    std::optional<mood> felt;
    size has = size::small;
    temper at_night{};
    stoa::json_document notes{};
};

struct remedy {
    mood against;
    std::string what;
};

struct dose {
    mood against;
    size amount;
    std::int32_t times;
};

} // namespace native_enums

template <>
struct stoa::mapping<native_enums::temper> {
    using stored_type = native_enums::mood;
    static native_enums::mood store(native_enums::temper value) { return value.value; }
    static native_enums::temper load(native_enums::mood value) { return {value}; }
};

template <>
inline constexpr std::string_view stoa::native_enum<native_enums::mood> = "Mood";

template <>
inline constexpr auto stoa::table<native_enums::pet> = stoa::define<native_enums::pet>(
    "pets", primary_key(col<&native_enums::pet::id>),
    column(col<&native_enums::pet::feels>).default_(native_enums::mood::happy).max_length(20),
    check(col<&native_enums::pet::feels> != native_enums::mood::sad || col<&native_enums::pet::felt>.is_null())
        .named("no_reason"),
    index(col<&native_enums::pet::feels>).named("by_feeling"),
    index(col<&native_enums::pet::name>).where(col<&native_enums::pet::felt> == native_enums::mood::sad).named("sad"));

template <>
inline constexpr auto stoa::table<native_enums::remedy> =
    stoa::define<native_enums::remedy>("remedies", primary_key(col<&native_enums::remedy::against>));

template <>
inline constexpr auto stoa::table<native_enums::dose> = stoa::define<native_enums::dose>(
    "doses", primary_key(col<&native_enums::dose::against>, col<&native_enums::dose::amount>),
    foreign_key(col<&native_enums::dose::against>).references(col<&native_enums::remedy::against>));

namespace native_enums {

using stoa::col;
using pets = stoa::schema<pet>;
using medicine = stoa::schema<remedy, dose>;

struct native_enum : stoa_test::databases {
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<pets>();
        for (const pet& each : {pet{1, "a", mood::happy, mood::sad, size::small, {mood::sad}},
                                pet{2, "b", mood::sad, std::nullopt, size::large, {mood::calm}},
                                pet{3, "c", mood::calm, mood::happy, size::small, {mood::happy}}})
            db().insert(each);
    }

    bool has_enum_types() {
        return stoa::detail::with_dialect(db().connection(), []<class Dialect>() { return Dialect::has_enum_types; });
    }

    template <class Condition>
    std::vector<std::int64_t> where(Condition condition) {
        return db().all(stoa::from<pet>().select(col<&pet::id>).where(std::move(condition)).order_by(col<&pet::id>));
    }
};

using ids = std::vector<std::int64_t>;

TEST_P(native_enum, is_read_as_it_was_stored) {
    const auto found = db().find<pet>(1);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->feels, mood::happy);
    EXPECT_EQ(found->felt, mood::sad);
    EXPECT_EQ(found->at_night, temper{mood::sad});
    EXPECT_EQ(db().find<pet>(2)->felt, std::nullopt);
}

TEST_P(native_enum, is_compared_for_equality) {
    EXPECT_EQ(where(col<&pet::feels> == mood::happy), ids{1});
    EXPECT_EQ(where(col<&pet::feels> != mood::happy), (ids{2, 3}));
    EXPECT_EQ(where(col<&pet::felt> == std::optional<mood>()), ids{2});
    EXPECT_EQ(where(col<&pet::felt> != std::optional(mood::sad)), (ids{2, 3}));
    EXPECT_EQ(where(col<&pet::felt>.is_null()), ids{2});
    EXPECT_EQ(where(col<&pet::felt> == col<&pet::feels>), ids{});
    EXPECT_EQ(where(col<&pet::at_night> == temper{mood::calm}), ids{2});
}

TEST_P(native_enum, is_found_in_a_list) {
    EXPECT_EQ(where(col<&pet::feels>.in(std::vector{mood::happy, mood::calm})), (ids{1, 3}));
    EXPECT_EQ(where(col<&pet::felt>.in(std::vector{mood::sad})), ids{1});
    EXPECT_EQ(where(col<&pet::felt>.in(std::vector<mood>{})), ids{});
    EXPECT_EQ(where(col<&pet::at_night>.in(std::vector{temper{mood::sad}})), ids{1});
}

TEST_P(native_enum, is_sorted_by_name) {
    const auto by = [&](auto... terms) {
        return db().all(stoa::from<pet>().select(col<&pet::id>).order_by(std::move(terms)...));
    };
    EXPECT_EQ(by(col<&pet::feels>), (ids{3, 1, 2}));
    EXPECT_EQ(by(stoa::desc(col<&pet::feels>)), (ids{2, 1, 3}));
    EXPECT_EQ(by(col<&pet::felt>), (ids{3, 1, 2}));
    EXPECT_EQ(where(col<&pet::at_night> < temper{mood::sad}), (ids{2, 3}));
    EXPECT_EQ(where(col<&pet::at_night>.between(temper{mood::happy}, temper{mood::sad})), (ids{1, 3}));
    EXPECT_EQ(db().all(stoa::from<pet>().select(stoa::min(col<&pet::at_night>), stoa::max(col<&pet::at_night>))),
              (std::vector{std::tuple{std::optional(temper{mood::calm}), std::optional(temper{mood::sad})}}));
}

TEST_P(native_enum, is_grouped_and_made_distinct) {
    EXPECT_EQ(
        db().all(
            stoa::from<pet>().select(col<&pet::has>, stoa::count()).group_by(col<&pet::has>).order_by(col<&pet::has>)),
        (std::vector{std::tuple{size::large, std::int64_t{1}}, std::tuple{size::small, std::int64_t{2}}}));
    EXPECT_EQ(db().all(stoa::from<pet>()
                           .select(col<&pet::feels>, stoa::count())
                           .group_by(col<&pet::feels>)
                           .having(col<&pet::feels> != mood::sad)
                           .order_by(col<&pet::feels>)),
              (std::vector{std::tuple{mood::calm, std::int64_t{1}}, std::tuple{mood::happy, std::int64_t{1}}}));
    EXPECT_EQ(db().all(stoa::from<pet>().select(col<&pet::feels>).distinct().order_by(col<&pet::feels>)),
              (std::vector{mood::calm, mood::happy, mood::sad}));
    EXPECT_EQ(db().all(stoa::from<pet>().select(stoa::count_distinct(col<&pet::felt>))),
              (std::vector{std::int64_t{2}}));
}

TEST_P(native_enum, is_changed) {
    EXPECT_EQ(
        db().execute(stoa::update<pet>().set(col<& pet::felt> = mood::calm).where(col<&pet::feels> == mood::happy)), 1);
    EXPECT_EQ(db().find<pet>(1)->felt, mood::calm);
    EXPECT_EQ(db().execute(stoa::update<pet>().set(col<& pet::felt> = std::nullopt).where(col<&pet::id> == 1)), 1);
    EXPECT_EQ(db().find<pet>(1)->felt, std::nullopt);
    EXPECT_EQ(db().execute(stoa::update<pet>().set(col<& pet::felt> = col<&pet::feels>).where(col<&pet::id> == 1)), 1);
    pet all = *db().find<pet>(1);
    EXPECT_EQ(all.felt, mood::happy);
    all.feels = mood::calm;
    EXPECT_TRUE(db().update(all));
    all.felt = std::nullopt;
    db().upsert(all);
    EXPECT_EQ(db().find<pet>(1)->feels, mood::calm);
    EXPECT_EQ(db().find<pet>(1)->felt, std::nullopt);
    db().execute("INSERT INTO pets (id, name, has, at_night, notes) VALUES (9, 'i', 'small', 'sad', '1')");
    EXPECT_EQ(db().find<pet>(9)->feels, mood::happy);
}

TEST_P(native_enum, compares_with_a_member_of_a_document) {
    const auto noted = stoa::json_value<mood, "mood">(col<&pet::notes>);
    db().insert(pet{4, "d", mood::calm, {}, size::small, {}, stoa::json_document::parse(R"({"mood": "calm"})")});
    EXPECT_EQ(where(noted == mood::calm), ids{4});
    EXPECT_EQ(where(noted == col<&pet::feels>), ids{4});
    EXPECT_EQ(where(noted.in(std::vector{mood::calm, mood::sad})), ids{4});
    EXPECT_EQ(db().execute(stoa::update<pet>().set(col<& pet::felt> = noted)), 4);
    EXPECT_EQ(where(col<&pet::felt> == mood::calm), ids{4});
    EXPECT_EQ(db().all(stoa::from<pet>().select(noted).where(col<&pet::id> == 4)),
              (std::vector{std::optional(mood::calm)}));
}

TEST_P(native_enum, is_a_key) {
    db().create_if_missing<medicine>(); // the type is there
    db().insert(remedy{mood::sad, "a walk"});
    db().insert(remedy{mood::calm, "none"});
    db().insert(dose{mood::sad, size::large, 2});
    db().upsert(dose{mood::sad, size::large, 3});
    db().upsert(dose{mood::sad, size::small, 1});
    EXPECT_EQ((db().find<dose>(mood::sad, size::large)->times), 3);
    EXPECT_THROW(db().insert(remedy{mood::sad, "sweets"}), stoa::constraint_violation);
    EXPECT_THROW(db().insert(dose{mood::happy, size::large, 1}), stoa::constraint_violation);
    EXPECT_EQ(db().all(stoa::from<dose>()
                           .join<remedy>()
                           .select(col<&remedy::what>, col<&dose::times>)
                           .order_by(col<&dose::against>, stoa::desc(col<&dose::amount>))),
              (std::vector{std::tuple{std::string("a walk"), 1}, std::tuple{std::string("a walk"), 3}}));
    EXPECT_TRUE(db().erase<remedy>(mood::calm));
    EXPECT_EQ(stoa::verify<medicine>(db()), std::vector<stoa::difference>{});
    db().execute("DROP TABLE doses; DROP TABLE remedies");
}

TEST_P(native_enum, a_check_holds) {
    EXPECT_THROW(db().insert(pet{5, "e", mood::sad, mood::sad}), stoa::constraint_violation);
}

TEST_P(native_enum, what_is_not_an_enumerator_is_refused) {
    EXPECT_THROW(db().execute("UPDATE pets SET feels = 'angry'"), stoa::error);
}

TEST_P(native_enum, is_verified_as_equal) {
    EXPECT_EQ(stoa::verify<pets>(db()), std::vector<stoa::difference>{});
}

// Where it is text, the check is seen as every other one is.
TEST_P(native_enum, shows_that_its_type_was_changed) {
    if (!has_enum_types()) return;
    const auto changed = [&](const std::string& sql) {
        std::vector<stoa::difference> found;
        try {
            db().transaction([&] {
                db().execute(sql);
                found = stoa::verify<pets>(db());
                throw 0;
            });
        } catch (int) {}
        return found;
    };
    const auto only = [](const std::vector<stoa::difference>& found) {
        return found.size() == 1 ? to_string(found[0]) : std::to_string(found.size()) + " differences";
    };
    EXPECT_EQ(only(changed(R"(ALTER TYPE "Mood" ADD VALUE 'angry')")),
              R"(enum "Mood": values sad, happy, calm, angry, wanted sad, happy, calm)");
    EXPECT_EQ(only(changed(R"(ALTER TYPE "Mood" RENAME VALUE 'calm' TO 'quiet')")),
              R"(enum "Mood": values sad, happy, quiet, wanted sad, happy, calm)");
    EXPECT_EQ(only(changed(R"(ALTER TYPE "Mood" RENAME VALUE 'calm' TO 'x'; ALTER TYPE "Mood" RENAME VALUE 'sad' TO
                              'calm'; ALTER TYPE "Mood" RENAME VALUE 'x' TO 'sad')")),
              "3 differences"); // the check and the predicate have the values' numbers
    EXPECT_EQ(only(changed(R"(ALTER TABLE pets ALTER at_night TYPE text)")),
              R"(table "pets", column "at_night": type text, wanted "Mood")");
    EXPECT_EQ(only(changed(R"(CREATE TYPE other AS ENUM ('one'))")), "0 differences");
}

TEST_P(native_enum, is_created_anew_under_prepared_statements) {
    for (int round = 0; round != 2; ++round) {
        db().drop<pets>();
        db().create_if_missing<pets>();
        db().create_if_missing<pets>();
        db().insert(pet{1, "a", mood::happy, mood::sad});
        EXPECT_EQ(where(col<&pet::feels> == mood::happy), ids{1});
        EXPECT_EQ(where(col<&pet::feels>.in(std::vector{mood::happy})), ids{1});
        EXPECT_EQ(db().find<pet>(1)->felt, mood::sad);
    }
}

STOA_TEST_ON_EVERY_DATABASE(native_enum);

} // namespace native_enums
