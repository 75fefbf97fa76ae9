// expect: E215
// says: is read as
// SPDX-License-Identifier: BSL-1.0
// JSON has no guids.

#include "stoa/expression/json_value.hpp"
#include "stoa/schema/table.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/document.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

using stoa::col;

struct book {
    std::int64_t id;
    std::string title;
    stoa::json_document notes;
    std::optional<stoa::json_document> more;
};

inline constexpr auto right = stoa::json_value<bool, "lent">(col<&book::notes>);

#ifdef STOA_REJECT
inline constexpr auto wrong = stoa::json_value<stoa::guid, "lent_by">(col<&book::notes>);
#endif

} // namespace app
