// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_LINK_HPP
#define STOA_DRIVER_POSTGRES_LINK_HPP

// libpq's handles with owners, and what the statements of one connection share.

#include <cstdint>
#include <memory>
#include <string>

#include <libpq-fe.h>

namespace stoa::postgres {

struct clear_result {
    void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using result_handle = std::unique_ptr<PGresult, clear_result>;

struct close_connection {
    void operator()(PGconn* connection) const noexcept { PQfinish(connection); }
};
using connection_handle = std::unique_ptr<PGconn, close_connection>;

struct free_cancel {
    void operator()(PGcancel* cancel) const noexcept { PQfreeCancel(cancel); }
};
using cancel_handle = std::unique_ptr<PGcancel, free_cancel>;

/// One open connection, as its statements see it. While rows of a statement still arrive, no other may run.
struct link {
    connection_handle owner;
    const void* streaming = nullptr; ///< the statement whose rows are arriving
    bool streaming_in_transaction = false;
    bool pooled = false;     ///< the next transaction may be another server connection's, which knows no name
    std::uint64_t names = 0; ///< given to prepared statements so far

    /// The pipeline that is open.
    struct {
        bool own_transaction = false;
        bool begun = false;    ///< its first statement was sent
        bool awaited = false;  ///< the result of its BEGIN has not been taken
        bool prepares = false; ///< some of its statements, whose results may turn out to be of another shape
        bool commits = false;  ///< its COMMIT was sent with the others
        bool sent = false;
    } pipeline{};

    PGconn* raw() const noexcept { return owner.get(); }

    /// Whether a transaction is open, by what the server said last.
    bool in_transaction() const noexcept {
        switch (PQtransactionStatus(raw())) {
        case PQTRANS_INTRANS:
        case PQTRANS_INERROR: return true;
        case PQTRANS_ACTIVE: return streaming_in_transaction;
        default: return false;
        }
    }

    /// A name no other prepared statement of this connection has.
    std::string next_name() { return "stoa_" + std::to_string(++names); }
};

} // namespace stoa::postgres

#endif
