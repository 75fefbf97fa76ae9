// expect: E202
// SPDX-License-Identifier: BSL-1.0
// A guid has many spellings and one value: parse it.

#include "../library.hpp"

namespace app {

inline constexpr auto right = col<&book::id> == stoa::guid{};

#ifdef STOA_REJECT
inline const auto wrong = col<&book::id> == "0190163d-8694-739b-aea5-966c26f8ad91";
#endif

} // namespace app
