// SPDX-License-Identifier: BSL-1.0
#include "stoa/expression/day.hpp"

#include "orchard.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <type_traits>
#include <vector>

namespace {

using namespace orchard;
using op = stoa::ast::op;

TEST(day, of_a_time_is_a_date) {
    static_assert(std::is_same_v<stoa::result_t<decltype(stoa::date_of(col<&tree::planted_at>))>, stoa::date>);
    EXPECT_EQ(operators_of(stoa::date_of(col<&tree::planted_at>)), (std::vector<op>{op::date_of, op::column}));
}

TEST(day, is_compared_like_any_date) {
    EXPECT_EQ(operators_of(stoa::date_of(col<&tree::planted_at>) > stoa::date()),
              (std::vector<op>{op::greater, op::date_of, op::column, op::parameter}));
}

} // namespace
