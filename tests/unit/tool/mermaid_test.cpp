// SPDX-License-Identifier: BSL-1.0
#include "stoa/tool/mermaid.hpp"

#include "zoo.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace {

using testing::HasSubstr;

std::string diagram() {
    return stoa::tool::mermaid(stoa::tool::tables_of<zoo::database>());
}

TEST(mermaid, of_no_tables_is_an_empty_diagram) {
    EXPECT_EQ(stoa::tool::mermaid({}), "erDiagram\n");
}

TEST(mermaid, has_every_table_with_its_columns) {
    EXPECT_THAT(diagram(), HasSubstr("    \"pass ports\" {\n"
                                     "        guid animal_id PK, FK\n"
                                     "        text number UK\n"
                                     "    }\n"));
    EXPECT_THAT(diagram(), HasSubstr("        decimal_6_2 weight\n"));
    EXPECT_THAT(diagram(), HasSubstr("        int64 deputy_id FK \"nullable\"\n"));
}

TEST(mermaid, replaces_what_its_language_cannot_say) {
    EXPECT_THAT(diagram(),
                HasSubstr("        text Name____full_ \"Name | _full_, as on the `badge`; see rule_7 & <8>\"\n"));
}

TEST(mermaid, tells_how_many_rows_a_foreign_key_joins) {
    EXPECT_THAT(diagram(), HasSubstr("\"keepers\" ||..o{ \"animals\" : \"fk_animals_keeper_id\"\n"));
    EXPECT_THAT(diagram(), HasSubstr("\"keepers\" |o..o{ \"animals\" : \"fk_animals_deputy_id\"\n"));
    EXPECT_THAT(diagram(), HasSubstr("\"keepers\" |o..o{ \"keepers\" : \"fk_keepers_boss_id\"\n"));
    EXPECT_THAT(diagram(), HasSubstr("\"animals\" ||--o| \"pass ports\" : \"fk_pass ports_animal_id\"\n"));
}

TEST(mermaid, does_not_take_a_column_for_a_key_word) {
    const stoa::column_def columns[] = {zoo::made_up_column("pk"), zoo::made_up_column("1st")};
    const stoa::table_def table = zoo::made_up("t", columns);
    const stoa::table_def* const tables[] = {&table};
    EXPECT_THAT(stoa::tool::mermaid(tables), HasSubstr("int64 pk_ \"pk\"\n        int64 c_1st \"1st\"\n"));
}

TEST(mermaid, has_enumeration_types) {
    EXPECT_THAT(stoa::tool::mermaid(stoa::tool::tables_of<zoo::outside>()),
                HasSubstr("        enum_a_colour_ paint \"nullable\"\n"));
}

} // namespace
