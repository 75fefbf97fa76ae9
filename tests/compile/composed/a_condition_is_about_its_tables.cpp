// expect: E250
// SPDX-License-Identifier: BSL-1.0
// Only the tables it names are sure to be in the query.

#include "../library.hpp"

#include "stoa/expression/condition.hpp"

namespace app {

inline stoa::condition<book> right() {
    return col<&book::pages> > 100 && col<&book::lent> == false;
}

#ifdef STOA_REJECT
// [wrong]
inline stoa::condition<book> wrong() {
    return col<&book::pages> > 100 && col<&author::name> == "Ann";
}
// [/wrong]
#endif

} // namespace app
