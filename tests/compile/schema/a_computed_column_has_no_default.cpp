// expect: E333
// says: "size"
// SPDX-License-Identifier: BSL-1.0
// Its value comes from one place.

#include "stoa/expression/arithmetic.hpp"
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
    stoa::define<app::right>("things", column(col<&app::right::size>).computed_from(col<&app::right::id> * 2));
static_assert(!stoa::table_of<app::right>().columns.empty());

#ifdef STOA_REJECT
// [wrong]
template <>
inline constexpr auto stoa::table<app::wrong> = stoa::define<app::wrong>(
    "things", column(col<&app::wrong::size>).computed_from(col<&app::wrong::id> * 2).default_(1));
// [/wrong]
static_assert(!stoa::table_of<app::wrong>().columns.empty());
#endif
