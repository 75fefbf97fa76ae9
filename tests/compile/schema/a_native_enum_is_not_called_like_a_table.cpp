// expect: E331
// says: "order"
// SPDX-License-Identifier: BSL-1.0
// A table is a type too.

#include "stoa/schema/schema.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/enumeration.hpp"

#include <cstdint>
#include <string_view>

namespace app {

enum class state { open, paid };
enum class kind { small, large };

struct order {
    std::int64_t id;
    state now;
};

struct parcel {
    std::int64_t id;
    kind is;
};

} // namespace app

template <>
inline constexpr std::string_view stoa::native_enum<app::state> = "state";
// [wrong]
template <>
inline constexpr std::string_view stoa::native_enum<app::kind> = "order";
// [/wrong]

namespace app {

static_assert(stoa::schema<order>::enums.size() == 1 && stoa::schema<parcel>::enums.size() == 1);

#ifdef STOA_REJECT
static_assert(stoa::schema<order, parcel>::size == 2);
#endif

} // namespace app
