// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_ALL_HPP
#define STOA_DIALECT_ALL_HPP

// The dialects there are, in the order of their indexes.

#include "stoa/dialect/postgres.hpp"
#include "stoa/dialect/sqlite.hpp"

#include <cstddef>

namespace stoa::dialect {

template <class... Dialects>
struct dialect_list {
    static constexpr std::size_t size = sizeof...(Dialects);
};

/// Dialects of statements; a connection's `dialect_index()` counts them.
using all = dialect_list<sqlite, postgres>;
/// Dialects of table definitions; a connection's `storage_index()` counts them.
using all_storage = dialect_list<sqlite, postgres, sqlite_binary_guid>;

} // namespace stoa::dialect

#endif
