// SPDX-License-Identifier: BSL-1.0
// Definitions of views as values, and the order in which a schema has them.

#include "stoa/query/view.hpp"

#include "stoa/ddl/report.hpp"
#include "stoa/ddl/script.hpp"
#include "stoa/dialect/all.hpp"
#include "stoa/expression/aggregate.hpp"
#include "stoa/schema/schema.hpp"
#include "stoa/types/document.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kitchen {

struct shelf {
    std::int64_t id;
    std::string room;
};

struct jar {
    std::int64_t id;
    std::int64_t shelf_id;
    std::optional<std::int32_t> grams;
};

struct weight {
    std::int64_t shelfId;
    std::optional<std::int64_t> grams;
};

struct heavy {
    std::int64_t shelf_id;
    std::optional<std::int64_t> grams;
};

struct kept {
    std::int64_t shelf_id;
    std::optional<std::int64_t> grams;
    std::string room;
};

} // namespace kitchen

// clang-format off
template <> inline constexpr auto stoa::table<kitchen::jar> = stoa::define<kitchen::jar>("jars",
    primary_key(col<&kitchen::jar::id>),
    foreign_key(col<&kitchen::jar::shelf_id>).references(col<&kitchen::shelf::id>));

template <> inline constexpr auto stoa::table<kitchen::weight> = stoa::view<kitchen::weight>("weights",
    from<kitchen::jar>().where(col<&kitchen::jar::grams> > 5)
        .group_by(col<&kitchen::jar::shelf_id>).select(col<&kitchen::jar::shelf_id>, sum(col<&kitchen::jar::grams>)),
    naming(snake_case),
    comment("what a shelf bears"));

template <> inline constexpr auto stoa::table<kitchen::heavy> = stoa::view<kitchen::heavy>("heavy",
    from<kitchen::weight>().where(col<&kitchen::weight::grams> > std::int64_t{1000}));

template <> inline constexpr auto stoa::table<kitchen::kept> = stoa::materialized_view<kitchen::kept>("kept",
    from<kitchen::heavy>().join<kitchen::shelf>(col<&kitchen::heavy::shelf_id> == col<&kitchen::shelf::id>)
        .select(col<&kitchen::heavy::shelf_id>, col<&kitchen::heavy::grams>, col<&kitchen::shelf::room>),
    primary_key(col<&kitchen::kept::shelf_id>),
    index(col<&kitchen::kept::room>).include(col<&kitchen::kept::grams>));
// clang-format on

namespace {

using namespace kitchen;
using all = stoa::schema<kept, heavy, weight, jar, shelf>;

TEST(view, is_a_table_with_a_query) {
    constexpr const stoa::table_def& view = stoa::table_of<weight>();
    EXPECT_EQ(view.kind, stoa::table_kind::view);
    EXPECT_EQ(view.name, "weights");
    EXPECT_EQ(view.comment, "what a shelf bears");
    ASSERT_EQ(view.columns.size(), 2U);
    EXPECT_EQ(view.columns[0].name, "shelf_id");
    EXPECT_TRUE(view.columns[1].nullable);
    EXPECT_EQ(view.query[0].kind, stoa::ast::op::select);
    EXPECT_EQ(view.query[0].extent, view.query.size());
    EXPECT_EQ(stoa::table_of<kept>().kind, stoa::table_kind::materialized_view);
    EXPECT_EQ(stoa::table_of<jar>().kind, stoa::table_kind::table);
    EXPECT_TRUE(stoa::table_of<jar>().query.empty());
}

TEST(view, holds_its_values_as_literals) {
    for (const stoa::ast::node& node : stoa::table_of<weight>().query) {
        EXPECT_NE(node.kind, stoa::ast::op::parameter);
        if (node.kind == stoa::ast::op::literal) {
            EXPECT_EQ(node.integer, 5);
        }
    }
}

TEST(view, stands_behind_what_it_reads) {
    const std::string_view wanted[] = {"shelf", "jars", "weights", "heavy", "kept"};
    for (std::size_t i = 0; i != all::size; ++i) EXPECT_EQ(all::tables[i]().name, wanted[i]);
    static_assert(stoa::depends_on(stoa::table_of<heavy>(), {&stoa::table_of<weight>, stoa::record_name<weight>}));
    static_assert(!stoa::depends_on(stoa::table_of<heavy>(), {&stoa::table_of<jar>, stoa::record_name<jar>}));
}

TEST(view, is_read_like_a_table) {
    static_assert(stoa::sql_of<stoa::dialect::postgres>(
                      stoa::from<weight>().where(stoa::col<&weight::grams> > std::int64_t{1})) ==
                  R"(SELECT "shelf_id", "grams" FROM "weights" WHERE "grams" > $1)");
}

TEST(view, that_keeps_its_rows_is_replaced_by_a_table_and_that_is_reported) {
    constexpr auto& notes = stoa::ddl_report<all, stoa::dialect::sqlite>;
    ASSERT_EQ(notes.size(), 3U);
    EXPECT_EQ(notes[0], (stoa::ddl_note{"weights", "", "comment left out", "the database keeps no comments"}));
    EXPECT_EQ(notes[1], (stoa::ddl_note{"kept", "", "made a table, which is filled when it is created and refreshed",
                                        "there are no materialized views"}));
    EXPECT_EQ(notes[2].object, "ix_kept_room");
    EXPECT_TRUE((stoa::ddl_report<all, stoa::dialect::postgres>).empty());
}

TEST(view, is_dropped_before_what_it_reads) {
    EXPECT_EQ((stoa::drop_ddl<all, stoa::dialect::postgres>),
              "DROP MATERIALIZED VIEW IF EXISTS \"kept\";\nDROP VIEW IF EXISTS \"heavy\";\n"
              "DROP VIEW IF EXISTS \"weights\";\nDROP TABLE IF EXISTS \"jars\";\nDROP TABLE IF EXISTS \"shelf\";\n");
    EXPECT_TRUE((stoa::drop_ddl<all, stoa::dialect::sqlite>).starts_with("DROP TABLE IF EXISTS \"kept\";\n"));
}

TEST(view, is_refreshed_by_a_statement_or_two) {
    EXPECT_EQ((stoa::refresh_sql<kept, stoa::dialect::postgres>), "REFRESH MATERIALIZED VIEW \"kept\";\n");
    EXPECT_EQ((stoa::refresh_sql<kept, stoa::dialect::postgres, true>),
              "REFRESH MATERIALIZED VIEW CONCURRENTLY \"kept\";\n");
    EXPECT_TRUE((stoa::refresh_sql<kept, stoa::dialect::sqlite>).starts_with("DELETE FROM \"kept\";\nINSERT INTO "));
}

} // namespace
