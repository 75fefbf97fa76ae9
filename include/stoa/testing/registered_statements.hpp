// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_REGISTERED_STATEMENTS_HPP
#define STOA_TESTING_REGISTERED_STATEMENTS_HPP

// The statements that the program contains, whether they ever run or not.

#include "stoa/core/config.hpp"
#include "stoa/driver/any_connection.hpp"
#include "stoa/query/registry.hpp"
#include "stoa/session/session.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <vector>

namespace stoa::testing {

namespace detail {

template <class Connection, bool Registered>
struct require_registry {
    static_assert(Registered, "stoa[E297]: this asks for all statements of the program, which does not register them. "
                              "Build every translation unit of it with the definition STOA_REGISTER_STATEMENTS.");
    static constexpr bool value = true;
};

} // namespace detail

/// All statements of the program in one dialect, sorted by text; those with one text by the C++ type they come from.
inline std::vector<registered_statement> registered_statements(std::size_t dialect) {
    std::vector<registered_statement> found;
    for (const auto* entry = stoa::detail::registry_entry::newest(); entry != nullptr; entry = entry->next())
        if (entry->statement().dialect == dialect) found.push_back(entry->statement());
    std::sort(found.begin(), found.end(), [](const registered_statement& a, const registered_statement& b) {
        return std::tie(a.info->sql, a.source) < std::tie(b.info->sql, b.source);
    });
    return found;
}

/// Those of the connection's dialect.
template <driver::session_connection Connection>
std::vector<registered_statement> registered_statements(const Connection& connection) {
    static_assert(detail::require_registry<Connection, registers_statements>::value);
    return registered_statements(connection.dialect_index());
}

template <class Connection>
std::vector<registered_statement> registered_statements(session<Connection>& db) {
    return registered_statements(db.connection());
}

} // namespace stoa::testing

#endif
