// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPILE_RACKS_HPP
#define STOA_TESTS_COMPILE_RACKS_HPP

// A table with a key of two columns, for the compile tests of pages.

#include "library.hpp"

#include "stoa/query/keyset.hpp"

namespace app {

struct rack {
    std::int32_t room;
    std::int32_t number;
};

} // namespace app

template <>
inline constexpr auto stoa::table<app::rack> =
    stoa::define<app::rack>("racks", primary_key(col<&app::rack::room>, col<&app::rack::number>));

#endif
