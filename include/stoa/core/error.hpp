// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_CORE_ERROR_HPP
#define STOA_CORE_ERROR_HPP

// What can go wrong at run time, in the same words on every database: one list of codes, and the few
// exception types somebody would want to catch. Drivers translate their native codes into these.

#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa {

/// The portable kind of a failure. The native code is in `error::native_code()`.
enum class errc {
    // a constraint refused the data
    unique_violation = 1,
    foreign_key_violation,
    not_null_violation,
    check_violation,
    // another transaction was in the way; running the whole transaction again may succeed
    serialization_failure,
    deadlock,
    busy,
    // the statement was ended from outside
    timeout,
    canceled,
    // the connection
    connection_failed,
    connection_lost,
    invalid_url,
    // the statement does not fit the database
    syntax_error,
    undefined_object,
    duplicate_object,
    permission_denied,
    read_only,
    resources_exhausted,
    // values and shapes
    invalid_value,
    out_of_range,
    mapping_mismatch,
    no_rows,
    too_many_rows,
    // use of the session
    transaction_aborted,
    stream_open,
    usage,
    unknown,
};

/// The code's name as it is written in C++, such as "unique_violation".
constexpr std::string_view to_string(errc code) noexcept {
    switch (code) {
    case errc::unique_violation: return "unique_violation";
    case errc::foreign_key_violation: return "foreign_key_violation";
    case errc::not_null_violation: return "not_null_violation";
    case errc::check_violation: return "check_violation";
    case errc::serialization_failure: return "serialization_failure";
    case errc::deadlock: return "deadlock";
    case errc::busy: return "busy";
    case errc::timeout: return "timeout";
    case errc::canceled: return "canceled";
    case errc::connection_failed: return "connection_failed";
    case errc::connection_lost: return "connection_lost";
    case errc::invalid_url: return "invalid_url";
    case errc::syntax_error: return "syntax_error";
    case errc::undefined_object: return "undefined_object";
    case errc::duplicate_object: return "duplicate_object";
    case errc::permission_denied: return "permission_denied";
    case errc::read_only: return "read_only";
    case errc::resources_exhausted: return "resources_exhausted";
    case errc::invalid_value: return "invalid_value";
    case errc::out_of_range: return "out_of_range";
    case errc::mapping_mismatch: return "mapping_mismatch";
    case errc::no_rows: return "no_rows";
    case errc::too_many_rows: return "too_many_rows";
    case errc::transaction_aborted: return "transaction_aborted";
    case errc::stream_open: return "stream_open";
    case errc::usage: return "usage";
    case errc::unknown: return "unknown";
    }
    return "unknown";
}

/// The constraint that refused a row, under the name its definition gave it. What the database
/// does not tell is empty.
struct constraint_info {
    std::string name;
    std::string table;
    std::vector<std::string> columns;
};

/// Everything known about a failure. Values bound to the statement are never part of it.
struct error_info {
    errc code = errc::unknown;
    std::string message;     ///< a sentence: what happened, and what to do
    std::string native_code; ///< SQLSTATE ("23505") or the database's own result code ("2067")
    std::string sql;         ///< the statement's text; empty where there was none
    constraint_info constraint;
    std::optional<std::size_t> record{};    ///< of a range that was to be stored: which was refused, counted from 0
    std::optional<std::size_t> statement{}; ///< of a pipeline: which failed, counted from 0
};

/// Base of everything stoa throws.
class error : public std::exception {
public:
    explicit error(error_info info = {}) : info_(std::move(info)), what_(sentence(info_)) {}

    const char* what() const noexcept override { return what_.c_str(); }

    errc code() const noexcept { return info_.code; }
    /// SQLSTATE, or the database's own result code; empty for failures found before a database was asked.
    const std::string& native_code() const noexcept { return info_.native_code; }
    /// The statement's text, never the values bound to it.
    const std::string& sql() const noexcept { return info_.sql; }
    const constraint_info& constraint() const noexcept { return info_.constraint; }
    /// Which record of a range was refused, counted from 0; empty where it is not one of many.
    std::optional<std::size_t> record() const noexcept { return info_.record; }
    /// Which statement of a pipeline failed, counted from 0; empty where there is none.
    std::optional<std::size_t> statement() const noexcept { return info_.statement; }
    const error_info& info() const noexcept { return info_; }

private:
    static std::string sentence(const error_info& info) {
        std::string text = "stoa: ";
        text += to_string(info.code);
        text += ": ";
        text += info.message;
        if (!info.constraint.name.empty()) text += "\n  constraint: " + info.constraint.name;
        if (!info.constraint.table.empty()) text += "\n  table: " + info.constraint.table;
        if (info.record) text += "\n  record: " + std::to_string(*info.record) + ", counted from 0";
        if (info.statement)
            text += "\n  statement of the pipeline: " + std::to_string(*info.statement) + ", counted from 0";
        if (!info.native_code.empty()) text += "\n  native code: " + info.native_code;
        if (!info.sql.empty()) text += "\n  statement: " + info.sql;
        return text;
    }

    error_info info_;
    std::string what_;
};

/// The database cannot be reached, or the connection ended.
class connection_error : public error {
    using error::error;
};

/// A unique, foreign key, not null or check constraint refused the data; see `constraint()`.
class constraint_violation : public error {
    using error::error;
};

/// Another transaction was in the way. Nothing was changed; the whole transaction may be run again.
class serialization_failure : public error {
    using error::error;
};

/// A value or a result does not fit between C++ and the database.
class mapping_error : public error {
    using error::error;
};

/// The database refused or ended the statement for any other reason.
class statement_error : public error {
    using error::error;
};

/// Throws the exception type that belongs to `info.code`.
[[noreturn]] inline void raise(error_info info) {
    switch (info.code) {
    case errc::unique_violation:
    case errc::foreign_key_violation:
    case errc::not_null_violation:
    case errc::check_violation: throw constraint_violation(std::move(info));
    case errc::serialization_failure:
    case errc::deadlock:
    case errc::busy: throw serialization_failure(std::move(info));
    case errc::connection_failed:
    case errc::connection_lost:
    case errc::invalid_url: throw connection_error(std::move(info));
    case errc::invalid_value:
    case errc::out_of_range:
    case errc::mapping_mismatch:
    case errc::no_rows:
    case errc::too_many_rows: throw mapping_error(std::move(info));
    default: throw statement_error(std::move(info));
    }
}

/// Throws the exception type that belongs to `code`, with a sentence and, where there is one, the statement.
[[noreturn]] inline void raise(errc code, std::string message, std::string_view sql = {}) {
    raise(error_info{code, std::move(message), {}, std::string(sql), {}});
}

} // namespace stoa

#endif
