// expect: E220
// SPDX-License-Identifier: BSL-1.0
// Not every database takes an aggregate in a FILTER, though a window could see it.

#include "../library.hpp"

namespace app {

using stoa::count, stoa::max;
constexpr auto kind = col<&book::kind>;
constexpr auto by_kind = from<book>().group_by(kind);
static_assert(compiles(by_kind.select(kind, max(max(col<&book::price>)).filter(kind == format::ebook).over())));

#ifdef STOA_REJECT
static_assert(compiles(by_kind.select(kind, count().filter(max(col<&book::price>) > 5).over())));
#endif

} // namespace app
