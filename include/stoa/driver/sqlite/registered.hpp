// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_REGISTERED_HPP
#define STOA_DRIVER_SQLITE_REGISTERED_HPP

// Makes the driver known to `stoa::open`.

#include "stoa/driver/any_connection.hpp"
#include "stoa/driver/sqlite/connection.hpp"

namespace stoa::driver {

template <auto Tag>
struct registered_driver<0, Tag> {
    using connection = sqlite::connection;
};

} // namespace stoa::driver

#endif
