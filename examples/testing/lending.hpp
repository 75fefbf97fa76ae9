// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_TESTING_LENDING_HPP
#define STOA_EXAMPLES_TESTING_LENDING_HPP

// What is tested: the books of a library and who has them.

#include <stoa/sqlite.hpp>
#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#include <cstdint>
#include <string>
#include <vector>

namespace lending {

using stoa::col, stoa::from;

struct book {
    std::int64_t id;
    std::string title;
    std::int32_t copies;
};

struct loan {
    std::int64_t id;
    std::int64_t book_id;
    std::string reader;
};

} // namespace lending

template <>
inline constexpr auto stoa::table<lending::book> =
    stoa::define<lending::book>("books", primary_key(col<&lending::book::id>).generated(identity),
                                column(col<&lending::book::title>).max_length(80),
                                check(col<&lending::book::copies> > 0));

template <>
inline constexpr auto stoa::table<lending::loan> =
    stoa::define<lending::loan>("loans", primary_key(col<&lending::loan::id>).generated(identity),
                                foreign_key(col<&lending::loan::book_id>).references(col<&lending::book::id>),
                                unique(col<&lending::loan::reader>, col<&lending::loan::book_id>));

namespace lending {

using library = stoa::schema<book, loan>;

inline std::int64_t lent(stoa::database& db, std::int64_t book_id) {
    return db.one(from<loan>().where(col<&loan::book_id> == book_id).select(stoa::count()));
}

/// Whether there was a copy left. Tries once more where others were in the way.
inline bool lend(stoa::database& db, const book& wanted, const std::string& reader) {
    for (int attempt = 1;; ++attempt) {
        try {
            return db.transaction(stoa::isolation::serializable, [&] {
                if (lent(db, wanted.id) >= wanted.copies) return false;
                db.insert(loan{0, wanted.id, reader});
                return true;
            });
        } catch (const stoa::serialization_failure&) {
            if (attempt == 2) throw;
        }
    }
}

/// Titles and how often each is lent, in one statement.
inline auto popular(stoa::database& db) {
    return db.all(from<book>()
                      .left_join<loan>()
                      .group_by(col<&book::id>, col<&book::title>)
                      .order_by(desc(count(col<&loan::id>)), asc(col<&book::title>), asc(col<&book::id>))
                      .select(col<&book::title>, count(col<&loan::id>)));
}

} // namespace lending

#endif
