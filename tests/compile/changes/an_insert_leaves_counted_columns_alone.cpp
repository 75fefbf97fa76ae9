// expect: E241
// SPDX-License-Identifier: BSL-1.0
// The counter would not know of the number.

#include "../library.hpp"

#include "stoa/query/insert.hpp"

namespace app {

static_assert(compiles(stoa::insert_into<loan>().values(col<& loan::lender_id> = stoa::guid(),
                                                        col<& loan::borrower_id> = stoa::guid())));

#ifdef STOA_REJECT
// [wrong]
static_assert(compiles(stoa::insert_into<loan>().values(col<& loan::id> = 7, col<& loan::lender_id> = stoa::guid(),
                                                        col<& loan::borrower_id> = stoa::guid())));
// [/wrong]
#endif

} // namespace app
