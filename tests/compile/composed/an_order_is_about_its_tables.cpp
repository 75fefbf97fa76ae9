// expect: E250
// SPDX-License-Identifier: BSL-1.0
// Only the tables it names are sure to be in the query.

#include "../library.hpp"

#include "stoa/expression/condition.hpp"

namespace app {

inline stoa::sort_key<book> right() {
    return stoa::sort_key<book>(desc(col<&book::pages>));
}

#ifdef STOA_REJECT
// [wrong]
inline stoa::sort_key<book> wrong() {
    return stoa::sort_key<book>(desc(col<&author::name>));
}
// [/wrong]
#endif

} // namespace app
