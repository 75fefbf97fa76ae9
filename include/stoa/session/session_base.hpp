// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_SESSION_BASE_HPP
#define STOA_SESSION_SESSION_BASE_HPP

// What a session does without records and queries: it creates and drops schemas, begins and ends transactions, and runs
// SQL of the program's own.

#include "stoa/core/list_view.hpp"
#include "stoa/query/view.hpp"
#include "stoa/session/executor.hpp"

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa::detail {

/// The part of `session` that has no rows.
template <driver::session_connection Connection>
class session_base {
public:
    /// Creates the tables, views and indexes of `Schema`, a `stoa::schema<...>`: all, or on failure none.
    template <class Schema>
    void create() {
        run_script(script_for<script::create, Schema>(executor_.connection()));
    }

    /// The same, leaving alone what exists.
    template <class Schema>
    void create_if_missing() {
        run_script(script_for<script::create_if_missing, Schema>(executor_.connection()));
    }

    /// Drops the tables and views of `Schema`, with all their rows, where they exist.
    template <class Schema>
    void drop() {
        run_script(script_for<script::drop, Schema>(executor_.connection()));
    }

    /// Creates the indexes of `Schema` that are `concurrently()` and do not exist, while others go on writing to their
    /// tables. It runs in no transaction: what was created before a failure stays.
    /// Throws: statement_error (usage) inside a transaction.
    template <class Schema>
    void create_indexes_concurrently() {
        if (executor_.depth() != 0 || executor_.connection().in_transaction())
            raise(errc::usage, "an index cannot be created concurrently inside a transaction. Do it before the "
                               "transaction begins or after it has ended.");
        for (std::string_view statement : concurrent_indexes_for<Schema>(executor_.connection()))
            if (!statement.empty()) executor_.script(statement);
    }

    /// Finds the rows of a materialized view again; until then they are those of its creation or last refresh.
    /// SQL: `REFRESH MATERIALIZED VIEW …`, which waits for readers and lets them wait; on SQLite DELETE and INSERT.
    template <record Record>
    void refresh() {
        refresh_view<Record, false>();
    }

    /// The same without readers having to wait; needs a unique index. On SQLite they never do.
    /// Example: db.refresh<daily_cost>(stoa::concurrently);
    template <record Record>
    void refresh(concurrently_option) {
        static_assert(require_unique_index<Record>::value);
        refresh_view<Record, true>();
    }

    /// Runs SQL of your own, statements separated by semicolons, without parameters and results.
    void execute(std::string_view text) { executor_.script(text); }

    /// Runs a statement written by hand, without parameters, and returns `consume(statement)`, which steps through its
    /// rows (driver/connection.hpp). `info` must be a constant: the prepared statement is kept under its address.
    template <class Consume>
    decltype(auto) run(const statement_info& info, Consume&& consume) {
        return run(
            info, [](auto&) {}, std::forward<Consume>(consume));
    }

    /// The same with parameters: `bind(next)` calls `next(value)` for each of them, in order.
    template <class Bind, class Consume>
    decltype(auto) run(const statement_info& info, Bind&& bind, Consume&& consume) {
        return executor_.run(info, std::forward<Bind>(bind), std::forward<Consume>(consume));
    }

    /// Calls `body()` in a transaction: committed when it returns, rolled back when an exception leaves it, which then
    /// passes on. Inside another one it is a savepoint. Returns what `body` returns.
    template <std::invocable Body>
    auto transaction(Body&& body) -> std::invoke_result_t<Body> {
        return transaction(isolation::read_committed, std::forward<Body>(body));
    }

    /// The same at a given level, which a nested transaction takes from the outermost.
    template <std::invocable Body>
    auto transaction(isolation level, Body&& body) -> std::invoke_result_t<Body> {
        executor_.begin(level);
        try {
            if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
                std::forward<Body>(body)();
                executor_.commit();
            } else {
                std::invoke_result_t<Body> result = std::forward<Body>(body)();
                executor_.commit();
                return result;
            }
        } catch (...) {
            executor_.rollback();
            throw;
        }
    }

    /// The address the database was opened with, without a password.
    const std::string& url() const noexcept { return executor_.connection().url(); }

    /// The driver's connection, for what is special to it.
    Connection& connection() noexcept { return executor_.connection(); }

protected:
    explicit session_base(Connection connection) : executor_(std::move(connection)) {}

    executor<Connection> executor_;

private:
    void run_script(list_view<const std::string_view> parts) {
        std::string text;
        for (std::string_view part : parts) text += part;
        transaction([&] { executor_.script(text); });
    }

    template <class Record, bool Concurrently>
    void refresh_view() {
        static_assert(require_materialized_view<Record>::value);
        const std::string_view text = refresh_for<Record, Concurrently>(executor_.connection());
        run_script({&text, 1});
    }
};

} // namespace stoa::detail

#endif
