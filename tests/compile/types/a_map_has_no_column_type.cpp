// expect: E101
// says: app::wrong
// says: "labels"
// SPDX-License-Identifier: BSL-1.0
// A container is not a value of one column.

#include "stoa/types/builtin.hpp"
#include "stoa/types/columns.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace app {

struct right {
    std::int64_t id;
    std::string labels;
};

static_assert(stoa::column_count<right> == 2);

#ifdef STOA_REJECT
struct wrong {
    std::int64_t id;
    std::map<std::string, std::string> labels;
};

static_assert(stoa::column_count<wrong> == 2);
#endif

} // namespace app
