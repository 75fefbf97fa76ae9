// expect: E101
// says: app::wrong
// says: "name"
// SPDX-License-Identifier: BSL-1.0
// A row that was read must own its text.

#include "stoa/types/builtin.hpp"
#include "stoa/types/columns.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace app {

struct right {
    std::int64_t id;
    std::string name;
};

static_assert(stoa::column_count<right> == 2);

#ifdef STOA_REJECT
struct wrong {
    std::int64_t id;
    std::string_view name;
};

static_assert(stoa::column_count<wrong> == 2);
#endif

} // namespace app
