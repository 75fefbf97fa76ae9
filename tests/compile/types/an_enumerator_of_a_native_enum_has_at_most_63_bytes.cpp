// expect: E111
// says: app::drawing
// says: "is_made_of"
// SPDX-License-Identifier: BSL-1.0
// PostgreSQL refuses a longer one.

#include "stoa/schema/schema.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/enumeration.hpp"

#include <cstdint>
#include <string_view>

namespace app {

enum class colour { red, a_name_of_more_than_sixty_three_bytes_which_is_more_than_most_need };
// [wrong]
enum class shape { straight, a_name_of_more_than_sixty_three_bytes_which_is_more_than_most_need };
// [/wrong]

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
inline constexpr std::string_view stoa::native_enum<app::shape> = "shape";

namespace app {

static_assert(stoa::table_of<paint>().columns[1].enumerators.size() == 2);

#ifdef STOA_REJECT
static_assert(stoa::table_of<drawing>().columns.size() == 2);
#endif

} // namespace app
