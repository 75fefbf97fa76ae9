// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_DETAIL_WATCHED_CONNECTION_HPP
#define STOA_TESTING_DETAIL_WATCHED_CONNECTION_HPP

// A connection in front of another one, which writes down what passes and lets calls fail.

#include "stoa/core/error.hpp"
#include "stoa/dialect/postgres.hpp"
#include "stoa/driver/connection.hpp"
#include "stoa/testing/call_site.hpp"
#include "stoa/testing/fault.hpp"
#include "stoa/testing/value.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace stoa::testing {

/// A statement that was sent.
struct sent_statement {
    std::string sql;
    value_row values{}; ///< of its parameters
    call_site place{};
};

/// Such as: SELECT … WHERE "id" = $1 -- (42)
inline std::string to_string(const sent_statement& given) {
    return given.values.empty() ? given.sql : given.sql + " -- " + to_string(given.values);
}

namespace detail {

struct waiting_fault {
    fault what;
    std::size_t seen = 0; // calls that matched
};

struct watch_log {
    std::vector<sent_statement> statements;
    std::vector<waiting_fault> faults;
};

inline bool is_transaction_control(std::string_view sql) {
    for (const std::string_view word : {"BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT ", "RELEASE ", "PRAGMA query_only"})
        if (sql.starts_with(word)) return true;
    return false;
}

class watched_connection;

class watched_statement final : public driver::statement {
public:
    watched_statement(watched_connection& owner, const statement_info& info, driver::statement& inner)
        : owner_(owner), info_(info), inner_(inner) {}

    void bind_null(int parameter) override {
        values_.bind_null(parameter);
        inner_.bind_null(parameter);
    }
    void bind(int parameter, bool given) override { both(parameter, given); }
    void bind(int parameter, std::int16_t given) override { both(parameter, given); }
    void bind(int parameter, std::int32_t given) override { both(parameter, given); }
    void bind(int parameter, std::int64_t given) override { both(parameter, given); }
    void bind(int parameter, float given) override { both(parameter, given); }
    void bind(int parameter, double given) override { both(parameter, given); }
    void bind(int parameter, native::text given) override { both(parameter, given); }
    void bind(int parameter, native::bytes given) override { both(parameter, given); }
    void bind(int parameter, const guid& given) override { both(parameter, given); }
    void bind(int parameter, native::json given) override { both(parameter, given); }
    void bind(int parameter, native::timestamp given) override { both(parameter, given); }
    void bind(int parameter, native::date given) override { both(parameter, given); }
    void bind(int parameter, native::decimal given) override { both(parameter, given); }
    void bind(int parameter, const native::list& given) override { both(parameter, given); }

    inline void execute(driver::fetch mode) override;
    inline void receive() override;
    inline bool next() override;

    bool is_null(int column) override { return inner_.is_null(column); }
    void read(int column, bool& to) override { inner_.read(column, to); }
    void read(int column, std::int16_t& to) override { inner_.read(column, to); }
    void read(int column, std::int32_t& to) override { inner_.read(column, to); }
    void read(int column, std::int64_t& to) override { inner_.read(column, to); }
    void read(int column, float& to) override { inner_.read(column, to); }
    void read(int column, double& to) override { inner_.read(column, to); }
    void read(int column, native::text& to) override { inner_.read(column, to); }
    void read(int column, native::bytes& to) override { inner_.read(column, to); }
    void read(int column, guid& to) override { inner_.read(column, to); }
    void read(int column, native::json& to) override { inner_.read(column, to); }
    void read(int column, native::timestamp& to) override { inner_.read(column, to); }
    void read(int column, native::date& to) override { inner_.read(column, to); }
    void read(int column, native::decimal& to) override { inner_.read(column, to); }
    void read(int column, native::array& to) override { inner_.read(column, to); }

    std::int64_t affected_rows() const override { return inner_.affected_rows(); }
    inline void finish() noexcept override;

private:
    template <class Native>
    void both(int parameter, const Native& given) {
        values_.bind(parameter, given);
        inner_.bind(parameter, given);
    }

    watched_connection& owner_;
    const statement_info& info_;
    driver::statement& inner_;
    value_taker values_{};
    bool executes_ = false;
    std::size_t rows_ = 0;
    std::optional<fault> later_{}; // after some rows
};

class watched_connection final : public driver::connection {
public:
    watched_connection(std::unique_ptr<driver::connection> inner, std::shared_ptr<watch_log> log)
        : dialect_(inner->dialect_index()), storage_(inner->storage_index()), url_(inner->url()),
          inner_(std::move(inner)), log_(std::move(log)) {}

    std::size_t dialect_index() const noexcept override { return dialect_; }
    std::size_t storage_index() const noexcept override { return storage_; }
    driver::statement& prepare(const statement_info& info) override {
        require_connection(info.sql);
        return statements_.try_emplace(&info, *this, info, inner_->prepare(info)).first->second;
    }
    driver::statement_description describe(const statement_info& info) override {
        require_connection(info.sql);
        return inner_->describe(info);
    }
    void forget_statements() override {
        statements_.clear();
        require_connection({});
        inner_->forget_statements();
    }
    void execute(std::string_view script) override {
        const std::optional<fault> later = sent(script, {});
        inner_->execute(script);
        if (later) fail(*later, script);
    }
    void begin_pipeline() override {
        require_connection({});
        inner_->begin_pipeline();
    }
    bool has_late_results() const noexcept override { return !is_lost() && inner_->has_late_results(); }
    void send_pipeline() override {
        require_connection({});
        inner_->send_pipeline();
    }
    void end_pipeline() override {
        require_connection({});
        inner_->end_pipeline();
    }
    void abandon_pipeline() noexcept override {
        if (!is_lost()) inner_->abandon_pipeline();
    }
    bool in_transaction() const noexcept override { return !is_lost() && inner_->in_transaction(); }
    const std::string& url() const noexcept override { return url_; }
    std::unique_ptr<driver::connection> open_empty() const override {
        return is_lost() ? nullptr : inner_->open_empty();
    }

    bool is_lost() const noexcept { return inner_ == nullptr; }
    void require_connection(std::string_view sql) const {
        if (is_lost()) raise(errc::connection_lost, "the connection was lost before, because the test said so.", sql);
    }
    std::unique_ptr<driver::connection> release() noexcept { return std::move(inner_); }

    /// Writes a call down, and fails where a fault says so. Returns a fault that comes when rows were read.
    std::optional<fault> sent(std::string_view sql, value_row values) {
        require_connection(sql);
        if (!is_transaction_control(sql))
            log_->statements.push_back({std::string(sql), std::move(values), call_site::here()});
        for (auto each = log_->faults.begin(); each != log_->faults.end(); ++each) {
            if (sql.find(each->what.matching) == sql.npos || ++each->seen != each->what.call) continue;
            fault found = std::move(each->what);
            log_->faults.erase(each);
            if (found.after_rows) return found;
            fail(found, sql);
        }
        return {};
    }

    [[noreturn]] void fail(const fault& given, std::string_view sql) {
        if (given.code == errc::connection_lost) inner_.reset();
        error_info info;
        info.code = given.code;
        info.message = "the test lets this call fail.";
        info.native_code = native_code_of(given.code, dialect_ == dialect::postgres::index);
        info.sql = sql;
        raise(std::move(info));
    }

private:
    std::size_t dialect_;
    std::size_t storage_;
    std::string url_;
    std::unique_ptr<driver::connection> inner_;
    std::shared_ptr<watch_log> log_;
    std::unordered_map<const statement_info*, watched_statement> statements_;
};

inline void watched_statement::execute(driver::fetch mode) {
    // One that loads rows is executed once for each of them.
    if (!executes_ || !info_.loads) later_ = owner_.sent(info_.sql, values_.taken);
    executes_ = true;
    rows_ = 0;
    inner_.execute(mode);
}

inline void watched_statement::receive() {
    rows_ = 0;
    owner_.require_connection(info_.sql);
    inner_.receive();
}

inline bool watched_statement::next() {
    owner_.require_connection(info_.sql);
    if (later_ && rows_ == later_->after_rows) owner_.fail(*std::exchange(later_, {}), info_.sql);
    ++rows_;
    return inner_.next();
}

inline void watched_statement::finish() noexcept {
    executes_ = false;
    later_.reset();
    values_.taken.clear();
    if (!owner_.is_lost()) inner_.finish();
}

} // namespace detail
} // namespace stoa::testing

#endif
