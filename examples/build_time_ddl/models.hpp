// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_BUILD_TIME_DDL_MODELS_HPP
#define STOA_EXAMPLES_BUILD_TIME_DDL_MODELS_HPP

// The tables of a repair shop for bicycles.
//
//   people ──< bicycles ──< repairs ──o invoices
//      └────────────────────┘ mechanic

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace repair_shop {

// [structs]
struct person {
    std::int64_t id;
    std::string name;
    std::optional<std::string> email;
};

struct bicycle {
    stoa::guid id;
    std::int64_t owner_id;
    std::string frame_number;
    stoa::json_document parts;
};

enum class progress { waiting, in_work, done };

struct repair {
    stoa::guid id;
    stoa::guid bicycle_id;
    std::optional<std::int64_t> mechanic_id;
    progress state;
    std::int32_t minutes;
    stoa::decimal<8, 2> parts;
    stoa::decimal<8, 2> labour;
    stoa::decimal<8, 2> total;
    stoa::timestamp openedAt;
};

struct invoice {
    std::int64_t number;
    stoa::guid repair_id;
    stoa::date due;
};
// [/structs]

} // namespace repair_shop

// One fact a line.
// clang-format off
template <> inline constexpr auto stoa::table<repair_shop::person> = stoa::define<repair_shop::person>("people",
    primary_key(col<&repair_shop::person::id>).generated(stoa::identity),
    unique(col<&repair_shop::person::email>).named("uq_people_email"),
    column(col<&repair_shop::person::name>).max_length(200),
    comment("Customers and staff"));

template <> inline constexpr auto stoa::table<repair_shop::bicycle> = stoa::define<repair_shop::bicycle>("bicycles",
    primary_key(col<&repair_shop::bicycle::id>).generated(stoa::guid_v7),
    foreign_key(col<&repair_shop::bicycle::owner_id>).references(col<&repair_shop::person::id>),
    unique(col<&repair_shop::bicycle::frame_number>),
    index(col<&repair_shop::bicycle::parts>).using_(stoa::gin).operator_class("jsonb_path_ops"),
    column(col<&repair_shop::bicycle::frame_number>).comment("under the \"bottom bracket\""));

// [definition]
template <> inline constexpr auto stoa::table<repair_shop::repair> = stoa::define<repair_shop::repair>("repairs",
    naming(stoa::snake_case),
    primary_key(col<&repair_shop::repair::id>).generated(stoa::guid_v7),
    foreign_key(col<&repair_shop::repair::bicycle_id>).references(col<&repair_shop::bicycle::id>).on_delete(stoa::cascade),
    foreign_key(col<&repair_shop::repair::mechanic_id>).references(col<&repair_shop::person::id>).on_delete(stoa::set_null),
    check(col<&repair_shop::repair::state> != repair_shop::progress::done || col<&repair_shop::repair::minutes> > 0)
        .named("ck_repairs_done"),
    index(col<&repair_shop::repair::bicycle_id>, desc(col<&repair_shop::repair::openedAt>)),
    index(col<&repair_shop::repair::mechanic_id>).include(col<&repair_shop::repair::minutes>)
        .where(col<&repair_shop::repair::state> == repair_shop::progress::in_work).named("ix_repairs_work"),
    column(col<&repair_shop::repair::state>).default_(repair_shop::progress::waiting),
    column(col<&repair_shop::repair::minutes>).range(0, 10'000),
    column(col<&repair_shop::repair::total>).computed_from(col<&repair_shop::repair::parts> + col<&repair_shop::repair::labour>),
    column(col<&repair_shop::repair::openedAt>).default_(stoa::now()));
// [/definition]

template <> inline constexpr auto stoa::table<repair_shop::invoice> = stoa::define<repair_shop::invoice>("invoices",
    primary_key(col<&repair_shop::invoice::number>).generated(stoa::identity.start(1000)),
    foreign_key(col<&repair_shop::invoice::repair_id>).references(col<&repair_shop::repair::id>).named("fk_invoices_repair"),
    unique(col<&repair_shop::invoice::repair_id>));
// clang-format on

namespace repair_shop {

// [schema]
using database = stoa::schema<person, bicycle, repair, invoice>;
// [/schema]

} // namespace repair_shop

#endif
