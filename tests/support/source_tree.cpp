// SPDX-License-Identifier: BSL-1.0
#include "source_tree.hpp"

namespace stoa_test {

std::string source_file(const std::string& path_under_tests) {
    return STOA_TESTS_DIR "/" + path_under_tests;
}

} // namespace stoa_test
