// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_INSPECT_HPP
#define STOA_INSPECT_INSPECT_HPP

// A live database read back as values.

#include "stoa/core/list_view.hpp"
#include "stoa/dialect/isolation.hpp"
#include "stoa/inspect/all.hpp"
#include "stoa/inspect/catalogue.hpp"
#include "stoa/inspect/schema_info.hpp"
#include "stoa/session/session.hpp"

#include <string_view>

namespace stoa {

/// The tables, views and enums of a database, on PostgreSQL of the schema that comes first in the search path, and the
/// tables of the schemas in `namespaces`. Reads the catalogue in a fixed number of statements, inside one transaction.
/// Throws: statement_error where reading the catalogue is not allowed.
/// Example: for (const stoa::table_info& table : stoa::inspect(db).tables) …
template <class Connection>
schema_info inspect(session<Connection>& db, list_view<const std::string_view> namespaces = {}) {
    return db.transaction(isolation::snapshot, [&] {
        schema_info found = detail::with_dialect(
            db.connection(), [&]<class Dialect>() { return inspection::catalogue<Dialect>::read(db, namespaces); });
        inspection::sort_by_name(found);
        return found;
    });
}

} // namespace stoa

#endif
