// expect: E109
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

inline stoa::json_document document_of(const stoa::json<right>& value) {
    return value.document();
}

#ifdef STOA_REJECT
// [wrong]
struct wrong {
    std::variant<std::vector<int>, std::vector<std::string>> content;
};

inline stoa::json_document document_of(const stoa::json<wrong>& value) {
    return value.document();
}
// [/wrong]
#endif

} // namespace app
