// expect: E213
// SPDX-License-Identifier: BSL-1.0
// Which of them would be read?

#include "../library.hpp"

namespace app {

constexpr auto old = stoa::cte<"some">(from<book>().where(col<&book::year> < 1900));
constexpr auto thin = stoa::cte<"some">(from<book>().where(col<&book::pages> < 100));
constexpr auto thick = stoa::cte<"others">(from<book>().where(col<&book::pages> > 100));

static_assert(compiles(from(old).cross_join(thick).cross_join(old.as<"again">())));

#ifdef STOA_REJECT
static_assert(compiles(from(old).cross_join(thin.as<"again">())));
#endif

} // namespace app
