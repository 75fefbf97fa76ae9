// expect: E208
// SPDX-License-Identifier: BSL-1.0
// What is grouped by in some rows only is optional.

#include "../library.hpp"

namespace app {

using stoa::count, stoa::rollup;
struct total {
    std::optional<std::string> name;
    std::int64_t books;
};
struct narrow {
    std::string name;
    std::int64_t books;
};
constexpr auto by_title = from<book>().group_by(rollup(col<&book::title>));
using good = stoa::row_t<decltype(by_title.select_as<total>(col<&book::title>, count()))>;

#ifdef STOA_REJECT
using bad = stoa::row_t<decltype(by_title.select_as<narrow>(col<&book::title>, count()))>;
#endif

} // namespace app
