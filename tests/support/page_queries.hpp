// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_PAGE_QUERIES_HPP
#define STOA_TESTS_SUPPORT_PAGE_QUERIES_HPP

// Pages over a table with an index that sorts them, whose plans are looked at.

#include "stoa/stoa.hpp"

#include <cstdint>

namespace page_queries {

using stoa::asc, stoa::col, stoa::desc, stoa::from;

struct event {
    std::int64_t id;
    std::int32_t day;
    std::int32_t size;
};

} // namespace page_queries

template <>
inline constexpr auto stoa::table<page_queries::event> = stoa::define<page_queries::event>(
    "events", primary_key(col<&page_queries::event::id>),
    index(col<&page_queries::event::day>, col<&page_queries::event::id>).named("by_day"),
    index(desc(col<&page_queries::event::day>), col<&page_queries::event::size>, col<&page_queries::event::id>)
        .named("by_day_and_size"));

namespace page_queries {

using tables = stoa::schema<event>;

inline constexpr auto size = col<&event::size>;
inline constexpr auto id = col<&event::id>;
inline constexpr auto day = col<&event::day>;

inline constexpr auto up = from<event>().order_by(day, id).after(1, 2).select(id);
inline constexpr auto down = from<event>().order_by(desc(day), desc(id)).after(1, 2).select(id);
inline constexpr auto mixed = from<event>().order_by(desc(day), asc(size), asc(id)).after(1, 2, 3).select(id);

} // namespace page_queries

#endif
