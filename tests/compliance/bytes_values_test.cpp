// SPDX-License-Identifier: BSL-1.0
// Bytes are kept as they are: none, all 256 values, NULs, a mebibyte.

#include "cells.hpp"

#include <initializer_list>

namespace bytes_values {

struct binary : stoa_test::databases {};

stoa::bytes of(std::initializer_list<int> values) {
    stoa::bytes bytes;
    for (const int each : values) bytes.push_back(static_cast<std::byte>(each));
    return bytes;
}

stoa::bytes every_value(int copies) {
    stoa::bytes bytes;
    for (int i = 0; i != 256 * copies; ++i) bytes.push_back(static_cast<std::byte>(i));
    return bytes;
}

TEST_P(binary, values_are_kept_found_again_and_ordered_as_unsigned_bytes) {
    cells::expect_ordered_type<stoa::bytes>(db(),
                                            {of({}), of({0}), of({0, 0}), every_value(1), of({0, 1, 3}), of({1}),
                                             of({'\''}), of({'1', '2'}), of({'\\', 'x'}), of({0x7F, 0xFF}), of({0x80}),
                                             of({0xC3, 0x28}), of({0xFF}), of({0xFF, 0x00}), of({0xFF, 0xFF})});
}

TEST_P(binary, a_mebibyte_of_every_value_is_kept_and_found_again) {
    const stoa::bytes large = every_value(4096);
    stoa::bytes last_differs = large;
    last_differs.back() = std::byte{0};
    const stoa::bytes nuls(1U << 20U);
    cells::expect_ordered_type<stoa::bytes>(db(), {nuls, last_differs, large});
}

TEST_P(binary, without_any_byte_is_not_null) {
    cells::expect_nullable_ordered(db(), of({}), of({0}));
}

TEST_P(binary, can_be_a_key) {
    struct blob_entry {
        stoa::bytes id;
        int n;
    };
    db().create<stoa::schema<blob_entry>>();
    db().insert(blob_entry{of({}), 1});
    db().insert(blob_entry{of({0}), 2});
    db().insert(blob_entry{every_value(1), 3});
    ASSERT_TRUE(db().find<blob_entry>(of({})));
    EXPECT_EQ(db().find<blob_entry>(of({}))->n, 1);
    ASSERT_TRUE(db().find<blob_entry>(every_value(1)));
    EXPECT_EQ(db().find<blob_entry>(every_value(1))->n, 3);
    EXPECT_FALSE(db().find<blob_entry>(of({0, 0})));
    EXPECT_THROW(db().insert(blob_entry{of({0}), 4}), stoa::constraint_violation);
}

STOA_TEST_ON_EVERY_DATABASE(binary);

} // namespace bytes_values
