// expect: E333
// says: "size"
// SPDX-License-Identifier: BSL-1.0
// The later one would win unseen.

#include "stoa/schema/table.hpp"
#include "stoa/types/builtin.hpp"

#include <cstdint>
#include <string>

namespace app {

struct right {
    std::int64_t id;
    std::string name;
    std::int32_t size;
};

struct wrong {
    std::int64_t id;
    std::string name;
    std::int32_t size;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::right> =
    stoa::define<app::right>("things", column(col<&app::right::size>).default_(1).range(0, 9));
static_assert(!stoa::table_of<app::right>().columns.empty());

#ifdef STOA_REJECT
// [wrong]
template <>
inline constexpr auto stoa::table<app::wrong> = stoa::define<app::wrong>(
    "things", column(col<&app::wrong::size>).default_(1), column(col<&app::wrong::size>).default_(2));
// [/wrong]
static_assert(!stoa::table_of<app::wrong>().columns.empty());
#endif
