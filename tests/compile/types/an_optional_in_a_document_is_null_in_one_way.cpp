// expect: E109
// says: "notes"
// SPDX-License-Identifier: BSL-1.0
// Nothing, and a document that is null, would both be null.

#include "stoa/types/json.hpp"

#include <optional>

namespace app {

struct right {
    stoa::json_document notes;
    std::optional<int> pages;
};

static_assert(sizeof(stoa::json<right>) != 0);

#ifdef STOA_REJECT
struct wrong {
    std::optional<stoa::json_document> notes;
};

static_assert(sizeof(stoa::json<wrong>) != 0);
#endif

} // namespace app
