// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_FUNCTION_LIST_HPP
#define STOA_EXPRESSION_FUNCTION_LIST_HPP

// Every function that an expression can call, with what holds for it on all databases. What a database calls it is
// its dialect's.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa::ast {

enum class function : std::uint16_t {
    // over windows only
    row_number,
    rank,
    dense_rank,
    percent_rank,
    cume_dist,
    ntile,
    lag,
    lead,
    first_value,
    last_value,
    nth_value,
    // choice
    case_, ///< children: condition, value, condition, value, …, and the value otherwise where their number is odd
    coalesce,
    nullif,
    greatest,
    least,
    cast,
    // numbers
    abs,
    sign,
    round,
    trunc,
    floor,
    ceil,
    sqrt,
    // text
    lower,
    upper,
    length,
    trim,
    ltrim,
    rtrim,
    substr,
    left,
    right,
    replace,
    concat,
    position,
    repeat,
    lpad,
    rpad,
    at_least_zero, ///< the argument as a 32-bit integer, or what is nearest to it from 0 on
    at_least_one,
    // dates and times, in the order of `date_part`
    extract_year,
    extract_month,
    extract_day,
    extract_hour,
    extract_minute,
    extract_second,
    extract_microsecond,
    extract_dow,
    extract_isodow,
    extract_doy,
    extract_week,
    extract_epoch,
    // the same, in the order of `date_unit`
    trunc_year,
    trunc_month,
    trunc_week,
    trunc_day,
    trunc_hour,
    trunc_minute,
    trunc_second,
    add_days,
    add_months,
    add_microseconds,
    days_between,
    microseconds_between,
    // aggregates
    sum_distinct,
    avg_distinct,
    bool_and,
    bool_or,
    var_samp,
    var_pop,
    stddev_samp,
    stddev_pop,
    string_agg, ///< children: text, separator, what it is sorted by
    string_agg_distinct,
    count_distinct_rows,
};

inline constexpr auto last_function = function::count_distinct_rows;

/// The name of a function in SQL for readers, and in the JSON of a schema.
constexpr std::string_view to_string(function called) noexcept {
    constexpr std::string_view names[] = {
        "row_number",
        "rank",
        "dense_rank",
        "percent_rank",
        "cume_dist",
        "ntile",
        "lag",
        "lead",
        "first_value",
        "last_value",
        "nth_value",
        "case",
        "coalesce",
        "nullif",
        "greatest",
        "least",
        "cast",
        "abs",
        "sign",
        "round",
        "trunc",
        "floor",
        "ceil",
        "sqrt",
        "lower",
        "upper",
        "length",
        "trim",
        "ltrim",
        "rtrim",
        "substr",
        "left",
        "right",
        "replace",
        "concat",
        "position",
        "repeat",
        "lpad",
        "rpad",
        "at_least_zero",
        "at_least_one",
        "extract_year",
        "extract_month",
        "extract_day",
        "extract_hour",
        "extract_minute",
        "extract_second",
        "extract_microsecond",
        "extract_dow",
        "extract_isodow",
        "extract_doy",
        "extract_week",
        "extract_epoch",
        "trunc_year",
        "trunc_month",
        "trunc_week",
        "trunc_day",
        "trunc_hour",
        "trunc_minute",
        "trunc_second",
        "add_days",
        "add_months",
        "add_microseconds",
        "days_between",
        "microseconds_between",
        "sum_distinct",
        "avg_distinct",
        "bool_and",
        "bool_or",
        "var_samp",
        "var_pop",
        "stddev_samp",
        "stddev_pop",
        "string_agg",
        "string_agg_distinct",
        "count_distinct_rows",
    };
    static_assert(sizeof names / sizeof *names == static_cast<std::size_t>(last_function) + 1);
    return names[static_cast<std::size_t>(called)];
}

/// Whether it exists over windows only.
constexpr bool is_window_function(function called) noexcept {
    return called <= function::nth_value;
}

/// Whether it makes one value of many rows.
constexpr bool is_aggregate(function called) noexcept {
    return called >= function::sum_distinct;
}

/// Whether an aggregate can be taken over a window: not those of different values, of sorted ones, and of drivers.
constexpr bool can_have_window(function called) noexcept {
    return is_window_function(called) || called == function::bool_and || called == function::bool_or;
}

/// When the value is NULL, but for what the type of the call says already.
enum class null_rule : std::uint8_t {
    any_argument,
    all_arguments,
    values, ///< of a CASE
    never,
};

constexpr null_rule null_rule_of(function called) noexcept {
    switch (called) {
    case function::case_: return null_rule::values;
    case function::count_distinct_rows: return null_rule::never;
    case function::coalesce:
    case function::greatest:
    case function::least: return null_rule::all_arguments;
    default: return null_rule::any_argument;
    }
}

/// Whether some database has it only by way of its driver, which no definition can use: definitions outlive
/// connections.
constexpr bool needs_driver(function called) noexcept {
    switch (called) {
    case function::sqrt:
    case function::add_days:
    case function::add_months:
    case function::add_microseconds: return true;
    default: return false;
    }
}

} // namespace stoa::ast

#endif
