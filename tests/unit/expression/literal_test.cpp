// SPDX-License-Identifier: BSL-1.0
#include "orchard.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

namespace {

using namespace orchard;
using stoa::detail::as_operand, stoa::detail::literal_node;

/// The type a value has beside an expression of `Peer`s.
template <class Peer, class V>
using kept = decltype(as_operand<Peer>(std::declval<V>()).value);

TEST(literal, numbers_keep_their_own_type) {
    static_assert(std::is_same_v<kept<std::int16_t, long long>, long long>);
    static_assert(std::is_same_v<kept<std::int64_t, double>, double>);
    static_assert(std::is_same_v<kept<double, int>, int>);
    static_assert(std::is_same_v<kept<float, double>, float>, "a float column is compared in its own precision");
}

TEST(literal, an_unsigned_number_must_fit_in_a_column) {
    static_assert(std::is_same_v<kept<std::int64_t, std::uint64_t>, std::int64_t>);
    EXPECT_EQ(as_operand<std::int64_t>(std::uint64_t{7}).value, 7);
    EXPECT_THROW((void)as_operand<std::int64_t>(std::numeric_limits<std::uint64_t>::max()), stoa::mapping_error);
}

TEST(literal, only_a_string_literal_is_kept_by_reference) {
    static_assert(std::is_same_v<kept<std::string, const char(&)[4]>, stoa::static_string>);
    static_assert(std::is_same_v<kept<std::string, char(&)[4]>, std::string>);
    static_assert(std::is_same_v<kept<std::string, const char*>, std::string>);
    static_assert(std::is_same_v<kept<std::string, std::string_view>, std::string>);
    static_assert(std::is_same_v<kept<std::string, std::string>, std::string>);
}

TEST(literal, a_string_literal_keeps_its_inner_nul_to_be_refused_later) {
    EXPECT_EQ(as_operand<std::string>("a\0b").value.text.size(), 3U);
}

TEST(literal, an_optional_stays_one) {
    static_assert(std::is_same_v<kept<std::int64_t, std::optional<int>>, std::optional<int>>);
    static_assert(std::is_same_v<kept<std::string, std::nullopt_t>, std::optional<std::string>>);
    static_assert(decltype(as_operand<std::string>(std::nullopt))::nullable);
}

TEST(literal, a_whole_number_is_a_decimal) {
    static_assert(as_operand<stoa::decimal<8, 2>>(5).value == stoa::decimal<18, 2>(5));
    EXPECT_THROW((void)(as_operand<stoa::decimal<18, 17>>(10)), stoa::mapping_error);
}

TEST(literal, an_expression_is_itself) {
    static_assert(std::is_same_v<decltype(as_operand<std::string>(col<&tree::name>)),
                                 std::remove_const_t<decltype(col<&tree::name>)>>);
}

TEST(literal, in_a_statement_is_a_parameter) {
    const auto nodes = nodes_of(as_operand<std::string>("secret"));
    ASSERT_EQ(nodes.size(), 1U);
    EXPECT_EQ(nodes[0].kind, stoa::ast::op::parameter);
    EXPECT_EQ(nodes[0].type.kind, stoa::type_kind::text);
    EXPECT_TRUE(nodes[0].text.empty());
}

TEST(literal, in_a_definition_is_its_value) {
    constexpr auto value = as_operand<std::string>("shown");
    stoa::ast::builder nodes;
    value.emit(nodes, value);
    ASSERT_EQ(nodes.size(), 1U);
    EXPECT_EQ(nodes.nodes()[0].kind, stoa::ast::op::literal);
    EXPECT_EQ(nodes.nodes()[0].text, "shown");
}

TEST(literal, every_type_has_its_place_in_a_node) {
    static_assert(literal_node(true).integer == 1 && literal_node(true).type.kind == stoa::type_kind::boolean);
    static_assert(literal_node(std::int16_t{-3}).integer == -3);
    static_assert(literal_node(2.5).real == 2.5 && literal_node(2.5f).type.kind == stoa::type_kind::float32);
    static_assert(literal_node(stoa::decimal<8, 2>("1.25")).integer == 125);
    static_assert(literal_node(kind::pear).text == "pear");
    static_assert(literal_node(tree_id(9)).integer == 9);
    static_assert(literal_node(stoa::timestamp(std::chrono::seconds(1))).integer == 1'000'000);
    static_assert(literal_node(stoa::date(std::chrono::days(-1))).integer == -1);
}

} // namespace
