// expect: E213
// SPDX-License-Identifier: BSL-1.0
// Which of them would be read?

#include "../library.hpp"

namespace app {

inline constexpr auto old = stoa::cte<"some">(from<book>().where(col<&book::year> < 1900));
inline constexpr auto thin = stoa::cte<"some">(from<book>().where(col<&book::pages> < 100));
inline constexpr auto thick = stoa::cte<"others">(from<book>().where(col<&book::pages> > 100));

static_assert(compiles(from(old).cross_join(thick).cross_join(old.as<"again">())));

#ifdef STOA_REJECT
static_assert(compiles(from(old).cross_join(thin.as<"again">())));
#endif

} // namespace app
