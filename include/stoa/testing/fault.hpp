// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_FAULT_HPP
#define STOA_TESTING_FAULT_HPP

// A failure that happens because a test says so, as a value.

#include "stoa/core/error.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace stoa::testing {

/// Which call fails, and with what. Calls are statements that are executed and scripts, BEGIN and COMMIT among them.
/// `connection_lost` also ends the connection: the database rolls back, and all further calls fail with it.
/// Example: {.code = stoa::errc::serialization_failure, .matching = "COMMIT"}
struct fault {
    errc code = errc::busy;
    std::size_t call = 1;   ///< of those that match, counted from 1
    std::string matching{}; ///< what the statement's text contains; empty: any
    /// The statement runs, and fails when so many of its rows were read; empty: it does not run.
    std::optional<std::size_t> after_rows{};
};

namespace detail {

/// What the databases themselves say: SQLSTATE (PostgreSQL manual, appendix A), or SQLite's result code.
inline std::string native_code_of(errc code, bool has_sqlstate) {
    const auto either = [=](const char* sqlstate, const char* number) { return has_sqlstate ? sqlstate : number; };
    switch (code) {
    case errc::unique_violation: return either("23505", "2067");
    case errc::foreign_key_violation: return either("23503", "787");
    case errc::not_null_violation: return either("23502", "1299");
    case errc::check_violation: return either("23514", "275");
    case errc::serialization_failure: return either("40001", "517");
    case errc::deadlock: return either("40P01", "6");
    case errc::busy: return either("55P03", "5");
    case errc::timeout:
    case errc::canceled: return either("57014", "9");
    case errc::connection_failed:
    case errc::connection_lost: return either("08006", "10");
    case errc::permission_denied: return either("42501", "23");
    case errc::read_only: return either("25006", "8");
    case errc::resources_exhausted: return either("53100", "13");
    default: return either("XX000", "1");
    }
}

} // namespace detail
} // namespace stoa::testing

#endif
