// expect: E104
// says: app::book_meta
// SPDX-License-Identifier: BSL-1.0
// The width is a member of the size, which is a member of the document.

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
inline constexpr auto wrong = col<&book::meta, &size::width>;
#endif

} // namespace app
