// expect: E215
// says: a JSON document is expected
// SPDX-License-Identifier: BSL-1.0
// A text may look like a document, but nothing says that it is one.

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

inline constexpr auto right = stoa::json_value<std::string, "cover">(col<&book::more>);

#ifdef STOA_REJECT
// [wrong]
inline constexpr auto wrong = stoa::json_value<std::string, "cover">(col<&book::title>);
// [/wrong]
#endif

} // namespace app
