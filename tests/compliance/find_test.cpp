// SPDX-License-Identifier: BSL-1.0
// Rows by their key: found, changed and deleted, for every kind of key.

#include "databases.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace keys {

enum class country { at, ch, de };
using code = stoa::strong_id<struct code_tag, std::string>;

struct city {
    std::string name;
    int people;
    std::optional<std::string> mayor;
};

struct flag {
    country of;
    std::string colours;
};

struct price {
    code article;
    stoa::date valid_from;
    country in;
    stoa::decimal<8, 2> amount;
};

struct token {
    stoa::guid id;
    std::string text;
};

/// Every column is part of the key.
struct membership {
    std::int64_t person;
    std::int16_t club;
};

} // namespace keys

template <>
inline constexpr auto stoa::table<keys::city> =
    stoa::define<keys::city>("cities", stoa::primary_key(stoa::col<&keys::city::name>));
template <>
inline constexpr auto stoa::table<keys::flag> =
    stoa::define<keys::flag>("flags", stoa::primary_key(stoa::col<&keys::flag::of>));
template <>
inline constexpr auto stoa::table<keys::price> =
    stoa::define<keys::price>("prices", // in another order than the fields
                              stoa::primary_key(stoa::col<&keys::price::in>, stoa::col<&keys::price::article>,
                                                stoa::col<&keys::price::valid_from>));
template <>
inline constexpr auto stoa::table<keys::membership> = stoa::define<keys::membership>(
    "memberships", stoa::primary_key(stoa::col<&keys::membership::person>, stoa::col<&keys::membership::club>));

namespace keys {

using namespace std::chrono_literals;
using stoa::from;

constexpr stoa::date january = std::chrono::sys_days(2024y / 1 / 1);
constexpr stoa::date july = std::chrono::sys_days(2024y / 7 / 1);

using all_tables = stoa::schema<city, flag, price, token, membership>;

struct rows_by_key : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<all_tables>();
        db().insert(city{"Graz", 300'000, "Elke"});
        db().insert(city{"graz", 1, std::nullopt});
        db().insert(price{code("A"), january, country::at, stoa::decimal<8, 2>("1.50")});
        db().insert(price{code("A"), july, country::at, stoa::decimal<8, 2>("2.50")});
        db().insert(price{code("A"), january, country::de, stoa::decimal<8, 2>("3.50")});
    }

    template <class Record>
    std::int64_t count() {
        return db().one(from<Record>().select(stoa::count()));
    }
};

TEST_P(rows_by_key, a_text_key_is_found_as_it_is_written) {
    EXPECT_EQ(db().find<city>("Graz")->people, 300'000);
    EXPECT_EQ(db().find<city>(std::string("graz"))->people, 1);
    EXPECT_EQ(db().find<city>(std::string_view("graz"))->mayor, std::nullopt);
    EXPECT_FALSE(db().find<city>("GRAZ"));
    EXPECT_FALSE(db().find<city>("Graz "));
    EXPECT_FALSE(db().find<city>(""));
}

TEST_P(rows_by_key, a_composite_key_is_given_in_the_order_of_its_definition) {
    const auto found = db().find<price>(country::at, code("A"), july);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->amount, (stoa::decimal<8, 2>("2.50")));
    EXPECT_EQ(db().find<price>(country::de, code("A"), january)->amount, (stoa::decimal<8, 2>("3.50")));
    EXPECT_FALSE(db().find<price>(country::de, code("A"), july));
    EXPECT_FALSE(db().find<price>(country::at, code("B"), july));
}

TEST_P(rows_by_key, an_enumerator_can_be_the_key) {
    db().insert(flag{country::at, "red, white, red"});
    EXPECT_EQ(db().find<flag>(country::at)->colours, "red, white, red");
    EXPECT_FALSE(db().find<flag>(country::ch));
}

TEST_P(rows_by_key, a_guid_can_be_the_key) {
    const token stored = db().insert(token{{}, "text"});
    EXPECT_EQ(db().find<token>(stored.id)->text, "text");
    EXPECT_FALSE(db().find<token>(stoa::guid{}));
}

TEST_P(rows_by_key, a_key_outside_the_range_of_its_column_is_refused_and_not_cut) {
    db().insert(membership{1, 2});
    EXPECT_TRUE(db().find<membership>(1, 2));
    EXPECT_THROW(db().find<membership>(1, 65'538), stoa::mapping_error);
    EXPECT_THROW(db().erase<membership>(1, 65'538), stoa::mapping_error);
    EXPECT_EQ(count<membership>(), 1);
}

TEST_P(rows_by_key, update_changes_the_one_row_and_says_so) {
    EXPECT_TRUE(db().update(city{"Graz", 301'000, std::nullopt}));
    EXPECT_EQ(db().find<city>("Graz")->people, 301'000);
    EXPECT_EQ(db().find<city>("Graz")->mayor, std::nullopt);
    EXPECT_EQ(db().find<city>("graz")->people, 1);
    EXPECT_TRUE(db().update(city{"Graz", 301'000, std::nullopt})); // changes nothing, but there is such a row
}

TEST_P(rows_by_key, update_by_a_composite_key_leaves_its_neighbours_alone) {
    EXPECT_TRUE(db().update(price{code("A"), january, country::at, stoa::decimal<8, 2>("9.99")}));
    EXPECT_EQ(db().find<price>(country::at, code("A"), january)->amount, (stoa::decimal<8, 2>("9.99")));
    EXPECT_EQ(db().find<price>(country::at, code("A"), july)->amount, (stoa::decimal<8, 2>("2.50")));
    EXPECT_EQ(db().find<price>(country::de, code("A"), january)->amount, (stoa::decimal<8, 2>("3.50")));
}

TEST_P(rows_by_key, update_of_a_missing_row_is_false_and_inserts_nothing) {
    EXPECT_FALSE(db().update(city{"Linz", 200'000, {}}));
    EXPECT_EQ(count<city>(), 2);
}

TEST_P(rows_by_key, update_sends_no_generated_values) {
    token stored = db().insert(token{{}, "old"});
    stored.text = "new";
    EXPECT_TRUE(db().update(stored));
    EXPECT_EQ(db().find<token>(stored.id)->text, "new");
    EXPECT_FALSE(db().update(token{{}, "nobody has the nil key"}));
}

TEST_P(rows_by_key, erase_takes_a_record_or_its_key) {
    const price summer{code("A"), july, country::at, {}}; // only the key matters
    EXPECT_TRUE(db().erase(summer));
    EXPECT_FALSE(db().erase(summer));
    EXPECT_TRUE((db().erase<price>(country::de, code("A"), january)));
    EXPECT_FALSE((db().erase<price>(country::de, code("A"), january)));
    EXPECT_EQ(count<price>(), 1);
    EXPECT_TRUE(db().erase<city>("graz"));
    EXPECT_FALSE(db().erase<city>("graz"));
    EXPECT_TRUE(db().find<city>("Graz"));
}

TEST_P(rows_by_key, a_row_that_is_all_key_is_found_and_deleted) {
    db().insert(membership{INT64_MIN, INT16_MIN});
    EXPECT_TRUE(db().find<membership>(INT64_MIN, INT16_MIN));
    EXPECT_FALSE(db().find<membership>(INT64_MIN, INT16_MAX));
    EXPECT_TRUE(db().erase(membership{INT64_MIN, INT16_MIN}));
    EXPECT_EQ(count<membership>(), 0);
}

STOA_TEST_ON_EVERY_DATABASE(rows_by_key);

} // namespace keys
