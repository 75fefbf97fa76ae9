// expect: E110
// says: app::drawing
// says: "is_made_of"
// SPDX-License-Identifier: BSL-1.0
// A database's own types are found before any other.

#include "stoa/schema/schema.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/enumeration.hpp"

#include <cstdint>
#include <string_view>

namespace app {

enum class colour { red, green };
enum class shape { straight, round };

struct paint {
    std::int64_t id;
    colour is;
};

struct drawing {
    std::int64_t id;
    shape is_made_of;
};

} // namespace app

template <>
inline constexpr std::string_view stoa::native_enum<app::colour> = "colour";

// [wrong]
template <>
inline constexpr std::string_view stoa::native_enum<app::shape> = "line";
// [/wrong]

namespace app {

static_assert(stoa::table_of<paint>().columns[1].type.enum_name == "colour");

#ifdef STOA_REJECT
static_assert(stoa::table_of<drawing>().columns.size() == 2);
#endif

} // namespace app
