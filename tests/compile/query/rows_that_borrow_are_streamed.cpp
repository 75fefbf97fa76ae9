// expect: E261
// says: app::line
// SPDX-License-Identifier: BSL-1.0
// A view of a text is gone with the next row.

#include "../pages.hpp"

#include <cstddef>
#include <string_view>

namespace app {

struct line {
    int number;
    std::string_view text;
};

inline const auto lines = stoa::from<page>().select_as<line>(stoa::col<&page::number>, stoa::col<&page::text>);

inline std::size_t right(stoa::database& db) {
    std::size_t letters = 0;
    for (const line& each : db.stream(lines)) letters += each.text.size();
    return letters;
}

#ifdef STOA_REJECT
// [wrong]
inline auto wrong(stoa::database& db) {
    return db.all(lines);
}
// [/wrong]
#endif

} // namespace app
