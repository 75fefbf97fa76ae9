// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_CONNECTION_HPP
#define STOA_DRIVER_POSTGRES_CONNECTION_HPP

// A connection to a PostgreSQL server through libpq, set up so that it means the same everywhere.

#include "stoa/dialect/postgres.hpp"
#include "stoa/driver/connection.hpp"
#include "stoa/driver/postgres/describe.hpp"
#include "stoa/driver/postgres/error.hpp"
#include "stoa/driver/postgres/link.hpp"
#include "stoa/driver/postgres/pipeline.hpp"
#include "stoa/driver/postgres/statement.hpp"
#include "stoa/driver/postgres/url.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace stoa::postgres {

/// A connection to one PostgreSQL database, version 13 or newer, used by one thread at a time. It works in UTC and
/// UTF-8, prints nothing, and names itself "stoa" unless the address or PGAPPNAME names it.
/// Throws: connection_error where the server cannot be reached or used.
/// Example: `stoa::postgres::connection db("postgresql://me@localhost/library");`
class connection final : public driver::connection {
public:
    using dialect = dialect::postgres;
    using statement_type = statement;

    /// Whether `url` is one for this driver: postgresql://… or postgres://…
    static constexpr bool accepts(std::string_view url) noexcept { return is_postgres_url(url); }

    explicit connection(std::string_view url) : url_(without_password(url)), shared_(std::make_unique<link>()) {
        const connection_url split = split_options(url);
        shared_->pooled = split.pooled;
        open(split.text);
        set_up();
    }
    connection(connection&& other) noexcept
        : url_(std::move(other.url_)), shared_(std::move(other.shared_)), statements_(std::move(other.statements_)),
          latest_(std::exchange(other.latest_, nullptr)) {}

    std::size_t dialect_index() const noexcept override { return dialect::index; }
    std::size_t storage_index() const noexcept override { return dialect::storage_index; }

    /// The statement kept under the address of `info`, which must stay what it is as long as the connection lives.
    /// The server sees it when it is first executed.
    statement& prepare(const statement_info& info) override {
        if (latest_ == nullptr || &latest_->info() != &info)
            latest_ = &statements_.try_emplace(&info, *shared_, info).first->second;
        return *latest_;
    }

    driver::statement_description describe(const statement_info& info) override {
        return describe_statement(*shared_, info);
    }

    void forget_statements() override {
        latest_ = nullptr;
        statements_.clear();
        if (!shared_->pooled) execute("DEALLOCATE ALL");
    }

    inline void execute(std::string_view script) override;

    void begin_pipeline() override { postgres::begin_pipeline(*shared_); }
    bool has_late_results() const noexcept override { return true; }
    void send_pipeline() override { postgres::send_pipeline(*shared_); }
    void end_pipeline() override { postgres::end_pipeline(*shared_); }
    void abandon_pipeline() noexcept override { postgres::abandon_pipeline(*shared_); }

    bool in_transaction() const noexcept override { return shared_->in_transaction(); }
    const std::string& url() const noexcept override { return url_; }

private:
    [[noreturn]] void refuse(const std::string& reason) const {
        raise(errc::connection_failed, "cannot use " + url_ + ": " + reason);
    }

    void open(const std::string& url);
    void set_up();
    void require_parameter(const char* name, std::string_view wanted) const;

    std::string url_;
    std::unique_ptr<link> shared_; // the statements point to it
    std::unordered_map<const statement_info*, statement> statements_;
    statement* latest_ = nullptr;
};

inline void connection::open(const std::string& url) {
    // Later settings win over those in the address, a fallback does not.
    const char* const names[]{"dbname", "client_encoding", "fallback_application_name", nullptr};
    const char* const values[]{url.c_str(), "UTF8", "stoa", nullptr};
    shared_->owner.reset(PQconnectdbParams(names, values, 1));
    PGconn* const raw = shared_->raw();
    if (PQstatus(raw) != CONNECTION_OK)
        refuse((raw == nullptr ? "out of memory" : one_line(PQerrorMessage(raw))) +
               ". Check that the server runs, and that host, port, database, user and password are right.");
    PQsetNoticeReceiver(
        raw, [](void*, const PGresult*) {}, nullptr);
    if (PQserverVersion(raw) < 130'000)
        refuse("the server's version is " + std::string(PQparameterStatus(raw, "server_version")) +
               ". Use PostgreSQL 13 or newer.");
}

inline void connection::set_up() {
    execute("SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'iso_8601'; "
            "SET standard_conforming_strings = on");
    require_parameter("TimeZone", "UTC");
    require_parameter("client_encoding", "UTF8");
    require_parameter("standard_conforming_strings", "on");
    require_parameter("DateStyle", "ISO");
    require_parameter("IntervalStyle", "iso_8601");
    require_parameter("integer_datetimes", "on");
}

/// Of a setting that the server reports on its own (PostgreSQL manual, 34.2 PQparameterStatus).
inline void connection::require_parameter(const char* name, std::string_view wanted) const {
    const char* const given = PQparameterStatus(shared_->raw(), name);
    if (given == nullptr || !std::string_view(given).starts_with(wanted))
        refuse(std::string("the setting ") + name + " is " + (given == nullptr ? "unknown" : given) + " and not " +
               std::string(wanted) + ". Connect to the server directly, or make what stands between pass it on.");
}

inline void connection::execute(std::string_view script) {
    if (shared_->streaming != nullptr)
        raise(errc::stream_open, "the rows of a statement are still arriving. Finish it first.", script);
    if (script.find('\0') != std::string_view::npos)
        raise(errc::invalid_value, "a script cannot contain NUL. Remove it.", script.substr(0, script.find('\0')));
    PGconn* const raw = shared_->raw();
    const result_handle result(PQexec(raw, std::string(script).c_str()));
    switch (PQresultStatus(result.get())) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY: break;
    case PGRES_COPY_IN:
    case PGRES_COPY_OUT:
    case PGRES_COPY_BOTH:
        result_handle(PQexec(raw, "")); // the next command ends the copy
        raise(errc::usage, "a script cannot copy to or from the client. Copy to or from a file of the server.", script);
    default: raise(postgres::describe(raw, result.get(), script, nullptr));
    }
    // The server answers a COMMIT of a failed transaction with a rollback and calls that a success.
    if (script.starts_with("COMMIT") && std::string_view(PQcmdStatus(result.get())) == "ROLLBACK")
        raise(errc::transaction_aborted,
              "the transaction had failed before and was rolled back instead of committed. Run it again.", script);
}

} // namespace stoa::postgres

#endif
