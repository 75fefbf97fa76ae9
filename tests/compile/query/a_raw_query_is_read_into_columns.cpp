// expect: E292
// SPDX-License-Identifier: BSL-1.0
// A row is not a pointer.

#include "../library.hpp"

#include "stoa/query/raw_statement.hpp"

namespace app {

using stoa::arg, stoa::sql;

static_assert(compiles(stoa::sql_query<"SELECT title FROM book", std::string>()));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::sql_query<"SELECT title FROM book", const char*>()));
// [/wrong]
#endif

} // namespace app
