// SPDX-License-Identifier: BSL-1.0
#include "stoa/tool/tables.hpp"

#include "zoo.hpp"

#include <gtest/gtest.h>

namespace {

namespace detail = stoa::tool::detail;

TEST(tables, of_a_schema_stand_behind_those_they_reference) {
    const auto tables = stoa::tool::tables_of<zoo::database>();
    ASSERT_EQ(tables.size(), 3U);
    EXPECT_EQ(tables[0]->name, "keepers");
    EXPECT_EQ(tables[1], &zoo::animals);
    EXPECT_EQ(tables[2]->name, "pass ports");
}

TEST(tables, a_partial_unique_index_makes_no_column_unique) {
    EXPECT_FALSE(detail::is_unique_column(zoo::animals, 3));
    EXPECT_TRUE(detail::is_unique_column(stoa::table_of<zoo::passport>(), 1));
}

TEST(tables, a_key_of_several_columns_makes_none_of_them_unique) {
    EXPECT_FALSE(detail::is_unique_column(stoa::table_of<zoo::keeper>(), 1));
}

TEST(tables, a_foreign_key_that_holds_a_key_is_one_to_one) {
    const stoa::table_def& passports = stoa::table_of<zoo::passport>();
    EXPECT_TRUE(detail::is_one_to_one(passports, passports.foreign_keys[0]));
    EXPECT_FALSE(detail::is_one_to_one(zoo::animals, zoo::animals.foreign_keys[0]));
    EXPECT_TRUE(detail::is_optional_reference(zoo::animals, zoo::animals.foreign_keys[1]));
}

} // namespace
