// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_COPY_IN_HPP
#define STOA_DRIVER_POSTGRES_COPY_IN_HPP

// COPY … FROM STDIN (FORMAT binary): many rows in one statement, which the server stores all or none of (PostgreSQL
// manual, COPY, Binary Format; 34.10 Functions Associated with the COPY Command).

#include "stoa/driver/postgres/codec.hpp"
#include "stoa/driver/postgres/link.hpp"
#include "stoa/driver/postgres/parameters.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include <libpq-fe.h>

namespace stoa::postgres {

/// The rows of one COPY on their way to the server.
class copy_in {
public:
    /// Begins the COPY of `sql`, which ends with a NUL. Null, or what the server said instead.
    result_handle begin(PGconn* raw, std::string_view sql) {
        result_handle result(PQexec(raw, sql.data()));
        if (PQresultStatus(result.get()) != PGRES_COPY_IN) return result;
        // No flags, no extension of the header.
        constexpr std::string_view head("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
        size_ = 0; // whatever became of the COPY before
        std::memcpy(room(head.size()), head.data(), head.size());
        size_ = head.size();
        return nullptr;
    }

    /// Adds a row. False if the connection is lost.
    bool add(PGconn* raw, const parameters& row) {
        const int count = row.count();
        const char* const* const values = row.values();
        const int* const lengths = row.lengths();
        std::size_t most = sizeof(std::uint16_t);
        for (int i = 0; i != count; ++i) most += sizeof(std::uint32_t) + static_cast<std::size_t>(lengths[i]);
        char* to = number(room(most), static_cast<std::uint16_t>(count));
        for (int i = 0; i != count; ++i) {
            const std::size_t length = static_cast<std::size_t>(lengths[i]);
            to = number(to, values[i] == nullptr ? null : static_cast<std::uint32_t>(length));
            if (values[i] == nullptr) continue;
            std::memcpy(to, values[i], length);
            to += length;
        }
        size_ = static_cast<std::size_t>(to - buffer_.data());
        return size_ < sent_at_once || flush(raw);
    }

    /// Sends the rest. Returns what the server says of all rows, null if it cannot be asked.
    result_handle end(PGconn* raw) {
        number(room(sizeof(std::uint16_t)), std::uint16_t{0xFFFF});
        size_ += sizeof(std::uint16_t);
        const bool sent = flush(raw) && PQputCopyEnd(raw, nullptr) == 1;
        return sent ? last_result(raw) : nullptr;
    }

    /// Has the server forget the rows.
    void abort(PGconn* raw) noexcept {
        size_ = 0;
        if (PQputCopyEnd(raw, "given up by the program") == 1) last_result(raw);
    }

private:
    static constexpr std::size_t sent_at_once = std::size_t{1} << 16;

    static constexpr std::uint32_t null = 0xFFFF'FFFF; // instead of a length

    /// Where so many bytes fit behind those that wait to be sent.
    char* room(std::size_t bytes) {
        if (buffer_.size() - size_ < bytes) buffer_.resize(std::max(size_ + bytes, 2 * sent_at_once));
        return buffer_.data() + size_;
    }

    template <class Word>
    static char* number(char* to, Word value) noexcept {
        codec::store(to, value);
        return to + sizeof value;
    }

    bool flush(PGconn* raw) {
        const bool sent = PQputCopyData(raw, buffer_.data(), static_cast<int>(size_)) == 1;
        size_ = 0;
        return sent;
    }

    static result_handle last_result(PGconn* raw) noexcept {
        result_handle first(PQgetResult(raw));
        while (first != nullptr && result_handle(PQgetResult(raw)) != nullptr) {}
        return first;
    }

    std::vector<char> buffer_;
    std::size_t size_ = 0; ///< of what waits to be sent
};

} // namespace stoa::postgres

#endif
