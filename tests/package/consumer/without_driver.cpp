// SPDX-License-Identifier: BSL-1.0
#include <stoa/stoa.hpp>

#if defined(SQLITE_VERSION) || defined(LIBPQ_HAS_PIPELINING)
#error "stoa/stoa.hpp includes a client library's header."
#endif

static_assert(stoa::version_major == 0);
