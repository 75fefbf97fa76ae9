// SPDX-License-Identifier: BSL-1.0
// Array columns in every document, and the list of warnings.

#include "golden_arrays.hpp"

#include "stoa/ddl/report.hpp"
#include "stoa/tool/dot.hpp"
#include "stoa/tool/markdown.hpp"
#include "stoa/tool/mermaid.hpp"
#include "stoa/tool/schema_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using stoa::ddl_note;
using stoa::type_kind;
using testing::HasSubstr;

const auto tables = stoa::tool::tables_of<golden::shelves>();

TEST(arrays, are_spelled_with_brackets) {
    EXPECT_EQ(stoa::tool::type_text(stoa::array_of({type_kind::text})), "text[]");
    EXPECT_EQ(stoa::tool::type_text(stoa::array_of({type_kind::decimal, 10, 2})), "decimal(10, 2)[]");
    EXPECT_THAT(stoa::tool::markdown(tables), HasSubstr("| `tags` | text[] | | `'{}'` | |\n"));
    EXPECT_THAT(stoa::tool::markdown(tables), HasSubstr("| `colors` | text[] | | | one of `red`, `green` |\n"));
    EXPECT_THAT(stoa::tool::markdown(tables), HasSubstr("check `cardinality(\"tags\") <= 10`"));
    EXPECT_THAT(stoa::tool::dot(tables), HasSubstr("decimal(10, 2)[]"));
    EXPECT_THAT(stoa::tool::mermaid(tables), HasSubstr("        decimal_10_2_array prices\n"));
}

TEST(arrays, have_a_type_of_elements_in_json) {
    const std::string text = stoa::tool::schema_json(tables);
    EXPECT_THAT(text, HasSubstr(R"({"name": "flags", "type": "array", "element": "boolean"})"));
    EXPECT_THAT(text, HasSubstr(R"("type": "array", "element": "decimal", "precision": 10, "scale": 2})"));
    EXPECT_THAT(text, HasSubstr(R"("default": {"literal": [], "type": "array", "element": "text"})"));
    EXPECT_THAT(text, HasSubstr(R"({"op": "cardinality", "operands": [{"column": "tags"}]})"));
    EXPECT_NO_THROW((void)stoa::canonical_json(text));
}

TEST(arrays, are_reported_where_they_are_texts) {
    constexpr const auto& notes = stoa::ddl_report<golden::shelves, stoa::dialect::sqlite>;
    static_assert(notes.size() == 2);
    EXPECT_EQ(notes[0],
              (ddl_note{"shelves", "colors", "elements are not checked", "a check cannot look into an array"}));
    EXPECT_EQ(notes[1], (ddl_note{"shelves", "ix_shelves_tags", "index left out", "no index looks into an array"}));
    static_assert(stoa::ddl_report<golden::shelves, stoa::dialect::postgres>.empty());
}

TEST(markdown, ends_with_warnings) {
    const ddl_note warnings[] = {{"shelves", "by_a", "its columns are the first of another index or key", "by_a_b"}};
    EXPECT_TRUE(stoa::tool::markdown(tables, "Shelves", {}, warnings)
                    .ends_with("\n## Warnings\n\n"
                               "| table | object | what | why |\n|---|---|---|---|\n"
                               "| [`shelves`](#shelves) | `by_a` | its columns are the first of another index or key | "
                               "by_a_b |\n"));
}

} // namespace
