// expect: E206
// says: app::loan
// says: more than one foreign key
// SPDX-License-Identifier: BSL-1.0
// A loan has two people.

#include "../library.hpp"

namespace app {

static_assert(compiles(from<author>().join<loan>(col<&loan::borrower_id> == col<&author::id>)));

#ifdef STOA_REJECT
static_assert(compiles(from<author>().join<loan>()));
#endif

} // namespace app
