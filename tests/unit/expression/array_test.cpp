// SPDX-License-Identifier: BSL-1.0
#include "stoa/expression/array.hpp"

#include "stoa/dialect/all.hpp"
#include "stoa/query/select.hpp"
#include "stoa/query/statement.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tagged {

struct page {
    std::int64_t id;
    std::vector<std::string> tags;
    std::optional<std::vector<std::int32_t>> sizes;
};

} // namespace tagged

namespace {

using stoa::col;
using tagged::page;
namespace dialect = stoa::dialect;

const auto query = stoa::from<page>()
                       .where(contains(col<&page::tags>, "sql") && !contains(col<&page::sizes>, 7))
                       .order_by(cardinality(col<&page::tags>))
                       .select(col<&page::id>);

TEST(array_expression, has_an_operator_that_an_index_answers) {
    EXPECT_EQ(stoa::sql_of<dialect::postgres>(query),
              R"(SELECT "id" FROM "page" WHERE ("tags" @> $1) AND (NOT ("sizes" @> $2)) ORDER BY cardinality("tags"))");
}

TEST(array_expression, names_its_table_inside_a_subquery) {
    EXPECT_EQ(stoa::sql_of<dialect::sqlite>(query),
              R"(SELECT "id" FROM "page" WHERE EXISTS (SELECT 1 FROM json_each("page"."tags") )"
              R"(WHERE value = json_extract(?1, '$[0]')) AND (NOT CASE WHEN "page"."sizes" IS NOT NULL THEN )"
              R"(EXISTS (SELECT 1 FROM json_each("page"."sizes") WHERE value = json_extract(?2, '$[0]')) END) )"
              R"(ORDER BY json_array_length("tags"))");
}

TEST(array_expression, can_be_null_where_the_array_can) {
    static_assert(!decltype(contains(col<&page::tags>, "a"))::nullable);
    static_assert(decltype(contains(col<&page::sizes>, 1))::nullable);
    static_assert(!decltype(cardinality(col<&page::tags>))::nullable);
    static_assert(decltype(cardinality(col<&page::sizes>))::nullable);
}

} // namespace
