// expect: E108
// says: app::wrong
// says: "notes"
// SPDX-License-Identifier: BSL-1.0
// Documents of type json cannot be compared.

#include "stoa/schema/table.hpp"
#include "stoa/types/document.hpp"

#include <cstdint>

namespace app {

struct right {
    std::int64_t id;
    stoa::json_document notes;
};

#ifdef STOA_REJECT
struct wrong {
    std::int64_t id;
    stoa::json_document notes;
};
#endif

} // namespace app

template <>
inline constexpr auto stoa::table<app::right> =
    stoa::define<app::right>("right", primary_key(col<&app::right::id>), column(col<&app::right::notes>).plain_json());
static_assert(stoa::table_of<app::right>().columns[1].plain_json);

#ifdef STOA_REJECT
template <>
inline constexpr auto stoa::table<app::wrong> = stoa::define<app::wrong>(
    "wrong", unique(col<&app::wrong::id>, col<&app::wrong::notes>), column(col<&app::wrong::notes>).plain_json());
static_assert(stoa::table_of<app::wrong>().columns[1].plain_json);
#endif
