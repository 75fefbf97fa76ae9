// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_SESSION_STATE_HPP
#define STOA_SESSION_SESSION_STATE_HPP

// What a session is in the middle of, and the rules that make all databases behave alike: while a stream or a pipeline
// is open nothing else runs, and after a failure inside a transaction nothing runs until it is rolled back.

#include "stoa/core/error.hpp"
#include "stoa/dialect/isolation.hpp"
#include "stoa/driver/connection.hpp"
#include "stoa/session/composed_statements.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa::detail {

class session_state {
public:
    /// Streams are told apart by number, since two of one query have the same statement.
    std::uint64_t newest_stream() const noexcept { return streams_; }
    bool is_streaming(std::uint64_t stream) const noexcept { return streaming_ != nullptr && stream == streams_; }
    std::size_t depth() const noexcept { return depth_; }
    bool case_sensitive_like() const noexcept { return case_sensitive_like_; }
    composed_statements& composed() noexcept { return composed_; }

    /// Remembers that the database refused something, which ends the current transaction for anything but rollback.
    void note(const error& failure) noexcept {
        if (depth_ != 0 && !failure.native_code().empty()) aborted_ = true;
    }

    void begin_pipeline() noexcept { in_pipeline_ = true; }
    void end_pipeline() noexcept { in_pipeline_ = false; }

    void check_ready(std::string_view sql) const {
        if (streaming_ != nullptr)
            raise(errc::stream_open,
                  "a stream is still open on this session. Read it to its end or let it go out of scope "
                  "before the next statement, or use a second session.",
                  sql);
        if (in_pipeline_)
            raise(errc::usage,
                  "a pipeline is open on this session. Queue the statement in it, or run it before or behind it.", sql);
        if (aborted_)
            raise(errc::transaction_aborted,
                  "an earlier statement of this transaction failed, so nothing runs until it is "
                  "rolled back. Put what may fail into a nested transaction.",
                  sql);
    }

    /// A lock lasts as long as its transaction; where there are none that transaction has to be one that writes.
    void check_can_lock(std::string_view sql) const {
        if (depth_ == 0 || borrowed_)
            raise(errc::usage,
                  "this query locks rows until its transaction ends, and the session has begun none. Run it, and what "
                  "depends on it, in transaction(...).",
                  sql);
        if (level_ == isolation::snapshot)
            raise(errc::usage,
                  "this query locks rows, and its transaction only reads. Begin it with isolation::read_committed or "
                  "isolation::serializable.",
                  sql);
    }

protected:
    /// Whether the level that is `outer` levels deep is a savepoint, not a transaction.
    bool is_savepoint(std::size_t outer) const noexcept { return outer != 0 || borrowed_; }

    std::size_t depth_ = 0;
    isolation level_ = isolation::read_committed;
    bool case_sensitive_like_ = false;
    bool borrowed_ = false; // the outermost level was begun by the caller's own SQL
    bool aborted_ = false;
    bool in_pipeline_ = false;
    driver::statement* streaming_ = nullptr;
    std::uint64_t streams_ = 0; // opened so far

private:
    composed_statements composed_;
};

} // namespace stoa::detail

#endif
