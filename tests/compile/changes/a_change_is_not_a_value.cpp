// expect: E299
// SPDX-License-Identifier: BSL-1.0
// Nobody could say when the row is deleted.

#include "../library.hpp"

namespace app {

static_assert(compiles(stoa::delete_from<loan>().returning(col<&loan::id>)));

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = from<author>().where(stoa::exists(stoa::delete_from<loan>().returning(col<&loan::id>)));
// [/wrong]
#endif

} // namespace app
