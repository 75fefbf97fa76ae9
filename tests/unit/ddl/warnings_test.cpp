// SPDX-License-Identifier: BSL-1.0
#include "stoa/ddl/warnings.hpp"

#include "stoa/expression/arithmetic.hpp"
#include "stoa/expression/comparison.hpp"
#include "stoa/types/builtin.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>

namespace warned {

using stoa::col;

struct visit {
    std::int64_t house;
    std::int64_t guest;
    std::int64_t year;
    std::optional<std::string> note;
    std::string text;
};

struct useful {
    std::int64_t a;
    std::int64_t b;
    std::optional<std::int64_t> c;
    std::int64_t d;
    std::int64_t e;
};

} // namespace warned

template <>
inline constexpr auto stoa::table<warned::visit> = stoa::define<warned::visit>(
    "visits", primary_key(col<&warned::visit::house>, col<&warned::visit::guest>),
    unique(col<&warned::visit::year>, col<&warned::visit::text>),
    index(col<&warned::visit::house>).named("begins_the_key"),
    index(col<&warned::visit::house>, col<&warned::visit::guest>).named("is_the_key"),
    index(col<&warned::visit::year>).named("begins_a_unique_key"),
    index(col<&warned::visit::note>, desc(col<&warned::visit::text>)).named("begins_an_index"),
    index(col<&warned::visit::note>, desc(col<&warned::visit::text>), col<&warned::visit::year>).named("long"),
    index(col<&warned::visit::note>).named("begins_two"));

template <>
inline constexpr auto stoa::table<warned::useful> = stoa::define<warned::useful>(
    "useful", primary_key(col<&warned::useful::a>, col<&warned::useful::b>),
    unique(col<&warned::useful::c>, col<&warned::useful::d>).nulls_not_distinct(), index(col<&warned::useful::c>),
    index(col<&warned::useful::b>, col<&warned::useful::a>), index(desc(col<&warned::useful::a>)).named("other_way"),
    index(col<&warned::useful::a>).unique().named("unique_itself"),
    index(col<&warned::useful::a>).where(col<&warned::useful::d> > 1).named("with_a_condition"),
    index(col<&warned::useful::a> + 1).named("over_an_expression"),
    index(col<&warned::useful::a>).using_(hash_index).named("other_method"),
    index(col<&warned::useful::a>).include(col<&warned::useful::e>).named("with_more_to_read"),
    index(col<&warned::useful::d>, col<&warned::useful::e>).where(col<&warned::useful::d> > 1).named("some_rows"),
    index(col<&warned::useful::d>).named("all_rows"));

namespace {

using stoa::ddl_note;

TEST(schema_warnings, name_indexes_that_begin_another) {
    constexpr const auto& warnings = stoa::schema_warnings<stoa::schema<warned::useful, warned::visit>>;
    const auto warning = [](const char* index, const char* covering) {
        return ddl_note{"visits", index, "its columns are the first of another index or key", covering};
    };
    ASSERT_EQ(warnings.size(), 5U);
    EXPECT_EQ(warnings[0], warning("begins_the_key", "pk_visits"));
    EXPECT_EQ(warnings[1], warning("is_the_key", "pk_visits"));
    EXPECT_EQ(warnings[2], warning("begins_a_unique_key", "uq_visits_year_text"));
    EXPECT_EQ(warnings[3], warning("begins_an_index", "long"));
    EXPECT_EQ(warnings[4], warning("begins_two", "begins_an_index"));
}

TEST(schema_warnings, are_not_about_indexes_with_a_use_of_their_own) {
    static_assert(stoa::schema_warnings<stoa::schema<warned::useful>>.empty());
}

} // namespace
