// SPDX-License-Identifier: BSL-1.0
// Views in documents and diagrams.

#include <stoa/stoa.hpp>
#include <stoa/tool/dot.hpp>
#include <stoa/tool/markdown.hpp>
#include <stoa/tool/mermaid.hpp>
#include <stoa/tool/schema_json.hpp>
#include <stoa/tool/tables.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace weather {

struct station {
    std::int64_t id;
    std::string name;
};

struct reading {
    std::int64_t id;
    std::int64_t station_id;
    double value;
    stoa::timestamp at;
};

struct day {
    std::string station;
    stoa::date on;
    std::int64_t readings;
};

struct busy_day {
    std::string station;
    stoa::date on;
    std::int64_t readings;
};

using database = stoa::schema<busy_day, day, reading, station>;

} // namespace weather

// clang-format off
template <> inline constexpr auto stoa::table<weather::reading> = stoa::define<weather::reading>("readings",
    foreign_key(col<&weather::reading::station_id>).references(col<&weather::station::id>));

template <> inline constexpr auto stoa::table<weather::day> = stoa::view<weather::day>("days",
    from<weather::reading>().join<weather::station>().distinct()
        .where(col<&weather::reading::value> > 0.5)
        .group_by(col<&weather::station::name>, cast<stoa::date>(col<&weather::reading::at>))
        .select(col<&weather::station::name>, cast<stoa::date>(col<&weather::reading::at>), count()),
    comment("each day"));

template <> inline constexpr auto stoa::table<weather::busy_day> = stoa::materialized_view<weather::busy_day>("busy_days",
    from<weather::day>().where(col<&weather::day::readings> > 100).limit(7),
    index(col<&weather::busy_day::on>));
// clang-format on

namespace {

using testing::HasSubstr;

const auto tables = stoa::tool::tables_of<weather::database>();

TEST(view_in_json, is_a_table_with_a_kind_and_a_query) {
    const std::string text = stoa::tool::schema_json(tables);
    EXPECT_NO_THROW((void)stoa::canonical_json(text));
    EXPECT_THAT(text, HasSubstr(R"("name": "days",
      "kind": "view",
      "comment": "each day",)"));
    EXPECT_THAT(
        text,
        HasSubstr(
            R"("query": {"op": "select", "distinct": true, "operands": [{"op": "none"}, {"op": "list", "operands": [{"column": "name", "table": "station"}, )"
            R"({"op": "call", "function": "cast", "type": "date", "operands": [{"column": "at", "table": "readings"}]}, {"op": "count", "operands": [{"op": "star"}]}]}, )"
            R"({"op": "list", "operands": [{"op": "table", "table": "readings"}, {"op": "join", "join": "inner", "operands": [{"op": "table", "table": "station"}, )"));
    EXPECT_THAT(text, HasSubstr(R"({"op": "greater", "operands": [{"column": "readings", "table": "days"}, )"
                                R"({"literal": 100, "type": "int32"}]})"));
    EXPECT_THAT(text, HasSubstr("\"kind\": \"materialized view\""));
}

TEST(view_in_json, a_table_has_no_kind) {
    const std::string text = stoa::tool::schema_json(tables);
    EXPECT_EQ(text.find("\"kind\": \"table\""), std::string::npos);
    EXPECT_THAT(text, HasSubstr("\"name\": \"readings\",\n      \"columns\""));
}

TEST(view_in_markdown, shows_its_query_and_who_reads_it) {
    const std::string text = stoa::tool::markdown(tables);
    EXPECT_THAT(text, HasSubstr("A materialized view: `SELECT \"station\", \"on\", \"readings\" FROM \"days\" WHERE "
                                "\"readings\" > 100 LIMIT 7`\n"));
    EXPECT_THAT(text,
                HasSubstr("A view: `SELECT DISTINCT \"station\".\"name\", CAST(\"readings\".\"at\" AS date), count(*) "
                          "FROM \"readings\" JOIN"));
    EXPECT_THAT(text, HasSubstr("Read by [`busy_days`](#busy_days).\n"));
    EXPECT_THAT(text, HasSubstr("Referenced by [`readings`](#readings) (`station_id`).\n"));
    EXPECT_THAT(text, HasSubstr("| `ix_busy_days_on` | index `on` |\n"));
}

TEST(view_in_mermaid, has_a_line_from_what_it_reads) {
    const std::string text = stoa::tool::mermaid(tables);
    EXPECT_THAT(text, HasSubstr("    \"days\" {\n        text station\n        date on\n"));
    EXPECT_THAT(text, HasSubstr("    \"readings\" }o..o{ \"days\" : \"is read by\"\n"));
    EXPECT_THAT(text, HasSubstr("    \"station\" }o..o{ \"days\" : \"is read by\"\n"));
    EXPECT_THAT(text, HasSubstr("    \"days\" }o..o{ \"busy_days\" : \"is read by\"\n"));
    EXPECT_EQ(text.find("\"readings\" }o..o{ \"busy_days\""), std::string::npos);
}

TEST(view_in_dot, has_a_dashed_edge_to_what_it_reads) {
    const std::string text = stoa::tool::dot(tables);
    EXPECT_THAT(text, HasSubstr("<b>busy_days</b><br/><i>materialized view</i></td>"));
    EXPECT_THAT(text, HasSubstr("    \"busy_days\" -> \"days\" [style=dashed, dir=forward];\n"));
    EXPECT_THAT(text, HasSubstr("    \"days\" -> \"station\" [style=dashed, dir=forward];\n"));
}

} // namespace
