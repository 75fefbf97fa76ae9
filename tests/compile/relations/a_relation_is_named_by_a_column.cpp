// expect: E293
// says: within a document
// SPDX-License-Identifier: BSL-1.0
// No foreign key leads out of a document.

#include "../families.hpp"
#include "stoa/types/json.hpp"

namespace app {

struct origin {
    std::int64_t author_id;
};

struct quotation {
    std::int64_t id;
    stoa::json<origin> from;
};

inline constexpr auto right = with<&book::author_id>;

#ifdef STOA_REJECT
inline constexpr auto wrong = with<&quotation::from, &origin::author_id>;
#endif

} // namespace app
