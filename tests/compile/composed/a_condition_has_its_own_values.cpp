// expect: E288
// SPDX-License-Identifier: BSL-1.0
// The statement that it will be part of knows nothing of its parameters.

#include "../library.hpp"

#include "stoa/expression/condition.hpp"

namespace app {

using stoa::param;

inline stoa::condition<book> right(int least) {
    return col<&book::pages> > least;
}

#ifdef STOA_REJECT
// [wrong]
inline stoa::condition<book> wrong() {
    return col<&book::pages> > param<"least", int>;
}
// [/wrong]
#endif

} // namespace app
