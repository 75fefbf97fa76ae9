// SPDX-License-Identifier: BSL-1.0
#include "stoa/tool/dot.hpp"

#include "zoo.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string graph() {
    return stoa::tool::dot(stoa::tool::tables_of<zoo::database>());
}

TEST(dot, is_one_graph) {
    EXPECT_THAT(graph(), StartsWith("digraph {\n"));
    EXPECT_TRUE(graph().ends_with("];\n}\n"));
}

TEST(dot, has_every_table_with_its_columns) {
    EXPECT_THAT(graph(),
                HasSubstr("    \"pass ports\" [label=<<table border=\"0\" cellborder=\"1\" cellspacing=\"0\">\n"));
    EXPECT_THAT(graph(), HasSubstr("<tr><td port=\"l5\" align=\"left\">weight</td><td align=\"left\">decimal(6, 2)</td>"
                                   "<td port=\"r5\"></td></tr>\n"));
    EXPECT_THAT(graph(), HasSubstr("deputy_id</td><td align=\"left\">int64 null</td><td port=\"r2\">FK</td>"));
    EXPECT_THAT(graph(), HasSubstr("animal_id</td><td align=\"left\">guid</td><td port=\"r0\">PK, FK</td>"));
}

TEST(dot, escapes_names) {
    EXPECT_THAT(graph(), HasSubstr(">Name | &quot;full&quot;</td>"));
    const stoa::column_def columns[] = {zoo::made_up_column("a<b>&")};
    const stoa::table_def table = zoo::made_up("say \"\\\"", columns);
    const stoa::table_def* const tables[] = {&table};
    EXPECT_THAT(stoa::tool::dot(tables), HasSubstr(R"(    "say \"\\\"" [label=)"));
    EXPECT_THAT(stoa::tool::dot(tables), HasSubstr(">a&lt;b&gt;&amp;</td>"));
}

TEST(dot, has_an_edge_for_every_foreign_key) {
    EXPECT_THAT(graph(), HasSubstr("\"animals\":r1 -> \"keepers\":l0 [label=\"fk_animals_keeper_id\", "
                                   "arrowhead=teetee, arrowtail=crowodot];\n"));
    EXPECT_THAT(graph(), HasSubstr("\"animals\":r2 -> \"keepers\":l0 [label=\"fk_animals_deputy_id\", "
                                   "arrowhead=teeodot, arrowtail=crowodot];\n"));
    EXPECT_THAT(graph(), HasSubstr("\"keepers\":r2 -> \"keepers\":l0 [label=\"fk_keepers_boss_id\""));
    EXPECT_THAT(graph(), HasSubstr("\"pass ports\":r0 -> \"animals\":l0 [label=\"fk_pass ports_animal_id\", "
                                   "arrowhead=teetee, arrowtail=teeodot];\n"));
}

TEST(dot, has_enumeration_types) {
    EXPECT_THAT(stoa::tool::dot(stoa::tool::tables_of<zoo::outside>()),
                HasSubstr("<td align=\"left\">enum a|colour&lt; null</td>"));
}

} // namespace
