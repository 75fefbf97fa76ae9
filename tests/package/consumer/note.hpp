// SPDX-License-Identifier: BSL-1.0
#ifndef CONSUMER_NOTE_HPP
#define CONSUMER_NOTE_HPP

// Everything stoa has, and one record that both translation units map.

#ifdef CONSUMER_HAS_single_include
#include "stoa_json.hpp"
#include "stoa_postgres.hpp"
#include "stoa_sqlite.hpp"
#else
#include <stoa/stoa.hpp>
#include <stoa/types/json.hpp>
#ifdef CONSUMER_HAS_sqlite
#include <stoa/sqlite.hpp>
#endif
#ifdef CONSUMER_HAS_postgres
#include <stoa/postgres.hpp>
#endif
#endif

#include <cstdint>
#include <string>
#include <vector>

struct note {
    std::int64_t id = 0;
    std::string text;
    stoa::json<std::vector<int>> lines{};
};

/// The text of a note, looked up in the other translation unit.
std::string text_of(stoa::database& db, std::int64_t id);

#endif
