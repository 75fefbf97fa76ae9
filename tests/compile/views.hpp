// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPILE_VIEWS_HPP
#define STOA_TESTS_COMPILE_VIEWS_HPP

// Views for the compile tests: how many pages a book has, and the same kept.

#include "stoa/expression/aggregate.hpp"
#include "stoa/query/view.hpp"
#include "stoa/session/session.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

using stoa::col, stoa::from;

struct page {
    std::int64_t id;
    std::int64_t book;
    std::string text;
    std::optional<std::int32_t> words;
};

struct book_size {
    std::int64_t book;
    std::int64_t pages;
};

struct kept_size {
    std::int64_t book;
    std::int64_t pages;
};

struct kept_word_count {
    std::int64_t book;
    std::optional<std::int64_t> words;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::page> =
    stoa::define<app::page>("pages", primary_key(col<&app::page::id>), index(col<&app::page::book>));

template <>
inline constexpr auto stoa::table<app::book_size> =
    stoa::view<app::book_size>("book_sizes",
                               from<app::page>().group_by(col<&app::page::book>).select(col<&app::page::book>, count()),
                               primary_key(col<&app::book_size::book>));

template <>
inline constexpr auto stoa::table<app::kept_size> = stoa::materialized_view<app::kept_size>(
    "kept_sizes", from<app::book_size>(), primary_key(col<&app::kept_size::book>));

template <>
inline constexpr auto stoa::table<app::kept_word_count> = stoa::materialized_view<app::kept_word_count>(
    "kept_word_counts",
    from<app::page>().group_by(col<&app::page::book>).select(col<&app::page::book>, sum(col<&app::page::words>)),
    index(col<&app::kept_word_count::book>, col<&app::kept_word_count::words>),
    index(col<&app::kept_word_count::book>).unique().where(col<&app::kept_word_count::words> > 0));

#endif
