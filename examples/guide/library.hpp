// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_GUIDE_LIBRARY_HPP
#define STOA_EXAMPLES_GUIDE_LIBRARY_HPP

// The tables most pages of the guide speak of.

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>

// [structs]
enum class format { hardcover, paperback, ebook };

struct author {
    stoa::guid id;
    std::string name;
    std::optional<std::string> country;
};

struct book {
    stoa::guid id;
    stoa::guid author_id;
    std::string isbn;
    std::string title;
    format kind;
    stoa::decimal<10, 2> price;
    std::optional<std::int32_t> pages;
    stoa::timestamp created_at;
};
// [/structs]

// One fact a line.
// clang-format off
// [definitions]
template <> inline constexpr auto stoa::table<author> = stoa::define<author>("authors",
    primary_key(col<&author::id>).generated(guid_v7),
    unique(col<&author::name>));

template <> inline constexpr auto stoa::table<book> = stoa::define<book>("books",
    primary_key(col<&book::id>).generated(guid_v7),
    foreign_key(col<&book::author_id>).references(col<&author::id>).on_delete(cascade),
    unique(col<&book::isbn>).named("uq_isbn"),
    check(col<&book::price> >= 0),
    index(col<&book::author_id>, desc(col<&book::created_at>)),
    column(col<&book::title>).max_length(200),
    column(col<&book::kind>).default_(format::paperback),
    column(col<&book::created_at>).default_(now()));

using library = stoa::schema<author, book>;
// [/definitions]
// clang-format on

#endif
