// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_PIPELINE_HPP
#define STOA_DRIVER_POSTGRES_PIPELINE_HPP

// libpq's pipeline mode (PostgreSQL manual, 34.5; libpq 14): statements are sent without waiting for the results of
// those before. The socket stays in blocking mode, in which libpq waits for it to take more and reads what arrives
// meanwhile (pqSendSome in fe-misc.c), so that neither side waits for the other, and no more is kept here than one
// buffer.

#include "stoa/dialect/postgres.hpp"
#include "stoa/driver/postgres/error.hpp"
#include "stoa/driver/postgres/link.hpp"

#include <utility>

#include <libpq-fe.h>

namespace stoa::postgres {

/// Sends a statement without parameters. False if the connection is lost.
inline bool send_in_pipeline(link& shared, const char* sql) {
    return PQsendQueryParams(shared.raw(), sql, 0, nullptr, nullptr, nullptr, nullptr, 0) == 1;
}

/// The result of the next command that was sent. In a pipeline a null pointer follows that of each.
inline result_handle receive_in_pipeline(link& shared) {
    result_handle result(PQgetResult(shared.raw()));
    while (result != nullptr && result_handle(PQgetResult(shared.raw())) != nullptr) {}
    return result;
}

inline void require_done(link& shared, const PGresult* result) {
    if (PQresultStatus(result) != PGRES_COMMAND_OK) raise(describe(shared.raw(), result, {}, nullptr));
}

inline void begin_pipeline(link& shared) {
    const bool own = !shared.in_transaction();
    if (PQenterPipelineMode(shared.raw()) != 1) raise(describe(shared.raw(), nullptr, {}, nullptr));
    shared.pipeline = {};
    shared.pipeline.own_transaction = own;
}

/// Goes before each statement: the first one begins the transaction.
inline bool go_on_with_pipeline(link& shared) {
    if (std::exchange(shared.pipeline.begun, true) || !shared.pipeline.own_transaction) return true;
    shared.pipeline.awaited = true;
    return send_in_pipeline(shared, dialect::postgres::begin(isolation::read_committed).data());
}

/// Sends what is left and asks the server to go through with it.
inline void send_pipeline(link& shared) {
    if (!shared.pipeline.begun) return;
    shared.pipeline.commits = shared.pipeline.own_transaction && !shared.pipeline.prepares;
    const bool sent = !shared.pipeline.commits || send_in_pipeline(shared, "COMMIT");
    shared.pipeline.sent = true;
    if (!sent || PQpipelineSync(shared.raw()) != 1) raise(describe(shared.raw(), nullptr, {}, nullptr));
}

/// Takes the results that are left, up to that of the synchronisation, and leaves the mode.
inline void leave_pipeline(link& shared) noexcept {
    PGconn* const raw = shared.raw();
    if (shared.pipeline.begun && !std::exchange(shared.pipeline.sent, true) && PQpipelineSync(raw) != 1) return;
    bool ended = !shared.pipeline.begun;
    for (int nothing = 0; !ended && nothing != 2;) { // a second null pointer in a row: there is no connection any more
        const result_handle result(PQgetResult(raw));
        ended = PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC;
        nothing = result == nullptr ? nothing + 1 : 0;
    }
    PQexitPipelineMode(raw);
}

inline void end_pipeline(link& shared) {
    const result_handle committed = shared.pipeline.commits ? receive_in_pipeline(shared) : nullptr;
    if (shared.pipeline.commits) require_done(shared, committed.get());
    leave_pipeline(shared);
    if (shared.pipeline.begun && shared.pipeline.own_transaction && !shared.pipeline.commits)
        require_done(shared, result_handle(PQexec(shared.raw(), "COMMIT")).get());
}

inline void abandon_pipeline(link& shared) noexcept {
    leave_pipeline(shared);
    if (shared.pipeline.own_transaction && shared.in_transaction()) result_handle(PQexec(shared.raw(), "ROLLBACK"));
}

} // namespace stoa::postgres

#endif
