// SPDX-License-Identifier: BSL-1.0
#include "note.hpp"

std::string text_of(stoa::database& db, std::int64_t id) {
    return db.find<note>(id).value().text;
}
