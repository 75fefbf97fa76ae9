// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_DESCRIPTION_HPP
#define STOA_DRIVER_DESCRIPTION_HPP

// What a database says of a statement without running it, as values, and how its columns are called in messages.

#include "stoa/query/statement_info.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace stoa::driver {

/// Whether a value can be NULL, as far as the database tells.
enum class nullability : std::uint8_t { unknown, never, possible };

/// A parameter or a column of the result.
struct described_value {
    std::string type{};   ///< as the database calls it; empty where it tells none
    std::string wanted{}; ///< the type that is expected, as the database calls it; empty where none is
    bool fits = true;     ///< as what is expected; also where no type is told
    nullability null = nullability::unknown;
    std::string name{}; ///< of a column
};

struct statement_description {
    std::vector<described_value> parameters;
    std::vector<described_value> results;
};

/// "column 2 "title"", counted from 1 as a reader counts.
inline std::string column_label(const statement_info& info, std::size_t column) {
    std::string label = "column " + std::to_string(column + 1);
    if (column < info.results.size() && !info.results[column].name.empty())
        label.append(" \"").append(info.results[column].name).append("\"");
    return label;
}

} // namespace stoa::driver

#endif
