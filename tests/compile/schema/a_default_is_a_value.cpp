// expect: E304
// SPDX-License-Identifier: BSL-1.0
// The row is not there yet.

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

inline constexpr auto right = define<book>("books", column(col<&book::author_id>).default_(constant(7) + 1));

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = define<book>("books", column(col<&book::author_id>).default_(col<&book::id> + 1));
// [/wrong]
#endif

} // namespace app
