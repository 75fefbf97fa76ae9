// SPDX-License-Identifier: BSL-1.0
// SQLite finds beginnings of texts, and texts whose case is ignored, by the indexes made for them.

#include "stoa/sqlite.hpp"

#include "finders.hpp"
#include "support.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sqlite_test {

struct sqlite_finders : testing::Test {
    sqlite_finders() { db.create<finders::people>(); }

    template <class Query, class Value>
    std::string plan(const Query& query, const Value& value) {
        one_statement question(db.connection(),
                               "EXPLAIN QUERY PLAN " + std::string(stoa::sql_of<stoa::dialect::sqlite>(query)));
        question->bind(0, value);
        question->execute(stoa::driver::fetch::together);
        std::string lines;
        while (question->next()) {
            stoa::native::text line;
            question->read(3, line);
            lines += std::string(line) + "\n";
        }
        return lines;
    }

    static void expect_use(std::string_view part, const std::string& lines) {
        EXPECT_TRUE(lines.find(part) != lines.npos) << lines;
    }

    stoa::session<stoa::sqlite::connection> db{stoa::sqlite::connection("sqlite::memory:")};
};

TEST_F(sqlite_finders, a_unique_key_finds_texts_whose_case_is_ignored) {
    expect_use("SEARCH people USING INDEX sqlite_autoindex_people_1 (login=?)",
               plan(finders::same_login, stoa::native::text("Ann")));
}

TEST_F(sqlite_finders, a_unique_key_finds_lists_of_them) {
    expect_use("SEARCH people USING INDEX sqlite_autoindex_people_1 (login=?)",
               plan(finders::one_of_logins, stoa::native::text("[\"Ann\"]")));
}

TEST_F(sqlite_finders, an_index_sorts_by_them) {
    const std::string lines = plan(finders::town_by_login, stoa::native::text("Ulm"));
    expect_use("USING INDEX by_town (town=?)", lines);
    EXPECT_EQ(lines.find("TEMP B-TREE"), lines.npos) << lines;
}

TEST_F(sqlite_finders, an_index_finds_beginnings) {
    expect_use("USING INDEX by_beginning (name>? AND name<?)", plan(finders::beginning, stoa::native::text("An*")));
}

TEST_F(sqlite_finders, an_index_finds_exact_beginnings_where_case_is_ignored) {
    expect_use("USING INDEX by_exact_beginning (login>? AND login<?)",
               plan(finders::exact_beginning, stoa::native::text("An*")));
}

} // namespace sqlite_test
