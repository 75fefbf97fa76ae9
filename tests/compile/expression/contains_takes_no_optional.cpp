// expect: E218
// says: contains takes a value of the C++ type
// SPDX-License-Identifier: BSL-1.0
// No element is NULL.

#include "../notes.hpp"

namespace app {

inline const auto right = contains(col<&note::more>, "sql");

#ifdef STOA_REJECT
inline const auto wrong = contains(col<&note::more>, std::optional<std::string>("sql"));
#endif

} // namespace app
