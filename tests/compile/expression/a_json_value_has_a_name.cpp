// expect: E215
// says: at least one name
// SPDX-License-Identifier: BSL-1.0
// The whole document is the column itself.

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

inline constexpr auto right = stoa::json_value<std::int64_t, "size", "height">(col<&book::notes>);

#ifdef STOA_REJECT
inline constexpr auto wrong = stoa::json_value<std::int64_t>(col<&book::notes>);
#endif

} // namespace app
