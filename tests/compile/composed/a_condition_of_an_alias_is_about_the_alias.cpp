// expect: E250
// SPDX-License-Identifier: BSL-1.0
// The alias and the table are two.

#include "../library.hpp"

#include "stoa/expression/condition.hpp"

namespace app {

constexpr auto other = stoa::alias<book, "other">;
inline stoa::condition<std::remove_const_t<decltype(other)>> right() {
    return other[col<&book::pages>] > 100;
}

#ifdef STOA_REJECT
// [wrong]
inline stoa::condition<std::remove_const_t<decltype(other)>> wrong() {
    return col<&book::pages> > 100;
}
// [/wrong]
#endif

} // namespace app
