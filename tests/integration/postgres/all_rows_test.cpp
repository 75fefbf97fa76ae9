// SPDX-License-Identifier: BSL-1.0
// Set operations that count equal rows, which a session of this driver's connection has.

#include "stoa/postgres.hpp"

#include "with_server.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace all_rows {

using stoa::col;
using stoa::from;

struct mark {
    int id;
    int left;
    int right;
};

constexpr auto lefts = from<mark>().select(col<&mark::left>);
constexpr auto rights = from<mark>().select(col<&mark::right>);

static_assert(stoa::sql_of<stoa::dialect::postgres>(except_all(lefts, rights)) ==
              R"(SELECT "mark"."left" FROM "mark" EXCEPT ALL SELECT "mark"."right" FROM "mark")");

class postgres_set_operations : public postgres_driver::with_server {
protected:
    void SetUp() override {
        with_server::SetUp();
        if (IsSkipped()) return;
        session_.emplace(stoa::postgres::connection(server_url()));
        session_->execute("CREATE TEMP TABLE mark (id integer PRIMARY KEY, \"left\" integer, \"right\" integer);"
                          "INSERT INTO mark VALUES (1, 7, 7), (2, 7, 7), (3, 7, 8), (4, 9, 9)");
    }

    template <class Query>
    std::vector<int> sorted(const Query& query) {
        auto rows = session_->all(query);
        std::sort(rows.begin(), rows.end());
        return rows;
    }

    std::optional<stoa::session<stoa::postgres::connection>> session_;
};

TEST_F(postgres_set_operations, keep_rows_as_often_as_the_first_query_has_them_more) {
    EXPECT_EQ(sorted(except_all(lefts, rights)), (std::vector<int>{7}));
    EXPECT_EQ(sorted(stoa::except(lefts, rights)), (std::vector<int>{}));
}

TEST_F(postgres_set_operations, keep_rows_as_often_as_both_queries_have_them) {
    EXPECT_EQ(sorted(intersect_all(lefts, rights)), (std::vector<int>{7, 7, 9}));
    EXPECT_EQ(sorted(stoa::intersect(lefts, rights)), (std::vector<int>{7, 9}));
}

} // namespace all_rows
