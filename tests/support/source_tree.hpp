// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_SOURCE_TREE_HPP
#define STOA_TESTS_SUPPORT_SOURCE_TREE_HPP

// Where the files are that tests compare with.

#include <string>

namespace stoa_test {

/// The path of a file under tests/, such as `source_file("golden/some_feature.sql")`.
std::string source_file(const std::string& path_under_tests);

} // namespace stoa_test

#endif
