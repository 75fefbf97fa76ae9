// SPDX-License-Identifier: BSL-1.0
// SQL written by hand for this database alone.

#include "stoa/sqlite.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace raw_sqlite {

using stoa::asc, stoa::col, stoa::from, stoa::sql;
using own = stoa::dialect::sqlite;

struct page {
    std::int32_t id;
    std::string tags;
};

struct tag {
    std::int64_t key;
    std::string value;
};

class raw_on_sqlite : public testing::Test {
protected:
    void SetUp() override {
        db().create<stoa::schema<page>>();
        db().insert_many(std::vector<page>{{1, R"(["x","y"])"}, {2, R"(["y"])"}, {3, "[]"}});
    }

    stoa::session<stoa::sqlite::connection>& db() { return session_; }

private:
    stoa::session<stoa::sqlite::connection> session_{stoa::sqlite::connection("sqlite::memory:")};
};

TEST_F(raw_on_sqlite, operators_of_its_own_are_used) {
    const auto query = from<page>().where(sql<"{} GLOB {}", bool, own>(col<&page::tags>, "*x*"));
    EXPECT_EQ(db().one(query).id, 1);
}

TEST_F(raw_on_sqlite, a_function_that_gives_rows_sees_the_tables_before_it) {
    constexpr auto tags = stoa::sql_table<"json_each({})", "tag", tag, own>(col<&page::tags>);
    const auto query = from<page>()
                           .cross_join(tags)
                           .where(tags[col<&tag::value>] == "y")
                           .order_by(asc(col<&page::id>))
                           .select(col<&page::id>, tags[col<&tag::key>]);
    using row = std::tuple<std::int32_t, std::int64_t>;
    EXPECT_EQ(db().all(query), (std::vector<row>{{1, 1}, {2, 0}}));
}

} // namespace raw_sqlite
