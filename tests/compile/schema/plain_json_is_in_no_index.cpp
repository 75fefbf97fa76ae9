// expect: E108
// says: app::wrong
// says: "notes"
// SPDX-License-Identifier: BSL-1.0
// Documents of type json cannot be compared; members of them can.

#include "stoa/expression/json_value.hpp"
#include "stoa/schema/table.hpp"
#include "stoa/types/document.hpp"

#include <cstdint>
#include <string>

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
    stoa::define<app::right>("right", column(col<&app::right::notes>).plain_json(),
                             index(json_value<std::string, "status">(col<&app::right::notes>)));
static_assert(stoa::table_of<app::right>().columns[1].plain_json);

#ifdef STOA_REJECT
// [wrong]
template <>
inline constexpr auto stoa::table<app::wrong> = stoa::define<app::wrong>(
    "wrong", column(col<&app::wrong::notes>).plain_json(), index(col<&app::wrong::notes>).using_(gin));
// [/wrong]
static_assert(stoa::table_of<app::wrong>().columns[1].plain_json);
#endif
