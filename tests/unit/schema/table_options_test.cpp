// SPDX-License-Identifier: BSL-1.0
// The options of columns, keys and indexes, as the plain values they become.

#include "stoa/schema/schema.hpp"

#include "stoa/expression/arithmetic.hpp"
#include "stoa/expression/logic.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/document.hpp"
#include "stoa/types/strong.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>

namespace garden {

using stoa::col;

struct bed {
    std::int64_t bedId;
    std::string mainCrop;
    std::int32_t row;
    std::int32_t place;
    std::int64_t area;
    std::optional<std::int64_t> nextBed;
    stoa::json_document notes;
};

struct seed {
    std::int64_t id;
    std::uint8_t a;
    std::optional<std::int8_t> b;
    std::uint16_t c;
    std::uint32_t d;
    stoa::strong_id<struct e_tag, std::uint8_t> e;
    std::uint8_t f;
    std::int16_t g;
};

} // namespace garden

template <>
inline constexpr auto stoa::table<garden::bed> = stoa::define<garden::bed>(
    "beds", naming(snake_case), comment("where things grow"),
    primary_key(col<&garden::bed::bedId>).generated(identity.start(5).increment(-2)),
    column(col<&garden::bed::mainCrop>).named("crop").comment("in summer"), column(col<&garden::bed::row>).range(1, 20),
    column(col<&garden::bed::area>).computed_from(col<&garden::bed::row>* col<&garden::bed::place>),
    foreign_key(col<&garden::bed::nextBed>).references(col<&garden::bed::bedId>).deferred().on_delete(set_null),
    unique(col<&garden::bed::row>, col<&garden::bed::place>).nulls_not_distinct().named("one_place"),
    unique(col<&garden::bed::place>, col<&garden::bed::row>).named("other_way"),
    index(col<&garden::bed::mainCrop>).where(col<&garden::bed::row> > 3).include(col<&garden::bed::place>),
    index(json_value<std::string, "soil">(col<&garden::bed::notes>), desc(col<&garden::bed::row>)),
    index(col<&garden::bed::notes>).using_(gin).operator_class("jsonb_path_ops").named("by_notes"));
template <>
inline constexpr auto stoa::table<garden::seed> =
    stoa::define<garden::seed>("seeds", primary_key(col<&garden::seed::id>), column(col<&garden::seed::f>).range(1, 6));

namespace {

using namespace garden;
using stoa::table_of;
using stoa::ast::op;

constexpr const stoa::table_def& beds = table_of<bed>();

TEST(column_options, rename_one_column_or_all) {
    static_assert(beds.columns[0].name == "bed_id" && beds.columns[5].name == "next_bed");
    static_assert(beds.columns[1].name == "crop", "a name given by hand wins over the policy");
    static_assert(beds.foreign_keys[0].name == "fk_beds_next_bed", "names are made of the columns' names");
    static_assert(beds.indexes[0].name == "ix_beds_crop");
}

TEST(column_options, keep_comments) {
    static_assert(beds.comment == "where things grow");
    static_assert(beds.columns[1].comment == "in summer" && beds.columns[0].comment.empty());
}

TEST(column_options, keep_how_an_identity_counts) {
    static_assert(beds.columns[0].identity == stoa::identity_def{5, -2});
    static_assert(beds.columns[2].identity == stoa::identity_def{});
}

TEST(column_options, keep_ranges_as_conditions) {
    constexpr stoa::ast::view range = beds.columns[2].range;
    static_assert(range.size() == 4 && range[0].kind == op::between && range[1].index == 2);
    static_assert(range[2].integer == 1 && range[3].integer == 20);
    static_assert(beds.columns[3].range.empty());
}

TEST(column_options, keep_what_a_column_is_computed_from) {
    static_assert(beds.columns[4].computed.size() == 3 && beds.columns[4].computed[0].kind == op::multiply);
    static_assert(beds.columns[2].computed.empty());
}

TEST(narrow_fields, have_their_range) {
    constexpr auto range_is = [](std::size_t column, std::int64_t low, std::int64_t high) {
        const stoa::ast::view range = table_of<seed>().columns[column].range;
        return range.size() == 4 && range[0].kind == op::between && range[0].extent == 4 && range[1].index == column &&
               range[2].integer == low && range[3].integer == high;
    };
    static_assert(range_is(1, 0, 255) && range_is(2, -128, 127) && range_is(3, 0, 65535));
    static_assert(range_is(4, 0, 4294967295) && range_is(5, 0, 255), "also through a mapping");
    static_assert(range_is(6, 1, 6), "one that is given stands in for it");
    static_assert(table_of<seed>().columns[0].range.empty() && table_of<seed>().columns[7].range.empty());
    static_assert(table_of<seed>().columns[2].range[0].nullable && !table_of<seed>().columns[1].range[0].nullable);
}

TEST(keys, keep_their_options) {
    static_assert(beds.uniques[0].nulls_equal && !beds.uniques[1].nulls_equal);
    static_assert(beds.foreign_keys[0].deferred && beds.foreign_keys[0].on_delete == stoa::set_null);
}

TEST(indexes, keep_their_condition_and_included_columns) {
    constexpr const stoa::index_def& index = beds.indexes[0];
    static_assert(index.predicate.size() == 3 && index.predicate[0].kind == op::greater);
    static_assert(index.included.size() == 1 && index.included[0] == 3 && index.columns.size() == 1);
}

TEST(indexes, keep_expressions_among_their_terms) {
    constexpr const stoa::index_def& index = beds.indexes[1];
    static_assert(index.terms[0].arity == 2 && index.terms[2].kind == op::json_value);
    static_assert(index.columns.size() == 1 && index.columns[0] == 2);
    static_assert(index.name == "ix_beds_notes_row" && index.predicate.empty());
}

TEST(indexes, keep_their_method) {
    static_assert(beds.indexes[2].method == stoa::index_method::gin);
    static_assert(beds.indexes[2].operators == "jsonb_path_ops");
    static_assert(beds.indexes[1].method == stoa::index_method::btree && beds.indexes[1].operators.empty());
}

TEST(constraint, of_a_range_is_found_by_its_name) {
    EXPECT_EQ(stoa::constraint_columns(beds, "ck_beds_row_range")[0], 2U);
    EXPECT_EQ(stoa::constraint_columns(table_of<seed>(), "ck_seeds_e_range")[0], 5U);
}

} // namespace
