// expect: E106
// says: app::wrong
// SPDX-License-Identifier: BSL-1.0
// Enumerators far from zero are not found by themselves.

#include "stoa/types/builtin.hpp"
#include "stoa/types/columns.hpp"
#include "stoa/types/enumeration.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>

namespace app {

enum class right { first = 1990, last = 2050 };
BOOST_DESCRIBE_ENUM(right, first, last)

struct event {
    std::int64_t id;
    right year;
};

static_assert(stoa::type_of<right>.kind == stoa::type_kind::text && stoa::column_count<event> == 2);

#ifdef STOA_REJECT
// [wrong]
enum class wrong { first = 1990, last = 2050 };

struct meeting {
    std::int64_t id;
    wrong year;
};

static_assert(stoa::type_of<wrong>.kind == stoa::type_kind::text && stoa::column_count<meeting> == 2);
// [/wrong]
#endif

} // namespace app
