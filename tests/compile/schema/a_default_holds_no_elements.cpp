// expect: E303
// says: app::note
// SPDX-License-Identifier: BSL-1.0
// A default array is empty.

#include "../notes.hpp"

namespace app {

using namespace stoa;

inline constexpr auto right = define<note>("notes", column(col<&note::tags>).default_(empty_array));

#ifdef STOA_REJECT
inline const auto wrong = define<note>("notes", column(col<&note::tags>).default_(std::vector<std::string>{"sql"}));
#endif

} // namespace app
