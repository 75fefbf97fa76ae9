// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_MISFIT_HPP
#define STOA_DRIVER_SQLITE_DETAIL_MISFIT_HPP

// What is said when a stored value is not of the type it is read as. The value itself is never part of the message.

#include "stoa/core/error.hpp"
#include "stoa/driver/sqlite/codec.hpp"
#include "stoa/query/statement_info.hpp"

#include <sqlite3.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace stoa::sqlite::detail {

inline std::string_view stored_type_name(int type) noexcept {
    switch (type) {
    case SQLITE_INTEGER: return "INTEGER";
    case SQLITE_FLOAT: return "REAL";
    case SQLITE_TEXT: return "TEXT";
    case SQLITE_BLOB: return "BLOB";
    default: return "NULL";
    }
}

/// What a value of the type looks like in the database.
inline std::string_view expected_storage(type_kind kind) noexcept {
    switch (kind) {
    case type_kind::boolean: return "INTEGER 0 or 1";
    case type_kind::int16:
    case type_kind::int32:
    case type_kind::int64: return "INTEGER";
    case type_kind::float32:
    case type_kind::float64: return "REAL";
    case type_kind::text:
    case type_kind::json: return "TEXT";
    case type_kind::bytes: return "BLOB";
    case type_kind::guid: return "TEXT of 36 characters, or BLOB of 16 bytes";
    case type_kind::timestamp: return "TEXT written YYYY-MM-DDTHH:MM:SS.ffffffZ";
    case type_kind::date: return "TEXT written YYYY-MM-DD";
    case type_kind::decimal: return "INTEGER, the unscaled number";
    case type_kind::array: return "TEXT, a JSON array of elements of one type";
    }
    return "another type";
}

/// `stored` may be null for a column or row that does not exist.
inline error_info describe_misfit(const statement_info& info, int column, sqlite3_value* stored, type_kind wanted,
                                  fit found) {
    const std::size_t place = static_cast<std::size_t>(column);
    std::string name = "column " + std::to_string(column + 1) + " of the result";
    if (place < info.results.size() && !info.results[place].name.empty())
        name = "the column \"" + std::string(info.results[place].name) + '"';
    const std::string type(to_string(wanted));
    const int stored_type = stored != nullptr ? sqlite3_value_type(stored) : SQLITE_NULL;
    const std::string holds(stored_type_name(stored_type));

    error_info error{errc::mapping_mismatch, {}, {}, std::string(info.sql), {}};
    // An integer expression whose result needs more than 64 bits becomes a floating point number, and stays one where
    // the query reads it as a column of a query within.
    if ((is_integer(wanted) || wanted == type_kind::decimal) && stored_type == SQLITE_FLOAT) {
        const bool computed = place < info.results.size() && info.results[place].name.empty();
        const double real = sqlite3_value_double(stored);
        if (computed || real >= 9223372036854775808.0 || real < -9223372036854775808.0) found = fit::out_of_range;
    }
    if (found == fit::out_of_memory) {
        error.code = errc::resources_exhausted;
        error.message = "there is not enough memory to read " + name + ". Free memory and try again.";
    } else if (found == fit::null_element) {
        error.message = name + " holds an array with a NULL in it, which no C++ element can be. Take the NULL out of "
                               "the row.";
    } else if (found == fit::out_of_range) {
        error.code = errc::out_of_range;
        error.message = name + " holds " + holds + " that does not fit into " + type + ". Read it into a wider type.";
    } else if (found == fit::wrong_value) {
        error.message = name + " holds " + holds + (type == "array" ? " that is not such an " : " that is not a ") +
                        type + ". stoa stores " + type + " as ";
        error.message.append(expected_storage(wanted)).append("; correct the data, or read it as what it is.");
    } else if (stored_type == SQLITE_NULL) {
        error.message = name + " holds NULL where " + type +
                        " was expected. Read it into std::optional, or declare the column NOT NULL.";
    } else {
        error.message = name + " holds " + holds + " where " + type + " was expected. stoa stores " + type + " as ";
        error.message.append(expected_storage(wanted))
            .append("; correct the field's type or the data, or CAST in SQL.");
    }
    return error;
}

/// Whether a value of this storage class can be of the type.
inline bool is_stored_as(int type, const result_column& column) noexcept {
    switch (column.type.kind) {
    case type_kind::float32:
    case type_kind::float64:
        if (type == SQLITE_FLOAT) return true;
        [[fallthrough]];
    case type_kind::boolean:
    case type_kind::int16:
    case type_kind::int32:
    case type_kind::int64:
    case type_kind::decimal: return type == SQLITE_INTEGER;
    case type_kind::bytes: return type == SQLITE_BLOB;
    case type_kind::guid: return type == SQLITE_TEXT || type == SQLITE_BLOB;
    default: return type == SQLITE_TEXT;
    }
}

/// Adds what is wrong with a further column of the same row.
inline void add_misfit(error_info& error, const statement_info& info, int column, sqlite3_value* stored) {
    const result_column& expected = info.results[static_cast<std::size_t>(column)];
    const int type = stored != nullptr ? sqlite3_value_type(stored) : SQLITE_NULL;
    if (type == SQLITE_NULL ? expected.nullable : is_stored_as(type, expected)) return;
    error.message += '\n' + describe_misfit(info, column, stored, expected.type.kind, fit::wrong_kind).message;
}

/// What is wrong with the columns of a prepared statement before any row is there: their number and order.
inline std::string shape_differences(sqlite3_stmt* prepared, const statement_info& info) {
    if (info.results.empty()) return {};
    std::string differences;
    const auto columns = static_cast<std::size_t>(sqlite3_column_count(prepared));
    if (columns != info.results.size())
        differences = "the statement returns " + std::to_string(columns) + " columns where " +
                      std::to_string(info.results.size()) + " were expected. Select one column for each field.";
    for (std::size_t n = 0; n != columns; ++n) {
        const char* const name = sqlite3_column_name(prepared, static_cast<int>(n));
        if (name == nullptr || swapped_field(info, n, name) == info.results.size()) continue;
        differences += (differences.empty() ? "" : "\n") + std::string("the statement returns the column \"") + name +
                       "\" where \"" + std::string(info.results[n].name) +
                       "\" was expected. Select the columns in the order of the fields.";
    }
    return differences;
}

} // namespace stoa::sqlite::detail

#endif
