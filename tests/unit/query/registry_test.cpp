// SPDX-License-Identifier: BSL-1.0

#include "stoa/query/registry.hpp"

#include "bookshop.hpp"

#include <gtest/gtest.h>

namespace bookshop {
namespace {

TEST(registry, is_empty_unless_it_is_asked_for) {
    using statement = stoa::find_record<book>;
    using dialect = stoa::dialect::sqlite;
    stoa::detail::enter<statement, dialect, stoa::detail::statement_constant<statement, dialect>>();
    EXPECT_FALSE(stoa::registers_statements);
    EXPECT_EQ(stoa::detail::registry_entry::newest(), nullptr);
}

} // namespace
} // namespace bookshop
