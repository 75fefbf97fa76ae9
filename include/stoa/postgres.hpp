// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_POSTGRES_HPP
#define STOA_POSTGRES_HPP

// Everything, and the PostgreSQL driver. Link with libpq.

#include "stoa/stoa.hpp"

#include "stoa/driver/postgres/array.hpp"
#include "stoa/driver/postgres/codec.hpp"
#include "stoa/driver/postgres/connection.hpp"
#include "stoa/driver/postgres/copy_in.hpp"
#include "stoa/driver/postgres/describe.hpp"
#include "stoa/driver/postgres/error.hpp"
#include "stoa/driver/postgres/link.hpp"
#include "stoa/driver/postgres/oid.hpp"
#include "stoa/driver/postgres/parameters.hpp"
#include "stoa/driver/postgres/pipeline.hpp"
#include "stoa/driver/postgres/registered.hpp"
#include "stoa/driver/postgres/rows.hpp"
#include "stoa/driver/postgres/shape.hpp"
#include "stoa/driver/postgres/statement.hpp"
#include "stoa/driver/postgres/url.hpp"

#endif
