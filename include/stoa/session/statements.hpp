// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_STATEMENTS_HPP
#define STOA_SESSION_STATEMENTS_HPP

// Which constant belongs to a connection: known while compiling for a driver's own connection, looked up by index for
// one that was chosen at run time.

#include "stoa/core/list_view.hpp"
#include "stoa/ddl/script.hpp"
#include "stoa/dialect/all.hpp"
#include "stoa/query/registry.hpp"
#include "stoa/query/statement.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace stoa::detail {

/// A connection whose database is known while compiling.
template <class Connection>
concept of_one_dialect = requires { typename Connection::dialect; };

template <class Statement, class Dialects>
inline constexpr std::array<const statement_info*, 0> statement_of_dialects{};

template <class Statement, class... Dialects>
inline constexpr auto statement_of_dialects<Statement, dialect::dialect_list<Dialects...>> =
    std::array<const statement_info*, sizeof...(Dialects)>{&statement_constant<Statement, Dialects>...};

/// Sees to it that the list of all statements has this one, where there is such a list.
template <class Statement, class... Dialects>
void enter_statement(dialect::dialect_list<Dialects...>) {
    (enter<Statement, Dialects, statement_constant<Statement, Dialects>>(), ...);
}

/// The statement's constant in the connection's dialect.
template <class Statement, class Connection>
const statement_info& statement_for(const Connection& connection) {
    if constexpr (of_one_dialect<Connection>) {
        if constexpr (registers_statements)
            enter_statement<Statement>(dialect::dialect_list<typename Connection::dialect>{});
        return statement_constant<Statement, typename Connection::dialect>;
    } else {
        if constexpr (registers_statements) enter_statement<Statement>(dialect::all{});
        return *statement_of_dialects<Statement, dialect::all>[connection.dialect_index()];
    }
}

/// Calls `f.operator()<Dialect>()` with the dialect of the connection's statements.
template <class Connection, class F>
decltype(auto) with_dialect(const Connection& connection, F&& f) {
    if constexpr (of_one_dialect<Connection>) {
        return f.template operator()<typename Connection::dialect>();
    } else {
        return [&]<class First, class... Rest>(dialect::dialect_list<First, Rest...>) -> decltype(auto) {
            using result = decltype(f.template operator()<First>());
            using call = result (*)(F&);
            static constexpr call calls[] = {[](F& g) -> result { return g.template operator()<First>(); },
                                             [](F& g) -> result { return g.template operator()<Rest>(); }...};
            return calls[connection.dialect_index()](f);
        }(dialect::all{});
    }
}

enum class script : unsigned char { create, create_if_missing, drop };

/// The texts of a script, to be run one behind the other.
template <script Which, class Schema, class Dialect>
constexpr list_view<const std::string_view> script_parts() {
    if constexpr (Which == script::create)
        return create_parts<Schema, Dialect, existing::fail>;
    else if constexpr (Which == script::create_if_missing)
        return create_parts<Schema, Dialect, existing::keep>;
    else
        return drop_parts<Schema, Dialect>;
}

/// Whether a connection can create its tables in the dialect.
template <class Connection, class Dialect>
inline constexpr bool can_store_in = true;

template <of_one_dialect Connection, class Dialect>
inline constexpr bool can_store_in<Connection, Dialect> = std::is_base_of_v<typename Connection::dialect, Dialect>;

/// What `f.operator()<Dialect>()` gives for the dialect in which the connection creates its tables.
template <class Connection, class F>
auto with_storage(const Connection& connection, F f) {
    return [&]<class First, class... Rest>(dialect::dialect_list<First, Rest...>) {
        decltype(f.template operator()<First>()) result{};
        const auto take = [&]<class Dialect>(std::type_identity<Dialect>) {
            if constexpr (can_store_in<Connection, Dialect>)
                if (connection.storage_index() == Dialect::storage_index) result = f.template operator()<Dialect>();
        };
        take(std::type_identity<First>{});
        (take(std::type_identity<Rest>{}), ...);
        return result;
    }(dialect::all_storage{});
}

template <script Which, class Schema, class Connection>
list_view<const std::string_view> script_for(const Connection& connection) {
    return with_storage(connection, []<class Dialect>() { return script_parts<Which, Schema, Dialect>(); });
}

template <class Record, bool Concurrently, class Connection>
std::string_view refresh_for(const Connection& connection) {
    return with_storage(connection, []<class Dialect>() { return refresh_sql<Record, Dialect, Concurrently>; });
}

/// The statements that create indexes while others write.
template <class Schema, class Connection>
list_view<const std::string_view> concurrent_indexes_for(const Connection& connection) {
    return with_storage(connection, []<class Dialect>() -> list_view<const std::string_view> {
        return concurrent_index_parts<Schema, Dialect>;
    });
}

} // namespace stoa::detail

#endif
