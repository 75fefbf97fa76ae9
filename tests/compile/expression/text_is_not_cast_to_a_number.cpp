// expect: E232
// SPDX-License-Identifier: BSL-1.0
// SQLite reads the digits it finds, and 0 where there are none; PostgreSQL refuses.

#include "../library.hpp"

#include "stoa/expression/cast.hpp"

namespace app {

inline constexpr auto right = stoa::cast<std::string>(col<&book::pages>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = stoa::cast<std::int64_t>(col<&book::title>);
// [/wrong]
#endif

} // namespace app
