// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPILE_FAMILIES_HPP
#define STOA_TESTS_COMPILE_FAMILIES_HPP

// Foreign keys for the compile tests: a book has an author, a note a book but no key of its own, a loan two copies by
// keys of two columns, a part the part it belongs to.

#include "stoa/session/session.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

using stoa::col, stoa::from, stoa::with, stoa::parent, stoa::children;

struct author {
    std::int64_t id;
    std::string name;
};

struct book {
    std::int64_t id;
    std::int64_t author_id;
    std::string title;
};

struct note {
    std::int64_t book_id;
    std::string text;
};

struct copy {
    std::int64_t book_id;
    std::int32_t number;
};

struct loan {
    std::int64_t id;
    std::int64_t book_id;
    std::int32_t copy_number;
    std::int32_t spare_number;
};

struct part {
    std::int64_t id;
    std::optional<std::int64_t> whole_id;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", primary_key(col<&app::book::id>),
                            foreign_key(col<&app::book::author_id>).references(col<&app::author::id>));

template <>
inline constexpr auto stoa::table<app::note> =
    stoa::define<app::note>("notes", foreign_key(col<&app::note::book_id>).references(col<&app::book::id>));

template <>
inline constexpr auto stoa::table<app::copy> =
    stoa::define<app::copy>("copies", primary_key(col<&app::copy::book_id>, col<&app::copy::number>));

template <>
inline constexpr auto stoa::table<app::loan> =
    stoa::define<app::loan>("loans", primary_key(col<&app::loan::id>),
                            foreign_key(col<&app::loan::book_id>, col<&app::loan::copy_number>)
                                .references(col<&app::copy::book_id>, col<&app::copy::number>),
                            foreign_key(col<&app::loan::book_id>, col<&app::loan::spare_number>)
                                .references(col<&app::copy::book_id>, col<&app::copy::number>));

template <>
inline constexpr auto stoa::table<app::part> = stoa::define<app::part>(
    "parts", primary_key(col<&app::part::id>), foreign_key(col<&app::part::whole_id>).references(col<&app::part::id>));

#endif
