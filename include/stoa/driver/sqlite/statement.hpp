// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_STATEMENT_HPP
#define STOA_DRIVER_SQLITE_STATEMENT_HPP

// A prepared statement. Values are bound without a copy and read without one; every read checks what is stored,
// because an SQLite column holds whatever somebody wrote. A statement that writes runs to its end before its rows
// are handed out: SQLite checks foreign keys and commits only then (https://sqlite.org/lang_returning.html).

#include "stoa/driver/connection.hpp"
#include "stoa/driver/sqlite/codec.hpp"
#include "stoa/driver/sqlite/detail/describe.hpp"
#include "stoa/driver/sqlite/detail/foreign_key.hpp"
#include "stoa/driver/sqlite/detail/handle.hpp"
#include "stoa/driver/sqlite/detail/kept_rows.hpp"
#include "stoa/driver/sqlite/detail/misfit.hpp"
#include "stoa/driver/sqlite/error.hpp"
#include "stoa/driver/sqlite/url.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace stoa::sqlite {

namespace detail {

/// What a statement does when something is wrong: virtual, so that only an object file that opens a connection has how
/// it finds out what.
class failing_statement : public driver::statement {
public:
    [[noreturn]] virtual void fail(int code) = 0;
    [[noreturn]] virtual void no_such_parameter() = 0;
    [[noreturn]] virtual void misfit(int column, sqlite3_value* stored, type_kind wanted, fit found) = 0;

protected:
    ~failing_statement() = default;
};

} // namespace detail

/// Bound text and bytes must live until `finish`, or until the last row was read; a statement executed with
/// `fetch::one_by_one` copies them, so that its stream may outlive them.
class statement final : public detail::failing_statement {
public:
    /// `info` must live as long as the statement.
    /// Throws: statement_error (syntax_error, undefined_object), mapping_error if the results are not those of `info`.
    statement(sqlite3* database, const statement_info& info, guid_storage guids);

    void bind_null(int parameter) override {
        slot(parameter).view = kind::none;
        check(sqlite3_bind_null(handle_.get(), parameter + 1));
    }
    void bind(int parameter, bool value) override { bind(parameter, std::int64_t{value}); }
    void bind(int parameter, std::int16_t value) override { bind(parameter, std::int64_t{value}); }
    void bind(int parameter, std::int32_t value) override { bind(parameter, std::int64_t{value}); }
    void bind(int parameter, std::int64_t value) override {
        slot(parameter).view = kind::none;
        check(sqlite3_bind_int64(handle_.get(), parameter + 1, value));
    }
    void bind(int parameter, float value) override { bind(parameter, double{value}); }
    void bind(int parameter, double value) override {
        slot(parameter).view = kind::none;
        check(sqlite3_bind_double(handle_.get(), parameter + 1, value));
    }
    void bind(int parameter, native::text value) override {
        // A null pointer would be bound as NULL, which an empty text is not.
        const char* const data = value.data() != nullptr ? value.data() : "";
        slot(parameter).set(kind::text, data, value.size());
        check(sqlite3_bind_text64(handle_.get(), parameter + 1, data, value.size(), SQLITE_STATIC, SQLITE_UTF8));
    }
    void bind(int parameter, native::bytes value) override {
        const void* const data = value.data() != nullptr ? static_cast<const void*>(value.data()) : "";
        slot(parameter).set(kind::bytes, data, value.size());
        check(sqlite3_bind_blob64(handle_.get(), parameter + 1, data, value.size(), SQLITE_STATIC));
    }
    void bind(int parameter, const guid& value) override {
        if (guids_ == guid_storage::text) return bind_own(parameter, value.to_chars());
        parameter_slot& own = slot(parameter);
        own.view = kind::none;
        std::memcpy(own.text, value.bytes().data(), 16);
        check(sqlite3_bind_blob(handle_.get(), parameter + 1, own.text, 16, SQLITE_STATIC));
    }
    void bind(int parameter, native::json value) override { bind(parameter, value.text); }
    void bind(int parameter, native::timestamp value) override { bind_own(parameter, iso_text(value)); }
    void bind(int parameter, native::date value) override { bind_own(parameter, iso_text(value)); }
    void bind(int parameter, native::decimal value) override { bind(parameter, value.unscaled); }
    inline void bind(int parameter, const native::list& value) override;

    inline void execute(driver::fetch mode) override;

    bool next() override {
        switch (state_) {
        case state::reading: return step();
        case state::at_first: state_ = state::reading; return true;
        case state::kept: return kept_.next();
        case state::idle: break;
        }
        return false;
    }

    bool is_null(int column) override { return sqlite3_value_type(at(column)) == SQLITE_NULL; }
    void read(int column, bool& value) override { take(column, value, type_kind::boolean); }
    void read(int column, std::int16_t& value) override { take(column, value, type_kind::int16); }
    void read(int column, std::int32_t& value) override { take(column, value, type_kind::int32); }
    void read(int column, std::int64_t& value) override { take(column, value, type_kind::int64); }
    void read(int column, float& value) override { take(column, value, type_kind::float32); }
    void read(int column, double& value) override { take(column, value, type_kind::float64); }
    void read(int column, native::text& value) override { take(column, value, type_kind::text); }
    void read(int column, native::bytes& value) override { take(column, value, type_kind::bytes); }
    void read(int column, guid& value) override { take(column, value, type_kind::guid); }
    void read(int column, native::json& value) override { take(column, value, type_kind::json); }
    void read(int column, native::timestamp& value) override { take(column, value, type_kind::timestamp); }
    void read(int column, native::date& value) override { take(column, value, type_kind::date); }
    void read(int column, native::decimal& value) override {
        const std::size_t place = static_cast<std::size_t>(column);
        const bool described = place < info_.results.size() && info_.results[place].type.kind == type_kind::decimal;
        sqlite3_value* const stored = at(column);
        const detail::fit found =
            detail::decode(stored, value, described ? info_.results[place].type.scale : value.scale);
        if (found != detail::fit::good) failing().misfit(column, stored, type_kind::decimal, found);
    }
    void read(int column, native::array& value) override { take(column, value, type_kind::array); }

    std::int64_t affected_rows() const override { return affected_; }

    void finish() noexcept override {
        if (state_ == state::idle) return;
        if (state_ == state::kept)
            kept_.clear();
        else
            sqlite3_reset(handle_.get());
        state_ = state::idle;
    }

private:
    enum class kind : std::uint8_t { none, text, bytes };
    enum class state : std::uint8_t {
        idle,
        at_first, ///< a row is waiting for the first `next`
        reading,
        kept, ///< the statement has ended; its rows are in `kept_`
    };

    /// What a parameter is bound to, if that belongs to the caller, or the text that was made for it.
    struct parameter_slot {
        const void* data = nullptr;
        std::size_t size = 0;
        kind view = kind::none;
        char text[36]{};

        void set(kind what, const void* where, std::size_t length) noexcept {
            data = where;
            size = length;
            view = what;
        }
    };

    parameter_slot& slot(int parameter) {
        if (static_cast<std::size_t>(parameter) >= slots_.size()) failing().no_such_parameter();
        return slots_[static_cast<std::size_t>(parameter)];
    }

    void check(int code) {
        if (code != SQLITE_OK) failing().fail(code);
    }

    template <std::size_t N>
    void bind_own(int parameter, const std::array<char, N>& text) {
        parameter_slot& own = slot(parameter);
        static_assert(N <= sizeof own.text, "the text must fit its slot");
        own.view = kind::none;
        std::memcpy(own.text, text.data(), N);
        check(sqlite3_bind_text(handle_.get(), parameter + 1, own.text, int{N}, SQLITE_STATIC));
    }

    /// The rows of a statement that writes were copied; all others are read where SQLite has them. That is safe
    /// because one thread at a time uses a connection (https://sqlite.org/c3ref/column_blob.html,
    /// sqlite3_column_value).
    sqlite3_value* at(int column) {
        if (state_ != state::kept) return sqlite3_column_value(handle_.get(), column);
        return kept_.value(column);
    }

    template <class Value>
    void take(int column, Value& value, type_kind wanted) {
        sqlite3_value* const stored = at(column);
        const detail::fit found = detail::decode(stored, value);
        if (found != detail::fit::good) failing().misfit(column, stored, wanted, found);
    }

    bool step() {
        const int code = sqlite3_step(handle_.get());
        if (code == SQLITE_ROW) return true;
        if (code != SQLITE_DONE) failing().fail(code);
        sqlite3_reset(handle_.get());
        state_ = state::idle;
        return false;
    }

    void begin_transaction();
    void own_bound_views();
    void run_to_end(int code);
    detail::failing_statement& failing() noexcept { return *this; }
    inline void fail(int code) override;
    inline void no_such_parameter() override;
    inline void misfit(int column, sqlite3_value* stored, type_kind wanted, detail::fit found) override;

    sqlite3* database_;
    const statement_info& info_;
    detail::statement_handle handle_;
    guid_storage guids_;
    bool writes_ = false;
    state state_ = state::idle;
    std::int64_t affected_ = 0;
    std::vector<parameter_slot> slots_; // never grows, because SQLite reads the texts in it
    detail::kept_rows kept_;
};

inline statement::statement(sqlite3* database, const statement_info& info, guid_storage guids)
    : database_(database), info_(info), handle_(detail::prepare(database, info, SQLITE_PREPARE_PERSISTENT)),
      guids_(guids) {
    sqlite3_stmt* const prepared = handle_.get();
    if (const std::string differences = detail::shape_differences(prepared, info); !differences.empty())
        raise(errc::mapping_mismatch, differences, info.sql);
    writes_ = sqlite3_stmt_readonly(prepared) == 0;
    slots_.resize(static_cast<std::size_t>(sqlite3_bind_parameter_count(prepared)));
}

inline void statement::bind(int parameter, const native::list& value) {
    slot(parameter).view = kind::none;
    if (value.type.kind == type_kind::array) {
        const std::string text = array_text(value);
        return check(
            sqlite3_bind_text64(handle_.get(), parameter + 1, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    text_sink count;
    detail::print_list(count, value);
    char* const text = static_cast<char*>(sqlite3_malloc64(count.size()));
    if (text == nullptr) failing().fail(SQLITE_NOMEM);
    text_sink fill(text, count.size());
    detail::print_list(fill, value);
    check(sqlite3_bind_text64(handle_.get(), parameter + 1, text, fill.size(), &sqlite3_free, SQLITE_UTF8));
}

inline void statement::execute(driver::fetch mode) {
    if (state_ != state::idle) finish();
    affected_ = 0;
    if (mode == driver::fetch::one_by_one) own_bound_views();
    if (mode == driver::fetch::in_pipeline && sqlite3_get_autocommit(database_) != 0) begin_transaction();
    const sqlite3_int64 changes = writes_ ? sqlite3_total_changes64(database_) : 0;
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW && !writes_) {
        state_ = state::at_first;
        return;
    }
    run_to_end(code);
    // A statement that changes no row, such as CREATE TABLE, leaves the count of the one before it.
    if (writes_ && sqlite3_total_changes64(database_) != changes) affected_ = sqlite3_changes64(database_);
}

/// That of a pipeline; whether it is about to write is known of its first statement only.
inline void statement::begin_transaction() {
    const char* const begin = writes_ ? "BEGIN IMMEDIATE" : "BEGIN";
    if (const int code = sqlite3_exec(database_, begin, nullptr, nullptr, nullptr); code != SQLITE_OK)
        failing().fail(code);
}

/// Copies the caller's text and bytes into SQLite.
inline void statement::own_bound_views() {
    for (std::size_t i = 0; i != slots_.size(); ++i) {
        const parameter_slot& bound = slots_[i];
        const int number = static_cast<int>(i) + 1;
        if (bound.view == kind::text)
            check(sqlite3_bind_text64(handle_.get(), number, static_cast<const char*>(bound.data), bound.size,
                                      SQLITE_TRANSIENT, SQLITE_UTF8));
        else if (bound.view == kind::bytes)
            check(sqlite3_bind_blob64(handle_.get(), number, bound.data, bound.size, SQLITE_TRANSIENT));
    }
}

inline void statement::run_to_end(int code) {
    for (; code == SQLITE_ROW; code = sqlite3_step(handle_.get())) {
        state_ = state::kept;
        if (!kept_.add(handle_.get())) failing().fail(SQLITE_NOMEM);
    }
    if (code != SQLITE_DONE) failing().fail(code);
    sqlite3_reset(handle_.get());
}

inline void statement::fail(int code) {
    const failure seen(database_, code);
    kept_.clear();
    sqlite3_reset(handle_.get());
    state_ = state::idle;
    error_info error = describe(database_, seen, info_.sql, info_.target);
    if (error.code == errc::foreign_key_violation) detail::name_foreign_key(database_, handle_.get(), info_, error);
    raise(std::move(error));
}

inline void statement::misfit(int column, sqlite3_value* stored, type_kind wanted, detail::fit found) {
    error_info error = detail::describe_misfit(info_, column, stored, wanted, found);
    if (found == detail::fit::wrong_kind) // all that is wrong at once
        for (std::size_t next = static_cast<std::size_t>(column) + 1; next < info_.results.size(); ++next)
            detail::add_misfit(error, info_, static_cast<int>(next), at(static_cast<int>(next)));
    raise(std::move(error));
}

inline void statement::no_such_parameter() {
    raise(errc::usage,
          "the statement has " + std::to_string(slots_.size()) + " parameters, counted from 0. Bind one of them.",
          info_.sql);
}

} // namespace stoa::sqlite

#endif
