// expect: E104
// says: app::audit
// says: app::book::title
// SPDX-License-Identifier: BSL-1.0
// Each step of a path is a member of what the step before leads to.

#include "stoa/expression/column.hpp"
#include "stoa/types/builtin.hpp"

#include <cstdint>
#include <string>

namespace app {

struct audit {
    std::string by;
};

struct book {
    std::int64_t id;
    std::string title;
    audit changed;
};

inline constexpr auto by = stoa::col<&book::changed, &audit::by>;

#ifdef STOA_REJECT
inline constexpr auto wrong = stoa::col<&book::changed, &book::title>;
#endif

} // namespace app
