// expect: E102
// says: app::wrong
// says: "bytes_sent"
// SPDX-License-Identifier: BSL-1.0
// Half of its values would not fit in the largest column.

#include "stoa/types/builtin.hpp"
#include "stoa/types/columns.hpp"

#include <cstdint>

namespace app {

struct right {
    std::int64_t id;
    std::uint32_t bytes_sent;
};

static_assert(stoa::column_count<right> == 2);

#ifdef STOA_REJECT
// [wrong]
struct wrong {
    std::int64_t id;
    std::uint64_t bytes_sent;
};

static_assert(stoa::column_count<wrong> == 2);
// [/wrong]
#endif

} // namespace app
