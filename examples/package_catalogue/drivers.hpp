// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_DRIVERS_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_DRIVERS_HPP

// The databases this program can open: SQLite, and PostgreSQL where its client library was there when it was built.

#include <stoa/sqlite.hpp>

#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#endif
