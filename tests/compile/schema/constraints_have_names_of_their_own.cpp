// expect: E311
// says: app::product
// says: "ck_products_price"
// SPDX-License-Identifier: BSL-1.0
// Both checks are of one column, and would be named after it.

#include "stoa/schema/table.hpp"

#include <cstdint>

namespace app {

struct item {
    std::int64_t id;
    std::int64_t price;
};

struct product {
    std::int64_t id;
    std::int64_t price;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::item> =
    stoa::define<app::item>("items", primary_key(col<&app::item::id>), check(col<&app::item::price> >= 0),
                            check(col<&app::item::price> < 1000).named("cheap"));

// [wrong]
template <>
inline constexpr auto stoa::table<app::product> =
    stoa::define<app::product>("products", primary_key(col<&app::product::id>), check(col<&app::product::price> >= 0),
                               check(col<&app::product::price> < 1000));
// [/wrong]

namespace app {

static_assert(stoa::table_of<item>().checks.size() == 2);

#ifdef STOA_REJECT
static_assert(stoa::table_of<product>().checks.size() == 2);
#endif

} // namespace app
