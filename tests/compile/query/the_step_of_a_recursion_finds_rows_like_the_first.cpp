// expect: E225
// SPDX-License-Identifier: BSL-1.0
// A sum of integers has 64 bits: begin with as many.

#include "../library.hpp"

namespace app {

struct step {
    std::int64_t number;
};
inline constexpr auto count_from = [](auto first) {
    return from(stoa::recursive_cte<"steps">(stoa::select_as<step>(stoa::value(first)), [](auto before) {
        return from(before).template select_as<step>(before[col<&step::number>] + 1);
    }));
};

static_assert(compiles(count_from(std::int64_t{1})));

#ifdef STOA_REJECT
static_assert(compiles(count_from(std::int32_t{1})));
#endif

} // namespace app
