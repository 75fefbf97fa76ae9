// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_TPCH_GENERATE_HPP
#define STOA_BENCHMARKS_TPCH_GENERATE_HPP

// Small data in the shape of TPC-H's, the same on every machine. They are not those of TPC-H's own generator: what the
// queries ask for comes more often, so that each of them finds something even in very little.

#include <filesystem>

namespace tpch {

/// Writes the eight .tbl files into the directory, which is created: at scale 1 some 6 million rows of lineitem, at
/// 0.001, the smallest, 6 thousand. Throws: std::system_error if a file cannot be written.
void generate(const std::filesystem::path& directory, double scale);

} // namespace tpch

#endif
