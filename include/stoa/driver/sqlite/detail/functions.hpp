// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_FUNCTIONS_HPP
#define STOA_DRIVER_SQLITE_DETAIL_FUNCTIONS_HPP

// SQL functions every connection has, for what SQLite cannot do itself:
//   stoa_guid(text)    a guid as this connection stores it, TEXT or BLOB
//   stoa_bytes(text)   hexadecimal digits → BLOB
//   stoa_float(real)   the nearest number of single precision
// NULL stays NULL. Those of date_functions.hpp, aggregate_functions.hpp and json_functions.hpp come with them.

#include "stoa/driver/sqlite/codec.hpp"
#include "stoa/driver/sqlite/detail/aggregate_functions.hpp"
#include "stoa/driver/sqlite/detail/date_functions.hpp"
#include "stoa/driver/sqlite/detail/json_functions.hpp"
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

struct function_entry {
    const char* name;
    int arguments; // -1: any number
    void (*function)(sqlite3_context*, int, sqlite3_value**);
    void (*step)(sqlite3_context*, int, sqlite3_value**) = nullptr;
    void (*result)(sqlite3_context*) = nullptr;
};

inline constexpr function_entry functions[]{
    {"stoa_guid", 1, &guid_function},
    {"stoa_bytes", 1, &bytes_function},
    {"stoa_float", 1, &float_function},
    {"stoa_sqrt", 1, &sqrt_function},
    {"stoa_add_days", 2, &calendar_function<&days_later>},
    {"stoa_add_months", 2, &calendar_function<&months_later>},
    {"stoa_add_microseconds", 2, &microseconds_function},
    {"stoa_var_samp", 1, nullptr, &moments_step, &moments_result<true, false>},
    {"stoa_var_pop", 1, nullptr, &moments_step, &moments_result<false, false>},
    {"stoa_stddev_samp", 1, nullptr, &moments_step, &moments_result<true, true>},
    {"stoa_stddev_pop", 1, nullptr, &moments_step, &moments_result<false, true>},
    {"stoa_json_contains", 2, &json_contains_function},
    {"stoa_json_set", -1, &json_set_function},
    {"stoa_string_agg", -1, nullptr, &text_step, &text_result},
};

/// False if SQLite refuses.
inline bool register_functions(sqlite3* database, guid_storage guids) noexcept {
    static char stores_blob;
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    void* const policy = guids == guid_storage::blob ? &stores_blob : nullptr;
    for (const function_entry& each : functions)
        if (sqlite3_create_function_v2(database, each.name, each.arguments, flags, policy, each.function, each.step,
                                       each.result, nullptr) != SQLITE_OK)
            return false;
    return true;
}

} // namespace stoa::sqlite::detail

#endif
