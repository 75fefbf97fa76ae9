// expect: E299
// SPDX-License-Identifier: BSL-1.0
// Only one of the databases has changes in a WITH.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

struct gone {
    std::int64_t id;
};

constexpr auto old = stoa::delete_from<loan>().where(col<&loan::id> < 10).returning_as<gone>(col<&loan::id>);

static_assert(compiles(old));

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = from(stoa::cte<"gone">(old));
// [/wrong]
#endif

} // namespace app
