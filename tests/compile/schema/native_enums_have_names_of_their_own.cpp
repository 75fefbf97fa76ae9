// expect: E325
// says: "state"
// SPDX-License-Identifier: BSL-1.0
// A type has one list of enumerators.

#include "stoa/schema/schema.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/enumeration.hpp"

#include <cstdint>
#include <string_view>

namespace app {

enum class order_state { open, paid };
enum class parcel_state { packed, sent };
enum class invoice_state { open, paid };

struct order {
    std::int64_t id;
    order_state state;
};

struct parcel {
    std::int64_t id;
    parcel_state state;
};

struct invoice {
    std::int64_t id;
    invoice_state state;
};

} // namespace app

// [wrong]
template <>
inline constexpr std::string_view stoa::native_enum<app::order_state> = "state";
template <>
inline constexpr std::string_view stoa::native_enum<app::parcel_state> = "state";
// [/wrong]
template <>
inline constexpr std::string_view stoa::native_enum<app::invoice_state> = "state";

namespace app {

static_assert(stoa::schema<order, invoice>::enums.size() == 1);

#ifdef STOA_REJECT
static_assert(stoa::schema<order, parcel>::size == 2);
#endif

} // namespace app
