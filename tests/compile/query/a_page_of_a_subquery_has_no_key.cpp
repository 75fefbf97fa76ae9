// expect: E277
// says: "totals"
// SPDX-License-Identifier: BSL-1.0
// Nobody said what tells the rows of a query apart.

#include "../racks.hpp"

namespace app {

struct room_total {
    std::int32_t room;
};

inline constexpr auto totals =
    stoa::subquery<"totals">(from<rack>().group_by(col<&rack::room>).select_as<room_total>(col<&rack::room>));

static_assert(compiles(from(totals).order_by(totals[col<&room_total::room>])));

#ifdef STOA_REJECT
static_assert(compiles(from(totals).order_by(totals[col<&room_total::room>]).after(1)));
#endif

} // namespace app
