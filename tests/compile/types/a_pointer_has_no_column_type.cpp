// expect: E101
// says: app::wrong
// says: "parent"
// SPDX-License-Identifier: BSL-1.0
// An address means nothing in a database; a key does.

#include "stoa/types/builtin.hpp"
#include "stoa/types/columns.hpp"

#include <cstdint>
#include <optional>

namespace app {

struct right {
    std::int64_t id;
    std::optional<std::int64_t> parent;
};

static_assert(stoa::column_count<right> == 2);

#ifdef STOA_REJECT
// [wrong]
struct wrong {
    std::int64_t id;
    wrong* parent;
};

static_assert(stoa::column_count<wrong> == 2);
// [/wrong]
#endif

} // namespace app
