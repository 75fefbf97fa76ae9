// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_CALL_SITE_HPP
#define STOA_TESTING_CALL_SITE_HPP

// The place in a program that a call comes from, as the addresses that the functions on the stack return to.

#include <cstddef>
#include <cstdlib>
#include <string>
#include <vector>

#if __has_include(<execinfo.h>)
#include <execinfo.h>
#define STOA_HAS_BACKTRACE 1
#endif

namespace stoa::testing {

/// Empty where the system does not tell, and then all places are one.
struct call_site {
    std::vector<void*> addresses; ///< innermost first, at most 64

    static call_site here() {
        call_site found;
#ifdef STOA_HAS_BACKTRACE
        void* frames[64];
        const int size = backtrace(frames, 64);
        found.addresses.assign(frames, frames + size);
#endif
        return found;
    }

    friend bool operator==(const call_site&, const call_site&) = default;
};

/// One line for each function, innermost first, as `addr2line -Cfe PROGRAM` takes them: program(+0x1234).
inline std::string to_string(const call_site& given) {
    std::string text;
#ifdef STOA_HAS_BACKTRACE
    char** const lines = backtrace_symbols(given.addresses.data(), static_cast<int>(given.addresses.size()));
    if (lines == nullptr) return text;
    for (std::size_t n = 0; n != given.addresses.size(); ++n) text.append("    ").append(lines[n]).append("\n");
    std::free(lines);
#else
    static_cast<void>(given);
#endif
    return text;
}

} // namespace stoa::testing

#endif
