// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_PIPELINE_HPP
#define STOA_SESSION_PIPELINE_HPP

// Statements that are sent without waiting for the results of those before. See docs/guide/fast_paths.md.

#include "stoa/query/record_statements.hpp"
#include "stoa/session/arguments.hpp"
#include "stoa/session/binder.hpp"
#include "stoa/session/generate.hpp"
#include "stoa/session/pipelined.hpp"
#include "stoa/session/reader.hpp"
#include "stoa/session/record_operations.hpp"
#include "stoa/session/session_state.hpp"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa {

/// What the body of `session::pipeline` queues its statements in. Every function returns a `pipelined` result, which is
/// there when the pipeline has ended. Values are taken at once, so that they need not outlive the call.
/// Every function throws mapping_error for values that no database could keep, and what it throws leaves the body.
class pipeline {
public:
    pipeline(driver::connection& connection, detail::session_state& state) : connection_(connection), state_(state) {
        state_.check_ready({});
        connection_.begin_pipeline();
        state_.begin_pipeline();
    }
    pipeline(const pipeline&) = delete;
    pipeline& operator=(const pipeline&) = delete;

    /// See `session::find`.
    template <record Record, class... Key>
    pipelined<std::optional<Record>> find(const Key&... key) {
        static_assert(detail::require_key_values<Record, Key...>::value);
        return queue(
            detail::statement_for<find_record<Record>>(connection_), std::optional<Record>(),
            [&](auto& bind) { detail::bind_key<Record>(bind, key...); },
            [](driver::statement& statement, std::optional<Record>& found) {
                if (statement.next()) detail::read_record(statement, 0, found.emplace());
            });
    }

    /// All rows of a query; see `session::all`.
    template <row_statement Query, detail::argument... Arguments>
    pipelined<std::vector<row_t<Query>>> all(const Query& query, const Arguments&... arguments) {
        return queue(
            info_for(query), std::vector<row_t<Query>>(),
            [&](auto& bind) { detail::bind_all(query, bind, arguments...); },
            [](driver::statement& statement, auto& found) { detail::read_all<Query>(statement, found); });
    }

    /// The first row of a query, if it has one.
    template <row_statement Query, detail::argument... Arguments>
    pipelined<std::optional<row_t<Query>>> first(const Query& query, const Arguments&... arguments) {
        if constexpr (!Query::template has<clause::limit>)
            return first(query.limit(1), arguments...);
        else
            return queue(
                info_for(query), std::optional<row_t<Query>>(),
                [&](auto& bind) { detail::bind_all(query, bind, arguments...); },
                [](driver::statement& statement, auto& found) { detail::read_first<Query>(statement, found); });
    }

    /// Runs an insert, update or delete. The result is the number of rows it changed.
    template <command Command, detail::argument... Arguments>
    pipelined<std::int64_t> execute(const Command& command, const Arguments&... arguments) {
        return queue(
            info_for(command), std::int64_t{0}, [&](auto& bind) { detail::bind_all(command, bind, arguments...); },
            [](driver::statement& statement, std::int64_t& changed) { changed = statement.affected_rows(); });
    }

    /// Stores a record. The result is the record with its generated fields.
    template <record Record>
    pipelined<Record> insert(Record record) {
        detail::generate_fields(record);
        pipelined<Record> stored;
        detail::with_identity(record, [&]<identity_value Identity>(std::integral_constant<identity_value, Identity>) {
            using statement_type = insert_record<Record, Identity>;
            stored = queue(
                detail::statement_for<statement_type>(connection_), record,
                [&](auto& bind) { detail::bind_sent<statement_type>(bind, record); },
                [](driver::statement& statement, Record& into) { detail::read_back<statement_type>(statement, into); });
            if constexpr (detail::has_identity<Record> && Identity == identity_value::given)
                detail::move_identity_behind(*this, record);
        });
        return stored;
    }

    /// Changes the row with the record's primary key to the record. The result is whether there is one.
    template <record Record>
    pipelined<bool> update(const Record& record) {
        static_assert(detail::require_updatable<Record>::value);
        return changed(detail::statement_for<update_record<Record>>(connection_),
                       [&](auto& bind) { detail::bind_update(bind, record); });
    }

    /// Deletes the row with this primary key, one argument per column of it. The result is whether there was one.
    template <record Record, class... Key>
    pipelined<bool> erase(const Key&... key) {
        static_assert(detail::require_key_values<Record, Key...>::value);
        return changed(detail::statement_for<erase_record<Record>>(connection_),
                       [&](auto& bind) { detail::bind_key<Record>(bind, key...); });
    }

    /// Has all statements run and reads their results; `session::pipeline` does it.
    void end();
    /// Ends a pipeline of which something has failed.
    void abandon() noexcept;

    driver::connection& connection() noexcept { return connection_; }

    /// A statement of the library's own, behind the one that was queued last.
    template <class Bind, class Consume>
    void run(const statement_info& info, Bind bind, Consume) {
        send(info, nullptr, queued_ - 1, bind);
    }

private:
    struct entry {
        driver::statement* statement;
        std::shared_ptr<detail::pipelined_result> result; // null where nobody asks for it
        std::size_t number;
    };

    template <class Statement>
    const statement_info& info_for(const Statement& statement) {
        if constexpr (detail::is_composed<Statement>)
            return state_.composed().find(connection_, statement, false);
        else
            return detail::statement_for<Statement>(connection_);
    }

    template <class T, class Bind, class Read>
    pipelined<T> queue(const statement_info& info, T initial, Bind bind, Read read) {
        auto result = std::make_shared<detail::pipelined_reader<T, Read>>(std::move(initial), std::move(read));
        send(info, result, queued_++, bind);
        results_.push_back(result);
        return pipelined<T>(std::move(result));
    }

    template <class Bind>
    pipelined<bool> changed(const statement_info& info, Bind bind) {
        return queue(info, false, bind,
                     [](driver::statement& statement, bool& any) { any = statement.affected_rows() != 0; });
    }

    template <class Bind>
    void send(const statement_info& info, std::shared_ptr<detail::pipelined_result> result, std::size_t number,
              Bind& bind) {
        if (info.locks_rows) state_.check_can_lock(info.sql);
        driver::statement* const statement = prepare(info, number);
        if (statement == nullptr) return;
        detail::binder<driver::statement> values(*statement, state_.case_sensitive_like());
        bind(values);
        if (failed_ == nullptr) execute({statement, std::move(result), number});
    }

    driver::statement* prepare(const statement_info& info, std::size_t number);
    void execute(entry added);
    void take(entry& each);
    void fail(const error& failure, std::size_t number);

    driver::connection& connection_;
    detail::session_state& state_;
    std::vector<entry> waiting_; // for their results
    std::vector<std::shared_ptr<detail::pipelined_result>> results_;
    std::size_t queued_ = 0;
    bool open_ = true;
    std::exception_ptr failed_; // what the database refused first
    std::exception_ptr unread_; // what could not be read first
};

namespace detail {

/// The same error, with the place of its statement.
inline std::exception_ptr in_pipeline(const error& failure, std::size_t number) {
    error_info info = failure.info();
    info.statement = number;
    try {
        raise(std::move(info));
    } catch (...) {
        return std::current_exception();
    }
}

} // namespace detail

inline void pipeline::fail(const error& failure, std::size_t number) {
    state_.note(failure);
    failed_ = detail::in_pipeline(failure, number);
}

/// Null where the database refuses to, or has refused something before.
inline driver::statement* pipeline::prepare(const statement_info& info, std::size_t number) {
    try {
        return &connection_.prepare(info);
    } catch (const error& failure) {
        if (failed_ == nullptr) fail(failure, number);
        return nullptr;
    }
}

inline void pipeline::execute(entry added) {
    try {
        added.statement->execute(driver::fetch::in_pipeline);
    } catch (const error& failure) {
        fail(failure, added.number);
        return;
    }
    if (connection_.has_late_results())
        waiting_.push_back(std::move(added));
    else
        take(added);
}

inline void pipeline::take(entry& each) {
    try {
        each.statement->receive();
    } catch (const error& failure) {
        fail(failure, each.number);
        return;
    }
    try {
        if (each.result != nullptr) each.result->read(*each.statement);
    } catch (const error& failure) {
        if (unread_ == nullptr) unread_ = detail::in_pipeline(failure, each.number);
    } catch (...) {
        if (unread_ == nullptr) unread_ = std::current_exception();
    }
    each.statement->finish();
}

inline void pipeline::end() {
    if (failed_ == nullptr) {
        connection_.send_pipeline();
        for (entry& each : waiting_)
            if (failed_ == nullptr) take(each);
    }
    if (failed_ != nullptr) std::rethrow_exception(failed_);
    waiting_.clear();
    connection_.end_pipeline();
    open_ = false;
    state_.end_pipeline();
    if (unread_ != nullptr) std::rethrow_exception(unread_);
    for (const auto& each : results_) each->is_there = true;
}

inline void pipeline::abandon() noexcept {
    if (!std::exchange(open_, false)) return;
    for (entry& each : waiting_) each.statement->finish();
    waiting_.clear();
    connection_.abandon_pipeline();
    state_.end_pipeline();
}

} // namespace stoa

#endif
