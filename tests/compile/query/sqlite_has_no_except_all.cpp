// expect: E252
// says: "sqlite"
// SPDX-License-Identifier: BSL-1.0
// Rows are counted by one database only.

#include "../library.hpp"

namespace app {

inline constexpr auto titles = from<book>().select(col<&book::title>);

static_assert(compiles(except_all(titles, titles)));
static_assert(stoa::sql_of<stoa::dialect::sqlite>(except(titles, titles)).starts_with("SELECT"));

#ifdef STOA_REJECT
// [wrong]
static_assert(stoa::sql_of<stoa::dialect::sqlite>(except_all(titles, titles)).starts_with("SELECT"));
// [/wrong]
#endif

} // namespace app
