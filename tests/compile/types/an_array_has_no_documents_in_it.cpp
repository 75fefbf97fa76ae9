// expect: E112
// says: app::wrong
// says: "notes"
// SPDX-License-Identifier: BSL-1.0
// A document can be an array itself.

#include "stoa/types/builtin.hpp"
#include "stoa/types/columns.hpp"
#include "stoa/types/document.hpp"

#include <cstdint>
#include <vector>

namespace app {

struct right {
    std::int64_t id;
    stoa::json_document notes;
};

static_assert(stoa::column_count<right> == 2);

#ifdef STOA_REJECT
// [wrong]
struct wrong {
    std::int64_t id;
    std::vector<stoa::json_document> notes;
};

static_assert(stoa::column_count<wrong> == 2);
// [/wrong]
#endif

} // namespace app
