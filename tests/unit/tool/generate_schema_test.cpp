// SPDX-License-Identifier: BSL-1.0
#include "stoa/tool/generate_schema.hpp"

#include "zoo.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class generate_schema : public testing::Test {
protected:
    void SetUp() override { fs::remove_all(directory); }
    void TearDown() override { fs::remove_all(directory); }

    static std::string text_of(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }

    template <class... Words>
    static int run(Words... words) {
        std::vector<std::string> kept{"program", words...};
        std::vector<char*> arguments;
        for (std::string& each : kept) arguments.push_back(each.data());
        return stoa::tool::generate_schema<zoo::database, stoa::dialect::sqlite, stoa::dialect::postgres>(
            static_cast<int>(arguments.size()), arguments.data());
    }

    fs::path directory = fs::path(testing::TempDir()) /
                         ("stoa_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(generate_schema, names_files_after_the_schema_and_the_dialects) {
    std::vector<std::string> names;
    for (const auto& file : stoa::tool::schema_files<zoo::database, stoa::dialect::postgres>("zoo"))
        names.push_back(file.name);
    EXPECT_THAT(names, ElementsAre("zoo.postgres.sql", "zoo.postgres.drop.sql", "zoo.schema.json", "zoo.mmd", "zoo.dot",
                                   "zoo.md"));
}

TEST_F(generate_schema, writes_the_scripts_that_are_constants) {
    ASSERT_EQ(run("zoo", (directory / "new").string()), 0);
    using sqlite = stoa::dialect::sqlite;
    using postgres = stoa::dialect::postgres;
    EXPECT_EQ(text_of(directory / "new/zoo.sqlite.sql"), (stoa::ddl<zoo::database, sqlite>));
    EXPECT_EQ(text_of(directory / "new/zoo.sqlite.drop.sql"), (stoa::drop_ddl<zoo::database, sqlite>));
    EXPECT_EQ(text_of(directory / "new/zoo.postgres.sql"), (stoa::ddl<zoo::database, postgres>));
    EXPECT_EQ(text_of(directory / "new/zoo.postgres.drop.sql"), (stoa::drop_ddl<zoo::database, postgres>));
    EXPECT_THAT(text_of(directory / "new/zoo.md"), HasSubstr("## Differences: sqlite\n"));
}

TEST_F(generate_schema, touches_only_files_whose_text_changes) {
    ASSERT_EQ(run("zoo", directory.string()), 0);
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (const auto& file : fs::directory_iterator(directory)) fs::last_write_time(file.path(), long_ago);
    const auto kept = fs::last_write_time(directory / "zoo.mmd");
    std::ofstream(directory / "zoo.dot") << "something else";
    ASSERT_EQ(run("zoo", directory.string()), 0);
    EXPECT_EQ(fs::last_write_time(directory / "zoo.mmd"), kept);
    EXPECT_EQ(text_of(directory / "zoo.dot"), stoa::tool::dot(stoa::tool::tables_of<zoo::database>()));
    for (const auto& file : fs::directory_iterator(directory)) EXPECT_NE(file.path().extension(), ".new");
}

TEST_F(generate_schema, fails_with_a_message) {
    testing::internal::CaptureStderr();
    EXPECT_EQ(run("zoo"), 1);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "usage: generate NAME DIRECTORY\n");
    std::ofstream(directory.string()) << "a file, not a directory";
    testing::internal::CaptureStderr();
    EXPECT_EQ(run("zoo", (directory / "below").string()), 1);
    EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("stoa: the schema zoo was not written: "));
}

} // namespace
