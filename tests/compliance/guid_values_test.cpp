// SPDX-License-Identifier: BSL-1.0
// Guids: the same value and the same order on every database, however they were written or made.

#include "cells.hpp"

#include <set>

namespace guid_values {

using namespace stoa::literals;

struct guids : stoa_test::databases {};

constexpr stoa::guid nil;
constexpr stoa::guid max = "ffffffff-ffff-ffff-ffff-ffffffffffff"_guid;
constexpr stoa::guid version_4 = "9b2f4c1e-7a60-4d83-9f2b-0c5e8d7a1b34"_guid;
constexpr stoa::guid version_7 = "0190f3a1-5b7c-7def-8123-456789abcdef"_guid;

TEST_P(guids, are_kept_found_again_and_ordered_by_their_bytes) {
    cells::expect_ordered_type<stoa::guid>(
        db(), {nil, "00000000-0000-0000-0000-000000000001"_guid, "00000000-0000-0000-0000-00000000000a"_guid,
               "00000000-0000-0000-0000-000000000100"_guid, "00000000-0000-0000-00ff-000000000000"_guid, version_7,
               "0a000000-0000-0000-0000-000000000000"_guid, "7fffffff-ffff-ffff-ffff-ffffffffffff"_guid,
               "80000000-0000-0000-0000-000000000000"_guid, version_4, "9b2f4c1e-7a60-4d83-9f2b-0c5e8d7a1b35"_guid,
               "ffffffff-ffff-ffff-ffff-fffffffffffe"_guid, max});
}

TEST_P(guids, of_every_spelling_find_the_same_row) {
    cells::fill<stoa::guid>(db(), {nil, version_4, version_7, max});
    for (const char* spelling : {"0190f3a1-5b7c-7def-8123-456789abcdef", "0190F3A1-5B7C-7DEF-8123-456789ABCDEF",
                                 "{0190f3a1-5b7c-7def-8123-456789abcdef}", "{0190F3A1-5B7C-7def-8123-456789ABCDEF}",
                                 "0190f3a15b7c7def8123456789abcdef", "0190F3A15B7C7DEF8123456789ABCDEF"}) {
        const stoa::guid each = stoa::guid::from_string(spelling);
        EXPECT_EQ(cells::rows_where<stoa::guid>(db(), cells::value<stoa::guid> == each), (cells::ids{3})) << spelling;
        EXPECT_EQ(cells::rows_where<stoa::guid>(db(), cells::value<stoa::guid>.in({each, nil})), (cells::ids{1, 3}))
            << spelling;
    }
}

TEST_P(guids, that_are_nil_are_not_null) {
    cells::expect_nullable_ordered(db(), nil, max);
}

TEST_P(guids, made_here_are_kept_and_those_with_a_time_stay_in_the_order_of_making) {
    std::vector<stoa::guid> made;
    for (int i = 0; i != 50; ++i) made.push_back(stoa::make_guid_v7());
    cells::fill(db(), made);
    cells::expect_rows(db(), made);
    const cells::ids in_order = db().all(
        stoa::from<cells::cell<stoa::guid>>().order_by(cells::value<stoa::guid>).select(cells::id<stoa::guid>));
    EXPECT_TRUE(std::is_sorted(in_order.begin(), in_order.end()));
    EXPECT_EQ(in_order.size(), made.size());
}

struct tagged {
    stoa::guid id;
    std::string text;
};

TEST_P(guids, an_empty_key_is_filled_and_a_given_one_is_kept) {
    db().create<stoa::schema<tagged>>();
    std::set<stoa::guid> seen;
    for (int i = 0; i != 20; ++i) {
        tagged each{{}, std::to_string(i)};
        db().insert(each);
        EXPECT_EQ(each.id.version(), 7);
        EXPECT_EQ(each.id.variant(), 1);
        EXPECT_TRUE(seen.insert(each.id).second);
        const std::optional<tagged> found = db().find<tagged>(each.id);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->text, each.text);
    }
    tagged given{version_4, "given"};
    db().insert(given);
    EXPECT_EQ(given.id, version_4);
    EXPECT_EQ(db().insert(tagged{max, "largest"}).id, max);
    EXPECT_TRUE(db().find<tagged>(max));
    EXPECT_FALSE(db().find<tagged>(nil));
    EXPECT_THROW(db().insert(tagged{version_4, "again"}), stoa::constraint_violation);
}

STOA_TEST_ON_EVERY_DATABASE(guids);

} // namespace guid_values
