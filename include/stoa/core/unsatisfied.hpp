// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_CORE_UNSATISFIED_HPP
#define STOA_CORE_UNSATISFIED_HPP

// How a failed requirement speaks. A concept written as `atom || unsatisfied<"stoa[E…]: …">()` prints its
// sentence when the compiler explains why the concept was not met, and stays usable in overload resolution.

#include "stoa/core/fixed_string.hpp"

namespace stoa {

/// Always false; its template argument is the sentence the compiler prints.
template <fixed_string Message>
consteval bool unsatisfied() {
    return false;
}

} // namespace stoa

#endif
