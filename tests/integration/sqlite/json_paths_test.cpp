// SPDX-License-Identifier: BSL-1.0
// SQLite finds and sorts rows by indexes over paths into documents.

#include "stoa/sqlite.hpp"

#include "indexed_documents.hpp"
#include "support.hpp"

#include <string>
#include <string_view>

namespace sqlite_test {

struct sqlite_json_paths : testing::Test {
    sqlite_json_paths() {
        db.create<stoa::schema<indexed_documents::letter>>();
        indexed_documents::fill(db);
        db.execute("ANALYZE");
    }

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

    static void expect_use(std::string_view part, const std::string& lines) {
        EXPECT_TRUE(lines.find(part) != lines.npos) << lines;
        EXPECT_EQ(lines.find("TEMP B-TREE"), lines.npos) << lines;
    }

    stoa::session<stoa::sqlite::connection> db{stoa::sqlite::connection("sqlite::memory:")};
};

TEST_F(sqlite_json_paths, find_rows_by_an_index) {
    expect_use("USING INDEX by_pages (<expr>=?)", plan(indexed_documents::thick));
    expect_use("USING INDEX by_first (<expr>=?)", plan(indexed_documents::begins));
    expect_use("USING INDEX by_last (<expr>=?)", plan(indexed_documents::ends));
    expect_use("USING INDEX by_german (<expr>=?)", plan(indexed_documents::named));
    EXPECT_EQ(db.all(indexed_documents::thick), std::vector<std::int64_t>{7});
}

TEST_F(sqlite_json_paths, sort_rows_by_an_index) {
    expect_use("USING INDEX by_pages", plan(indexed_documents::thinnest));
    expect_use("USING INDEX by_pages", plan(indexed_documents::thickest));
    expect_use("USING INDEX by_first", plan(indexed_documents::by_first));
    EXPECT_EQ(db.all(indexed_documents::thinnest), (std::vector<std::int64_t>{0, 1, 2}));
}

} // namespace sqlite_test
