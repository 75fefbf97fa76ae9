// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_ISOLATION_HPP
#define STOA_DIALECT_ISOLATION_HPP

// What a transaction sees of others that run at the same time.

#include <cstdint>

namespace stoa {

/// Levels every database offers; SQLite gives all that write the strongest one.
enum class isolation : std::uint8_t {
    read_committed, ///< each statement sees what was committed before it
    snapshot,       ///< read only; all statements see what was committed before the first
    serializable,   ///< as if transactions ran one after the other; may end in serialization_failure
};

} // namespace stoa

#endif
