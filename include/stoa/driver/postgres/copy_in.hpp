// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_COPY_IN_HPP
#define STOA_DRIVER_POSTGRES_COPY_IN_HPP

// COPY … FROM STDIN (FORMAT binary): many rows in one statement, which the server stores all or none of (PostgreSQL
// manual, COPY, Binary Format; 34.10 Functions Associated with the COPY Command).

#include "stoa/driver/postgres/codec.hpp"
#include "stoa/driver/postgres/link.hpp"
#include "stoa/driver/postgres/parameters.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <libpq-fe.h>

namespace stoa::postgres {

/// The rows of one COPY on their way to the server.
class copy_in {
public:
    /// Begins the COPY of `sql`, which ends with a NUL. Null, or what the server said instead.
    result_handle begin(PGconn* raw, std::string_view sql) {
        result_handle result(PQexec(raw, sql.data()));
        if (PQresultStatus(result.get()) != PGRES_COPY_IN) return result;
        constexpr std::string_view signature("PGCOPY\n\377\r\n\0", 11);
        buffer_.assign(signature).append(8, '\0'); // no flags, no extension of the header
        return nullptr;
    }

    /// Adds a row. False if the connection is lost.
    bool add(PGconn* raw, const parameters& row) {
        number(static_cast<std::uint16_t>(row.count()));
        for (int i = 0; i != row.count(); ++i) {
            const char* const value = row.values()[i];
            const int length = value == nullptr ? -1 : row.lengths()[i];
            number(static_cast<std::uint32_t>(length));
            if (value != nullptr) buffer_.append(value, static_cast<std::size_t>(length));
        }
        return buffer_.size() < sent_at_once || flush(raw);
    }

    /// Sends the rest. Returns what the server says of all rows, null if it cannot be asked.
    result_handle end(PGconn* raw) {
        number(std::uint16_t{0xFFFF});
        const bool sent = flush(raw) && PQputCopyEnd(raw, nullptr) == 1;
        return sent ? last_result(raw) : nullptr;
    }

    /// Has the server forget the rows.
    void abort(PGconn* raw) noexcept {
        buffer_.clear();
        if (PQputCopyEnd(raw, "given up by the program") == 1) last_result(raw);
    }

private:
    static constexpr std::size_t sent_at_once = std::size_t{1} << 16;

    template <class Word>
    void number(Word value) {
        char bytes[sizeof value];
        codec::store(bytes, value);
        buffer_.append(bytes, sizeof bytes);
    }

    bool flush(PGconn* raw) {
        const bool sent = PQputCopyData(raw, buffer_.data(), static_cast<int>(buffer_.size())) == 1;
        buffer_.clear();
        return sent;
    }

    static result_handle last_result(PGconn* raw) noexcept {
        result_handle first(PQgetResult(raw));
        while (first != nullptr && result_handle(PQgetResult(raw)) != nullptr) {}
        return first;
    }

    std::string buffer_;
};

} // namespace stoa::postgres

#endif
