// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_GOLDEN_HPP
#define STOA_TESTING_GOLDEN_HPP

// Texts that a test compares with files under version control, such as the scripts of a schema.

#include "stoa/core/error.hpp"
#include "stoa/ddl/script.hpp"
#include "stoa/dialect/all.hpp"
#include "stoa/dialect/postgres.hpp"
#include "stoa/dialect/sqlite.hpp"

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace stoa::testing {

namespace detail {

/// The first line in which two unlike texts differ.
inline std::string first_difference(std::string_view expected, std::string_view found) {
    std::size_t at = 0, line = 1, start = 0;
    for (; at < expected.size() && at < found.size() && expected[at] == found[at]; ++at)
        if (expected[at] == '\n') {
            ++line;
            start = at + 1;
        }
    const auto line_of = [start](std::string_view text) {
        if (start >= text.size()) return std::string("nothing more");
        return std::string(text.substr(start, text.find('\n', start) - start));
    };
    return "line " + std::to_string(line) + "\n  expected: " + line_of(expected) + "\n  found:    " + line_of(found);
}

} // namespace detail

/// Compares a text with that of a file. Empty where they are alike, else a sentence with the first difference. Where
/// the environment has STOA_UPDATE_GOLDEN the file is written instead, and is alike from then on. Throws:
/// statement_error (usage) where it cannot be written.
inline std::string compare_golden(const std::filesystem::path& file, std::string_view text) {
    const std::string remedy = "\nIf the change is intended, run the test with STOA_UPDATE_GOLDEN=1 and look at what "
                               "it writes.";
    if (std::getenv("STOA_UPDATE_GOLDEN") != nullptr) {
        std::error_code ignored; // the next step finds out
        std::filesystem::create_directories(file.parent_path(), ignored);
        std::ofstream to(file, std::ios::binary);
        to << text;
        if (!to.flush()) raise(errc::usage, "cannot write " + file.string() + ". Make its directory one to write to.");
        return {};
    }
    std::ifstream from(file, std::ios::binary);
    if (!from) return file.string() + " does not exist." + remedy;
    const std::string expected{std::istreambuf_iterator<char>(from), {}};
    if (expected == text) return {};
    return file.string() + " differs in " + detail::first_difference(expected, text) + remedy;
}

/// Compares the scripts that create `Schema` with the files <folder>/<name>.sqlite.sql and
/// <folder>/<name>.postgres.sql. Example: EXPECT_EQ(stoa::testing::compare_golden_ddl<library>("tests/golden",
/// "library"), "");
template <class Schema>
std::string compare_golden_ddl(const std::filesystem::path& folder, const std::string& name) {
    std::string found = compare_golden(folder / (name + ".sqlite.sql"), ddl<Schema, dialect::sqlite>);
    const std::string other = compare_golden(folder / (name + ".postgres.sql"), ddl<Schema, dialect::postgres>);
    if (!found.empty() && !other.empty()) found += "\n";
    return found + other;
}

} // namespace stoa::testing

#endif
