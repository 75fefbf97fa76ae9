// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_STATEMENT_HPP
#define STOA_DRIVER_POSTGRES_STATEMENT_HPP

// A statement prepared on the server under a name of its own. Parameters and results travel in binary.

#include "stoa/driver/connection.hpp"
#include "stoa/driver/postgres/copy_in.hpp"
#include "stoa/driver/postgres/describe.hpp"
#include "stoa/driver/postgres/error.hpp"
#include "stoa/driver/postgres/link.hpp"
#include "stoa/driver/postgres/parameters.hpp"
#include "stoa/driver/postgres/pipeline.hpp"
#include "stoa/driver/postgres/rows.hpp"
#include "stoa/driver/postgres/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::postgres {

namespace detail {

/// How a statement goes on while rows are arriving: virtual, so that only an object file that opens a connection has
/// it.
class arriving_statement : public driver::statement {
public:
    virtual bool next_arriving() = 0;

protected:
    ~arriving_statement() = default;
};

} // namespace detail

/// One prepared statement of a `connection`, which owns it. It is prepared when it is first executed, and again when
/// the server has forgotten it or its tables have changed. Behind a pooler it has no name, and is sent whole each time.
class statement final : public detail::arriving_statement {
public:
    /// Both must live as long as the statement.
    statement(link& shared, const statement_info& info)
        : shared_(&shared), info_(&info), parameters_(info), rows_(info), only_reads_(info.sql.starts_with("SELECT")) {}

    const statement_info& info() const noexcept { return *info_; }

    void bind_null(int parameter) override { parameters_.set_null(parameter); }
    void bind(int parameter, bool value) override { parameters_.set(parameter, type_kind::boolean, value); }
    void bind(int parameter, std::int16_t value) override { parameters_.set(parameter, type_kind::int16, value); }
    void bind(int parameter, std::int32_t value) override { parameters_.set(parameter, type_kind::int32, value); }
    void bind(int parameter, std::int64_t value) override { parameters_.set(parameter, type_kind::int64, value); }
    void bind(int parameter, float value) override { parameters_.set(parameter, type_kind::float32, value); }
    void bind(int parameter, double value) override { parameters_.set(parameter, type_kind::float64, value); }
    void bind(int parameter, native::text value) override {
        parameters_.set_view(parameter, type_kind::text, value.data(), value.size());
    }
    void bind(int parameter, native::bytes value) override {
        parameters_.set_view(parameter, type_kind::bytes, value.data(), value.size());
    }
    void bind(int parameter, const guid& value) override { parameters_.set(parameter, type_kind::guid, value); }
    void bind(int parameter, native::json value) override { parameters_.set_json(parameter, value.text); }
    void bind(int parameter, native::timestamp value) override {
        parameters_.set(parameter, type_kind::timestamp, value);
    }
    void bind(int parameter, native::date value) override { parameters_.set(parameter, type_kind::date, value); }
    void bind(int parameter, native::decimal value) override { parameters_.set(parameter, type_kind::decimal, value); }
    void bind(int parameter, const native::list& value) override { parameters_.set_list(parameter, value); }

    inline void execute(driver::fetch mode) override;
    inline void receive() override;
    bool next() override {
        if (!info_->loads && !arriving()) return rows_.advance();
        return static_cast<detail::arriving_statement&>(*this).next_arriving();
    }
    inline bool next_arriving() override;

    bool is_null(int column) override { return rows_.is_null(column); }
    void read(int column, bool& value) override { rows_.read(column, type_kind::boolean, value); }
    void read(int column, std::int16_t& value) override { rows_.read(column, type_kind::int16, value); }
    void read(int column, std::int32_t& value) override { rows_.read(column, type_kind::int32, value); }
    void read(int column, std::int64_t& value) override { rows_.read(column, type_kind::int64, value); }
    void read(int column, float& value) override { rows_.read(column, type_kind::float32, value); }
    void read(int column, double& value) override { rows_.read(column, type_kind::float64, value); }
    void read(int column, native::text& value) override { value = rows_.read_text(column); }
    void read(int column, native::bytes& value) override { value = rows_.read_bytes(column); }
    void read(int column, guid& value) override { rows_.read(column, type_kind::guid, value); }
    void read(int column, native::json& value) override { value = rows_.read_json(column); }
    void read(int column, native::timestamp& value) override {
        rows_.read_in_range(column, type_kind::timestamp, value);
    }
    void read(int column, native::date& value) override { rows_.read_in_range(column, type_kind::date, value); }
    void read(int column, native::decimal& value) override { rows_.read_decimal(column, value); }
    void read(int column, native::array& value) override { rows_.read_array(column, value); }

    std::int64_t affected_rows() const override { return rows_.changed(); }
    inline void finish() noexcept override;

private:
    void prepare();
    void forget();
    result_handle start(driver::fetch mode);
    void send();
    bool send_preparation();
    void receive_preparation();
    result_handle accept(result_handle result);
    bool send_execution();
    const Oid* parameter_types();
    void check_types(const PGresult* result);
    void recover(result_handle error, bool can_repeat);
    void drain() noexcept;
    void stop() noexcept;
    [[noreturn]] void fail(const PGresult* result) const {
        raise(describe(shared_->raw(), result, info_->sql, info_->target));
    }
    bool arriving() const noexcept { return shared_->streaming == this; }
    void add_row();
    void end_load();

    link* shared_;
    const statement_info* info_;
    parameters parameters_;
    rows rows_;
    copy_in copy_;
    std::string name_;                 ///< on the server; empty: not prepared
    bool stale_ = false;               ///< what the server knows under `name_` must not be executed
    bool announced_ = false;           ///< its preparation was sent in a pipeline, and not yet received
    bool ahead_ = false;               ///< the row in `rows_` was fetched before it was asked for
    bool only_reads_;                  ///< the statement can be stopped without undoing anything
    std::vector<Oid> parameter_types_; ///< for the server, where the statement is sent whole
    std::vector<Oid> result_types_;    ///< of the last result, where its shape was right
};

inline void statement::execute(driver::fetch mode) {
    if (shared_->streaming != nullptr && !arriving())
        raise(errc::stream_open, "the rows of another statement are still arriving. Finish it first.", info_->sql);
    if (info_->loads) {
        add_row();
        return;
    }
    if (mode == driver::fetch::in_pipeline) {
        send();
        return;
    }
    stop();
    rows_.reset();
    result_handle error = accept(start(mode));
    if (error == nullptr) return;
    recover(std::move(error), true);
    error = accept(start(mode));
    if (error != nullptr) fail(error.get());
}

inline bool statement::next_arriving() {
    if (info_->loads) {
        end_load();
        return false;
    }
    if (std::exchange(ahead_, false)) return true;
    const result_handle error = accept(result_handle(PQgetResult(shared_->raw())));
    if (error != nullptr) fail(error.get());
    return std::exchange(ahead_, false);
}

inline void statement::finish() noexcept {
    if (std::exchange(announced_, false)) name_.clear(); // the pipeline failed before it came to the preparation
    stop();
    rows_.reset();
    parameters_.clear();
}

/// Sends the statement as the next one of the pipeline, which copies what is bound.
inline void statement::send() {
    const bool sent = go_on_with_pipeline(*shared_) && send_preparation() && send_execution();
    parameters_.clear();
    if (!sent) fail(nullptr);
}

inline bool statement::send_preparation() {
    if (shared_->pooled) {
        if (!info_->results.empty() && result_types_.empty()) shared_->pipeline.prepares = true;
        return true;
    }
    if (!name_.empty() && !stale_) return true;
    PGconn* const raw = shared_->raw();
    const std::vector<Oid> types = parameter_ids(*info_);
    name_ = shared_->next_name();
    stale_ = false;
    announced_ = true;
    shared_->pipeline.prepares = true;
    return PQsendPrepare(raw, name_.c_str(), info_->sql.data(), static_cast<int>(types.size()), types.data()) == 1 &&
           PQsendDescribePrepared(raw, name_.c_str()) == 1;
}

/// The shape of the result is compared when it has come; the pipeline is not committed before.
inline void statement::receive_preparation() {
    const result_handle prepared = receive_in_pipeline(*shared_);
    if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) fail(prepared.get());
    announced_ = false;
    stale_ = true; // unless its shape is right
    const result_handle described = receive_in_pipeline(*shared_);
    if (PQresultStatus(described.get()) != PGRES_COMMAND_OK) fail(described.get());
    if (!info_->results.empty()) check_shape(described.get(), *info_);
    stale_ = false;
}

inline void statement::receive() {
    rows_.reset();
    if (std::exchange(shared_->pipeline.awaited, false)) require_done(*shared_, receive_in_pipeline(*shared_).get());
    if (announced_) receive_preparation();
    result_handle error = accept(receive_in_pipeline(*shared_));
    if (error == nullptr) return;
    recover(std::move(error), false);
}

/// Sends a row behind the others; the first one begins the COPY.
inline void statement::add_row() {
    if (!arriving()) {
        rows_.reset();
        if (const result_handle error = copy_.begin(shared_->raw(), info_->sql); error != nullptr) fail(error.get());
        shared_->streaming = this;
        shared_->streaming_in_transaction = true;
    }
    if (!copy_.add(shared_->raw(), parameters_)) fail(nullptr);
}

inline void statement::end_load() {
    if (!arriving()) return;
    result_handle result = copy_.end(shared_->raw());
    shared_->streaming = nullptr;
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail(result.get());
    rows_.reset(std::move(result));
}

/// Sends the statement and waits for its first result.
inline result_handle statement::start(driver::fetch mode) {
    if (!shared_->pooled && (name_.empty() || stale_)) prepare();
    PGconn* const raw = shared_->raw();
    if (mode == driver::fetch::together)
        return result_handle(shared_->pooled
                                 ? PQexecParams(raw, info_->sql.data(), parameters_.count(), parameter_types(),
                                                parameters_.values(), parameters_.lengths(), parameters_.formats(), 1)
                                 : PQexecPrepared(raw, name_.c_str(), parameters_.count(), parameters_.values(),
                                                  parameters_.lengths(), parameters_.formats(), 1));
    const bool in_transaction = shared_->in_transaction();
    if (!send_execution()) fail(nullptr);
    PQsetSingleRowMode(raw);
    shared_->streaming = this;
    shared_->streaming_in_transaction = in_transaction;
    return result_handle(PQgetResult(raw));
}

inline bool statement::send_execution() {
    PGconn* const raw = shared_->raw();
    if (shared_->pooled)
        return PQsendQueryParams(raw, info_->sql.data(), parameters_.count(), parameter_types(), parameters_.values(),
                                 parameters_.lengths(), parameters_.formats(), 1) == 1;
    return PQsendQueryPrepared(raw, name_.c_str(), parameters_.count(), parameters_.values(), parameters_.lengths(),
                               parameters_.formats(), 1) == 1;
}

inline const Oid* statement::parameter_types() {
    if (parameter_types_.size() != info_->parameters.size()) parameter_types_ = parameter_ids(*info_);
    return parameter_types_.data();
}

/// Compares the shape of a result that no preparation has told of, unless its types are those of the last one.
inline void statement::check_types(const PGresult* result) {
    const auto columns = static_cast<std::size_t>(PQnfields(result));
    bool same = columns != 0 && columns == result_types_.size();
    for (std::size_t i = 0; same && i != columns; ++i) same = PQftype(result, static_cast<int>(i)) == result_types_[i];
    if (same) return;
    check_shape(result, *info_);
    result_types_.clear();
    for (std::size_t i = 0; i != columns; ++i) result_types_.push_back(PQftype(result, static_cast<int>(i)));
}

/// Keeps a row, or all rows, or the end of the rows; gives back what is an error.
inline result_handle statement::accept(result_handle result) {
    const ExecStatusType status = PQresultStatus(result.get());
    const bool has_rows = status == PGRES_SINGLE_TUPLE || status == PGRES_TUPLES_OK;
    if (has_rows && shared_->pooled && !info_->results.empty()) check_types(result.get());
    if (status == PGRES_SINGLE_TUPLE) {
        rows_.reset(std::move(result), 0);
        ahead_ = true;
        return nullptr;
    }
    ahead_ = false;
    drain();
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        if (result == nullptr) fail(nullptr);
        return result;
    }
    rows_.reset(std::move(result));
    return nullptr;
}

/// Returns if the statement may be executed once more: the server found out before it ran anything that its plan no
/// longer fits the tables, or that it has no such statement. Inside a transaction, or a pipeline, that error has ended
/// it.
inline void statement::recover(result_handle error, bool can_repeat) {
    const std::string_view state = detail::field(error.get(), PG_DIAG_SQLSTATE);
    const std::string_view origin = detail::field(error.get(), PG_DIAG_SOURCE_FUNCTION);
    const bool replanned = state == "0A000" && origin == "RevalidateCachedQuery";
    // An enumeration type was made anew, under a number that a parameter does not have yet.
    const bool retyped = state == "XX000" && origin == "getTypeBinaryInputInfo";
    const bool dropped = state == "26000";
    const bool changed = replanned || retyped;
    if (!changed && !dropped) fail(error.get());
    stale_ = changed;
    if (dropped) name_.clear();
    if (can_repeat && !shared_->in_transaction()) return;
    error_info info = describe(shared_->raw(), error.get(), info_->sql, info_->target);
    info.code = errc::serialization_failure;
    info.message = changed ? "a table of the statement was changed after the statement had been prepared. "
                           : "the server has dropped the prepared statement. ";
    info.message += "It is prepared anew the next time; run the whole transaction again.";
    raise(std::move(info));
}

/// Prepares the statement and compares the shape of its result.
inline void statement::prepare() {
    forget();
    std::string name = shared_->next_name();
    prepare_on_server(shared_->raw(), name, *info_);
    name_ = std::move(name);
    if (info_->results.empty()) return;
    stale_ = true; // unless its shape is right
    check_shape(description_of(shared_->raw(), name_, *info_).get(), *info_);
    stale_ = false;
}

/// Drops an unusable statement from the server. Inside a transaction it stays, because a failure would end that.
inline void statement::forget() {
    if (stale_ && PQtransactionStatus(shared_->raw()) == PQTRANS_IDLE)
        result_handle(PQexec(shared_->raw(), ("DEALLOCATE " + name_).c_str()));
    name_.clear();
    stale_ = false;
}

/// Takes from the connection what is left of an execution that has ended.
inline void statement::drain() noexcept {
    if (!arriving()) return;
    while (result_handle(PQgetResult(shared_->raw())) != nullptr) {}
    shared_->streaming = nullptr;
}

/// Ends an execution early. Rows that have arrived are dropped; for more of them the server is told to stop, unless
/// that would undo changes or end a transaction.
inline void statement::stop() noexcept {
    if (!arriving()) return;
    PGconn* const raw = shared_->raw();
    if (info_->loads) {
        copy_.abort(raw);
        shared_->streaming = nullptr;
        return;
    }
    if (only_reads_ && !shared_->streaming_in_transaction) {
        bool ended = false;
        while (!ended && PQisBusy(raw) == 0) ended = result_handle(PQgetResult(raw)) == nullptr;
        const cancel_handle cancel(ended ? nullptr : PQgetCancel(raw));
        char reason[256];
        if (cancel != nullptr) PQcancel(cancel.get(), reason, sizeof reason);
    }
    drain();
}

} // namespace stoa::postgres

#endif
