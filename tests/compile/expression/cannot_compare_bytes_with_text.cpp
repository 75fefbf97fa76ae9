// expect: E202
// SPDX-License-Identifier: BSL-1.0
// SQLite has no bytes that equal a text.

#include "../library.hpp"

#include "stoa/types/builtin.hpp"

namespace app {

struct file {
    std::int64_t id;
    std::string name;
    stoa::bytes content;
};

inline const auto right = col<&file::content> == stoa::bytes{};

#ifdef STOA_REJECT
// [wrong]
inline const auto wrong = col<&file::content> == col<&file::name>;
// [/wrong]
#endif

} // namespace app
