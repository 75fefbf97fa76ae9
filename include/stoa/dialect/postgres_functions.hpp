// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_POSTGRES_FUNCTIONS_HPP
#define STOA_DIALECT_POSTGRES_FUNCTIONS_HPP

// Functions as PostgreSQL spells them (manual, 9.3 Mathematical Functions, 9.4 String Functions, 9.9 Date/Time
// Functions, 9.21 Aggregate Functions), cast to the type that the other databases give. Times are taken to UTC by name,
// which makes the functions IMMUTABLE, as indexes and computed columns need them.

#include "stoa/expression/function_list.hpp"
#include "stoa/types/type_def.hpp"

#include <string_view>

namespace stoa::dialect {

/// CAST: only what means the same everywhere gets here.
constexpr std::string_view postgres_cast(type_kind to, type_kind from) {
    if (to == type_kind::text) return "(CAST({0} AS text) COLLATE \"C\")";
    if (to == type_kind::date) return "CAST({0} AT TIME ZONE 'UTC' AS date)";
    if (to == type_kind::timestamp) return "(CAST({0} AS timestamp) AT TIME ZONE 'UTC')";
    if (from == type_kind::decimal && to == type_kind::float64) return "(CAST({0} * {u} AS double precision) / {u})";
    if (is_integer(to) && (from == type_kind::decimal || is_floating(from))) return "CAST(trunc({0}) AS {t})";
    return "CAST({0} AS {t})";
}

constexpr std::string_view postgres_number(ast::function called, type_kind argument) {
    const bool decimal = argument == type_kind::decimal;
    switch (called) {
    case ast::function::abs: return "abs({w})";
    case ast::function::sign: return "CAST(sign({0}) AS integer)";
    // The function for doubles rounds halves to the even number.
    case ast::function::round:
        return decimal ? "round({0}, {s})"
                       : "CASE WHEN abs({w}) < 4503599627370496 THEN trunc({w} + sign({w}) * 0.5) ELSE {w} END";
    case ast::function::trunc: return "trunc({w})";
    case ast::function::floor: return "floor({w})";
    case ast::function::ceil: return "ceil({w})";
    case ast::function::sqrt: return "sqrt(CASE WHEN {w} >= 0 THEN CAST({w} AS double precision) END)";
    default: return "";
    }
}

constexpr std::string_view postgres_text(ast::function called) {
    switch (called) {
    // In the collation "C" only the letters of ASCII have two cases.
    case ast::function::lower: return "lower({0} COLLATE \"C\")";
    case ast::function::upper: return "upper({0} COLLATE \"C\")";
    case ast::function::trim: return "btrim({*})";
    case ast::function::position: return "strpos({0}, {1})";
    case ast::function::at_least_zero:
        return "CAST(CASE WHEN {0} < 0 THEN 0 WHEN {0} > 2147483647 THEN 2147483647 ELSE {0} END AS integer)";
    case ast::function::at_least_one:
        return "CAST(CASE WHEN {0} < 1 THEN 1 WHEN {0} > 2147483647 THEN 2147483647 ELSE {0} END AS integer)";
    default: return "";
    }
}

constexpr std::string_view postgres_extract(ast::function called, bool date) {
    switch (called) {
    case ast::function::extract_year:
        return date ? "CAST(extract(year FROM {0}) AS integer)"
                    : "CAST(extract(year FROM {0} AT TIME ZONE 'UTC') AS integer)";
    case ast::function::extract_month:
        return date ? "CAST(extract(month FROM {0}) AS integer)"
                    : "CAST(extract(month FROM {0} AT TIME ZONE 'UTC') AS integer)";
    case ast::function::extract_day:
        return date ? "CAST(extract(day FROM {0}) AS integer)"
                    : "CAST(extract(day FROM {0} AT TIME ZONE 'UTC') AS integer)";
    case ast::function::extract_dow:
        return date ? "CAST(extract(dow FROM {0}) AS integer)"
                    : "CAST(extract(dow FROM {0} AT TIME ZONE 'UTC') AS integer)";
    case ast::function::extract_isodow:
        return date ? "CAST(extract(isodow FROM {0}) AS integer)"
                    : "CAST(extract(isodow FROM {0} AT TIME ZONE 'UTC') AS integer)";
    case ast::function::extract_doy:
        return date ? "CAST(extract(doy FROM {0}) AS integer)"
                    : "CAST(extract(doy FROM {0} AT TIME ZONE 'UTC') AS integer)";
    case ast::function::extract_week:
        return date ? "CAST(extract(week FROM {0}) AS integer)"
                    : "CAST(extract(week FROM {0} AT TIME ZONE 'UTC') AS integer)";
    case ast::function::extract_hour: return "CAST(extract(hour FROM {0} AT TIME ZONE 'UTC') AS integer)";
    case ast::function::extract_minute: return "CAST(extract(minute FROM {0} AT TIME ZONE 'UTC') AS integer)";
    case ast::function::extract_second: return "CAST(trunc(extract(second FROM {0} AT TIME ZONE 'UTC')) AS integer)";
    case ast::function::extract_microsecond:
        return "(CAST(extract(microseconds FROM {0} AT TIME ZONE 'UTC') AS integer) % 1000000)";
    default:
        return date ? "CAST(extract(epoch FROM {0}) AS bigint)"
                    : "CAST(extract(epoch FROM date_trunc('second', {0} AT TIME ZONE 'UTC')) AS bigint)";
    }
}

constexpr std::string_view postgres_trunc(ast::function called, bool date) {
    switch (called) {
    case ast::function::trunc_year:
        return date ? "CAST(date_trunc('year', CAST({0} AS timestamp)) AS date)"
                    : "(date_trunc('year', {0} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')";
    case ast::function::trunc_month:
        return date ? "CAST(date_trunc('month', CAST({0} AS timestamp)) AS date)"
                    : "(date_trunc('month', {0} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')";
    case ast::function::trunc_week:
        return date ? "CAST(date_trunc('week', CAST({0} AS timestamp)) AS date)"
                    : "(date_trunc('week', {0} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')";
    case ast::function::trunc_day: return "(date_trunc('day', {0} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')";
    case ast::function::trunc_hour: return "(date_trunc('hour', {0} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')";
    case ast::function::trunc_minute: return "(date_trunc('minute', {0} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')";
    default: return "(date_trunc('second', {0} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')";
    }
}

/// Whole hours and the rest apart, as an interval's seconds are a double.
constexpr std::string_view postgres_difference(ast::function called, bool date) {
    switch (called) {
    case ast::function::add_days:
        return date ? "({0} + CAST({1} AS integer))"
                    : "(({0} AT TIME ZONE 'UTC' + make_interval(days => CAST({1} AS integer))) AT TIME ZONE 'UTC')";
    case ast::function::add_months:
        return date ? "CAST({0} + make_interval(months => CAST({1} AS integer)) AS date)"
                    : "(({0} AT TIME ZONE 'UTC' + make_interval(months => CAST({1} AS integer))) AT TIME ZONE 'UTC')";
    case ast::function::add_microseconds:
        return "(({0} AT TIME ZONE 'UTC' + make_interval(hours => CAST({1} / 3600000000 AS integer), secs => "
               "CAST({1} % 3600000000 AS double precision) / 1000000)) AT TIME ZONE 'UTC')";
    case ast::function::days_between: return "({0} - {1})";
    default:
        return "((CAST(extract(epoch FROM date_trunc('second', {0} AT TIME ZONE 'UTC')) AS bigint) - "
               "CAST(extract(epoch FROM date_trunc('second', {1} AT TIME ZONE 'UTC')) AS bigint)) * 1000000 + "
               "CAST(extract(microseconds FROM {0} AT TIME ZONE 'UTC') AS integer) % 1000000 - "
               "CAST(extract(microseconds FROM {1} AT TIME ZONE 'UTC') AS integer) % 1000000)";
    }
}

constexpr std::string_view postgres_aggregate(ast::function called, type_kind argument) {
    switch (called) {
    case ast::function::sum_distinct:
        return is_integer(argument) ? "CAST(sum(DISTINCT {0}){o} AS bigint)" : "sum(DISTINCT {w}){o}";
    case ast::function::avg_distinct:
        if (is_floating(argument)) return "avg(DISTINCT {w}){o}";
        return argument == type_kind::decimal
                   ? "(CAST(sum(DISTINCT {0}){o} * {u} AS double precision) / nullif(count(DISTINCT {0}){o} * {u}, 0))"
                   : "(CAST(sum(DISTINCT {0}){o} AS double precision) / nullif(count(DISTINCT {0}){o}, 0))";
    // Over doubles every database computes them in the same way; over exact numbers this one would not.
    case ast::function::var_samp: return "var_samp(CAST({0} AS double precision)){o}";
    case ast::function::var_pop: return "var_pop(CAST({0} AS double precision)){o}";
    case ast::function::stddev_samp: return "stddev_samp(CAST({0} AS double precision)){o}";
    case ast::function::stddev_pop: return "stddev_pop(CAST({0} AS double precision)){o}";
    default: return "";
    }
}

constexpr std::string_view postgres_spelling(ast::function called, const type_def& result, const type_def& argument) {
    using f = ast::function;
    const bool date = argument.kind == type_kind::date;
    if (called == f::cast) return postgres_cast(result.kind, argument.kind);
    if (called == f::ntile) return "CAST(ntile({0}){o} AS bigint)";
    if (called >= f::abs && called <= f::sqrt) return postgres_number(called, argument.kind);
    if (called >= f::lower && called <= f::at_least_one) return postgres_text(called);
    if (called >= f::extract_year && called <= f::extract_epoch) return postgres_extract(called, date);
    if (called >= f::trunc_year && called <= f::trunc_second) return postgres_trunc(called, date);
    if (called >= f::add_days && called <= f::microseconds_between) return postgres_difference(called, date);
    if (ast::is_aggregate(called)) return postgres_aggregate(called, argument.kind);
    return "";
}

} // namespace stoa::dialect

#endif
