// expect: E112
// says: app::wrong
// says: "grid"
// SPDX-License-Identifier: BSL-1.0
// Databases differ in what an array of arrays is.

#include "stoa/types/builtin.hpp"
#include "stoa/types/columns.hpp"

#include <cstdint>
#include <vector>

namespace app {

struct right {
    std::int64_t id;
    std::vector<double> grid;
};

static_assert(stoa::column_count<right> == 2);

#ifdef STOA_REJECT
// [wrong]
struct wrong {
    std::int64_t id;
    std::vector<std::vector<double>> grid;
};

static_assert(stoa::column_count<wrong> == 2);
// [/wrong]
#endif

} // namespace app
