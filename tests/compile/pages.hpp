// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPILE_PAGES_HPP
#define STOA_TESTS_COMPILE_PAGES_HPP

// Keys for the compile tests: a page has one of two columns and a unique text, a note has none, a mark is all key.

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

#endif
