// SPDX-License-Identifier: BSL-1.0
#include "orchard.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace {

using namespace orchard;

template <auto Member, auto... Path>
using column = std::remove_const_t<decltype(col<Member, Path...>)>;

TEST(column, is_found_by_its_member) {
    static_assert(col<&tree::id>.index == 0);
    static_assert(col<&tree::name>.index == 3, "an embedded record counts as its columns");
    static_assert(std::is_same_v<column<&tree::name>::record_type, tree>);
}

TEST(column, in_an_embedded_record_is_found_by_a_path) {
    static_assert(col<&tree::where, &place::row>.index == 1);
    static_assert(col<&tree::where, &place::number>.index == 2);
    static_assert(std::is_same_v<column<&tree::where, &place::number>::record_type, tree>);
}

TEST(column, of_a_base_class_is_found_through_the_derived_one) {
    constexpr auto id = stoa::col_in<tool, &entity::id>;
    static_assert(id.index == 0 && std::is_same_v<decltype(id)::record_type, tool>);
    static_assert(stoa::col_in<tool, &tool::name>.index == 1);
    static_assert(std::is_same_v<column<&entity::id>::record_type, entity>);
}

TEST(column, has_the_type_of_its_field_without_optional) {
    static_assert(std::is_same_v<column<&tree::note>::value_type, std::string>);
    static_assert(column<&tree::note>::nullable && !column<&tree::name>::nullable);
    static_assert(std::is_same_v<stoa::result_t<column<&tree::note>>, std::optional<std::string>>);
    static_assert(std::is_same_v<stoa::result_t<column<&tree::id>>, tree_id>);
}

TEST(column, is_a_node_that_knows_table_type_and_place) {
    const auto nodes = nodes_of(col<&tree::price>);
    ASSERT_EQ(nodes.size(), 1U);
    EXPECT_EQ(nodes[0].kind, stoa::ast::op::column);
    EXPECT_EQ(nodes[0].index, col<&tree::price>.index);
    EXPECT_EQ(nodes[0].type, (stoa::type_def{stoa::type_kind::decimal, 8, 2}));
    EXPECT_EQ(nodes[0].table.record, "orchard::tree");
    EXPECT_FALSE(nodes[0].nullable);
    EXPECT_TRUE(nodes_of(col<&tree::felled>)[0].nullable);
}

TEST(column, is_an_expression) {
    static_assert(stoa::expression<column<&tree::id>> && stoa::column_expression<column<&tree::id>>);
    static_assert(!stoa::expression<int> && !stoa::column_expression<decltype(col<&tree::age> + 1)>);
    static_assert(stoa::predicate<column<&tree::old>> && !stoa::predicate<column<&tree::age>>);
}

} // namespace
