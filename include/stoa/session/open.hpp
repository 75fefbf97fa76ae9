// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_OPEN_HPP
#define STOA_SESSION_OPEN_HPP

// A database by its address.

#include "stoa/core/error.hpp"
#include "stoa/driver/any_connection.hpp"
#include "stoa/session/session.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace stoa {

namespace detail {

/// The driver of this place, opened, if there is one and the address is its own.
template <std::size_t Place, auto Tag>
std::unique_ptr<driver::connection> open_registered(std::string_view url) {
    using registered = driver::registered_driver<Place, Tag>;
    if constexpr (requires { typename registered::connection; })
        if (registered::connection::accepts(url)) return std::make_unique<typename registered::connection>(url);
    return nullptr;
}

} // namespace detail

/// Opens a database: `sqlite:///relative.db`, `sqlite:////absolute.db`, `sqlite::memory:` or
/// `postgresql://user:password@host:port/name`. Which drivers it knows is decided by the headers included before the
/// call; the argument is never to be given.
/// Throws: connection_error: invalid_url for an address no included driver knows, connection_failed where the
/// database cannot be reached.
template <auto Tag = [] {}>
database open(std::string_view url) {
    std::unique_ptr<driver::connection> opened;
    [&]<std::size_t... Place>(std::index_sequence<Place...>) {
        ((opened != nullptr ? void() : void(opened = detail::open_registered<Place, Tag>(url))), ...);
    }(std::make_index_sequence<driver::driver_places>{});
    if (opened == nullptr)
        raise(errc::invalid_url, "no driver of this program knows the address " +
                                     std::string(url.substr(0, url.find(':'))) +
                                     ":… Include the header of its driver, which stands beside "
                                     "stoa/stoa.hpp, before the call, or correct the address.");
    return database(driver::any_connection(std::move(opened)));
}

} // namespace stoa

#endif
