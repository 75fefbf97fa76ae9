// SPDX-License-Identifier: BSL-1.0
// Strong ids are kept as the values they hold, as fields, as generated keys and as references.

#include "cells.hpp"

namespace strong_id_values {

using number_id = stoa::strong_id<struct number_tag>;
using small_id = stoa::strong_id<struct small_tag, std::int16_t>;
using guid_id = stoa::strong_id<struct guid_tag, stoa::guid>;
using name_id = stoa::strong_id<struct name_tag, std::string>;

struct author {
    number_id id;
    std::string name;
};

struct edition {
    guid_id id;
    number_id author;
    std::optional<guid_id> previous;
};

} // namespace strong_id_values

template <>
inline constexpr auto stoa::table<strong_id_values::edition> = stoa::define<strong_id_values::edition>(
    "editions", stoa::primary_key(stoa::col<&strong_id_values::edition::id>).generated(stoa::guid_v7),
    stoa::foreign_key(stoa::col<&strong_id_values::edition::author>)
        .references(stoa::col<&strong_id_values::author::id>)
        .on_delete(stoa::cascade),
    stoa::foreign_key(stoa::col<&strong_id_values::edition::previous>)
        .references(stoa::col<&strong_id_values::edition::id>));

namespace strong_id_values {

using namespace stoa::literals;

struct strong_ids : stoa_test::databases {};

TEST_P(strong_ids, of_numbers_are_kept_found_again_and_ordered) {
    cells::expect_ordered_type<number_id>(
        db(), {number_id{INT64_MIN}, number_id{-1}, number_id{0}, number_id{1}, number_id{INT64_MAX}});
}

TEST_P(strong_ids, of_small_numbers_are_kept_found_again_and_ordered) {
    cells::expect_ordered_type<small_id>(db(), {small_id{INT16_MIN}, small_id{0}, small_id{INT16_MAX}});
}

TEST_P(strong_ids, of_guids_are_kept_found_again_and_ordered) {
    cells::expect_ordered_type<guid_id>(db(), {guid_id{}, guid_id{"0190f3a1-5b7c-7def-8123-456789abcdef"_guid},
                                               guid_id{"ffffffff-ffff-ffff-ffff-ffffffffffff"_guid}});
}

TEST_P(strong_ids, of_text_are_kept_found_again_and_ordered) {
    cells::expect_ordered_type<name_id>(
        db(), {name_id{""}, name_id{"0123"}, name_id{"Z"}, name_id{"a'b"}, name_id{"\xC3\xA9"}});
}

TEST_P(strong_ids, optional_ones_tell_null_from_empty) {
    cells::expect_nullable_ordered(db(), name_id{""}, name_id{"x"});
}

TEST_P(strong_ids, optional_guids_tell_null_from_nil) {
    cells::expect_nullable_ordered(db(), guid_id{}, guid_id{"0190f3a1-5b7c-7def-8123-456789abcdef"_guid});
}

TEST_P(strong_ids, as_keys_are_generated_and_reference_each_other) {
    db().create<stoa::schema<edition, author>>();
    author ann{{}, "Ann"};
    author bob{{}, "Bob"};
    db().insert(ann);
    db().insert(bob);
    EXPECT_EQ(ann.id.value, 1);
    EXPECT_EQ(bob.id.value, 2);
    edition first{{}, ann.id, {}};
    db().insert(first);
    EXPECT_EQ(first.id.value.version(), 7);
    edition second{{}, ann.id, first.id};
    db().insert(second);
    const edition found = db().find<edition>(second.id).value();
    EXPECT_EQ(found.author, ann.id);
    EXPECT_EQ(found.previous, first.id);

    const auto names = db().all(stoa::from<edition>()
                                    .join<author>()
                                    .where(stoa::col<&edition::previous> == first.id)
                                    .select(stoa::col<&author::name>, stoa::col<&edition::id>));
    ASSERT_EQ(names.size(), 1U);
    EXPECT_EQ(names[0], std::tuple("Ann", second.id));

    edition lost{{}, number_id{99}, {}};
    EXPECT_THROW(db().insert(lost), stoa::constraint_violation);
    EXPECT_TRUE(db().erase(second));
    EXPECT_TRUE(db().erase<author>(ann.id));
    EXPECT_FALSE(db().find<edition>(first.id));
    EXPECT_TRUE(db().find<author>(bob.id));
}

STOA_TEST_ON_EVERY_DATABASE(strong_ids);

} // namespace strong_id_values
