// expect: E232
// SPDX-License-Identifier: BSL-1.0
// CAST to a date reads a year on SQLite: 2024 of '2024-05-06'.

#include "../library.hpp"

#include "stoa/expression/cast.hpp"

namespace app {

inline constexpr auto right = stoa::cast<stoa::date>(col<&book::bought_at>);

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = stoa::cast<stoa::date>(col<&book::title>);
// [/wrong]
#endif

} // namespace app
