// SPDX-License-Identifier: BSL-1.0
// Many records at once: as many as rows, whatever way the database takes them, and none where one is refused.

#include "databases.hpp"
#include "failure.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace many {

enum class kind { small, large };

struct parcel {
    stoa::guid id;
    std::string label;
    std::optional<std::string> note;
    kind size;
    stoa::decimal<10, 2> price;
    double weight;
    std::optional<int> shelf;
    std::vector<std::int64_t> stamps;
    stoa::timestamp sent_at;
    stoa::json_document content;
    bool fragile;

    bool operator==(const parcel&) const = default;
};

struct visitor {
    std::int32_t id;
    std::string name;
};

struct square {
    int side;
    std::int64_t area;
};

} // namespace many

template <>
inline constexpr auto stoa::table<many::parcel> =
    stoa::define<many::parcel>("parcels", stoa::primary_key(stoa::col<&many::parcel::id>).generated(stoa::guid_v7),
                               stoa::unique(stoa::col<&many::parcel::label>),
                               stoa::check(stoa::col<&many::parcel::price> >= 0).named("ck_price"),
                               stoa::column(stoa::col<&many::parcel::sent_at>).default_(stoa::now()));
template <>
inline constexpr auto stoa::table<many::visitor> =
    stoa::define<many::visitor>("visitors", stoa::primary_key(stoa::col<&many::visitor::id>).generated(stoa::identity));
template <>
inline constexpr auto stoa::table<many::square> =
    stoa::define<many::square>("squares", stoa::primary_key(stoa::col<&many::square::side>),
                               stoa::column(stoa::col<&many::square::area>)
                                   .computed_from(stoa::col<&many::square::side>* stoa::col<&many::square::side>));

namespace many {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;

class insert_many : public stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (!IsSkipped()) db().create<stoa::schema<parcel, visitor, square>>();
    }

    static std::vector<parcel> parcels(std::size_t count) {
        std::vector<parcel> all(count);
        for (std::size_t n = 0; n != count; ++n) {
            all[n].label = "parcel \\ \t\n'" + std::to_string(n);
            if (n % 3 == 0) all[n].note = std::string(n % 50, 'x');
            all[n].size = n % 2 == 0 ? kind::small : kind::large;
            all[n].price = stoa::decimal<10, 2>(static_cast<int>(n));
            all[n].weight = 0.1 * static_cast<double>(n);
            if (n % 5 != 0) all[n].shelf = static_cast<int>(n) - 100;
            all[n].stamps.assign(n % 4, static_cast<std::int64_t>(n));
            all[n].content = stoa::json_document::parse(R"({"n":)" + std::to_string(n) + "}");
            all[n].fragile = n % 7 == 0;
        }
        return all;
    }

    std::vector<parcel> stored() { return db().all(from<parcel>().order_by(col<&parcel::id>)); }
};

TEST_P(insert_many, stores_what_it_is_given) {
    for (std::size_t count : {1U, 7U, 8U, 31U, 32U, 33U, 1000U}) {
        db().execute(stoa::delete_from<parcel>());
        std::vector<parcel> all = parcels(count);
        EXPECT_EQ(db().insert_many(all), static_cast<std::int64_t>(count));
        EXPECT_FALSE(all.back().id.is_nil());
        EXPECT_NE(all.back().sent_at, stoa::timestamp{});
        EXPECT_EQ(stored(), all);
    }
}

TEST_P(insert_many, leaves_constant_records_as_they_are) {
    const std::vector<parcel> all = parcels(100);
    EXPECT_EQ(db().insert_many(all), 100);
    EXPECT_TRUE(all[50].id.is_nil());
    std::vector<parcel> found = db().all(from<parcel>().order_by(col<&parcel::price>));
    ASSERT_EQ(found.size(), 100U);
    EXPECT_EQ(found[50].label, all[50].label);
    EXPECT_FALSE(found[50].id.is_nil());
}

TEST_P(insert_many, says_which_record_was_refused) {
    std::vector<parcel> all = parcels(200);
    all[123].label = all[45].label;
    const stoa::error twice = failure_of<stoa::constraint_violation>([&] { db().insert_many(all); });
    EXPECT_EQ(twice.code(), stoa::errc::unique_violation);
    EXPECT_EQ(twice.constraint().name, "uq_parcels_label");
    EXPECT_EQ(twice.record(), 123U);
    EXPECT_TRUE(stored().empty());

    all = parcels(200);
    all[199].price = stoa::decimal<10, 2>(-1);
    const stoa::error negative = failure_of<stoa::constraint_violation>([&] { db().insert_many(all); });
    EXPECT_EQ(negative.constraint().name, "ck_price");
    EXPECT_EQ(negative.record(), 199U);

    all = parcels(200);
    all[0].label = std::string("a\0b", 3);
    const stoa::error nul = failure_of<stoa::mapping_error>([&] { db().insert_many(all); });
    EXPECT_EQ(nul.code(), stoa::errc::invalid_value);
    EXPECT_EQ(nul.record(), 0U);
    EXPECT_TRUE(stored().empty());
}

TEST_P(insert_many, of_few_records_says_which_was_refused_too) {
    std::vector<parcel> all = parcels(7);
    all[4].label = all[2].label;
    const stoa::error twice = failure_of<stoa::constraint_violation>([&] { db().insert_many(all); });
    EXPECT_EQ(twice.record(), 4U);
    EXPECT_EQ(twice.statement(), std::nullopt);
    EXPECT_TRUE(stored().empty());
    db().transaction([&] { EXPECT_THROW(db().insert_many(all), stoa::constraint_violation); });
    all[4].label = "bad \xff";
    EXPECT_EQ(failure_of<stoa::mapping_error>([&] { db().insert_many(all); }).record(), 4U);
    all = parcels(7);
    EXPECT_EQ(db().insert_many(all), 7);
    EXPECT_EQ(stored(), all);
    EXPECT_EQ(db().insert_many(std::vector<parcel>()), 0);
}

TEST_P(insert_many, that_fails_in_a_transaction_leaves_what_was_there) {
    std::vector<parcel> all = parcels(60);
    db().transaction([&] {
        db().insert_many(all);
        std::vector<parcel> again = parcels(60);
        EXPECT_THROW(db().insert_many(again), stoa::constraint_violation);
    });
    EXPECT_EQ(stored(), all);
}

TEST_P(insert_many, counts_identities_in_the_order_of_the_records) {
    db().insert(visitor{0, "first"});
    std::vector<visitor> all(100);
    for (std::size_t n = 0; n != all.size(); ++n) all[n].name = std::to_string(n);
    db().insert_many(all);
    for (std::size_t n = 0; n != all.size(); ++n) {
        EXPECT_EQ(all[n].id, all[0].id + static_cast<int>(n));
        EXPECT_EQ(db().find<visitor>(all[n].id)->name, all[n].name);
    }
    EXPECT_GT(db().insert(visitor{0, "next"}).id, all.back().id);
}

TEST_P(insert_many, takes_texts_longer_than_what_is_sent_at_once) {
    std::vector<visitor> all(20);
    for (std::size_t n = 0; n != all.size(); ++n)
        all[n].name.assign(n % 3 == 0 ? n * 30'000 : n, static_cast<char>('a' + n));
    db().insert_many(all);
    for (const visitor& each : all) EXPECT_EQ(db().find<visitor>(each.id)->name, each.name);
}

TEST_P(insert_many, takes_identities_that_are_given) {
    std::vector<visitor> all(50);
    for (std::size_t n = 0; n != all.size(); ++n) all[n] = {static_cast<int>(500 - n), std::to_string(n)};
    db().insert_many(all);
    EXPECT_EQ(db().one(from<visitor>().select(stoa::count())), 50);
    EXPECT_EQ(db().insert(visitor{0, "next"}).id, 501);
}

TEST_P(insert_many, takes_some_identities_that_are_given_and_some_that_are_not) {
    std::vector<visitor> all(20);
    for (std::size_t n = 0; n != all.size(); ++n) all[n] = {n % 2 == 0 ? 0 : static_cast<int>(1000 + n), "x"};
    db().insert_many(all);
    EXPECT_EQ(db().one(from<visitor>().select(stoa::count())), 20);
}

TEST_P(insert_many, counts_identities_of_constant_records) {
    const std::vector<visitor> all(40, visitor{0, "x"});
    db().insert_many(all);
    EXPECT_EQ(db().one(from<visitor>().select(stoa::count_distinct(col<&visitor::id>))), 40);
}

TEST_P(insert_many, reads_back_what_the_database_computes) {
    std::vector<square> all(1030);
    for (std::size_t n = 0; n != all.size(); ++n) all[n].side = static_cast<int>(n);
    db().insert_many(all);
    EXPECT_EQ(all[29].area, 841);
    EXPECT_EQ(all[1029].area, 1029 * 1029);
    EXPECT_EQ(db().one(from<square>().select(stoa::count())), 1030);
}

TEST_P(insert_many, takes_any_range) {
    const std::vector<parcel> some = parcels(20);
    EXPECT_EQ(db().insert_many(std::list<parcel>(some.begin(), some.begin() + 9)), 9);
    std::vector<parcel> rest(some.begin() + 9, some.end());
    parcel array[2] = {rest[0], rest[1]};
    EXPECT_EQ(db().insert_many(array), 2);
    EXPECT_EQ(stored().size(), 11U);
}

STOA_TEST_ON_EVERY_DATABASE(insert_many);

} // namespace many
