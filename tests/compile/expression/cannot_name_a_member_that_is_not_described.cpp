// expect: E104
// says: app::account
// says: note
// SPDX-License-Identifier: BSL-1.0
// Of a described class the described members are columns, and no others.

#include "stoa/expression/column.hpp"
#include "stoa/types/builtin.hpp"

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>

namespace app {

struct account {
    std::int64_t id;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(account, (), (id))

inline constexpr auto id = stoa::col<&account::id>;

#ifdef STOA_REJECT
inline constexpr auto wrong = stoa::col<&account::note>;
#endif

} // namespace app
