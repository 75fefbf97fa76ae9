// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_VERIFY_HPP
#define STOA_INSPECT_VERIFY_HPP

// Whether a live database is what the definitions say. Databases rewrite the expressions they are given, so the
// definitions are never compared as text: the schema is created in an empty place, read back, and the two readings are
// compared.

#include "stoa/inspect/compare.hpp"
#include "stoa/inspect/inspect.hpp"

#include <vector>

namespace stoa {

namespace inspection {

/// What the database makes of what `create(session)` creates, in these namespaces besides the one of the connection.
template <class Connection, class Create>
schema_info inspect_created(session<Connection>& db, Create create, namespace_list namespaces = {}) {
    return detail::with_dialect(db.connection(), [&]<class Dialect>() {
        return catalogue<Dialect>::in_scratch(db, namespaces, [&](auto& scratch) {
            create(scratch);
            return inspect(scratch, namespaces);
        });
    });
}

} // namespace inspection

/// What the database makes of `Schema`: what `inspect` would find in an empty database after `create<Schema>()`.
/// On PostgreSQL that happens in a schema of its own inside a transaction that is rolled back, which needs the right to
/// create one (manual, 5.7 Privileges), and namespaces of the definition that exist are renamed in that transaction,
/// which needs their owner; on SQLite in a database in memory.
template <class Schema, class Connection>
schema_info inspect_definition(session<Connection>& db) {
    return inspection::inspect_created(
        db, [](auto& scratch) { scratch.template create<Schema>(); }, Schema::namespaces);
}

/// How the database differs from `Schema`, a `stoa::schema<...>`; empty where it does not. Changes nothing.
/// Throws: statement_error (permission_denied, read_only) where nothing can be created on the server.
/// Example: for (const stoa::difference& each : stoa::verify<library>(db)) std::cerr << to_string(each) << '\n';
template <class Schema, class Connection>
std::vector<difference> verify(session<Connection>& db, compare_options options = {}) {
    const schema_info wanted = inspect_definition<Schema>(db);
    return compare(inspect(db, Schema::namespaces), wanted, options);
}

} // namespace stoa

#endif
