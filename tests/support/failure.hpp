// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_FAILURE_HPP
#define STOA_TESTS_SUPPORT_FAILURE_HPP

// What a call fails with, for tests that look at more than the type of an exception.

#include "stoa/core/error.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace stoa_test {

/// The error of type `Error` that `run()` throws. Where it throws nothing the test fails; anything else passes on.
template <class Error = stoa::error, class Run>
stoa::error failure_of(Run run) {
    try {
        run();
    } catch (const Error& failure) {
        return failure;
    }
    ADD_FAILURE() << "nothing was thrown, and an error was expected";
    return stoa::error(stoa::error_info{});
}

/// Whether the whole text of the error contains `part`.
inline bool says(const stoa::error& failure, std::string_view part) {
    return std::string_view(failure.what()).find(part) != std::string_view::npos;
}

} // namespace stoa_test

#endif
