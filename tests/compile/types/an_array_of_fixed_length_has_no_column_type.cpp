// expect: E113
// says: app::wrong
// says: "corners"
// SPDX-License-Identifier: BSL-1.0
// No database keeps the length of an array.

#include "stoa/types/builtin.hpp"
#include "stoa/types/columns.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace app {

struct right {
    std::int64_t id;
    std::vector<double> corners;
};

static_assert(stoa::column_count<right> == 2);

#ifdef STOA_REJECT
// [wrong]
struct wrong {
    std::int64_t id;
    std::array<double, 4> corners;
};

static_assert(stoa::column_count<wrong> == 2);
// [/wrong]
#endif

} // namespace app
