// SPDX-License-Identifier: BSL-1.0
// Collations, names of checks, defaults and kinds of indexes in the documents of a schema.

#include "golden_columns.hpp"

#include <stoa/tool/markdown.hpp>
#include <stoa/tool/schema_json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace {

using testing::HasSubstr;
using testing::Not;

using schema =
    stoa::schema<golden::column_defaults::job, golden::column_collation::account, golden::column_indexes::note>;

std::string document() {
    return stoa::tool::schema_json(stoa::tool::tables_of<schema>());
}

std::string page() {
    return stoa::tool::markdown(stoa::tool::tables_of<schema>());
}

TEST(columns, of_a_document_have_their_collation) {
    EXPECT_THAT(document(), HasSubstr(R"({"name": "nick", "type": "text", "nullable": true, )"
                                      R"("collation": "case_insensitive"})"));
    EXPECT_THAT(document(), HasSubstr(R"({"name": "site", "type": "text"})"));
    EXPECT_THAT(page(), HasSubstr("| `nick` | text | yes | | case ignored |"));
}

TEST(columns, of_a_document_name_their_checks) {
    EXPECT_THAT(document(), HasSubstr(R"("length_name": "ck_name"})"));
    EXPECT_THAT(document(), HasSubstr(R"("values_name": "ck_of"})"));
    EXPECT_THAT(document(), HasSubstr(R"("range_name": "a \"byte\""})"));
}

TEST(columns, of_a_document_have_defaults_as_trees) {
    EXPECT_THAT(document(), HasSubstr(R"({"name": "token", "type": "guid", "generated": "guid_v4", )"
                                      R"("default": {"op": "random_guid"}})"));
    EXPECT_THAT(page(), HasSubstr("`(60 - 1) * 24`"));
}

TEST(columns, that_ignore_case_are_compared_in_readable_words) {
    EXPECT_THAT(page(), HasSubstr("check `\"nick\" <> \"site\"`"));
    EXPECT_THAT(page(), Not(HasSubstr("lower")));
}

TEST(indexes, of_a_document_have_their_method) {
    EXPECT_THAT(document(), HasSubstr(R"({"name": "ix_notes_title", "method": "trigram", "concurrent": true, )"));
    EXPECT_THAT(document(), HasSubstr(R"({"name": "tag_beginnings", "method": "prefix", )"));
    EXPECT_THAT(page(), HasSubstr("| `tag_beginnings` | index (prefix) `tag` |"));
}

} // namespace
