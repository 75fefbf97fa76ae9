// SPDX-License-Identifier: BSL-1.0

// Finds stoa's headers and Boost's, and the client libraries of the drivers that are there; prints stoa's version.

#include <stoa/core/version.hpp>

#include <boost/version.hpp>
#ifdef CONSUMER_HAS_postgres
#include <libpq-fe.h>
#endif
#ifdef CONSUMER_HAS_sqlite
#include <sqlite3.h>
#endif

#include <cstdio>

static_assert(BOOST_VERSION >= 108100);

int main() {
    std::printf("%d.%d.%d\n", stoa::version_major, stoa::version_minor, stoa::version_patch);
#ifdef CONSUMER_HAS_sqlite
    if (sqlite3_libversion_number() < 3039000) return 1;
#endif
#ifdef CONSUMER_HAS_postgres
    if (PQlibVersion() < 130000) return 1;
#endif
    return 0;
}
