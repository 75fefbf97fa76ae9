// SPDX-License-Identifier: BSL-1.0
// SQLite begins a page at its place in the index that sorts it.

#include "stoa/sqlite.hpp"

#include "page_queries.hpp"
#include "support.hpp"

#include <string>

namespace sqlite_test {

struct sqlite_pages : testing::Test {
    sqlite_pages() { db.create<page_queries::tables>(); }

    template <class Query>
    std::string plan(const Query& query) {
        one_statement question(db.connection(),
                               "EXPLAIN QUERY PLAN " + std::string(stoa::sql_of<stoa::dialect::sqlite>(query)));
        question->execute(stoa::driver::fetch::together);
        std::string lines;
        while (question->next()) {
            stoa::native::text line;
            question->read(3, line);
            lines += std::string(line) + "\n";
        }
        return lines;
    }

    stoa::session<stoa::sqlite::connection> db{stoa::sqlite::connection("sqlite::memory:")};
};

TEST_F(sqlite_pages, of_one_direction_begin_in_the_index) {
    EXPECT_EQ(plan(page_queries::up), "SEARCH events USING COVERING INDEX by_day (day>?)\n");
    EXPECT_EQ(plan(page_queries::down), "SEARCH events USING COVERING INDEX by_day (day<?)\n");
}

TEST_F(sqlite_pages, of_several_directions_begin_in_the_index) {
    EXPECT_EQ(plan(page_queries::mixed), "SEARCH events USING COVERING INDEX by_day_and_size (day<?)\n");
}

} // namespace sqlite_test
