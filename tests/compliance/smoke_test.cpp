// SPDX-License-Identifier: BSL-1.0
// A struct without any definition.

#include "databases.hpp"

namespace plain_struct {

struct note {
    std::int64_t id;
    std::string text;
};

struct unannotated : stoa_test::databases {};

TEST_P(unannotated, a_struct_without_a_definition_is_stored_under_its_own_name) {
    db().create<stoa::schema<note>>();
    note first{0, "hello"};
    db().insert(first);
    EXPECT_EQ(first.id, 1);
    const auto found = db().find<note>(first.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->text, "hello");
    EXPECT_FALSE(db().find<note>(2));
}

STOA_TEST_ON_EVERY_DATABASE(unannotated);

} // namespace plain_struct
