// SPDX-License-Identifier: BSL-1.0
// Rows that are refused: the error names the constraint as the definition does, and never the values.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace refusals {

enum class size { small, large };

struct shirt {
    std::int64_t id;
    std::string code;
    std::string colour;
    size fits;
    std::optional<std::string> label;
    int stock;
    stoa::decimal<8, 2> price;
    std::string maker;
    int number;
};

struct pair_key {
    std::string left;
    int right;
};

} // namespace refusals

template <>
inline constexpr auto stoa::table<refusals::shirt> = stoa::define<refusals::shirt>(
    "shirts", stoa::primary_key(stoa::col<&refusals::shirt::id>), stoa::unique(stoa::col<&refusals::shirt::code>),
    stoa::unique(stoa::col<&refusals::shirt::colour>, stoa::col<&refusals::shirt::fits>).named("one_of_each"),
    stoa::index(stoa::col<&refusals::shirt::maker>, stoa::desc(stoa::col<&refusals::shirt::number>)).unique(),
    stoa::index(stoa::col<&refusals::shirt::label>).unique().named("labels are \"unique\""),
    stoa::column(stoa::col<&refusals::shirt::label>).max_length(10),
    stoa::check(stoa::col<&refusals::shirt::stock> >= 0),
    stoa::check(stoa::col<&refusals::shirt::stock> < 1000 || stoa::col<&refusals::shirt::price> < 5)
        .named("cheap_if_many"),
    stoa::check(stoa::col<&refusals::shirt::code>.like("S-%")));
template <>
inline constexpr auto stoa::table<refusals::pair_key> = stoa::define<refusals::pair_key>(
    "pairs",
    stoa::primary_key(stoa::col<&refusals::pair_key::left>, stoa::col<&refusals::pair_key::right>).named("the_pair"));

namespace refusals {

using stoa::errc;
using stoa_test::failure_of;
using stoa_test::says;
using names = std::vector<std::string>;
using money = stoa::decimal<8, 2>;

constexpr const stoa::table_def& shirts = stoa::table_of<shirt>();

struct refused_rows : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<shirt, pair_key>>();
        db().insert(good());
    }

    static shirt good() {
        return {1, "S-secret", "crimson", size::small, "labelled", 5, money("19.90"), "maker&co", 77};
    }

    /// Another good row, in which nothing is like the first.
    static shirt other() { return {2, "S-hidden", "cobalt", size::large, "tag", 6, money("29.90"), "tailor", 78}; }

    /// The error of inserting the row, checked for what is true of every one.
    stoa::error refused(const shirt& row) {
        const stoa::error failure = failure_of<stoa::constraint_violation>([&] { db().insert(row); });
        EXPECT_EQ(failure.constraint().table, "shirts");
        EXPECT_FALSE(failure.native_code().empty());
        EXPECT_TRUE(says(failure, "INSERT INTO")) << failure.what();
        EXPECT_TRUE(says(failure, failure.constraint().name)) << failure.what();
        for (const char* value : {"secret", "hidden", "crimson", "cobalt", "labelled", "19.9", "1990", "29.9",
                                  "maker&co", "tailor", "77", "78"})
            EXPECT_FALSE(says(failure, value)) << failure.what();
        // It says what to do: more than one sentence in front of the details.
        EXPECT_NE(failure.info().message.find(". "), std::string::npos) << failure.info().message;
        return failure;
    }
};

TEST_P(refused_rows, with_a_primary_key_that_exists) {
    shirt row = other();
    row.id = 1;
    const stoa::error failure = refused(row);
    EXPECT_EQ(failure.code(), errc::unique_violation);
    EXPECT_EQ(failure.constraint().name, shirts.primary_key_name.view());
    EXPECT_EQ(failure.constraint().columns, (names{"id"}));
}

TEST_P(refused_rows, with_a_composite_primary_key_that_exists) {
    db().insert(pair_key{"left", 1});
    db().insert(pair_key{"left", 2});
    const stoa::error failure = failure_of<stoa::constraint_violation>([&] { db().insert(pair_key{"left", 1}); });
    EXPECT_EQ(failure.code(), errc::unique_violation);
    EXPECT_EQ(failure.constraint().name, "the_pair");
    EXPECT_EQ(failure.constraint().table, "pairs");
    EXPECT_EQ(failure.constraint().columns, (names{"left", "right"}));
}

TEST_P(refused_rows, with_a_unique_value_that_exists) {
    shirt row = other();
    row.code = good().code;
    const stoa::error failure = refused(row);
    EXPECT_EQ(failure.code(), errc::unique_violation);
    EXPECT_EQ(failure.constraint().name, shirts.uniques[0].name.view());
    EXPECT_EQ(failure.constraint().name, "uq_shirts_code");
    EXPECT_EQ(failure.constraint().columns, (names{"code"}));
}

TEST_P(refused_rows, with_a_unique_combination_that_exists) {
    shirt row = other();
    row.colour = good().colour;
    row.fits = good().fits;
    const stoa::error failure = refused(row);
    EXPECT_EQ(failure.code(), errc::unique_violation);
    EXPECT_EQ(failure.constraint().name, "one_of_each");
    EXPECT_EQ(failure.constraint().columns, (names{"colour", "fits"}));
}

TEST_P(refused_rows, with_a_key_that_exists_in_a_unique_index) {
    shirt row = other();
    row.maker = good().maker;
    row.number = good().number;
    stoa::error failure = refused(row);
    EXPECT_EQ(failure.code(), errc::unique_violation);
    EXPECT_EQ(failure.constraint().name, shirts.indexes[0].name.view());
    EXPECT_EQ(failure.constraint().columns, (names{"maker", "number"}));

    row = other();
    row.label = good().label;
    failure = refused(row);
    EXPECT_EQ(failure.constraint().name, "labels are \"unique\"");
    EXPECT_EQ(failure.constraint().columns, (names{"label"}));
}

TEST_P(refused_rows, are_not_those_with_null_in_a_unique_column) {
    shirt row = other();
    row.label = std::nullopt;
    db().insert(row);
    row = {3, "S-third", "grey", size::small, {}, 1, money("1.00"), "x", 1};
    EXPECT_NO_THROW(db().insert(row));
}

TEST_P(refused_rows, that_do_not_satisfy_a_check) {
    shirt row = other();
    row.stock = -1;
    stoa::error failure = refused(row);
    EXPECT_EQ(failure.code(), errc::check_violation);
    EXPECT_EQ(failure.constraint().name, shirts.checks[0].name.view());
    EXPECT_EQ(failure.constraint().name, "ck_shirts_stock");
    EXPECT_EQ(failure.constraint().columns, (names{"stock"}));

    row = other();
    row.stock = 1000;
    failure = refused(row);
    EXPECT_EQ(failure.code(), errc::check_violation);
    EXPECT_EQ(failure.constraint().name, "cheap_if_many");
    EXPECT_EQ(failure.constraint().columns, (names{"stock", "price"}));

    row = other();
    row.code = "s-hidden"; // the pattern minds case
    failure = refused(row);
    EXPECT_EQ(failure.constraint().name, "ck_shirts_code");
    EXPECT_EQ(failure.constraint().columns, (names{"code"}));
}

TEST_P(refused_rows, with_a_text_that_is_too_long) {
    shirt row = other();
    row.label = "12345678901";
    const stoa::error failure = refused(row);
    EXPECT_EQ(failure.code(), errc::check_violation);
    EXPECT_EQ(failure.constraint().name, "ck_shirts_label_length");
    EXPECT_EQ(failure.constraint().columns, (names{"label"}));
}

TEST_P(refused_rows, with_a_text_that_is_no_enumerator) {
    const stoa::error failure =
        failure_of<stoa::constraint_violation>([&] { db().execute("UPDATE shirts SET fits = 'medium'"); });
    EXPECT_EQ(failure.code(), errc::check_violation);
    EXPECT_EQ(failure.constraint().name, "ck_shirts_fits_values");
}

TEST_P(refused_rows, without_a_value_that_is_needed) {
    const stoa::error failure = failure_of<stoa::constraint_violation>([&] {
        db().execute("INSERT INTO shirts (id, colour, fits, stock, price, maker, number) "
                     "VALUES (9, 'red', 'small', 1, 1, 'm', 1)");
    });
    EXPECT_EQ(failure.code(), errc::not_null_violation);
    EXPECT_EQ(failure.constraint().table, "shirts");
    EXPECT_EQ(failure.constraint().columns, (names{"code"}));
}

TEST_P(refused_rows, by_an_update_and_an_upsert_are_named_too) {
    db().insert(other());
    shirt row = other();
    row.code = good().code;
    EXPECT_EQ(failure_of<stoa::constraint_violation>([&] { db().update(row); }).constraint().name, "uq_shirts_code");
    EXPECT_EQ(failure_of<stoa::constraint_violation>([&] { db().upsert(row); }).constraint().name, "uq_shirts_code");
    const auto all = stoa::update<shirt>().set(stoa::col<& shirt::stock> = -1);
    EXPECT_EQ(failure_of<stoa::constraint_violation>([&] { db().execute(all); }).constraint().name, "ck_shirts_stock");
    EXPECT_EQ(db().find<shirt>(2)->code, "S-hidden");
}

TEST_P(refused_rows, in_a_script_are_named_as_well) {
    db().insert(pair_key{"a", 1});
    const stoa::error failure =
        failure_of<stoa::constraint_violation>([&] { db().execute("INSERT INTO pairs VALUES ('a', 1)"); });
    EXPECT_EQ(failure.code(), errc::unique_violation);
    EXPECT_EQ(failure.constraint().name, "the_pair");
    EXPECT_EQ(failure.constraint().table, "pairs");
}

STOA_TEST_ON_EVERY_DATABASE(refused_rows);

} // namespace refusals
