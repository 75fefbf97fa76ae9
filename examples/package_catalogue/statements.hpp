// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_STATEMENTS_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_STATEMENTS_HPP

// Whether every statement of this program fits a database, whichever of them a run would need. The program is built
// with STOA_REGISTER_STATEMENTS and so knows them all.

#include <stoa/testing/verify_statements.hpp>

#include <ostream>
#include <vector>

namespace debian {

/// Writes what does not fit; false if anything does not.
inline bool verify_statements(stoa::database& db, std::ostream& out) {
    const std::vector<stoa::testing::statement_mismatch> mismatches = stoa::testing::verify_statements(db);
    for (const auto& each : mismatches) out << to_string(each) << '\n';
    out << stoa::testing::registered_statements(db).size() << " statements, " << mismatches.size() << " mismatches\n";
    return mismatches.empty();
}

} // namespace debian

#endif
