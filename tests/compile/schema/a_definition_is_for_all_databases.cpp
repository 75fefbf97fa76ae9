// expect: E252
// SPDX-License-Identifier: BSL-1.0
// Its script is made for each of them.

#include "stoa/dialect/all.hpp"
#include "stoa/expression/raw.hpp"
#include "stoa/schema/schema.hpp"

#include <cstdint>
#include <string>

namespace app {

using namespace stoa;

struct book {
    std::int64_t id;
    std::string title;
};

inline constexpr auto right = define<book>("books", check(sql<"length({}) > 1", bool>(col<&book::title>)));

#ifdef STOA_REJECT
inline constexpr auto wrong =
    define<book>("books", check(sql<"{} ~ '^[A-Z]'", bool, dialect::postgres>(col<&book::title>)));
#endif

} // namespace app
