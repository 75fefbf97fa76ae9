// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_SHAPES_SHAPE_HPP
#define STOA_BENCHMARKS_SHAPES_SHAPE_HPP

// A question of the resource governance schema, how long it may take, and which indexes answer it.

#include "../../examples/reference_schemas/resource_governance.hpp"

#include <array>
#include <cstddef>
#include <string>

namespace shapes {

/// What a question found.
struct answer {
    std::size_t count = 0;
    std::string rows;          ///< a line each, with tabs between values, sorted
    std::string plan;          ///< what EXPLAIN says of it, with the same values
    double milliseconds = 0.0; ///< median of the rounds, from the call to the last row in a vector
};

struct shape {
    const char* name;
    double limit; ///< milliseconds on the full tables
    const char* sqlite_index;
    const char* postgres_index;
    answer (*ask)(stoa::database& db, int rounds);
};

extern const std::array<shape, 8> all;

/// Makes the tables and fills them: at a scale of 1 with 10 000 resources, 100 000 capabilities and 1 000 000 costs.
void fill(stoa::database& db, double scale);

/// After many rows were stored: without it both databases plan for empty tables.
void gather_statistics(stoa::database& db);

} // namespace shapes

#endif
