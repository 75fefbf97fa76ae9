// expect: E333
// SPDX-License-Identifier: BSL-1.0
// Which of the two?

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
inline constexpr auto stoa::table<app::right> = stoa::define<app::right>("things", comment("all of them"));
static_assert(!stoa::table_of<app::right>().columns.empty());

#ifdef STOA_REJECT
// [wrong]
template <>
inline constexpr auto stoa::table<app::wrong> =
    stoa::define<app::wrong>("things", comment("all of them"), comment("some of them"));
// [/wrong]
static_assert(!stoa::table_of<app::wrong>().columns.empty());
#endif
