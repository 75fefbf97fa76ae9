// expect: E102
// says: app::wrong
// says: "size"
// SPDX-License-Identifier: BSL-1.0
// Being optional does not make it fit.

#include "stoa/types/builtin.hpp"
#include "stoa/types/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace app {

struct right {
    std::int64_t id;
    std::optional<std::uint32_t> size;
};

static_assert(stoa::column_count<right> == 2);

#ifdef STOA_REJECT
struct wrong {
    std::int64_t id;
    std::optional<std::size_t> size;
};

static_assert(stoa::column_count<wrong> == 2);
#endif

} // namespace app
