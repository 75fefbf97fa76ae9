// SPDX-License-Identifier: BSL-1.0
#include "stoa/tool/markdown.hpp"

#include "zoo.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string page() {
    return stoa::tool::markdown(stoa::tool::tables_of<zoo::database>(), "The zoo");
}

TEST(markdown, begins_with_a_list_of_tables) {
    EXPECT_THAT(page(), StartsWith("# The zoo\n\n"
                                   "- [`keepers`](#keepers): Who feeds \\*whom\\*\n"
                                   "- [`animals`](#animals)\n"
                                   "- [`pass ports`](#pass-ports)\n"));
}

TEST(markdown, has_a_row_for_every_column) {
    EXPECT_THAT(page(), HasSubstr("| `id` | int64 | | identity from 100 by 10 | |\n"));
    EXPECT_THAT(page(), HasSubstr("| `deputy_id` | int64 | yes | | |\n"));
    EXPECT_THAT(page(), HasSubstr("| `food` | text | | `'plants'` | one of `plants`, `meat` |\n"));
    EXPECT_THAT(page(), HasSubstr("| `weight` | decimal(6, 2) | | | `\"weight\" BETWEEN 0.00 AND 9000.00` |\n"));
    EXPECT_THAT(page(), HasSubstr("| `ration` | decimal(6, 2) | | | computed: `\"weight\" + \"weight\"` |\n"));
    EXPECT_THAT(page(), HasSubstr("| `name` | text | | | at most 40 characters |\n"));
    EXPECT_THAT(page(), HasSubstr("| `diary` | json | | | kept as plain JSON |\n"));
}

TEST(markdown, keeps_bars_and_marks_of_names_and_comments_from_meaning_something) {
    EXPECT_THAT(page(),
                HasSubstr("| `Name \\| \"full\"` | text | | | as on the \\`badge\\`; see rule_7 \\& \\<8\\> |\n"));
    EXPECT_THAT(page(), HasSubstr("\"name\" LIKE 'Tiger\\|%'"));
    EXPECT_EQ(stoa::tool::detail::markdown_code("a`b"), "`` a`b ``");
    EXPECT_EQ(stoa::tool::detail::markdown_plain("_a_b"), "\\_a_b");
}

TEST(markdown, has_a_row_for_every_constraint_and_index) {
    EXPECT_THAT(page(), HasSubstr("| `pk_animals` | primary key `id` |\n"));
    EXPECT_THAT(page(),
                HasSubstr("| `fk_animals_keeper_id` | foreign key `keeper_id` references [`keepers`](#keepers) "
                          "`id`, on delete restrict, on update cascade, checked at the end of the transaction |\n"));
    EXPECT_THAT(page(), HasSubstr("| `uq_keepers` | unique `Name \\| \"full\"`, `boss_id`, NULL equal to NULL |\n"));
    EXPECT_THAT(page(), HasSubstr("| `ck_animals_length` | check `\"length\" > 0.1` |\n"));
    EXPECT_THAT(page(), HasSubstr("| `ix_animals_notes` | index (gin) `notes`, operators `jsonb_path_ops` |\n"));
    EXPECT_THAT(page(), HasSubstr("| `ix_animals_size` | index `CAST(\"notes\" #>> ARRAY['size', 'cm'] AS int32)` "
                                  "descending, `name` |\n"));
    EXPECT_THAT(page(), HasSubstr("| `ix_animals_name` | unique index `name`, with `weight`, where "
                                  "`\"deputy_id\" IS NULL` |\n"));
}

TEST(markdown, tells_who_references_a_table) {
    EXPECT_THAT(page(), HasSubstr("Referenced by [`pass ports`](#pass-ports) (`animal_id`).\n"));
}

TEST(markdown, tells_what_dialects_say_otherwise) {
    EXPECT_THAT(page(), Not(HasSubstr("Differences")));
    const stoa::ddl_note notes[] = {{"keepers", "uq_keepers", "made <small>", "no room"},
                                    {"keepers", "", "gone", "why not"}};
    const stoa::tool::dialect_notes differences[] = {{"plain", {}}, {"other", notes}};
    const std::string text = stoa::tool::markdown(stoa::tool::tables_of<zoo::database>(), "The zoo", differences);
    EXPECT_TRUE(text.ends_with("\n## Differences: other\n\n"
                               "| table | object | what | why |\n|---|---|---|---|\n"
                               "| [`keepers`](#keepers) | `uq_keepers` | made \\<small\\> | no room |\n"
                               "| [`keepers`](#keepers) | | gone | why not |\n"))
        << text;
    EXPECT_THAT(text, Not(HasSubstr("Differences: plain")));
}

TEST(markdown, has_namespaces_and_enumeration_types) {
    const std::string text = stoa::tool::markdown(stoa::tool::tables_of<zoo::outside>());
    EXPECT_THAT(text, HasSubstr("## `fences`\n\nIn the namespace `out_doors`.\n\n"));
    EXPECT_THAT(text, HasSubstr("| `paint` | enum `a\\|colour<` | yes | | one of `red`, `blue` |\n"));
    EXPECT_THAT(text, HasSubstr("check `\"paint\" = 'red'`"));
}

} // namespace
