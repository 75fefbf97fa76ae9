// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPILE_NOTES_HPP
#define STOA_TESTS_COMPILE_NOTES_HPP

// A record with array columns for the compile tests.

#include "stoa/dialect/all.hpp"
#include "stoa/expression/array.hpp"
#include "stoa/query/select.hpp"
#include "stoa/query/statement.hpp"
#include "stoa/schema/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

using stoa::col, stoa::from;

struct note {
    std::int64_t id;
    std::string text;
    std::vector<std::string> tags;
    std::vector<std::int32_t> sizes;
    std::optional<std::vector<std::string>> more;
};

} // namespace app

#endif
