// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_UNIT_TOOL_ZOO_HPP
#define STOA_TESTS_UNIT_TOOL_ZOO_HPP

// Tables with a bit of everything that definitions can say, and with names that need care.

#include <stoa/stoa.hpp>
#include <stoa/tool/tables.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace zoo {

struct keeper {
    std::int64_t id;
    std::string name;
    std::optional<std::int64_t> boss_id;
};

enum class diet { plants, meat };

struct animal {
    stoa::guid id;
    std::int64_t keeper_id;
    std::optional<std::int64_t> deputy_id;
    std::string name;
    diet food;
    stoa::decimal<6, 2> weight;
    stoa::decimal<6, 2> ration;
    double length;
    bool tame;
    stoa::date born;
    stoa::timestamp seen_at;
    stoa::json_document notes;
    stoa::json_document diary;
};

/// One to one with animals, by its own key.
struct passport {
    stoa::guid animal_id;
    std::string number;
};

} // namespace zoo

// clang-format off
template <> inline constexpr auto stoa::table<zoo::keeper> = stoa::define<zoo::keeper>("keepers",
    primary_key(col<&zoo::keeper::id>).generated(stoa::identity.start(100).increment(10)),
    foreign_key(col<&zoo::keeper::boss_id>).references(col<&zoo::keeper::id>).on_delete(stoa::set_null),
    unique(col<&zoo::keeper::name>, col<&zoo::keeper::boss_id>).named("uq_keepers").nulls_not_distinct(),
    column(col<&zoo::keeper::name>).named("Name | \"full\"").comment("as on the `badge`;\nsee rule_7 & <8>"),
    comment("Who feeds *whom*"));

template <> inline constexpr auto stoa::table<zoo::animal> = stoa::define<zoo::animal>("animals",
    primary_key(col<&zoo::animal::id>).generated(stoa::guid_v7),
    foreign_key(col<&zoo::animal::keeper_id>).references(col<&zoo::keeper::id>).on_delete(stoa::restrict_)
        .on_update(stoa::cascade).deferred(),
    foreign_key(col<&zoo::animal::deputy_id>).references(col<&zoo::keeper::id>),
    check(!(col<&zoo::animal::food> == zoo::diet::meat && col<&zoo::animal::tame> == true)
          || col<&zoo::animal::name>.like("Tiger|%")).named("ck_animals_food"),
    check(col<&zoo::animal::length> > 0.1),
    index(col<&zoo::animal::notes>).using_(stoa::gin).operator_class("jsonb_path_ops"),
    index(desc(json_value<std::int32_t, "size", "cm">(col<&zoo::animal::notes>)), col<&zoo::animal::name>)
        .named("ix_animals_size"),
    index(col<&zoo::animal::name>).unique().include(col<&zoo::animal::weight>)
        .where(col<&zoo::animal::deputy_id>.is_null()),
    column(col<&zoo::animal::name>).max_length(40),
    column(col<&zoo::animal::diary>).plain_json(),
    column(col<&zoo::animal::food>).default_(zoo::diet::plants),
    column(col<&zoo::animal::weight>).range(0, 9000),
    column(col<&zoo::animal::ration>).computed_from(col<&zoo::animal::weight> + col<&zoo::animal::weight>),
    column(col<&zoo::animal::tame>).default_(false),
    column(col<&zoo::animal::length>).default_(1.5),
    column(col<&zoo::animal::born>).default_(stoa::date{}),
    column(col<&zoo::animal::seen_at>).default_(stoa::now()));

template <> inline constexpr auto stoa::table<zoo::passport> = stoa::define<zoo::passport>("pass ports",
    primary_key(col<&zoo::passport::animal_id>),
    foreign_key(col<&zoo::passport::animal_id>).references(col<&zoo::animal::id>),
    unique(col<&zoo::passport::number>));
// clang-format on

namespace zoo {

enum class colour { red, blue };

struct fence {
    std::int64_t id;
    std::optional<colour> paint;
};

} // namespace zoo

template <>
inline constexpr std::string_view stoa::native_enum<zoo::colour> = "a|colour<";

template <>
inline constexpr auto stoa::table<zoo::fence> =
    stoa::define<zoo::fence>("fences", in_namespace("out_doors"), primary_key(col<&zoo::fence::id>),
                             check(col<&zoo::fence::paint> == zoo::colour::red));

namespace zoo {

/// A table in a namespace, with an enumeration type.
using outside = stoa::schema<fence>;

using database = stoa::schema<passport, animal, keeper>;

inline const stoa::table_def& animals = stoa::table_of<animal>();

/// A table that no struct describes, without keys.
inline stoa::table_def made_up(std::string_view name, std::span<const stoa::column_def> columns = {}) {
    stoa::table_def table{};
    table.name = name;
    table.columns = columns;
    return table;
}

inline stoa::column_def made_up_column(std::string_view name, stoa::type_def type = {}) {
    stoa::column_def column{};
    column.name = name;
    column.type = type;
    return column;
}

} // namespace zoo

#endif
