// expect: E323
// says: app::volume
// says: "shelf"
// SPDX-License-Identifier: BSL-1.0
// Also where the range is that of the field.

#include "stoa/schema/table.hpp"

#include <cstdint>
#include <string>

namespace app {

enum class kind { paper, film };

struct book {
    std::int64_t id;
    std::string title;
    std::uint8_t shelf;
    kind of;
};

struct volume {
    std::int64_t id;
    std::string title;
    std::uint8_t shelf;
    kind of;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", column(col<&app::book::shelf>).range(1, 10).default_(10));

// [wrong]
template <>
inline constexpr auto stoa::table<app::volume> =
    stoa::define<app::volume>("volumes", column(col<&app::volume::shelf>).range(1, 10).default_(11));
// [/wrong]

namespace app {

static_assert(stoa::table_of<book>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<volume>().columns.size() > 0);
#endif

} // namespace app
