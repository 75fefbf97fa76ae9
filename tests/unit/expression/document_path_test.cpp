// SPDX-License-Identifier: BSL-1.0
#include "stoa/expression/document_path.hpp"

#include "orchard.hpp"

#include "stoa/types/json.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

namespace crates {

enum class quality { good, best };

struct origin {
    std::int64_t row;
    std::optional<std::string> name;
};

struct label {
    std::int32_t weight;
    quality grade;
    std::optional<origin> from;
    stoa::strong_id<struct picker, std::int16_t> picked_by;
    stoa::json<origin> inner;
};

struct stamp {
    bool dry;
    stoa::json<label> old;
};

struct crate : orchard::entity {
    std::optional<stoa::json<label>> printed;
    stamp stamped;
};
BOOST_DESCRIBE_STRUCT(crate, (orchard::entity), (printed, stamped))

} // namespace crates

namespace {

using namespace crates;
using stoa::col;

template <auto Member, auto... Path>
using path = std::remove_const_t<decltype(col<Member, Path...>)>;

template <class T, stoa::json_step... Names>
using by_name = std::remove_const_t<decltype(stoa::json_value<T, Names...>(col<&crate::printed>))>;

/// Whether both are the same expression, whatever their types know of it besides.
template <class A, class B>
constexpr bool same_expression = [] {
    stoa::ast::builder nodes;
    A::emit(nodes, stoa::only_shape{});
    const std::size_t second = nodes.size();
    B::emit(nodes, stoa::only_shape{});
    return stoa::ast::same_expression(nodes.nodes(), 0, second);
}();

TEST(document_path, is_the_member_by_its_name) {
    static_assert(same_expression<path<&crate::printed, &label::weight>, by_name<std::int32_t, "weight">>);
    static_assert(
        same_expression<path<&crate::printed, &label::from, &origin::row>, by_name<std::int64_t, "from", "row">>);
    static_assert(
        same_expression<path<&crate::printed, &label::from, &origin::name>, by_name<std::string, "from", "name">>);
    static_assert(
        same_expression<path<&crate::printed, &label::inner, &origin::row>, by_name<std::int64_t, "inner", "row">>);
}

TEST(document_path, has_the_type_of_the_member_and_can_be_null) {
    static_assert(std::is_same_v<path<&crate::printed, &label::grade>::value_type, quality>);
    static_assert(std::is_same_v<path<&crate::printed, &label::picked_by>::value_type,
                                 stoa::strong_id<struct picker, std::int16_t>>);
    static_assert(path<&crate::printed, &label::weight>::nullable);
    static_assert(std::is_same_v<stoa::result_t<path<&crate::printed, &label::weight>>, std::optional<std::int32_t>>);
}

TEST(document_path, begins_behind_embedded_records_and_in_derived_ones) {
    constexpr auto old = col<&crate::stamped, &stamp::old, &label::from, &origin::row>;
    static_assert(std::is_same_v<decltype(old.document), path<&crate::stamped, &stamp::old>>);
    constexpr auto weight = stoa::col_in<crate, &crate::printed, &label::weight>;
    static_assert(std::is_same_v<decltype(weight), const path<&crate::printed, &label::weight>>);
}

TEST(document_path, is_a_json_value_with_a_literal_for_each_name) {
    const auto nodes = orchard::nodes_of(col<&crate::stamped, &stamp::old, &label::from, &origin::row>);
    ASSERT_EQ(nodes.size(), 4U);
    EXPECT_EQ(nodes[0].kind, stoa::ast::op::json_value);
    EXPECT_EQ(nodes[0].arity, 3);
    EXPECT_EQ(nodes[0].type.kind, stoa::type_kind::int64);
    EXPECT_EQ(nodes[1].kind, stoa::ast::op::column);
    EXPECT_EQ(nodes[1].index, 3);
    EXPECT_EQ(nodes[2].text, "from");
    EXPECT_EQ(nodes[3].text, "row");
}

TEST(document_path, is_not_a_column) {
    static_assert(stoa::expression<path<&crate::printed, &label::weight>>);
    static_assert(!stoa::column_expression<path<&crate::printed, &label::weight>>);
}

} // namespace
