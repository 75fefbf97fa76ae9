// expect: E317
// says: "Books"
// SPDX-License-Identifier: BSL-1.0
// SQLite does not tell them apart.

#include "stoa/schema/schema.hpp"
#include "stoa/types/builtin.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

struct author {
    std::int64_t id;
    std::string name;
};

struct book {
    std::int64_t id;
    std::string name;
};

struct volume {
    std::int64_t id;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::book> = stoa::define<app::book>("books", primary_key(col<&app::book::id>));

template <>
inline constexpr auto stoa::table<app::volume> =
    stoa::define<app::volume>("Books", primary_key(col<&app::volume::id>).named("pk_volumes"));

namespace app {

static_assert(stoa::schema<book, author>::size == 2);

#ifdef STOA_REJECT
// [wrong]
static_assert(stoa::schema<book, volume>::size == 2);
// [/wrong]
#endif

} // namespace app
