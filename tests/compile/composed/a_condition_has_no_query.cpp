// expect: E250
// SPDX-License-Identifier: BSL-1.0
// It would have tables of its own.

#include "../library.hpp"

#include "stoa/expression/condition.hpp"
#include "stoa/query/subquery.hpp"

namespace app {

inline stoa::condition<book> right() {
    return col<&book::pages>.in({1, 2});
}

#ifdef STOA_REJECT
// [wrong]
inline stoa::condition<book> wrong() {
    return stoa::exists(from<author>());
}
// [/wrong]
#endif

} // namespace app
