// expect: E327
// says: only a text column
// SPDX-License-Identifier: BSL-1.0
// Numbers have no case.

#include "stoa/schema/schema.hpp"

#include <cstdint>
#include <string>

namespace app {

using namespace stoa;

struct book {
    std::int64_t id;
    std::string title;
};

inline constexpr auto right = define<book>("books", column(col<&book::title>).collate(case_insensitive));

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = define<book>("books", column(col<&book::id>).collate(case_insensitive));
// [/wrong]
#endif

} // namespace app
