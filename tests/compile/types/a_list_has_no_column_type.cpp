// expect: E101
// says: app::wrong
// says: "digits"
// SPDX-License-Identifier: BSL-1.0
// Of the standard library's containers, only std::vector is a column.

#include "stoa/types/builtin.hpp"
#include "stoa/types/columns.hpp"

#include <cstdint>
#include <list>
#include <vector>

namespace app {

struct right {
    std::int64_t id;
    std::vector<int> digits;
};

static_assert(stoa::column_count<right> == 2);

#ifdef STOA_REJECT
struct wrong {
    std::int64_t id;
    std::list<int> digits;
};

static_assert(stoa::column_count<wrong> == 2);
#endif

} // namespace app
