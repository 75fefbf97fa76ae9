// expect: E202
// says: databases sort arrays each in its own way
// SPDX-License-Identifier: BSL-1.0
// Rows are sorted by what all databases sort alike.

#include "../notes.hpp"

namespace app {

inline constexpr auto right = from<note>().order_by(cardinality(col<&note::tags>), desc(col<&note::text>));

#ifdef STOA_REJECT
inline constexpr auto wrong = from<note>().order_by(desc(col<&note::tags>));
#endif

} // namespace app
