// expect: E312
// says: app::letter
// says: "town"
// SPDX-License-Identifier: BSL-1.0
// An embedded record brings the names of its fields.

#include "stoa/schema/table.hpp"

#include <cstdint>
#include <string>

namespace app {

struct address {
    std::string town;
};

struct card {
    std::int64_t id;
    address to;
    std::string from_town;
};

static_assert(stoa::table_of<card>().columns.size() == 3);

#ifdef STOA_REJECT
// [embedded]
struct letter {
    std::int64_t id;
    address to;
    address from;
};

static_assert(stoa::table_of<letter>().columns.size() == 3);
// [/embedded]
#endif

} // namespace app
