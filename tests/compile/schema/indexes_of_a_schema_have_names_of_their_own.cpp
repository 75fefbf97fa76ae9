// expect: E317
// says: "by_name"
// SPDX-License-Identifier: BSL-1.0
// Indexes belong to the whole database.

#include "stoa/schema/schema.hpp"
#include "stoa/types/builtin.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

struct author {
    std::int64_t id;
    std::string name;
};

struct book {
    std::int64_t id;
    std::string name;
};

struct reader {
    std::int64_t id;
    std::string name;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::author> =
    stoa::define<app::author>("authors", index(col<&app::author::name>).named("by_name"));

template <>
inline constexpr auto stoa::table<app::book> = stoa::define<app::book>("books", index(col<&app::book::name>));

template <>
inline constexpr auto stoa::table<app::reader> =
    stoa::define<app::reader>("readers", unique(col<&app::reader::name>).named("by_name"));

namespace app {

static_assert(stoa::schema<author, book>::size == 2);

#ifdef STOA_REJECT
static_assert(stoa::schema<author, reader>::size == 2);
#endif

} // namespace app
