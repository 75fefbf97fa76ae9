// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_CONNECTION_HPP
#define STOA_DRIVER_SQLITE_CONNECTION_HPP

// A connection to an SQLite database, 3.39 or newer: the database's handle and the statements prepared on it.

#include "stoa/dialect/sqlite.hpp"
#include "stoa/driver/connection.hpp"
#include "stoa/driver/sqlite/detail/describe.hpp"
#include "stoa/driver/sqlite/detail/open.hpp"
#include "stoa/driver/sqlite/detail/statement_cache.hpp"
#include "stoa/driver/sqlite/statement.hpp"
#include "stoa/driver/sqlite/url.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace stoa::sqlite {

/// One connection, used by one thread at a time. It enforces foreign keys, waits for locks, and writes files through
/// a write-ahead log; the options and what they are in a URL are in url.hpp.
/// Example: `stoa::sqlite::connection books("sqlite:///books.db");`
class connection final : public driver::connection {
public:
    using dialect = stoa::dialect::sqlite;
    using statement_type = statement;

    /// Throws: connection_error (invalid_url, connection_failed); serialization_failure (busy) while the file is
    /// locked.
    explicit connection(std::string_view url) : connection(parse_url(url), std::string(url)) {}
    explicit connection(const options& chosen) : connection(chosen, to_url(chosen)) {}

    /// Statements stay where they are. What was moved from may only be assigned to or destroyed.
    connection(connection&& other) noexcept { swap(other); }
    connection& operator=(connection&& other) noexcept {
        swap(other);
        return *this;
    }
    ~connection() override = default;

    static constexpr bool accepts(std::string_view url) noexcept { return is_url(url); }

    std::size_t dialect_index() const noexcept override { return dialect::index; }
    std::size_t storage_index() const noexcept override {
        return guids_ == guid_storage::blob ? stoa::dialect::sqlite_binary_guid::storage_index
                                            : stoa::dialect::sqlite::storage_index;
    }

    /// `info` must stay where it is, unchanged, for as long as the connection lives.
    statement& prepare(const statement_info& info) override {
        if (&info == last_info_) return *last_statement_;
        statement* found = statements_.find(info);
        if (found == nullptr) found = &statements_.add(database_.get(), info, guids_);
        last_info_ = &info;
        last_statement_ = found;
        return *found;
    }

    driver::statement_description describe(const statement_info& info) override {
        return detail::describe_statement(database_.get(), info, guids_);
    }

    void forget_statements() override {
        last_info_ = nullptr;
        last_statement_ = nullptr;
        statements_.clear();
    }

    inline void execute(std::string_view script) override;

    void begin_pipeline() override { own_transaction_ = !in_transaction(); }
    bool has_late_results() const noexcept override { return false; }
    void send_pipeline() override {}
    void end_pipeline() override {
        if (own_transaction_ && in_transaction()) execute("COMMIT");
    }
    void abandon_pipeline() noexcept override {
        if (own_transaction_ && in_transaction())
            static_cast<void>(sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr));
    }

    bool in_transaction() const noexcept override { return sqlite3_get_autocommit(database_.get()) == 0; }
    const std::string& url() const noexcept override { return url_; }
    /// In memory.
    std::unique_ptr<driver::connection> open_empty() const override {
        options chosen;
        chosen.path = memory_path;
        chosen.guids = guids_;
        return std::make_unique<connection>(chosen);
    }

    /// For what stoa does not offer. Do not close it, and do not change its settings.
    sqlite3* native_handle() const noexcept { return database_.get(); }

private:
    connection(const options& chosen, std::string url)
        : url_(std::move(url)), guids_(chosen.guids), database_(detail::open_database(chosen)) {}

    void swap(connection& other) noexcept {
        url_.swap(other.url_);
        std::swap(guids_, other.guids_);
        std::swap(database_, other.database_);
        statements_.swap(other.statements_);
        std::swap(last_info_, other.last_info_);
        std::swap(last_statement_, other.last_statement_);
        std::swap(own_transaction_, other.own_transaction_);
    }

    std::string url_;
    guid_storage guids_ = guid_storage::text;
    detail::database_handle database_;
    detail::statement_cache statements_; // behind the database, so that they go first
    const statement_info* last_info_ = nullptr;
    statement* last_statement_ = nullptr;
    bool own_transaction_ = false; // of the pipeline
};

inline void connection::execute(std::string_view script) {
    if (script.find('\0') != script.npos)
        raise(errc::syntax_error, "the script contains NUL, where SQLite would stop reading. Remove it.", script);
    const std::string text(script); // for the NUL behind it
    sqlite3* const database = database_.get();
    for (const char* at = text.c_str(); *at != '\0';) {
        sqlite3_stmt* prepared = nullptr;
        const char* behind = at;
        int code = sqlite3_prepare_v2(database, at, -1, &prepared, &behind);
        const detail::statement_handle one(prepared);
        const auto fail = [&] {
            const failure seen(database, code);
            // Of what it does not understand, SQLite says only how far it read.
            const std::size_t read = static_cast<std::size_t>(behind - text.c_str());
            const std::size_t end = prepared != nullptr ? read : text.find(';', read);
            std::string_view sql = std::string_view(text).substr(0, end);
            sql.remove_prefix(static_cast<std::size_t>(at - text.c_str()));
            const std::size_t first = sql.find_first_not_of(" \t\r\n");
            raise(sqlite::describe(database, seen, sql.substr(first == sql.npos ? 0 : first)));
        };
        if (code != SQLITE_OK) fail();
        if (prepared != nullptr) {
            do code = sqlite3_step(prepared);
            while (code == SQLITE_ROW);
            if (code != SQLITE_DONE) fail();
        }
        at = behind;
    }
}

} // namespace stoa::sqlite

#endif
