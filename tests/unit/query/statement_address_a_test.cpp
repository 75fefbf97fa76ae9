// SPDX-License-Identifier: BSL-1.0
// The address of a statement's constant is its name in a connection's cache, so it must be the same everywhere in a
// program; statement_address_b_test.cpp is elsewhere.

#include "statement_address.hpp"

#include <gtest/gtest.h>

namespace {

using namespace bookshop;

TEST(statement_address, is_the_same_in_every_translation_unit) {
    EXPECT_EQ(address_of<stoa::dialect::sqlite>(cheap_books(1)), other_query_address());
    EXPECT_EQ(address_of<stoa::dialect::postgres>(stoa::find_record<copy>{}), other_find_address());
    EXPECT_EQ(&stoa::table_of<copy>(), other_table_address());
}

TEST(statement_address, differs_by_dialect_and_by_shape_but_not_by_value) {
    const auto* address = address_of<stoa::dialect::sqlite>(cheap_books(1));
    EXPECT_EQ(address, address_of<stoa::dialect::sqlite>(cheap_books(2)));
    EXPECT_NE(address, address_of<stoa::dialect::postgres>(cheap_books(1)));
    EXPECT_NE(address, address_of<stoa::dialect::sqlite>(cheap_books(1).offset(1)));
}

} // namespace
