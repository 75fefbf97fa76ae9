// expect: E306
// SPDX-License-Identifier: BSL-1.0
// An empty optional is NULL, not a wish for a value.

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
    std::optional<guid> other_code;
    timestamp bought_at;
};

inline constexpr auto right = define<book>("books", column(col<&book::code>).generated(guid_v4));

#ifdef STOA_REJECT
inline const auto wrong = define<book>("books", column(col<&book::other_code>).generated(guid_v4));
#endif

} // namespace app
