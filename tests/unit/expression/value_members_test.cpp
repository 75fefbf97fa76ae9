// SPDX-License-Identifier: BSL-1.0
#include "orchard.hpp"

#include <gtest/gtest.h>

#include <list>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace {

using namespace orchard;
using op = stoa::ast::op;
using operators = std::vector<op>;

template <class E>
using kept_values = std::remove_cvref_t<decltype(std::declval<E>().b.values)>;

TEST(value_members, null_is_asked_for_without_becoming_null) {
    EXPECT_EQ(operators_of(col<&tree::note>.is_null()), (operators{op::is_null, op::column}));
    EXPECT_EQ(operators_of(col<&tree::note>.is_not_null()), (operators{op::is_not_null, op::column}));
    static_assert(!decltype(col<&tree::note>.is_null())::nullable);
}

TEST(value_members, between_has_three_operands) {
    EXPECT_EQ(operators_of(col<&tree::age>.between(1, col<&tree::leaves>)),
              (operators{op::between, op::column, op::parameter, op::column}));
    static_assert(!decltype(col<&tree::age>.between(1, 2))::nullable);
    static_assert(decltype(col<&tree::age>.between(1, col<&tree::where, &place::number>))::nullable);
}

TEST(value_members, a_list_is_one_parameter) {
    const auto some = col<&tree::age>.in({1, 2, 3});
    EXPECT_EQ(operators_of(some), (operators{op::in_list, op::column, op::parameter}));
    EXPECT_TRUE(nodes_of(some)[2].type.list);
    EXPECT_EQ(some.b.values, (std::vector<std::int64_t>{1, 2, 3}));
    EXPECT_EQ(operators_of(col<&tree::age>.not_in({1})), (operators{op::not_, op::in_list, op::column, op::parameter}));
}

TEST(value_members, a_list_can_come_from_any_range) {
    EXPECT_EQ(col<&tree::age>.in(std::set<short>{2, 1}).b.values, (std::vector<std::int64_t>{1, 2}));
    EXPECT_EQ(col<&tree::name>.in(std::list<const char*>{"oak"}).b.values, std::vector<std::string>{"oak"});
    EXPECT_TRUE(col<&tree::name>.in(std::vector<std::string>{}).b.values.empty());
}

TEST(value_members, a_list_holds_what_drivers_carry) {
    EXPECT_EQ(col<&tree::fruit>.in({kind::pear}).b.values, std::vector<std::string>{"pear"});
    EXPECT_EQ(col<&tree::price>.in({stoa::decimal<8, 2>("1.25")}).b.values, std::vector<std::int64_t>{125});
    EXPECT_EQ(col<&tree::old>.in({true}).b.values, std::vector<std::int64_t>{1});
    EXPECT_EQ(col<&tree::id>.in({tree_id(4)}).b.values, std::vector<std::int64_t>{4});
    EXPECT_EQ(col<&tree::height>.in({0.5}).b.values, std::vector<double>{0.5});
    EXPECT_EQ(col<&tree::felled>.in({stoa::date(std::chrono::days(3))}).b.values, std::vector<std::int64_t>{3});
    EXPECT_EQ(col<&tree::code>.in({stoa::guid{}}).b.values, std::vector<stoa::guid>{stoa::guid{}});
    EXPECT_EQ(col<&tree::data>.in({stoa::json_document::parse(R"({"b": 1, "a": 2})")}).b.values,
              std::vector<std::string>{R"({"a":2,"b":1})"});
}

TEST(value_members, like_keeps_the_pattern_apart_from_text) {
    const auto fixed = col<&tree::name>.like("A%");
    EXPECT_EQ(operators_of(fixed), (operators{op::like, op::column, op::parameter}));
    static_assert(std::is_same_v<decltype(fixed.b.value), stoa::static_like_pattern>);
    const auto given = col<&tree::note>.like(std::string("A%"));
    static_assert(std::is_same_v<decltype(given.b.value), stoa::like_pattern>);
    static_assert(decltype(given)::nullable && !decltype(fixed)::nullable);
    EXPECT_EQ(given.b.value.text, "A%");
}

} // namespace
