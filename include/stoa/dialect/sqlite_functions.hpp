// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_SQLITE_FUNCTIONS_HPP
#define STOA_DIALECT_SQLITE_FUNCTIONS_HPP

// Functions as SQLite 3.39 spells them (https://sqlite.org/lang_corefunc.html, lang_datefunc.html). Its mathematical
// functions are not in every build (lang_mathfunc.html), so none of them is used. Decimals are integers without the
// point; dates and times are texts of one length, of which parts are cut out. stoa_… are registered by the driver.

#include "stoa/expression/function_list.hpp"
#include "stoa/types/type_def.hpp"

#include <string_view>

namespace stoa::dialect {

/// CAST: only what means the same everywhere gets here.
constexpr std::string_view sqlite_cast(type_kind to, type_kind from) {
    if (to == type_kind::text) return "CAST({0} AS TEXT)";
    if (to == type_kind::decimal) return "({0} * {u})";
    if (to == type_kind::date) return "substr({0}, 1, 10)";
    if (to == type_kind::timestamp) return "({0} || 'T00:00:00.000000Z')";
    if (to == type_kind::float64) return from == type_kind::decimal ? "(CAST({0} AS REAL) / {u})" : "CAST({0} AS REAL)";
    if (from == type_kind::decimal) return "({0} / {u})";
    // What is beyond 64 bits stays as it is and cannot be read.
    if (is_floating(from))
        return "CASE WHEN {0} >= -9223372036854775808.0 AND {0} < 9223372036854775808.0 THEN CAST({0} AS INTEGER) "
               "ELSE {0} END";
    return "CAST({0} AS INTEGER)";
}

/// Fractions of doubles end below 2^52, and integers hold what is left of the point.
constexpr std::string_view sqlite_rounding(ast::function called, bool decimal) {
    switch (called) {
    case ast::function::round: return decimal ? "(({0} + sign({0}) * {h}) / {u})" : "round({0})";
    case ast::function::trunc:
        return decimal ? "({0} / {u})"
                       : "CASE WHEN abs({0}) < 4503599627370496 THEN CAST(CAST({0} AS INTEGER) AS REAL) ELSE {0} END";
    case ast::function::floor:
        return decimal ? "({0} / {u} - ({0} % {u} < 0))"
                       : "CASE WHEN abs({0}) < 4503599627370496 THEN CAST(CAST({0} AS INTEGER) - ({0} < CAST({0} AS "
                         "INTEGER)) AS REAL) ELSE {0} END";
    default:
        return decimal ? "({0} / {u} + ({0} % {u} > 0))"
                       : "CASE WHEN abs({0}) < 4503599627370496 THEN CAST(CAST({0} AS INTEGER) + ({0} > CAST({0} AS "
                         "INTEGER)) AS REAL) ELSE {0} END";
    }
}

constexpr std::string_view sqlite_text(ast::function called) {
    switch (called) {
    case ast::function::left: return "substr({0}, 1, {1})";
    case ast::function::right: return "substr({0}, - {1}, {1})"; // a start of 0 would be the beginning
    case ast::function::position: return "instr({0}, {1})";
    case ast::function::repeat: return "replace(hex(zeroblob({1})), '00', {0})";
    case ast::function::lpad: // nothing of {2} where nothing is filled up, or NULL
        return "CASE WHEN length({0}) >= {1} THEN substr({0}, 1, {1}) || substr({2}, 1, 0) ELSE "
               "substr(replace(hex(zeroblob({1})), '00', {2}), 1, {1} - length({0})) || {0} END";
    case ast::function::rpad:
        return "CASE WHEN length({0}) >= {1} THEN substr({0}, 1, {1}) || substr({2}, 1, 0) ELSE {0} || "
               "substr(replace(hex(zeroblob({1})), '00', {2}), 1, {1} - length({0})) END";
    // Of a larger number only 32 bits would be looked at.
    case ast::function::at_least_zero: return "min(max({0}, 0), 2147483647)";
    case ast::function::at_least_one: return "min(max({0}, 1), 2147483647)";
    default: return "";
    }
}

/// A time without its fraction, which the functions of dates would round.
constexpr std::string_view sqlite_time(ast::function called, bool date) {
    switch (called) {
    case ast::function::extract_year: return "CAST(substr({0}, 1, 4) AS INTEGER)";
    case ast::function::extract_month: return "CAST(substr({0}, 6, 2) AS INTEGER)";
    case ast::function::extract_day: return "CAST(substr({0}, 9, 2) AS INTEGER)";
    case ast::function::extract_hour: return "CAST(substr({0}, 12, 2) AS INTEGER)";
    case ast::function::extract_minute: return "CAST(substr({0}, 15, 2) AS INTEGER)";
    case ast::function::extract_second: return "CAST(substr({0}, 18, 2) AS INTEGER)";
    case ast::function::extract_microsecond: return "CAST(substr({0}, 21, 6) AS INTEGER)";
    case ast::function::extract_dow: return "CAST(strftime('%w', substr({0}, 1, 10)) AS INTEGER)";
    case ast::function::extract_isodow: return "((strftime('%w', substr({0}, 1, 10)) + 6) % 7 + 1)";
    case ast::function::extract_doy: return "CAST(strftime('%j', substr({0}, 1, 10)) AS INTEGER)";
    // The week of a day is that of its Thursday.
    case ast::function::extract_week:
        return "((strftime('%j', date(substr({0}, 1, 10), '-3 days', 'weekday 4')) - 1) / 7 + 1)";
    case ast::function::extract_epoch: return "unixepoch(substr({0}, 1, 19))";
    case ast::function::trunc_year:
        return date ? "(substr({0}, 1, 4) || '-01-01')" : "(substr({0}, 1, 4) || '-01-01T00:00:00.000000Z')";
    case ast::function::trunc_month:
        return date ? "(substr({0}, 1, 7) || '-01')" : "(substr({0}, 1, 7) || '-01T00:00:00.000000Z')";
    case ast::function::trunc_week:
        return date ? "date({0}, '-6 days', 'weekday 1')"
                    : "(date(substr({0}, 1, 10), '-6 days', 'weekday 1') || 'T00:00:00.000000Z')";
    case ast::function::trunc_day: return "(substr({0}, 1, 10) || 'T00:00:00.000000Z')";
    case ast::function::trunc_hour: return "(substr({0}, 1, 13) || ':00:00.000000Z')";
    case ast::function::trunc_minute: return "(substr({0}, 1, 16) || ':00.000000Z')";
    case ast::function::trunc_second: return "(substr({0}, 1, 19) || '.000000Z')";
    case ast::function::add_days: return "stoa_add_days({0}, {1})";
    case ast::function::add_months: return "stoa_add_months({0}, {1})";
    case ast::function::add_microseconds: return "stoa_add_microseconds({0}, {1})";
    case ast::function::days_between: return "((unixepoch({0}) - unixepoch({1})) / 86400)";
    case ast::function::microseconds_between:
        return "((unixepoch(substr({0}, 1, 19)) - unixepoch(substr({1}, 1, 19))) * 1000000 + substr({0}, 21, 6) - "
               "substr({1}, 21, 6))";
    default: return "";
    }
}

constexpr std::string_view sqlite_aggregate(ast::function called, type_kind argument) {
    const bool decimal = argument == type_kind::decimal;
    switch (called) {
    case ast::function::sum_distinct: return "sum(DISTINCT {0}){o}";
    case ast::function::avg_distinct:
        return decimal ? "(CAST(sum(DISTINCT {0}){o} AS REAL) / nullif(count(DISTINCT {0}){o} * {u}, 0))"
                       : "avg(DISTINCT {0}){o}";
    case ast::function::bool_and: return "min({0}){o}";
    case ast::function::bool_or: return "max({0}){o}";
    case ast::function::var_samp: return "stoa_var_samp({0}){o}";
    case ast::function::var_pop: return "stoa_var_pop({0}){o}";
    case ast::function::stddev_samp: return "stoa_stddev_samp({0}){o}";
    case ast::function::stddev_pop: return "stoa_stddev_pop({0}){o}";
    default: return "";
    }
}

constexpr std::string_view sqlite_spelling(ast::function called, const type_def& result, const type_def& argument) {
    using f = ast::function;
    if (called == f::cast) return sqlite_cast(result.kind, argument.kind);
    if (called == f::sqrt) return "stoa_sqrt({0})";
    if (called >= f::round && called <= f::ceil) return sqlite_rounding(called, argument.kind == type_kind::decimal);
    if (called >= f::lower && called <= f::at_least_one) return sqlite_text(called);
    if (called >= f::extract_year && called <= f::microseconds_between)
        return sqlite_time(called, argument.kind == type_kind::date);
    if (ast::is_aggregate(called)) return sqlite_aggregate(called, argument.kind);
    return "";
}

} // namespace stoa::dialect

#endif
