// SPDX-License-Identifier: BSL-1.0
#include "orchard.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace orchard;
using op = stoa::ast::op;
using operators = std::vector<op>;

template <class A, class B>
concept can_be_joined = requires(A a, B b) { a&& b; };

TEST(logic, keeps_the_shape_of_the_expression) {
    EXPECT_EQ(operators_of(col<&tree::old> && !(col<&tree::age> > 1 || col<&tree::note>.is_null())),
              (operators{op::and_, op::column, op::not_, op::or_, op::greater, op::column, op::parameter, op::is_null,
                         op::column}));
}

TEST(logic, can_be_null_if_an_operand_can) {
    static_assert(!decltype(col<&tree::old> && col<&tree::age> > 1)::nullable);
    static_assert(decltype(col<&tree::old> || col<&tree::note> == "")::nullable);
    static_assert(decltype(!(col<&tree::note> == ""))::nullable);
}

TEST(logic, joins_conditions_only) {
    static_assert(!can_be_joined<decltype(col<&tree::old>), decltype(col<&tree::age>)>);
    static_assert(!can_be_joined<decltype(col<&tree::old>), bool>);
}

TEST(logic, numbers_the_parameters_from_left_to_right) {
    const auto nodes = nodes_of(col<&tree::age> > 1 && col<&tree::age>.between(2, 3));
    std::vector<unsigned> numbers;
    for (const auto& node : nodes)
        if (node.kind == op::parameter) numbers.push_back(node.index);
    EXPECT_EQ(numbers, (std::vector<unsigned>{0, 1, 2}));
}

TEST(ast, finds_children_behind_whole_subtrees) {
    const auto nodes = nodes_of(col<&tree::age>.between(col<&tree::leaves> + 1, 9));
    EXPECT_EQ(nodes[0].extent, nodes.size());
    EXPECT_EQ(nodes[0].arity, 3);
    EXPECT_EQ(nodes[stoa::ast::child(nodes, 0, 0)].kind, op::column);
    EXPECT_EQ(nodes[stoa::ast::child(nodes, 0, 1)].kind, op::add);
    EXPECT_EQ(stoa::ast::child(nodes, 0, 2), nodes.size() - 1);
}

} // namespace
