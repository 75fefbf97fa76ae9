// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_GOLDEN_COLUMNS_HPP
#define STOA_TESTS_SUPPORT_GOLDEN_COLUMNS_HPP

// The definitions behind tests/golden/<dialect>/column_*.sql; see golden.hpp.

#include "golden.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

namespace golden::column_indexes {

struct note {
    std::int64_t id;
    std::string title;
    std::string tag;
    stoa::json_document details;
};

} // namespace golden::column_indexes

template <>
inline constexpr auto stoa::table<golden::column_indexes::note> = stoa::define<golden::column_indexes::note>(
    "notes", primary_key(col<&golden::column_indexes::note::id>),
    column(col<&golden::column_indexes::note::tag>).collate(case_insensitive),
    trigram_index(col<&golden::column_indexes::note::title>).concurrently(),
    trigram_index(col<&golden::column_indexes::note::tag>).named("tag_parts"),
    prefix_index(col<&golden::column_indexes::note::title>).named("title_beginnings"),
    prefix_index(col<&golden::column_indexes::note::tag>).named("tag_beginnings"),
    index(col<&golden::column_indexes::note::tag>).using_(hash_index).named("tags"),
    index(col<&golden::column_indexes::note::title>).operator_class("text_pattern_ops").concurrently().named("titles"),
    index(json_value<std::string, "language">(col<&golden::column_indexes::note::details>)).named("languages"),
    index(json_value<std::int64_t, "print", "pages">(col<&golden::column_indexes::note::details>)).named("pages"),
    index(col<&golden::column_indexes::note::id> * 2).named("doubled"));

namespace golden {

namespace detail {

template <class Dialect>
void add_concurrent_indexes(std::vector<script>& all, std::string_view dialect) {
    all.push_back({"column_indexes_concurrently", dialect,
                   stoa::concurrent_index_ddl<stoa::schema<column_indexes::note>, Dialect>});
}

} // namespace detail

/// The scripts of what can be said of columns and indexes beyond golden_vocabulary.hpp.
inline std::vector<script> column_scripts() {
    std::vector<script> all;
    detail::add<stoa::schema<column_defaults::job>>(all, "column_defaults");
    detail::add<stoa::schema<column_collation::account>>(all, "column_collation");
    detail::add<stoa::schema<column_indexes::note>>(all, "column_indexes");
    detail::add_concurrent_indexes<stoa::dialect::sqlite>(all, "sqlite");
    detail::add_concurrent_indexes<stoa::dialect::sqlite_binary_guid>(all, "sqlite_binary_guid");
    detail::add_concurrent_indexes<stoa::dialect::postgres>(all, "postgres");
    return all;
}

} // namespace golden

#endif
