// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_GOLDEN_COLUMNS_HPP
#define STOA_TESTS_SUPPORT_GOLDEN_COLUMNS_HPP

// The definitions behind tests/golden/<dialect>/column_*.sql; see golden.hpp.

#include "golden.hpp"

#include <cstdint>
#include <optional>
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

namespace golden::column_collation {

struct account {
    std::int64_t id;
    std::string name;
    std::optional<std::string> nick;
    std::string site;
};

} // namespace golden::column_collation

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

template <>
inline constexpr auto stoa::table<golden::column_collation::account> = stoa::define<golden::column_collation::account>(
    "accounts", primary_key(col<&golden::column_collation::account::id>),
    column(col<&golden::column_collation::account::name>).collate(case_insensitive).default_("Nobody"),
    column(col<&golden::column_collation::account::nick>).collate(case_insensitive),
    column(col<&golden::column_collation::account::site>).collate(binary),
    unique(col<&golden::column_collation::account::name>, col<&golden::column_collation::account::site>),
    unique(col<&golden::column_collation::account::nick>).nulls_not_distinct().named("one_nick"),
    index(desc(col<&golden::column_collation::account::name>), col<&golden::column_collation::account::site>),
    index(col<&golden::column_collation::account::site>)
        .where(col<&golden::column_collation::account::name> == "Root")
        .named("of_root"),
    check(col<&golden::column_collation::account::nick> != col<&golden::column_collation::account::site>),
    check(col<&golden::column_collation::account::site>.between("a", col<&golden::column_collation::account::name>))
        .named("in_order"));

namespace golden {

/// The scripts of what can be said of columns and indexes beyond golden_vocabulary.hpp.
inline std::vector<script> column_scripts() {
    std::vector<script> all;
    detail::add<stoa::schema<column_defaults::job>>(all, "column_defaults");
    detail::add<stoa::schema<column_collation::account>>(all, "column_collation");
    return all;
}

} // namespace golden

#endif
