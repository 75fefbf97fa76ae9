// expect: E313
// says: app::book
// says: "[books]"
// SPDX-License-Identifier: BSL-1.0
// SQLite takes the beginning of such a name for a quotation mark in some places.

#include "stoa/schema/table.hpp"

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

} // namespace app

template <>
inline constexpr auto stoa::table<app::author> = stoa::define<app::author>("author [of books]");

// [wrong]
template <>
inline constexpr auto stoa::table<app::book> = stoa::define<app::book>("[books]");
// [/wrong]

namespace app {

static_assert(stoa::table_of<author>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<book>().columns.size() > 0);
#endif

} // namespace app
