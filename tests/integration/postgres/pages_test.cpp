// SPDX-License-Identifier: BSL-1.0
// PostgreSQL begins a page at its place in the index that sorts it.

#include "stoa/postgres.hpp"

#include "page_queries.hpp"
#include "vocabulary.hpp"
#include "with_server.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace postgres_driver {

class postgres_pages : public with_server {
protected:
    void SetUp() override {
        with_server::SetUp();
        if (IsSkipped()) return;
        db().execute("SET search_path TO pg_temp, public; SET enable_seqscan = off; SET enable_bitmapscan = off");
        db().execute(stoa::ddl<page_queries::tables, stoa::dialect::postgres>);
    }

    template <class Query>
    std::string plan(const Query& query, std::initializer_list<std::string_view> values) {
        db().execute("CREATE TEMP TABLE plan (line text);"
                     "DO $do$ DECLARE l text; BEGIN FOR l IN EXECUTE $q$EXPLAIN (COSTS FALSE) " +
                     vocabulary::with_values<stoa::dialect::postgres>(query, values) +
                     "$q$ LOOP INSERT INTO plan VALUES (trim(l)); END LOOP; END $do$");
        const std::string lines = ask("SELECT string_agg(line, E'\\n') FROM plan");
        db().execute("DROP TABLE plan");
        return lines;
    }
};

TEST_F(postgres_pages, of_one_direction_begin_in_the_index) {
    EXPECT_EQ(plan(page_queries::up, {"1", "2"}), "Index Only Scan using by_day on events\n"
                                                  "Index Cond: (ROW(day, id) > ROW(1, 2))");
    EXPECT_EQ(plan(page_queries::down, {"1", "2"}), "Index Only Scan Backward using by_day on events\n"
                                                    "Index Cond: (ROW(day, id) < ROW(1, 2))");
}

TEST_F(postgres_pages, of_several_directions_begin_in_the_index) {
    const std::string lines = plan(page_queries::mixed, {"1", "1", "1", "2", "2", "2", "3"});
    EXPECT_TRUE(lines.starts_with("Index Only Scan using by_day_and_size on events\nIndex Cond: (day <= 1)")) << lines;
}

} // namespace postgres_driver
