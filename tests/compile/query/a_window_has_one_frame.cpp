// expect: E209
// SPDX-License-Identifier: BSL-1.0
// Which of them would hold?

#include "../library.hpp"

namespace app {

static_assert(compiles(from<book>().select(
    stoa::count().over(stoa::sorted_by(col<&book::pages>).rows_between(stoa::preceding<1>, stoa::current_row)))));

#ifdef STOA_REJECT
static_assert(compiles(from<book>().select(stoa::count().over(stoa::sorted_by(col<&book::pages>)
                                                                  .rows_between(stoa::preceding<1>, stoa::current_row)
                                                                  .rows_between(stoa::current_row,
                                                                                stoa::current_row)))));
#endif

} // namespace app
