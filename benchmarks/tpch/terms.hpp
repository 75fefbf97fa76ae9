// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_TPCH_TERMS_HPP
#define STOA_BENCHMARKS_TPCH_TERMS_HPP

// What several queries say.

#include "models.hpp"

#include <chrono>

namespace tpch {

using std::chrono::days, std::chrono::months, std::chrono::years;
using std::chrono::year_month_day, std::chrono::sys_days;
using stoa::alias, stoa::cast, stoa::cte, stoa::date_part, stoa::extract, stoa::from, stoa::subquery;

/// A price without its discount.
inline constexpr auto discounted_price = l_extendedprice * (1 - l_discount);

/// `column >= begin AND column < begin + length`, as intervals are asked for.
template <class Column, class Duration>
constexpr auto within(Column column, year_month_day begin, Duration length) {
    return column >= sys_days(begin) && column < sys_days(begin + length);
}

} // namespace tpch

#endif
