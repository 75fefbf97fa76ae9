// expect: E104
// says: app::pen
// says: app::book::title
// SPDX-License-Identifier: BSL-1.0
// Members of equal name are not the same.

#include "stoa/expression/column.hpp"
#include "stoa/types/builtin.hpp"

#include <cstdint>
#include <string>

namespace app {

struct book {
    std::int64_t id;
    std::string title;
};

struct pen {
    std::int64_t id;
    std::string title;
};

inline constexpr auto title = stoa::col_in<book, &book::title>;

#ifdef STOA_REJECT
// [wrong]
inline constexpr auto wrong = stoa::col_in<pen, &book::title>;
// [/wrong]
#endif

} // namespace app
