// SPDX-License-Identifier: BSL-1.0
#include "stoa/tool/spelling.hpp"

#include "zoo.hpp"

#include <gtest/gtest.h>

namespace {

using stoa::type_kind;
using stoa::tool::expression_text;
using stoa::tool::type_text;

TEST(spelling, of_types_has_their_parameters) {
    EXPECT_EQ(type_text({type_kind::text, 0, 0, false}), "text");
    EXPECT_EQ(type_text({type_kind::decimal, 10, 2, false}), "decimal(10, 2)");
    EXPECT_EQ(type_text({type_kind::guid, 0, 0, true}), "guid[]");
    EXPECT_EQ(type_text({type_kind::text, 0, 0, false, {}, "mood"}), "enum mood");
}

TEST(spelling, of_expressions_is_sql_without_casts) {
    EXPECT_EQ(expression_text(zoo::animals.checks[1].predicate), "\"length\" > 0.1");
    EXPECT_EQ(expression_text(zoo::animals.columns[6].computed), "\"weight\" + \"weight\"");
    EXPECT_EQ(expression_text(zoo::animals.columns[9].default_value), "'1970-01-01'");
    EXPECT_EQ(expression_text(zoo::animals.columns[8].default_value), "FALSE");
}

} // namespace
