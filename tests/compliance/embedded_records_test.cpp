// SPDX-License-Identifier: BSL-1.0
// A struct inside a struct: its fields are columns of the owner, at any depth and in as many owners as one likes.

#include "databases.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace embedded {

struct position {
    double latitude;
    std::optional<double> longitude;
};

struct address {
    std::string street;
    position where;
    std::int16_t number;
};

struct history {
    stoa::timestamp created_at;
    std::optional<std::string> created_by;
};

struct shop {
    std::int64_t id;
    address at;
    std::string name;
    history log;
};

struct slot {
    std::int32_t shelf;
    std::string place;
};

struct stock {
    slot key;
    std::int64_t shop_id;
    history log;
};

} // namespace embedded

template <>
inline constexpr auto stoa::table<embedded::shop> = stoa::define<embedded::shop>(
    "shops", stoa::primary_key(stoa::col<&embedded::shop::id>).generated(stoa::identity),
    stoa::unique(stoa::col<&embedded::shop::at, &embedded::address::street>,
                 stoa::col<&embedded::shop::at, &embedded::address::number>),
    stoa::check(
        stoa::col<&embedded::shop::at, &embedded::address::where, &embedded::position::latitude>.between(-90.0, 90.0)),
    stoa::column(stoa::col<&embedded::shop::log, &embedded::history::created_at>).default_(stoa::now()));

template <>
inline constexpr auto stoa::table<embedded::stock> = stoa::define<embedded::stock>(
    "stock",
    stoa::primary_key(stoa::col<&embedded::stock::key, &embedded::slot::shelf>,
                      stoa::col<&embedded::stock::key, &embedded::slot::place>),
    stoa::foreign_key(stoa::col<&embedded::stock::shop_id>).references(stoa::col<&embedded::shop::id>));

namespace embedded {

using stoa::col, stoa::from;

constexpr auto street = col<&shop::at, &address::street>;
constexpr auto latitude = col<&shop::at, &address::where, &position::latitude>;
constexpr auto longitude = col<&shop::at, &address::where, &position::longitude>;
constexpr auto number = col<&shop::at, &address::number>;
constexpr auto created_at = col<&shop::log, &history::created_at>;
constexpr auto created_by = col<&shop::log, &history::created_by>;

const stoa::timestamp noon = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29) + std::chrono::hours(12);

std::string columns_of(const stoa::table_def& table) {
    std::string names;
    for (const stoa::column_def& each : table.columns) names.append(names.empty() ? "" : " ").append(each.name);
    return names;
}

struct embedding : stoa_test::databases {
    void SetUp() override {
        stoa_test::databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<shop, stock>>();
        db().insert(shop{1, {"High Street", {51.5, -0.125}, 7}, "first", {noon, "ann"}});
        db().insert(
            shop{2, {"Low Street", {-33.75, std::nullopt}, -1}, "second", {noon + std::chrono::microseconds(1), {}}});
    }
};

TEST_P(embedding, their_fields_are_columns_in_their_place) {
    EXPECT_EQ(columns_of(stoa::table_of<shop>()), "id street latitude longitude number name created_at created_by");
    EXPECT_EQ(columns_of(stoa::table_of<stock>()), "shelf place shop_id created_at created_by");
    db().execute("UPDATE shops SET latitude = 1.5, created_by = 'raw' WHERE street = 'Low Street'");
    const shop found = db().find<shop>(2).value();
    EXPECT_EQ(found.at.where.latitude, 1.5);
    EXPECT_EQ(found.log.created_by, "raw");
    EXPECT_EQ(found.name, "second");
}

TEST_P(embedding, all_levels_are_read_and_updated) {
    shop first = db().find<shop>(1).value();
    EXPECT_EQ(first.at.street, "High Street");
    EXPECT_EQ(first.at.where.latitude, 51.5);
    EXPECT_EQ(first.at.where.longitude, -0.125);
    EXPECT_EQ(first.at.number, 7);
    EXPECT_EQ(first.log.created_at, noon);
    EXPECT_EQ(first.log.created_by, "ann");
    first.at.where = {0.25, std::nullopt};
    first.log.created_by.reset();
    EXPECT_TRUE(db().update(first));
    const shop changed = db().find<shop>(1).value();
    EXPECT_EQ(changed.at.where.latitude, 0.25);
    EXPECT_EQ(changed.at.where.longitude, std::nullopt);
    EXPECT_EQ(changed.log.created_by, std::nullopt);
    EXPECT_EQ(changed.at.street, "High Street");
    EXPECT_EQ(db().find<shop>(2)->at.where.latitude, -33.75);
}

TEST_P(embedding, their_columns_stand_in_every_clause) {
    EXPECT_EQ(db().all(from<shop>().where(longitude.is_null() && number < 0).select(street)),
              std::vector<std::string>{"Low Street"});
    EXPECT_EQ(db().all(from<shop>().order_by(latitude).select(col<&shop::id>)), (std::vector<std::int64_t>{2, 1}));
    EXPECT_EQ(db().all(from<shop>().where(created_at > noon).select(col<&shop::id>, created_by)),
              (std::vector<std::tuple<std::int64_t, std::optional<std::string>>>{{2, std::nullopt}}));
    EXPECT_EQ(db().execute(stoa::update<shop>().set(longitude = 3.5, street = "New Street").where(number == 7)), 1);
    const shop changed = db().one(from<shop>().where(street.like("New%")));
    EXPECT_EQ(changed.id, 1);
    EXPECT_EQ(changed.at.where.longitude, 3.5);
}

TEST_P(embedding, constraints_hold_them) {
    EXPECT_THROW(db().insert(shop{3, {"High Street", {0, {}}, 7}, "", {}}), stoa::constraint_violation);
    EXPECT_THROW(db().insert(shop{3, {"High Street", {90.5, {}}, 8}, "", {}}), stoa::constraint_violation);
    EXPECT_NO_THROW(db().insert(shop{3, {"High Street", {90.0, {}}, 8}, "", {noon, {}}}));
}

TEST_P(embedding, a_generated_field_inside_is_filled) {
    shop third{0, {"Side Street", {0, {}}, 1}, "third", {}};
    db().insert(third);
    EXPECT_EQ(third.id, 3);
    EXPECT_GT(third.log.created_at, noon);
    EXPECT_EQ(db().find<shop>(3)->log.created_at, third.log.created_at);
}

TEST_P(embedding, an_upsert_finds_the_row_by_columns_of_an_embedded_record) {
    shop again{0, {"Low Street", {5.5, 6.5}, -1}, "again", {noon, "bob"}};
    db().upsert(again, stoa::conflict_on(street, number));
    EXPECT_EQ(again.id, 2);
    EXPECT_EQ(db().find<shop>(2)->at.where.latitude, 5.5);
    EXPECT_EQ(db().find<shop>(2)->log.created_by, "bob");
    EXPECT_EQ(db().all(from<shop>()).size(), 2U);
}

TEST_P(embedding, a_key_made_of_them_finds_its_row) {
    db().insert(stock{{3, "left"}, 1, {noon, "ann"}});
    db().insert(stock{{3, "right"}, 2, {noon, {}}});
    EXPECT_THROW(db().insert(stock{{3, "left"}, 2, {noon, {}}}), stoa::constraint_violation);
    ASSERT_TRUE(db().find<stock>(3, "right"));
    EXPECT_EQ(db().find<stock>(3, "right")->shop_id, 2);
    EXPECT_FALSE(db().find<stock>(4, "right"));
    EXPECT_TRUE(db().update(stock{{3, "left"}, 2, {noon, "bob"}}));
    EXPECT_EQ(db().find<stock>(3, "left")->log.created_by, "bob");
    EXPECT_TRUE(db().erase<stock>(3, "left"));
    EXPECT_EQ(db().all(from<stock>()).size(), 1U);
}

TEST_P(embedding, columns_of_a_record_that_two_tables_share_are_told_apart_in_a_join) {
    db().insert(stock{{1, "a"}, 2, {noon, "stocker"}});
    const auto rows =
        db().all(from<stock>()
                     .join<shop>()
                     .where(col<&stock::log, &history::created_at> < created_at)
                     .select(col<&stock::log, &history::created_by>, created_by, col<&stock::key, &slot::place>));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0],
              std::tuple(std::optional<std::string>("stocker"), std::optional<std::string>(), std::string("a")));
    const auto whole = db().all(from<stock>().join<shop>());
    ASSERT_EQ(whole.size(), 1U);
    EXPECT_EQ(std::get<0>(whole[0]).log.created_by, "stocker");
    EXPECT_EQ(std::get<1>(whole[0]).log.created_by, std::nullopt);
    EXPECT_EQ(std::get<1>(whole[0]).at.where.latitude, -33.75);
}

STOA_TEST_ON_EVERY_DATABASE(embedding);

} // namespace embedded
