// expect: E224
// says: "year"
// SPDX-License-Identifier: BSL-1.0
// NOT IN of rows is never true either as soon as a value of one is NULL.

#include "../library.hpp"

#include "stoa/expression/row_value.hpp"

namespace app {

inline constexpr auto pages_twice = row(col<&book::pages>, col<&book::pages>);

static_assert(compiles(from<book>().where(pages_twice.not_in(from<book>().select(col<&book::pages>,
                                                                                 col<&book::pages>)))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().where(pages_twice.not_in(from<book>().select(col<&book::pages>,
                                                                                 col<&book::year>)))));
#endif

} // namespace app
