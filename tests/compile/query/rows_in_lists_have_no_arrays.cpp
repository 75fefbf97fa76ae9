// expect: E282
// says: "words"
// SPDX-License-Identifier: BSL-1.0
// A column of rows in lists is itself a list.

#include "../library.hpp"

#include "stoa/query/given_rows.hpp"

#include <vector>

namespace app {

struct text {
    std::int32_t number;
    std::vector<std::string> words;
};

inline auto few(const text& one) {
    return stoa::values<"texts">(one);
}

#ifdef STOA_REJECT
// [wrong]
inline auto wrong(const std::vector<text>& many) {
    return stoa::rows<"texts">(many);
}
// [/wrong]
#endif

} // namespace app
