// SPDX-License-Identifier: BSL-1.0
// Types and nullability of CASE, COALESCE, NULLIF, GREATEST and LEAST.

#include "stoa/expression/conditional.hpp"

#include "orchard.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

namespace {

using namespace orchard;

template <class E>
using result = stoa::result_t<E>;

TEST(conditional, a_case_is_null_without_otherwise) {
    using open = decltype(case_when(col<&tree::old>, 1).when(col<&tree::age> > 3, 2));
    static_assert(std::is_same_v<result<open>, std::optional<int>>);
    using closed = decltype(case_when(col<&tree::old>, 1).otherwise(2));
    static_assert(std::is_same_v<result<closed>, int>);
    using with_null = decltype(case_when(col<&tree::old>, col<&tree::name>).otherwise(col<&tree::note>));
    static_assert(std::is_same_v<result<with_null>, std::optional<std::string>>);
    using conditions_may_be_null = decltype(case_when(col<&tree::note> == "x", 1).otherwise(2));
    static_assert(std::is_same_v<result<conditions_may_be_null>, int>);
}

TEST(conditional, values_have_the_widest_type) {
    using wide = decltype(case_when(col<&tree::old>, col<&tree::age>).otherwise(col<&tree::leaves>));
    static_assert(std::is_same_v<result<wide>, std::int64_t>);
    using real = decltype(case_when(col<&tree::old>, col<&tree::width>).otherwise(col<&tree::height>));
    static_assert(std::is_same_v<result<real>, double>);
    using text = decltype(case_when(col<&tree::old>, "old").otherwise(col<&tree::name>));
    static_assert(std::is_same_v<result<text>, std::string>);
    static_assert(std::is_same_v<result<decltype(coalesce(col<&tree::price>, 0))>, stoa::decimal<18, 2>>);
    static_assert(std::is_same_v<result<decltype(greatest(col<&tree::age>, std::int16_t{3}))>, std::int16_t>);
    static_assert(std::is_same_v<result<decltype(coalesce(col<&tree::fruit>, kind::pear))>, kind>);
}

TEST(conditional, is_null_only_where_every_value_is) {
    static_assert(std::is_same_v<result<decltype(coalesce(col<&tree::note>, "-"))>, std::string>);
    static_assert(
        std::is_same_v<result<decltype(coalesce(col<&tree::note>, col<&tree::note>))>, std::optional<std::string>>);
    static_assert(!decltype(greatest(col<&tree::note>, col<&tree::name>))::nullable);
    static_assert(decltype(least(col<&tree::note>, col<&tree::note>))::nullable);
    static_assert(decltype(nullif(col<&tree::age>, 0))::nullable);
}

TEST(conditional, values_of_unlike_kinds_are_refused) {
    using stoa::detail::has_common;
    static_assert(!has_common<std::int32_t, double> && !has_common<std::int32_t, const char(&)[2]>);
    static_assert(!has_common<std::string, int> && !has_common<bool, int> && !has_common<stoa::guid, int>);
    static_assert(!has_common<std::int32_t, decltype(col<&tree::price>)>);
    static_assert(has_common<double, int> && has_common<double, float>);
}

} // namespace
