// expect: E109
// says: app::wrong
// says: "content"
// SPDX-License-Identifier: BSL-1.0
// Which of them it was could not be told from {"list": []}.

#include "stoa/types/json.hpp"

#include <string>
#include <variant>
#include <vector>

namespace app {

struct numbers {
    std::vector<int> all;
};

struct right {
    std::variant<numbers, std::vector<std::string>> content;
};

static_assert(sizeof(stoa::json<right>) != 0);

#ifdef STOA_REJECT
// [wrong]
struct wrong {
    std::variant<std::vector<int>, std::vector<std::string>> content;
};

static_assert(sizeof(stoa::json<wrong>) != 0);
// [/wrong]
#endif

} // namespace app
