// expect: E292
// SPDX-License-Identifier: BSL-1.0
// A view of text that is gone with the row is no result.

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(compiles(from<book>().select(sql<"lower({})", std::string>(col<&book::title>))));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(from<book>().select(sql<"lower({})", std::string_view>(col<&book::title>))));
// [/wrong]
#endif

} // namespace app
