// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_DATE_TIME_HPP
#define STOA_EXPRESSION_DATE_TIME_HPP

// Functions of dates and times, all of them in UTC. The current time comes from the program's clock and is bound, so
// that it is the same on every database, to the microsecond.

#include "stoa/expression/function.hpp"
#include "stoa/types/chrono.hpp"
#include "stoa/types/instant.hpp"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <utility>

namespace stoa {

/// Parts of dates and times. `dow` counts from Sunday, 0; `isodow` from Monday, 1; `doy` and `week` (of ISO 8601) from
/// 1; `epoch` are the whole seconds since 1970.
enum class date_part { year, month, day, hour, minute, second, microsecond, dow, isodow, doy, week, epoch };

/// What a date or time is cut off to; a week begins on Monday.
enum class date_unit { year, month, week, day, hour, minute, second };

namespace detail {

template <class E, type_kind... Kinds>
concept expression_of_kind = expression<E> && ((type_of<value_type_t<E>>.kind == Kinds) || ...);

template <ast::function First, class Part>
inline constexpr auto function_of_part =
    [](Part part) { return static_cast<ast::function>(static_cast<int>(First) + static_cast<int>(part)); };

constexpr bool is_part_of_day(date_part part) {
    return part == date_part::hour || part == date_part::minute || part == date_part::second ||
           part == date_part::microsecond;
}

template <class V>
consteval bool is_whole_number() {
    if constexpr (expression<V>)
        return number<value_type_t<V>> && std::integral<value_type_t<V>>;
    else
        return number<std::remove_cvref_t<V>> && std::integral<std::remove_cvref_t<V>>;
}

} // namespace detail

template <class E>
concept date_argument = detail::expression_of_kind<E, type_kind::date> ||
                        unsatisfied<"stoa[E231]: this function needs a date, or cast<stoa::date>(…) of a timestamp.">();

template <class E>
concept timestamp_argument =
    detail::expression_of_kind<E, type_kind::timestamp> ||
    unsatisfied<"stoa[E231]: this function needs a timestamp, or cast<stoa::timestamp>(…) of a date.">();

template <class E>
concept date_time_argument = detail::expression_of_kind<E, type_kind::date, type_kind::timestamp> ||
                             unsatisfied<"stoa[E231]: this function needs a date or a timestamp.">();

/// An integer, or an expression of integers.
template <class V>
concept whole_number =
    detail::is_whole_number<V>() ||
    unsatisfied<"stoa[E231]: this argument must be a whole number: an integer, or an expression of integers.">();

/// One part of a date or time; of a date no part of the day. SQL: `extract(year FROM e)`.
/// Example: extract<date_part::year>(col<&loan::due>)
template <date_part Part, date_time_argument E>
constexpr auto extract(E e) {
    static_assert(type_of<value_type_t<E>>.kind == type_kind::timestamp || !detail::is_part_of_day(Part),
                  "stoa[E231]: a date has no hours, minutes or seconds. Extract them from a timestamp.");
    constexpr auto function = detail::function_of_part<ast::function::extract_year, date_part>(Part);
    using value = std::conditional_t<Part == date_part::epoch, std::int64_t, std::int32_t>;
    return detail::strict_call<function, value>(std::move(e));
}

/// The date or time with everything smaller than the unit at its beginning. SQL: `date_trunc('month', e)`.
template <date_unit Unit, date_time_argument E>
constexpr auto date_trunc(E e) {
    static_assert(type_of<value_type_t<E>>.kind == type_kind::timestamp || Unit < date_unit::day,
                  "stoa[E231]: a date is cut off to year, month or week; it has nothing smaller than a day.");
    constexpr auto function = detail::function_of_part<ast::function::trunc_year, date_unit>(Unit);
    return detail::strict_call<function, value_type_t<E>>(std::move(e));
}

namespace detail {

/// A 64-bit number; what is added as such is the same however the C++ value was written.
template <class V>
constexpr auto number_operand(V&& given) {
    if constexpr (expression<V>)
        return std::remove_cvref_t<V>(std::forward<V>(given));
    else
        return as_operand<std::int64_t>(static_cast<std::int64_t>(given));
}

} // namespace detail

/// So many days later; earlier where negative. Not for definitions.
/// Throws: out_of_range beyond years 1 to 9999.
template <date_time_argument E, whole_number Days>
constexpr auto add_days(E e, Days&& days) {
    return detail::strict_call<ast::function::add_days, value_type_t<E>>(
        std::move(e), detail::number_operand(std::forward<Days>(days)));
}

/// So many months later, on the last day of the month where it has no such day: a month after 31 January is 28 or
/// 29 February. Not for definitions. Throws: as add_days.
template <date_time_argument E, whole_number Months>
constexpr auto add_months(E e, Months&& months) {
    return detail::strict_call<ast::function::add_months, value_type_t<E>>(
        std::move(e), detail::number_operand(std::forward<Months>(months)));
}

/// So many microseconds later. Not for definitions. Throws: as add_days.
template <timestamp_argument E, whole_number Microseconds>
constexpr auto add_microseconds(E e, Microseconds&& microseconds) {
    return detail::strict_call<ast::function::add_microseconds, value_type_t<E>>(
        std::move(e), detail::number_operand(std::forward<Microseconds>(microseconds)));
}

namespace detail {

template <class E>
concept timestamp_expression = expression_of_kind<E, type_kind::timestamp>;

/// Durations that are a whole number of microseconds.
template <class Rep, class Period>
concept exact_duration =
    std::integral<Rep> &&
    std::convertible_to<std::chrono::duration<Rep, Period>, std::chrono::duration<std::int64_t, std::micro>>;

} // namespace detail

/// The time that much later: `col<&loan::due> + std::chrono::hours(2)`.
template <detail::timestamp_expression E, class Rep, class Period>
    requires detail::exact_duration<Rep, Period>
constexpr auto operator+(E e, std::chrono::duration<Rep, Period> duration) {
    return add_microseconds(
        std::move(e), std::chrono::duration_cast<std::chrono::duration<std::int64_t, std::micro>>(duration).count());
}

template <detail::timestamp_expression E, class Rep, class Period>
    requires detail::exact_duration<Rep, Period>
constexpr auto operator-(E e, std::chrono::duration<Rep, Period> duration) {
    return std::move(e) + -duration;
}

namespace detail {

template <ast::function Function, class Value, class A, class B>
constexpr auto difference(A a, B&& b) {
    return strict_call<Function, Value>(std::move(a), as_operand<value_type_t<A>>(std::forward<B>(b)));
}

} // namespace detail

/// How many days `later` is behind `earlier`.
template <date_argument Later, class Earlier>
    requires comparable<Later, Earlier>
constexpr auto days_between(Later later, Earlier&& earlier) {
    return detail::difference<ast::function::days_between, std::int32_t>(std::move(later),
                                                                         std::forward<Earlier>(earlier));
}

/// How many microseconds `later` is behind `earlier`.
template <timestamp_argument Later, class Earlier>
    requires comparable<Later, Earlier>
constexpr auto microseconds_between(Later later, Earlier&& earlier) {
    return detail::difference<ast::function::microseconds_between, std::int64_t>(std::move(later),
                                                                                 std::forward<Earlier>(earlier));
}

/// The time at which the expression is made, by the program's clock, bound like any other value.
inline literal<timestamp> current_timestamp() {
    return {std::chrono::floor<timestamp::duration>(std::chrono::system_clock::now())};
}

/// The day of it, in UTC.
inline literal<date> current_date() {
    return {std::chrono::floor<date::duration>(std::chrono::system_clock::now())};
}

} // namespace stoa

#endif
