// expect: E303
// SPDX-License-Identifier: BSL-1.0
// A definition is text, made before any value is known.

#include "stoa/expression/arithmetic.hpp"
#include "stoa/expression/logic.hpp"
#include "stoa/schema/schema.hpp"
#include "stoa/types/chrono.hpp"
#include "stoa/types/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

using namespace stoa;

struct author {
    std::int64_t id;
    std::string name;
};

struct book {
    std::int64_t id;
    std::int64_t author_id;
    std::string title;
    std::optional<std::int32_t> year;
    guid code;
    timestamp bought_at;
};

inline constexpr auto right = define<book>("books", check(col<&book::year>.is_null() || col<&book::year> > 0));

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = define<book>("books", check(col<&book::year> == std::nullopt || col<&book::year> > 0));
// [/wrong]
#endif

} // namespace app
