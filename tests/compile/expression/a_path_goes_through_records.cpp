// expect: E217
// SPDX-License-Identifier: BSL-1.0
// A list has no members.

#include "stoa/expression/column.hpp"
#include "stoa/types/json.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

using stoa::col;

struct size {
    double width;
};

struct book_meta {
    std::int32_t pages;
    std::optional<size> dimensions;
    std::vector<std::string> tags;
    stoa::decimal<6, 2> price;
};

struct book {
    std::int64_t id;
    stoa::json<book_meta> meta;
};

inline constexpr auto right = col<&book::meta, &book_meta::dimensions, &size::width>;

#ifdef STOA_REJECT
// [wrong]
inline constexpr auto wrong = col<&book::meta, &book_meta::tags, &size::width>;
// [/wrong]
#endif

} // namespace app
