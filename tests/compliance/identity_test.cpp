// SPDX-License-Identifier: BSL-1.0
// Keys the database counts, beside keys given by hand.

#include "databases.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace identities {

using small_id = stoa::strong_id<struct small_tag, std::int16_t>;

struct row {
    std::int64_t id;
    std::string text;
};

/// A narrower key, in a strong type, that is not the first field, in a table whose name needs care.
struct strange {
    std::string text;
    small_id number;
};

struct counter {
    int id;
};

} // namespace identities

template <>
inline constexpr auto stoa::table<identities::row> =
    stoa::define<identities::row>("rows", stoa::primary_key(stoa::col<&identities::row::id>).generated(stoa::identity),
                                  stoa::unique(stoa::col<&identities::row::text>));

template <>
inline constexpr auto stoa::table<identities::strange> = stoa::define<identities::strange>(
    "It's a \"table\"", stoa::primary_key(stoa::col<&identities::strange::number>).generated(stoa::identity));

namespace identities {

using stoa::col;
using stoa::from;

using all_tables = stoa::schema<row, strange, counter>;

struct identity_keys : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<all_tables>();
    }

    std::int64_t inserted(std::string text, std::int64_t id = 0) { return db().insert(row{id, std::move(text)}).id; }

    std::vector<std::int64_t> ids() { return db().all(from<row>().order_by(col<&row::id>).select(col<&row::id>)); }
};

TEST_P(identity_keys, count_from_one) {
    EXPECT_EQ(inserted("a"), 1);
    EXPECT_EQ(inserted("b"), 2);
    EXPECT_EQ(db().find<row>(2)->text, "b");
}

TEST_P(identity_keys, given_by_hand_are_kept) {
    EXPECT_EQ(inserted("a", 7), 7);
    EXPECT_EQ(db().find<row>(7)->text, "a");
    EXPECT_FALSE(db().find<row>(1));
}

TEST_P(identity_keys, generated_after_a_given_one_continue_behind_it) {
    EXPECT_EQ(inserted("first", 1), 1);
    EXPECT_EQ(inserted("second"), 2);
    EXPECT_EQ(inserted("tenth", 10), 10);
    EXPECT_EQ(inserted("eleventh"), 11);
}

TEST_P(identity_keys, generated_after_several_given_ones_continue_behind_the_largest) {
    inserted("a", 5);
    inserted("b", 50);
    inserted("c", 20);
    EXPECT_EQ(inserted("d"), 51);
    inserted("e", 3);
    EXPECT_EQ(inserted("f"), 52);
}

TEST_P(identity_keys, below_zero_do_not_disturb_the_count) {
    EXPECT_EQ(inserted("a", -5), -5);
    const std::int64_t next = inserted("b");
    EXPECT_GT(next, -5);
    EXPECT_EQ(inserted("c"), next + 1);
    EXPECT_EQ(ids().size(), 3U);
}

TEST_P(identity_keys, of_many_records_continue_behind_the_given_ones_among_them) {
    std::vector<row> many{{0, "a"}, {100, "b"}, {0, "c"}, {40, "d"}, {0, "e"}};
    db().insert_many(many);
    EXPECT_EQ(ids(), (std::vector<std::int64_t>{1, 40, 100, 101, 102}));
    EXPECT_EQ(many[2].id, 101);
    EXPECT_EQ(many[4].id, 102);
}

TEST_P(identity_keys, given_to_an_upsert_are_continued_behind) {
    db().upsert(row{30, "a"});
    EXPECT_EQ(inserted("b"), 31);
    db().upsert(row{60, "c"}, stoa::conflict_on(col<&row::text>));
    EXPECT_EQ(inserted("d"), 61);
}

TEST_P(identity_keys, left_empty_in_an_upsert_are_generated) {
    row fresh{0, "a"};
    db().upsert(fresh);
    EXPECT_EQ(fresh.id, 1);
    row same{0, "a"};
    db().upsert(same, stoa::conflict_on(col<&row::text>));
    EXPECT_EQ(same.id, 1);
    row next{0, "b"};
    db().upsert(next, stoa::conflict_on(col<&row::text>));
    EXPECT_GT(next.id, 1);
    EXPECT_EQ(ids(), (std::vector<std::int64_t>{1, next.id}));
}

TEST_P(identity_keys, given_in_a_transaction_that_is_rolled_back_do_no_harm) {
    try {
        db().transaction([&] {
            inserted("a", 1000);
            throw 1;
        });
    } catch (int) {}
    const std::int64_t next = inserted("b");
    EXPECT_GT(next, 0);
    EXPECT_EQ(ids(), (std::vector<std::int64_t>{next}));
}

TEST_P(identity_keys, can_be_the_largest_number_there_is) {
    EXPECT_EQ(inserted("last", INT64_MAX), INT64_MAX);
    EXPECT_EQ(db().find<row>(INT64_MAX)->text, "last");
}

TEST_P(identity_keys, of_a_strong_and_narrow_type_are_read_back) {
    strange first{"a", {}};
    db().insert(first);
    EXPECT_EQ(first.number, small_id{1});
    db().insert(strange{"b", small_id{40}});
    strange next{"c", {}};
    db().insert(next);
    EXPECT_EQ(next.number, small_id{41});
    EXPECT_EQ(db().find<strange>(small_id{40})->text, "b");
}

TEST_P(identity_keys, alone_in_their_table_are_counted_too) {
    counter first{};
    counter second{};
    db().insert(first);
    db().insert(second);
    EXPECT_EQ(first.id, 1);
    EXPECT_EQ(second.id, 2);
    EXPECT_EQ(db().upsert(counter{2}).id, 2);
    EXPECT_EQ(db().one(from<counter>().select(stoa::count())), 2);
}

STOA_TEST_ON_EVERY_DATABASE(identity_keys);

} // namespace identities
