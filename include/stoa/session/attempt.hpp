// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_ATTEMPT_HPP
#define STOA_SESSION_ATTEMPT_HPP

// Errors as values, for code that would rather look than catch.
// Opt-in: it adds the includes of Boost.System.

#include "stoa/core/error.hpp"

#include <boost/system/result.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace stoa {

/// Either a value or the error that came instead of it; `value()` throws that error.
template <class T>
using result = boost::system::result<T, error>;

/// Calls `body()` and returns what it returns, or the `stoa::error` it threw. Other exceptions pass.
/// Example: auto saved = stoa::attempt([&] { return db.insert(book{…}); });
///          if (!saved && saved.error().code() == stoa::errc::unique_violation) …
template <std::invocable Body>
result<std::invoke_result_t<Body>> attempt(Body&& body) {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
            std::forward<Body>(body)();
            return {};
        } else {
            return std::forward<Body>(body)();
        }
    } catch (const error& failure) {
        return failure;
    }
}

/// How `result::value()` throws.
[[noreturn]] inline void throw_exception_from_error(const error& failure, const boost::source_location&) {
    raise(failure.info());
}

} // namespace stoa

#endif
