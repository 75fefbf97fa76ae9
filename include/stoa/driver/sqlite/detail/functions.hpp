// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_FUNCTIONS_HPP
#define STOA_DRIVER_SQLITE_DETAIL_FUNCTIONS_HPP

// SQL functions every connection has, for what SQLite cannot do itself:
//   stoa_guid(text)    a guid as this connection stores it, TEXT or BLOB
//   stoa_bytes(text)   hexadecimal digits → BLOB
//   stoa_float(real)   the nearest number of single precision
// NULL stays NULL.

#include "stoa/driver/sqlite/codec.hpp"
#include "stoa/driver/sqlite/url.hpp"

#include <sqlite3.h>

#include <cstddef>
#include <vector>

namespace stoa::sqlite::detail {

inline void refuse(sqlite3_context* context, const char* message) {
    sqlite3_result_error(context, message, -1);
}

/// The user data is not null if guids are stored as BLOB.
inline void guid_function(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    guid value;
    if (decode(arguments[0], value) != fit::good) {
        refuse(context, "stoa_guid: the argument is not a guid. Pass 36 characters, 8-4-4-4-12 hexadecimal digits.");
    } else if (sqlite3_user_data(context) != nullptr) {
        sqlite3_result_blob(context, value.bytes().data(), 16, SQLITE_TRANSIENT);
    } else {
        sqlite3_result_text(context, value.to_chars().data(), 36, SQLITE_TRANSIENT);
    }
}

inline void bytes_function(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    native::text digits;
    bool good = decode(arguments[0], digits) == fit::good && digits.size() % 2 == 0;
    std::vector<char> bytes(good ? digits.size() / 2 : 0);
    for (std::size_t i = 0; good && i != bytes.size(); ++i) {
        const int high = hex_digit(digits[2 * i]);
        const int low = hex_digit(digits[2 * i + 1]);
        good = high >= 0 && low >= 0;
        bytes[i] = static_cast<char>(high * 16 + low);
    }
    if (!good)
        refuse(context, "stoa_bytes: the argument is not hexadecimal. Pass two digits for each byte.");
    else if (bytes.empty())
        sqlite3_result_zeroblob(context, 0);
    else
        sqlite3_result_blob64(context, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
}

inline void float_function(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    sqlite3_result_double(context, static_cast<float>(sqlite3_value_double(arguments[0])));
}

/// False if SQLite refuses.
inline bool register_functions(sqlite3* database, guid_storage guids) noexcept {
    static char stores_blob;
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    void* const policy = guids == guid_storage::blob ? &stores_blob : nullptr;
    const auto add = [&](const char* name, void* data, void (*function)(sqlite3_context*, int, sqlite3_value**)) {
        return sqlite3_create_function_v2(database, name, 1, flags, data, function, nullptr, nullptr, nullptr) ==
               SQLITE_OK;
    };
    return add("stoa_guid", policy, &guid_function) && add("stoa_bytes", nullptr, &bytes_function) &&
           add("stoa_float", nullptr, &float_function);
}

} // namespace stoa::sqlite::detail

#endif
