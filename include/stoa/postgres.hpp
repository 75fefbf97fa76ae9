// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_POSTGRES_HPP
#define STOA_POSTGRES_HPP

// Everything, and the PostgreSQL driver. Link with libpq.

#include "stoa/stoa.hpp"

#include "stoa/driver/postgres/connection.hpp"
#include "stoa/driver/postgres/registered.hpp"

#endif
