// expect: E316
// says: app::book
// says: "again"
// SPDX-License-Identifier: BSL-1.0
// Other orders, directions, methods and conditions are other indexes.

#include "stoa/expression/arithmetic.hpp"
#include "stoa/expression/comparison.hpp"
#include "stoa/schema/table.hpp"

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

} // namespace app

template <>
inline constexpr auto stoa::table<app::author> = stoa::define<app::author>(
    "authors", index(col<&app::author::name>), index(desc(col<&app::author::name>)).named("a"),
    index(col<&app::author::name>, col<&app::author::id>), index(col<&app::author::id>, col<&app::author::name>),
    index(col<&app::author::name>).using_(hash_index).named("b"),
    index(col<&app::author::name>).include(col<&app::author::id>).named("c"),
    index(col<&app::author::name>).where(col<&app::author::id> > 5).named("d"),
    index(col<&app::author::id> + 1).named("e"), index(col<&app::author::id> + 2).named("f"));

template <>
inline constexpr auto stoa::table<app::book> =
    stoa::define<app::book>("books", index(col<&app::book::name>, desc(col<&app::book::id>)),
                            index(asc(col<&app::book::name>), desc(col<&app::book::id>)).named("again"));

namespace app {

static_assert(stoa::table_of<author>().columns.size() > 0);

#ifdef STOA_REJECT
static_assert(stoa::table_of<book>().columns.size() > 0);
#endif

} // namespace app
