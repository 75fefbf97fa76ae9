// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_EXECUTOR_HPP
#define STOA_SESSION_EXECUTOR_HPP

// Runs statements one at a time on a connection, by the rules of session_state.hpp.

#include "stoa/core/error.hpp"
#include "stoa/dialect/isolation.hpp"
#include "stoa/driver/any_connection.hpp"
#include "stoa/session/binder.hpp"
#include "stoa/session/session_state.hpp"
#include "stoa/session/statements.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa::detail {

template <class Connection>
class executor : public session_state {
public:
    using statement_type = typename Connection::statement_type;
    using binder_type = binder<statement_type>;

    explicit executor(Connection connection) : connection_(std::move(connection)) {
        case_sensitive_like_ =
            with_dialect(connection_, []<class Dialect>() { return Dialect::has_case_sensitive_like; });
    }

    Connection& connection() noexcept { return connection_; }
    const Connection& connection() const noexcept { return connection_; }

    /// What the connection prepares for the statement: a constant, unless it was composed at run time.
    template <class Statement>
    const statement_info& info_for(const Statement& statement) {
        if constexpr (is_composed<Statement>)
            return composed().find(connection_, statement);
        else
            return statement_for<Statement>(connection_);
    }

    /// Binds with `bind(binder)`, runs, and gives the statement to `consume`, whose result it returns.
    template <class Bind, class Consume>
    decltype(auto) run(const statement_info& info, Bind&& bind, Consume&& consume) {
        check_ready(info.sql);
        if (info.locks_rows) check_can_lock(info.sql);
        try {
            statement_type& statement = prepare(info);
            binder_type values(statement, case_sensitive_like_); // outlives the execution
            const finisher at_end{statement};
            bind(values);
            at_end.statement.execute(driver::fetch::together);
            return consume(statement);
        } catch (const error& failure) {
            note(failure);
            throw;
        }
    }

    /// Loads rows: `feed(add)` calls `add(bind)` for each of them, and `bind(binder)` binds its values.
    template <class Feed>
    void load(const statement_info& info, Feed&& feed) {
        check_ready(info.sql);
        try {
            statement_type& statement = prepare(info);
            const finisher at_end{statement};
            feed([&](auto&& bind) {
                binder_type values(statement, case_sensitive_like_);
                bind(values);
                at_end.statement.execute(driver::fetch::together);
            });
            statement.next();
        } catch (const error& failure) {
            note(failure);
            throw;
        }
    }

    /// Runs without parameters and results.
    void script(std::string_view text) {
        check_ready(text);
        try {
            base().execute(text);
        } catch (const error& failure) {
            note(failure);
            throw;
        }
    }

    /// Begins the reading of rows one at a time; `end_stream` must follow.
    statement_type& begin_stream(const statement_info& info) {
        check_ready(info.sql);
        if (info.locks_rows) check_can_lock(info.sql);
        try {
            statement_type& statement = prepare(info);
            streaming_ = &statement;
            ++streams_;
            return statement;
        } catch (const error& failure) {
            note(failure);
            throw;
        }
    }
    void end_stream(std::uint64_t stream) noexcept {
        if (!is_streaming(stream)) return;
        streaming_->finish();
        streaming_ = nullptr;
    }
    /// Opens a transaction, or a savepoint inside one; also inside one that was begun with SQL of the caller's own,
    /// which is never committed here.
    void begin(isolation level) {
        check_ready({});
        if (depth_ == 0) borrowed_ = base().in_transaction();
        if (is_savepoint(depth_)) {
            base().execute(savepoint("SAVEPOINT ", depth_));
        } else {
            base().execute(with_dialect(connection_, [=]<class Dialect>() { return Dialect::begin(level); }));
            level_ = level;
        }
        ++depth_;
    }

    /// Makes the innermost level permanent. On failure it is still open, for `rollback`.
    void commit() {
        if (aborted_)
            raise(errc::transaction_aborted,
                  "a statement of this transaction failed, so it cannot be committed. Let the "
                  "exception leave the transaction, or put what may fail into a nested one.");
        check_ready({});
        const std::size_t innermost = depth_ - 1;
        base().execute(is_savepoint(innermost) ? savepoint("RELEASE SAVEPOINT ", innermost) : std::string("COMMIT"));
        --depth_;
        if (!is_savepoint(innermost)) end_level();
    }

    /// Takes the innermost level back. Never throws: a connection that cannot roll back is lost, and its database
    /// rolls back by itself.
    void rollback() noexcept {
        end_stream(streams_); // one that outlives its transaction
        --depth_;
        try {
            if (is_savepoint(depth_)) {
                base().execute(savepoint("ROLLBACK TO SAVEPOINT ", depth_));
                base().execute(savepoint("RELEASE SAVEPOINT ", depth_));
            } else {
                // Some failures have rolled back already.
                if (base().in_transaction()) base().execute("ROLLBACK");
                end_level();
            }
            aborted_ = false;
        } catch (...) {
            // An outer level must not go on as if nothing had happened.
            aborted_ = depth_ != 0;
        }
    }

private:
    // Once a statement things are done through the base classes, so that an object file in which no connection is
    // opened has nothing of how a driver does them.
    driver::connection& base() noexcept { return driver::driver_of(connection_); }
    statement_type& prepare(const statement_info& info) { return static_cast<statement_type&>(base().prepare(info)); }

    struct finisher {
        driver::statement& statement;
        ~finisher() { statement.finish(); }
    };

    static std::string savepoint(std::string_view verb, std::size_t level) {
        return std::string(verb) + "\"stoa_" + std::to_string(level) + "\"";
    }

    void end_level() {
        const std::string_view text =
            with_dialect(connection_, [level = level_]<class Dialect>() { return Dialect::after_end(level); });
        if (!text.empty()) base().execute(text);
    }

    Connection connection_;
};

} // namespace stoa::detail

#endif
