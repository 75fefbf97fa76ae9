// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_OWN_QUERY_HPP
#define STOA_DRIVER_SQLITE_DETAIL_OWN_QUERY_HPP

// A question the driver itself asks, at opening or to explain a failure: prepared, asked once and forgotten.
// It never throws for what the database says, because an explanation must not hide what it explains.

#include "stoa/driver/sqlite/detail/handle.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stoa::sqlite::detail {

class own_query {
public:
    own_query(sqlite3* database, const char* sql) {
        sqlite3_stmt* prepared = nullptr;
        code_ = sqlite3_prepare_v2(database, sql, -1, &prepared, nullptr);
        statement_ = statement_handle(prepared);
    }

    /// Binds parameter `?1`; `value` must outlive the query.
    own_query& with(std::string_view value) {
        if (code_ == SQLITE_OK)
            code_ = sqlite3_bind_text64(statement_.get(), 1, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
        return *this;
    }

    /// Goes to the next row; false behind the last one and after a failure.
    bool next() {
        if (code_ == SQLITE_OK || code_ == SQLITE_ROW) code_ = sqlite3_step(statement_.get());
        return code_ == SQLITE_ROW;
    }

    /// The result code of the last step; neither SQLITE_ROW nor SQLITE_DONE after a failure.
    int code() const noexcept { return code_; }

    std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

    /// Empty for NULL.
    std::string text(int column) const {
        const unsigned char* const data = sqlite3_column_text(statement_.get(), column);
        if (data == nullptr) return {};
        return {reinterpret_cast<const char*>(data),
                static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
    }

private:
    statement_handle statement_;
    int code_ = SQLITE_OK;
};

/// Runs one statement for its effect; true if it succeeded.
inline bool run(sqlite3* database, const char* sql) noexcept {
    return sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

} // namespace stoa::sqlite::detail

#endif
