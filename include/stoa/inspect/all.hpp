// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_ALL_HPP
#define STOA_INSPECT_ALL_HPP

// Every database's part of reading back. None of them needs a client library.

#include "stoa/inspect/postgres/catalogue.hpp"
#include "stoa/inspect/sqlite/catalogue.hpp"

#endif
