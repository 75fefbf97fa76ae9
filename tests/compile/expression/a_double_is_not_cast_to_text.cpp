// expect: E232
// SPDX-License-Identifier: BSL-1.0
// SQLite writes 15 digits, PostgreSQL as many as there are.

#include "../library.hpp"

#include "stoa/expression/cast.hpp"

namespace app {

inline constexpr auto right = stoa::cast<double>(col<&book::pages>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = stoa::cast<std::string>(stoa::value(0.5));
// [/wrong]
#endif

} // namespace app
