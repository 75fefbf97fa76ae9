// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_ANY_CONNECTION_HPP
#define STOA_DRIVER_ANY_CONNECTION_HPP

// A connection whose database is known only at run time, and the places where drivers make themselves known to
// `stoa::open`.

#include "stoa/driver/connection.hpp"

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace stoa::driver {

/// Any driver's connection.
class any_connection {
public:
    using statement_type = statement;

    explicit any_connection(std::unique_ptr<connection> given) : connection_(std::move(given)) {}

    std::size_t dialect_index() const noexcept { return connection_->dialect_index(); }
    std::size_t storage_index() const noexcept { return connection_->storage_index(); }
    statement& prepare(const statement_info& info) { return connection_->prepare(info); }
    statement_description describe(const statement_info& info) { return connection_->describe(info); }
    void forget_statements() { connection_->forget_statements(); }
    void execute(std::string_view script) { connection_->execute(script); }
    bool in_transaction() const noexcept { return connection_->in_transaction(); }
    const std::string& url() const noexcept { return connection_->url(); }
    std::unique_ptr<connection> open_empty() const { return connection_->open_empty(); }

    /// Puts `change(connection)` in the place of the connection; both are std::unique_ptr. No statement may be
    /// executing.
    template <class Change>
    void exchange(Change change) {
        connection_ = change(std::move(connection_));
    }

    /// The driver's own.
    connection& driver() noexcept { return *connection_; }

private:
    std::unique_ptr<connection> connection_;
};

/// The connection that does the work, whether or not its database is known while compiling.
inline connection& driver_of(connection& known) noexcept {
    return known;
}
inline connection& driver_of(any_connection& any) noexcept {
    return any.driver();
}

/// Whatever a session can be made of.
template <class C>
concept session_connection = requires(C& c, const statement_info& info, std::string_view script) {
    typename C::statement_type;
    { c.dialect_index() } -> std::convertible_to<std::size_t>;
    { c.storage_index() } -> std::convertible_to<std::size_t>;
    { c.prepare(info) } -> std::convertible_to<statement&>;
    { c.describe(info) } -> std::same_as<statement_description>;
    c.forget_statements();
    c.execute(script);
    { c.in_transaction() } -> std::convertible_to<bool>;
    { c.url() } -> std::convertible_to<const std::string&>;
    { c.open_empty() } -> std::convertible_to<std::unique_ptr<connection>>;
    { driver_of(c) } -> std::same_as<connection&>;
};

/// A driver specialises one place, with `using connection`. The tag differs in every translation unit, so that which
/// drivers there are is asked where `open` is called, and answered alike nowhere else.
template <std::size_t Place, auto Tag>
struct registered_driver {};

inline constexpr std::size_t driver_places = 4;

} // namespace stoa::driver

#endif
