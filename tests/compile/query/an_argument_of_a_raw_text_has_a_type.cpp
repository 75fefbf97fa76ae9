// expect: E291
// SPDX-License-Identifier: BSL-1.0
// NULL of which type?

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(compiles(from<book>().where(sql<"{} IS {}", bool>(col<&book::pages>, std::optional<int>()))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().where(sql<"{} IS {}", bool>(col<&book::pages>, std::nullopt))));
// [/wrong]
#endif

} // namespace app
