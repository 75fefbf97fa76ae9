// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_CONNECTION_HPP
#define STOA_DRIVER_CONNECTION_HPP

// The one interface every database driver has. It is both an abstract base, for code that learns only at run time
// which database it talks to, and a concept, for code that knows: a driver's classes are final, so that calls
// through them need no dispatch.

#include "stoa/driver/description.hpp"
#include "stoa/query/statement_info.hpp"
#include "stoa/types/native.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace stoa::driver {

/// Whether a statement's rows are fetched together, one at a time in constant memory, or later, with all others of the
/// pipeline.
enum class fetch : std::uint8_t { together, one_by_one, in_pipeline };

/// A prepared statement: bind, execute, step through the rows, finish. Parameters and columns count from 0.
/// Every function throws `stoa::error`; after an exception only `finish` may be called.
class statement {
public:
    statement() = default;
    statement(const statement&) = delete;
    statement& operator=(const statement&) = delete;

    virtual void bind_null(int parameter) = 0;
    virtual void bind(int parameter, bool value) = 0;
    virtual void bind(int parameter, std::int16_t value) = 0;
    virtual void bind(int parameter, std::int32_t value) = 0;
    virtual void bind(int parameter, std::int64_t value) = 0;
    virtual void bind(int parameter, float value) = 0;
    virtual void bind(int parameter, double value) = 0;
    virtual void bind(int parameter, native::text value) = 0;
    virtual void bind(int parameter, native::bytes value) = 0;
    virtual void bind(int parameter, const guid& value) = 0;
    virtual void bind(int parameter, native::json value) = 0;
    virtual void bind(int parameter, native::timestamp value) = 0;
    virtual void bind(int parameter, native::date value) = 0;
    virtual void bind(int parameter, native::decimal value) = 0;
    virtual void bind(int parameter, const native::list& value) = 0;

    /// Runs the statement. Bound views must live until `finish`.
    virtual void execute(fetch mode) = 0;
    /// In a pipeline, takes the result of the next statement that was executed, which must be this one.
    virtual void receive() {}
    /// Goes to the next row; false behind the last one.
    virtual bool next() = 0;

    virtual bool is_null(int column) = 0;
    // Reading NULL, or a value that is not of the asked type, throws mapping_error with errc::mapping_mismatch.
    virtual void read(int column, bool& value) = 0;
    virtual void read(int column, std::int16_t& value) = 0;
    virtual void read(int column, std::int32_t& value) = 0;
    virtual void read(int column, std::int64_t& value) = 0;
    virtual void read(int column, float& value) = 0;
    virtual void read(int column, double& value) = 0;
    virtual void read(int column, native::text& value) = 0;  // valid until next() or finish()
    virtual void read(int column, native::bytes& value) = 0; // valid until next() or finish()
    virtual void read(int column, guid& value) = 0;
    virtual void read(int column, native::json& value) = 0; // valid until next() or finish()
    virtual void read(int column, native::timestamp& value) = 0;
    virtual void read(int column, native::date& value) = 0;
    /// `value.scale` says on entry which scale is wanted; a value that needs more digits throws.
    virtual void read(int column, native::decimal& value) = 0;
    /// `value.type` says on entry which elements are wanted; an array with NULL, or of several dimensions, throws.
    virtual void read(int column, native::array& value) = 0;

    /// Rows inserted, updated or deleted by the last execution; valid until finish().
    virtual std::int64_t affected_rows() const = 0;
    /// Ends the execution, throws remaining rows away and makes the statement ready for the next one.
    virtual void finish() noexcept = 0;

protected:
    ~statement() = default;
};

/// A connection to one database, used by one thread at a time.
class connection {
public:
    connection() = default;
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;
    virtual ~connection() = default;

    /// Which of `dialect::all` the connection's statements are written in, counted from 0.
    virtual std::size_t dialect_index() const noexcept = 0;
    /// Which of `dialect::all_storage` its tables are created in, counted from 0.
    virtual std::size_t storage_index() const noexcept = 0;
    /// The prepared statement of a compile-time constant, prepared at first use and kept under `&info`.
    virtual statement& prepare(const statement_info& info) = 0;
    /// What the database says of a statement, which it prepares but does not run; `info` need not outlive the call.
    /// Changes nothing, not even a transaction that is open where the statement is refused.
    virtual statement_description describe(const statement_info& info) = 0;
    /// Lets go of all prepared statements, none of which is executing. Those that are constants are prepared again when
    /// they are needed.
    virtual void forget_statements() = 0;
    /// Runs statements separated by semicolons, without parameters and results.
    virtual void execute(std::string_view script) = 0;
    /// Begins a pipeline, in which statements are executed with `fetch::in_pipeline` and nothing else is done. Outside
    /// of a transaction it is one of its own, where there are transactions.
    virtual void begin_pipeline() {}
    /// Whether results come only behind `send_pipeline`; else each statement has its own at once.
    virtual bool has_late_results() const noexcept { return false; }
    /// Has everything run. Then each statement receives its result, in their order, up to the first that fails.
    virtual void send_pipeline() {}
    /// Ends a pipeline that has succeeded, and its own transaction with it.
    virtual void end_pipeline() {}
    /// Ends a pipeline of which something has failed, and takes its own transaction back.
    virtual void abandon_pipeline() noexcept {}
    /// Whether the connection is inside a transaction, by the database's own word.
    virtual bool in_transaction() const noexcept = 0;
    /// The address it was opened with, without a password.
    virtual const std::string& url() const noexcept = 0;
    /// A connection to an empty database of the same kind that only this program sees and that goes away with it;
    /// null where there is no such thing.
    virtual std::unique_ptr<connection> open_empty() const { return nullptr; }
};

} // namespace stoa::driver

#endif
