// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_TPCH_LOAD_HPP
#define STOA_BENCHMARKS_TPCH_LOAD_HPP

// From files to tables.

#include "models.hpp"

#include <filesystem>
#include <iosfwd>

namespace tpch {

/// Creates the tables, which must not exist, and fills them from `<table>.tbl` in the directory, or on failure leaves
/// the database as it was. Reports rows and seconds of each table.
/// Throws: std::runtime_error, "file:line: reason", for what is no row of its table.
void load(stoa::database& db, const std::filesystem::path& directory, std::ostream& report);

} // namespace tpch

#endif
