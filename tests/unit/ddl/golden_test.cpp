// SPDX-License-Identifier: BSL-1.0
// Every script is the one in tests/golden/. With STOA_UPDATE_GOLDEN=1 in the environment the files are written
// instead; read what changed before keeping it.

#include "stoa/testing/golden.hpp"

#include "golden.hpp"
#include "golden_arrays.hpp"
#include "golden_columns.hpp"
#include "golden_json.hpp"
#include "golden_queries.hpp"
#include "golden_views.hpp"
#include "golden_vocabulary.hpp"
#include "source_tree.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

void expect_golden(std::string_view dialect, std::string_view feature, std::string_view text) {
    const std::string path =
        stoa_test::source_file("golden/" + std::string(dialect) + "/" + std::string(feature) + ".sql");
    EXPECT_EQ(stoa::testing::compare_golden(path, text), "");
}

std::string script(const std::vector<std::string>& statements) {
    std::string text;
    for (const std::string& statement : statements) text += statement + ";\n";
    return text;
}

TEST(golden, definitions_have_this_very_text) {
    for (const golden::script& script : golden::scripts()) expect_golden(script.dialect, script.feature, script.text);
}

TEST(golden, definitions_with_the_whole_vocabulary_have_this_very_text) {
    for (const golden::script& script : golden::vocabulary_scripts())
        expect_golden(script.dialect, script.feature, script.text);
}

TEST(golden, definitions_with_documents_have_this_very_text) {
    for (const golden::script& script : golden::json_scripts())
        expect_golden(script.dialect, script.feature, script.text);
}

TEST(golden, definitions_with_arrays_have_this_very_text) {
    for (const golden::script& script : golden::array_scripts())
        expect_golden(script.dialect, script.feature, script.text);
}

TEST(golden, columns_and_indexes_have_this_very_text) {
    for (const golden::script& script : golden::column_scripts())
        expect_golden(script.dialect, script.feature, script.text);
}

TEST(golden, views_have_this_very_text) {
    for (const golden::script& script : golden::view_scripts())
        expect_golden(script.dialect, script.feature, script.text);
}

TEST(golden, statements_have_this_very_text) {
    expect_golden("sqlite", "queries", script(golden::queries().sqlite));
    expect_golden("postgres", "queries", script(golden::queries().postgres));
}

} // namespace
