// expect: E210
// says: app::note
// SPDX-License-Identifier: BSL-1.0
// Which row is the record?

#include "stoa/session/session.hpp"

#include <cstdint>
#include <string>

namespace app {

struct page {
    std::int32_t book;
    std::int32_t number;
    std::string text;
};

struct note {
    std::string text;
};

struct mark {
    std::int32_t id;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::page> = stoa::define<app::page>(
    "pages", primary_key(col<&app::page::book>, col<&app::page::number>), unique(col<&app::page::text>));

namespace app {

inline void right(stoa::database& db) {
    (void)db.erase(page{});
}

#ifdef STOA_REJECT
inline void wrong(stoa::database& db) {
    (void)db.erase(note{});
}
#endif

} // namespace app
