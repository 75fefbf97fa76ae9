// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_FINGERPRINT_HPP
#define STOA_TESTING_FINGERPRINT_HPP

// A short text that changes when the tables of a schema do.

#include <cstdint>
#include <string>
#include <string_view>

namespace stoa::testing {

/// 16 hexadecimal digits made from a schema's script: FNV-1a of 64 bits, the same in every program and run.
/// Example: stoa::testing::fingerprint(stoa::ddl<library, stoa::dialect::postgres>)
inline std::string fingerprint(std::string_view script) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : script) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    std::string digits(16, '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, hash /= 16)
        *digit = "0123456789abcdef"[hash % 16];
    return digits;
}

} // namespace stoa::testing

#endif
