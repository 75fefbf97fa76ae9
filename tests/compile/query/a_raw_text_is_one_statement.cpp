// expect: E290
// SPDX-License-Identifier: BSL-1.0
// The second would not be prepared.

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(compiles(stoa::sql_command<"DELETE FROM book WHERE title = ';'">()));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::sql_command<"DELETE FROM book; DELETE FROM author">()));
// [/wrong]
#endif

} // namespace app
