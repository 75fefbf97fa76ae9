// expect: E112
// says: app::wrong
// says: "maybe"
// SPDX-License-Identifier: BSL-1.0
// An array is NULL as a whole, or not at all.

#include "stoa/types/builtin.hpp"
#include "stoa/types/columns.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct right {
    std::int64_t id;
    std::optional<std::vector<std::string>> maybe;
};

static_assert(stoa::column_count<right> == 2);

#ifdef STOA_REJECT
// [wrong]
struct wrong {
    std::int64_t id;
    std::vector<std::optional<std::string>> maybe;
};

static_assert(stoa::column_count<wrong> == 2);
// [/wrong]
#endif

} // namespace app
