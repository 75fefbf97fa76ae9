// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_ROWS_ALLOCATIONS_HPP
#define STOA_BENCHMARKS_ROWS_ALLOCATIONS_HPP

// How often the program has allocated with new so far.

#include <cstddef>

namespace rows {

std::size_t allocations() noexcept;

} // namespace rows

#endif
