// SPDX-License-Identifier: BSL-1.0
#include "note.hpp"

int main() {
#ifdef CONSUMER_HAS_sqlite
    stoa::database db = stoa::open("sqlite::memory:");
    db.create<stoa::schema<note>>();
    db.insert(note{7, "stored here, read there", std::vector{1, 2}});
    const note found = db.find<note>(std::int64_t{7}).value();
    return text_of(db, 7) == found.text && found.lines->size() == 2 ? 0 : 1;
#else
    return text_of == nullptr ? 1 : 0;
#endif
}
