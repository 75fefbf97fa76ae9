// SPDX-License-Identifier: BSL-1.0
#include "stoa/dialect/literal.hpp"

#include "stoa/dialect/all.hpp"
#include "stoa/expression/literal.hpp"
#include "stoa/types/enumeration.hpp"
#include "stoa/types/instant.hpp"
#include "stoa/types/strong.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>

namespace fruit {

enum class kind { apple, pear };
using basket_id = stoa::strong_id<struct basket>;

} // namespace fruit

namespace {

template <class Dialect, class T>
std::string literal(const T& value) {
    return stoa::write_text(
        [&](stoa::text_sink& out) { stoa::write_literal<Dialect>(out, stoa::detail::literal_node(value)); });
}

template <class T>
std::string sqlite(const T& value) {
    return literal<stoa::dialect::sqlite>(value);
}

template <class T>
std::string postgres(const T& value) {
    return literal<stoa::dialect::postgres>(value);
}

TEST(literal, numbers) {
    EXPECT_EQ(sqlite(true), "1");
    EXPECT_EQ(postgres(false), "FALSE");
    EXPECT_EQ(sqlite(std::int16_t{-7}), "-7");
    EXPECT_EQ(postgres(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
    EXPECT_EQ(sqlite(std::uint32_t{4'294'967'295}), "4294967295");
    EXPECT_EQ(postgres(fruit::basket_id(5)), "5");
}

TEST(literal, floating_point_numbers_read_back_as_themselves) {
    EXPECT_EQ(std::strtod(postgres(0.1).c_str(), nullptr), 0.1);
    EXPECT_EQ(std::strtod(sqlite(1e-300).c_str(), nullptr), 1e-300);
    EXPECT_EQ(std::strtod(sqlite(5e-324).c_str(), nullptr), 5e-324);
    EXPECT_EQ(std::stof(postgres(0.1f)), 0.1f);
    EXPECT_EQ(std::strtod(sqlite(std::numeric_limits<double>::max()).c_str(), nullptr),
              std::numeric_limits<double>::max());
    EXPECT_THROW((void)sqlite(std::numeric_limits<double>::infinity()), stoa::mapping_error);
}

TEST(literal, decimals_are_integers_where_there_is_no_such_type) {
    EXPECT_EQ(sqlite(stoa::decimal<10, 2>("-0.05")), "-5");
    EXPECT_EQ(postgres(stoa::decimal<10, 2>("-0.05")), "-0.05");
    EXPECT_EQ(postgres(stoa::decimal<18, 0>("42")), "42");
}

TEST(literal, text_is_quoted) {
    EXPECT_EQ(sqlite(stoa::static_string{"it's \\ \"so\" ?1 $1"}), "'it''s \\ \"so\" ?1 $1'");
    EXPECT_EQ(postgres(stoa::static_string{""}), "''");
    EXPECT_EQ(postgres(fruit::kind::pear), "'pear'");
    EXPECT_THROW((void)sqlite(stoa::static_string{std::string_view("a\0b", 3)}), stoa::mapping_error);
}

TEST(literal, guids_are_stored_in_the_form_of_the_dialect) {
    const stoa::guid id = stoa::guid::from_string("0190163d-8694-739b-aea5-966c26f8ad91");
    EXPECT_EQ(sqlite(id), "'0190163d-8694-739b-aea5-966c26f8ad91'");
    EXPECT_EQ(postgres(id), "'0190163d-8694-739b-aea5-966c26f8ad91'::uuid");
    EXPECT_EQ(literal<stoa::dialect::sqlite_binary_guid>(id), "x'0190163d8694739baea5966c26f8ad91'");
}

TEST(literal, times_and_dates) {
    const stoa::timestamp moment(std::chrono::microseconds(1));
    EXPECT_EQ(sqlite(moment), "'1970-01-01T00:00:00.000001Z'");
    EXPECT_EQ(postgres(moment), "'1970-01-01T00:00:00.000001Z'::timestamptz");
    EXPECT_EQ(sqlite(stoa::date()), "'1970-01-01'");
    EXPECT_EQ(postgres(stoa::date()), "'1970-01-01'::date");
}

} // namespace
