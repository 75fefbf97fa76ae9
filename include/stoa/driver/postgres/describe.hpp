// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_DESCRIBE_HPP
#define STOA_DRIVER_POSTGRES_DESCRIBE_HPP

// Preparing a statement, and asking the server about one that shall not run.

#include "stoa/core/error.hpp"
#include "stoa/driver/description.hpp"
#include "stoa/driver/postgres/error.hpp"
#include "stoa/driver/postgres/link.hpp"
#include "stoa/driver/postgres/oid.hpp"
#include "stoa/driver/postgres/shape.hpp"
#include "stoa/query/statement_info.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace stoa::postgres {

/// The server's types of the parameters. Throws: statement_error (usage) where they are too many.
inline std::vector<Oid> parameter_ids(const statement_info& info) {
    if (info.parameters.size() > 65'535) // PostgreSQL manual, appendix K
        raise(errc::usage, "PostgreSQL takes at most 65535 parameters. Send fewer rows at a time, or bind a list.",
              info.sql);
    // libpq 15 takes the description of more for nonsense and gives the connection up (fe-protocol3.c).
    if (info.parameters.size() > 7'498 && !info.results.empty())
        raise(errc::usage,
              "libpq takes at most 7498 parameters of a statement that returns rows. Bind a list: column.in(values).",
              info.sql);
    std::vector<Oid> types;
    types.reserve(info.parameters.size());
    for (const type_def& type : info.parameters) types.push_back(parameter_id(type));
    return types;
}

/// Prepares a statement under a name, the empty one of which is free again with the next command.
inline void prepare_on_server(PGconn* connection, const std::string& name, const statement_info& info) {
    const std::vector<Oid> types = parameter_ids(info);
    const result_handle prepared(
        PQprepare(connection, name.c_str(), info.sql.data(), static_cast<int>(types.size()), types.data()));
    if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK)
        raise(describe(connection, prepared.get(), info.sql, info.target));
}

/// What the server says of a statement that was prepared under that name.
inline result_handle description_of(PGconn* connection, const std::string& name, const statement_info& info) {
    result_handle description(PQdescribePrepared(connection, name.c_str()));
    if (PQresultStatus(description.get()) != PGRES_COMMAND_OK)
        raise(describe(connection, description.get(), info.sql, info.target));
    return description;
}

namespace detail {

/// Takes back that a command failed, which would otherwise have ended the transaction that is open.
class harmless {
public:
    explicit harmless(const link& shared) : connection_(shared.raw()), in_transaction_(shared.in_transaction()) {
        if (in_transaction_) result_handle(PQexec(connection_, "SAVEPOINT \"stoa_describe\""));
    }
    harmless(const harmless&) = delete;
    harmless& operator=(const harmless&) = delete;
    ~harmless() {
        if (!in_transaction_) return;
        result_handle(PQexec(connection_, "ROLLBACK TO SAVEPOINT \"stoa_describe\""));
        result_handle(PQexec(connection_, "RELEASE SAVEPOINT \"stoa_describe\""));
    }

private:
    PGconn* connection_;
    bool in_transaction_;
};

/// Fills in which columns can be NULL, of those that are columns of a table; those of a view never are NOT NULL.
inline void describe_nulls(PGconn* connection, const PGresult* description,
                           std::vector<driver::described_value>& columns) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> places; // by table and number of the column
    std::string tables = "{";
    for (std::size_t i = 0; i != columns.size(); ++i) {
        const Oid table = PQftable(description, static_cast<int>(i));
        if (table == InvalidOid) continue;
        const std::string number = std::to_string(PQftablecol(description, static_cast<int>(i)));
        places[{std::to_string(table), number}].push_back(i);
        tables.append(tables.size() == 1 ? "" : ",").append(std::to_string(table));
    }
    tables += '}';
    if (places.empty()) return;
    const char* const values[]{tables.c_str()};
    const result_handle found(PQexecParams(connection,
                                           "SELECT attrelid::oid, attnum, attnotnull FROM pg_catalog.pg_attribute "
                                           "JOIN pg_catalog.pg_class c ON c.oid = attrelid "
                                           "WHERE c.oid = ANY ($1::oid[]) AND attnum > 0 AND relkind IN ('r', 'p')",
                                           1, nullptr, values, nullptr, nullptr, 0));
    for (int row = 0; row < PQntuples(found.get()); ++row) {
        const auto text = [&](int column) { return std::string(PQgetvalue(found.get(), row, column)); };
        const auto at = places.find({text(0), text(1)});
        if (at == places.end()) continue;
        for (std::size_t place : at->second)
            columns[place].null = text(2) == "t" ? driver::nullability::never : driver::nullability::possible;
    }
}

} // namespace detail

/// See `driver::connection::describe`.
inline driver::statement_description describe_statement(const link& shared, const statement_info& info) {
    if (shared.streaming != nullptr)
        raise(errc::stream_open, "the rows of a statement are still arriving. Finish it first.", info.sql);
    const detail::harmless until_the_end(shared);
    PGconn* const connection = shared.raw();
    prepare_on_server(connection, {}, info);
    const result_handle said = description_of(connection, {}, info);
    driver::statement_description all;
    for (int i = 0; i != PQnparams(said.get()); ++i) {
        const object_id id = PQparamtype(said.get(), i);
        const auto at = static_cast<std::size_t>(i);
        all.parameters.push_back(at < info.parameters.size()
                                     ? described(info.parameters[at], id, takes(info.parameters[at], id))
                                     : driver::described_value{sql_name(id)});
    }
    for (int i = 0; i != PQnfields(said.get()); ++i) {
        const object_id id = PQftype(said.get(), i);
        const auto at = static_cast<std::size_t>(i);
        all.results.push_back(at < info.results.size()
                                  ? described(info.results[at].type, id, accepts(info.results[at].type, id))
                                  : driver::described_value{sql_name(id)});
        all.results.back().name = PQfname(said.get(), i);
    }
    detail::describe_nulls(connection, said.get(), all.results);
    return all;
}

} // namespace stoa::postgres

#endif
