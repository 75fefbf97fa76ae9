// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_GOLDEN_COLUMNS_HPP
#define STOA_TESTS_SUPPORT_GOLDEN_COLUMNS_HPP

// The definitions behind tests/golden/<dialect>/column_*.sql; see golden.hpp.

#include "golden.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace golden::column_defaults {

enum class kind { one, other };

struct job {
    stoa::guid id;
    stoa::guid token;
    std::int32_t timeout;
    stoa::decimal<6, 2> price;
    std::string name;
    kind of;
    std::uint8_t tries;
};

} // namespace golden::column_defaults

template <>
inline constexpr auto stoa::table<golden::column_defaults::job> = stoa::define<golden::column_defaults::job>(
    "jobs", primary_key(col<&golden::column_defaults::job::id>).generated(guid_v7),
    column(col<&golden::column_defaults::job::id>).default_(guid_v4),
    column(col<&golden::column_defaults::job::token>).default_(guid_v4),
    column(col<&golden::column_defaults::job::timeout>).default_((constant(60) - 1) * 24),
    column(col<&golden::column_defaults::job::price>).default_(constant(decimal<6, 2>("1.25")) * 3),
    column(col<&golden::column_defaults::job::name>).default_("größe").max_length(5).length_named("ck_name"),
    column(col<&golden::column_defaults::job::of>).default_(golden::column_defaults::kind::other).values_named("ck_of"),
    column(col<&golden::column_defaults::job::tries>).range_named("a \"byte\""));

namespace golden {

/// The scripts of what can be said of columns and indexes beyond golden_vocabulary.hpp.
inline std::vector<script> column_scripts() {
    std::vector<script> all;
    detail::add<stoa::schema<column_defaults::job>>(all, "column_defaults");
    return all;
}

} // namespace golden

#endif
