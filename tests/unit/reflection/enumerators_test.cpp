// SPDX-License-Identifier: BSL-1.0
#include "stoa/reflection/enumerators.hpp"

#include <gtest/gtest.h>

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace paint {

enum class colour { red, green, blue };

enum class level : std::int8_t { lowest = -8, below = -1, zero, highest = 119 };

/// One step outside of what is found.
enum class beyond : int { under = -9, first = -8, last = 119, over = 120 };

enum unscoped : std::uint8_t { matt, glossy = 5, satin };

enum class tiny : bool { no, yes };

enum class letter : char { a = 'a', z = 'w' };

enum class twice { one = 1, uno = 1, two };

enum class sparse : unsigned { none = 0, some = 64 };

enum class none {};

namespace inner {
struct holder {
    enum class kind { open, closed };
};
} // namespace inner

enum class large : std::int64_t { least = std::numeric_limits<std::int64_t>::min(), nought = 0, most = 9'000'000'000 };
BOOST_DESCRIBE_ENUM(large, least, nought, most)

enum class huge : std::uint64_t { most = std::numeric_limits<std::uint64_t>::max() };
BOOST_DESCRIBE_ENUM(huge, most)

/// Without a fixed underlying type.
enum plain { north = 2, south = 1 };
BOOST_DESCRIBE_ENUM(plain, north, south)

enum loose { left, right };

} // namespace paint

namespace {

using namespace paint;
using stoa::reflection::enumerators, stoa::reflection::named_enum;

template <class E>
std::string listed() {
    std::string all;
    for (const auto& each : enumerators<E>)
        all += std::string(each.name) + "=" + std::to_string(static_cast<std::int64_t>(each.value)) + " ";
    return all;
}

TEST(enumerators, are_found_with_their_names) {
    static_assert(enumerators<colour>.size() == 3);
    static_assert(enumerators<colour>[1].name == "green" && enumerators<colour>[1].value == colour::green);
    EXPECT_EQ(listed<colour>(), "red=0 green=1 blue=2 ");
}

TEST(enumerators, are_found_from_minus_8_to_119) {
    EXPECT_EQ(listed<level>(), "lowest=-8 below=-1 zero=0 highest=119 ");
    EXPECT_EQ(listed<beyond>(), "first=-8 last=119 ");
    EXPECT_EQ(listed<sparse>(), "none=0 some=64 ");
}

TEST(enumerators, of_an_unscoped_enumeration_with_a_fixed_type) {
    EXPECT_EQ(listed<unscoped>(), "matt=0 glossy=5 satin=6 ");
}

TEST(enumerators, of_unusual_underlying_types) {
    EXPECT_EQ(listed<tiny>(), "no=0 yes=1 ");
    EXPECT_EQ(listed<letter>(), "a=97 z=119 ");
}

TEST(enumerators, of_one_value_count_once) {
    EXPECT_EQ(listed<twice>(), "one=1 two=2 ");
}

TEST(enumerators, of_a_class_member_have_short_names) {
    EXPECT_EQ(listed<inner::holder::kind>(), "open=0 closed=1 ");
}

TEST(enumerators, of_a_local_enumeration) {
    enum class local { here, there };
    EXPECT_EQ(listed<local>(), "here=0 there=1 ");
}

TEST(enumerators, described_ones_have_any_value) {
    EXPECT_EQ(listed<large>(), "least=-9223372036854775808 nought=0 most=9000000000 ");
    static_assert(enumerators<huge>[0].value == huge::most);
}

TEST(enumerators, described_ones_stay_in_the_order_of_their_description) {
    EXPECT_EQ(listed<plain>(), "north=2 south=1 ");
}

TEST(enumerators, need_a_fixed_type_or_a_description) {
    static_assert(named_enum<colour> && named_enum<unscoped> && named_enum<plain> && named_enum<none>);
    static_assert(!named_enum<loose> && !named_enum<int>);
    static_assert(enumerators<none>.empty());
}

} // namespace
