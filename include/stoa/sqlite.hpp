// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SQLITE_HPP
#define STOA_SQLITE_HPP

// Everything, and the SQLite driver. Link with the sqlite3 library.

#include "stoa/stoa.hpp"

#include "stoa/driver/sqlite/codec.hpp"
#include "stoa/driver/sqlite/connection.hpp"
#include "stoa/driver/sqlite/error.hpp"
#include "stoa/driver/sqlite/registered.hpp"
#include "stoa/driver/sqlite/statement.hpp"
#include "stoa/driver/sqlite/url.hpp"

#endif
