// expect: E202
// SPDX-License-Identifier: BSL-1.0
// A strong id is there to be told from the others.

#include "stoa/expression/column.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/strong.hpp"

namespace app {

using author_id = stoa::strong_id<struct author>;
using book_id = stoa::strong_id<struct book>;

struct book {
    book_id id;
};

inline constexpr auto right = stoa::col<&book::id> == book_id(1);

#ifdef STOA_REJECT
inline const auto wrong = stoa::col<&book::id> == author_id(1);
#endif

} // namespace app
