// SPDX-License-Identifier: BSL-1.0
// Texts are compared with files, or written into them.

#include "stoa/stoa.hpp"
#include "stoa/testing/golden.hpp"

#include "bookshop.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include <unistd.h>

namespace {

TEST(golden, is_written_where_that_is_asked_for_and_compared_else) {
    using shop = stoa::schema<bookshop::author>;
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("stoa_golden_" + std::to_string(getpid()));
    EXPECT_NE(stoa::testing::compare_golden_ddl<shop>(folder, "shop").find("shop.sqlite.sql does not exist.\nIf the "),
              std::string::npos);
    setenv("STOA_UPDATE_GOLDEN", "1", 1);
    EXPECT_EQ(stoa::testing::compare_golden_ddl<shop>(folder, "shop"), "");
    EXPECT_EQ(stoa::testing::compare_golden(folder / "text", "one\ntwo\n"), "");
    EXPECT_THROW(stoa::testing::compare_golden(folder / "text" / "below", ""), stoa::statement_error);
    unsetenv("STOA_UPDATE_GOLDEN");
    EXPECT_EQ(stoa::testing::compare_golden_ddl<shop>(folder, "shop"), "");
    EXPECT_EQ(stoa::testing::compare_golden(folder / "text", "one\ntwo\n"), "");
    const std::string changed = stoa::testing::compare_golden(folder / "text", "one\n2\n");
    EXPECT_NE(changed.find("differs in line 2\n  expected: two\n  found:    2\n"), std::string::npos) << changed;
    EXPECT_NE(stoa::testing::compare_golden(folder / "text", "one\n").find("found:    nothing more"),
              std::string::npos);
    std::filesystem::remove_all(folder);
}

} // namespace
