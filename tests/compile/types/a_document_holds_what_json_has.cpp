// expect: E107
// says: app::wrong
// says: "cover"
// SPDX-License-Identifier: BSL-1.0
// JSON has no bytes.

#include "stoa/types/json.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

struct chapter {
    std::string title;
    std::optional<int> pages;
};

struct right {
    std::vector<chapter> chapters;
    std::map<std::string, std::vector<std::optional<double>>> prices;
    std::variant<chapter, std::string> cover;
};

static_assert(std::is_same_v<stoa::json<right>::value_type, right>);

#ifdef STOA_REJECT
// [wrong]
struct wrong {
    std::string title;
    std::vector<std::byte> cover;
};

static_assert(sizeof(stoa::json<wrong>) != 0);
// [/wrong]
#endif

} // namespace app
