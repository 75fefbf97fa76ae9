// SPDX-License-Identifier: BSL-1.0
// What SQLite makes of indexes: the planner uses those that queries of stoa are written for, and what there is no
// counterpart for becomes what the report says.

#include "stoa/sqlite.hpp"

#include "support.hpp"
#include "vocabulary.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace sqlite_test {

struct sqlite_vocabulary : testing::Test {
    sqlite_vocabulary() { db.create<vocabulary::entries>(); }

    /// The plan of a query whose parameters are bound to these values, as a session binds them.
    template <class Query, class... Values>
    std::string plan(const Query& query, const Values&... values) {
        one_statement question(db.connection(),
                               "EXPLAIN QUERY PLAN " + std::string(stoa::sql_of<stoa::dialect::sqlite>(query)));
        int parameter = 0;
        (question->bind(parameter++, values), ...);
        question->execute(stoa::driver::fetch::together);
        std::string lines;
        while (question->next()) {
            stoa::native::text line;
            question->read(3, line);
            lines += std::string(line) + "\n";
        }
        return lines;
    }

    std::string index_text(const std::string& name) {
        return ask_text(db.connection(), "SELECT sql FROM sqlite_master WHERE name = '" + name + "'");
    }

    stoa::session<stoa::sqlite::connection> db{stoa::sqlite::connection("sqlite::memory:")};
};

bool contains(const std::string& lines, std::string_view part) {
    return lines.find(part) != lines.npos;
}

TEST_F(sqlite_vocabulary, a_partial_index_finds_the_rows_of_its_condition) {
    const std::string lines = plan(vocabulary::single, stoa::native::text("t"));
    EXPECT_TRUE(contains(lines, "USING INDEX by_single_title (Title \"it\"=?)")) << lines;
}

TEST_F(sqlite_vocabulary, an_expression_index_finds_what_it_computes) {
    const std::string lines = plan(vocabulary::sum, std::int64_t{7});
    EXPECT_TRUE(contains(lines, "USING INDEX by_sum (<expr>=?)")) << lines;
}

TEST_F(sqlite_vocabulary, an_index_over_a_json_path_finds_its_values) {
    const std::string lines = plan(vocabulary::thick, std::int64_t{900});
    EXPECT_TRUE(contains(lines, "USING INDEX by_pages (<expr>>?)")) << lines;
}

TEST_F(sqlite_vocabulary, a_partial_index_can_depend_on_a_json_path) {
    db.execute("DROP INDEX by_author");
    const std::string lines = plan(vocabulary::german, stoa::native::text("de"), stoa::native::text("a"));
    EXPECT_TRUE(contains(lines, "USING INDEX by_german_author (author=?)")) << lines;
}

TEST_F(sqlite_vocabulary, included_columns_are_read_from_the_index) {
    const std::string lines = plan(vocabulary::years, std::int32_t{1900});
    EXPECT_TRUE(contains(lines, "USING COVERING INDEX by_year (year=?)")) << lines;
}

TEST_F(sqlite_vocabulary, other_methods_become_ordinary_indexes) {
    EXPECT_EQ(index_text("by_details"), "CREATE INDEX \"by_details\" ON \"entries\" (\"details\")");
    EXPECT_EQ(index_text("by_author"), "CREATE INDEX \"by_author\" ON \"entries\" (\"author\")");
    EXPECT_EQ(index_text("by_year"), "CREATE INDEX \"by_year\" ON \"entries\" (\"year\", \"author\")");
}

TEST_F(sqlite_vocabulary, identities_count_from_the_largest_key_as_reported) {
    const auto insert = [&](std::int64_t id, int year) {
        return db.insert(vocabulary::entry{id, "t", "a", year, {}, stoa::json_document::parse("{}")}).id;
    };
    EXPECT_EQ(insert(0, 1), 1);
    EXPECT_EQ(insert(50, 2), 50);
    EXPECT_EQ(insert(0, 3), 51);
    EXPECT_EQ((stoa::ddl_report<vocabulary::entries, stoa::dialect::sqlite>[0].object), "id");
}

} // namespace sqlite_test
