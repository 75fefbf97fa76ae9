// expect: E324
// says: app::volume
// says: "ix_volumes_name"
// SPDX-License-Identifier: BSL-1.0
// None of the types has one by default.

#include "stoa/schema/schema.hpp"
#include "stoa/types/document.hpp"

#include <cstdint>
#include <string>

namespace app {

struct book {
    std::string name;
    std::int32_t pages;
    bool lent;
    stoa::json_document details;
};

struct volume {
    std::string name;
    std::int32_t pages;
    bool lent;
    stoa::json_document details;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", index(col<&app::book::name>).using_(gist).operator_class("gist_trgm_ops"));

// [wrong]
template <>
inline constexpr auto stoa::table<app::volume> =
    stoa::define<app::volume>("volumes", index(col<&app::volume::name>).using_(gist));
// [/wrong]

namespace app {

static_assert(stoa::table_of<book>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<volume>().columns.size() > 0);
#endif

} // namespace app
