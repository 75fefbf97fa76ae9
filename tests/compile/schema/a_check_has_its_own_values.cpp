// expect: E288
// SPDX-License-Identifier: BSL-1.0
// Nobody gives arguments to a definition.

#include "stoa/expression/parameter.hpp"
#include "stoa/schema/schema.hpp"

#include <cstdint>

namespace app {

using namespace stoa;

struct book {
    std::int64_t id;
    std::int32_t pages;
};

inline constexpr auto right = define<book>("books", check(col<&book::pages> < 1000));

} // namespace app

#ifdef STOA_REJECT
// [wrong]
template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", check(col<&app::book::pages> < stoa::param<"most", std::int32_t>));
// [/wrong]
#endif

static_assert(stoa::table_of<app::book>().columns.size() == 2);
