// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_STATISTICS_HPP
#define STOA_EXPRESSION_STATISTICS_HPP

// Variance and standard deviation, in double precision by the same steps on every database (Youngs and Cramer). The
// last digits depend on the order in which the rows come.

#include "stoa/expression/cast.hpp"
#include "stoa/expression/numeric.hpp"

#include <utility>

namespace stoa {

namespace detail {

template <ast::function Function, class E>
constexpr auto statistic(E e) {
    if constexpr (is_decimal<value_type_t<E>>)
        return statistic<Function>(cast<double>(std::move(e)));
    else
        return function_call<Function, double, true, E>(std::move(e));
}

} // namespace detail

/// Of a sample: divided by one less than there are values; NULL of fewer than two. SQL: `var_samp(e)`.
template <numeric_argument E>
constexpr auto var_samp(E e) {
    return detail::statistic<ast::function::var_samp>(std::move(e));
}

/// Of all there is: divided by the number of values. SQL: `var_pop(e)`.
template <numeric_argument E>
constexpr auto var_pop(E e) {
    return detail::statistic<ast::function::var_pop>(std::move(e));
}

/// The square root of `var_samp`. SQL: `stddev_samp(e)`.
template <numeric_argument E>
constexpr auto stddev_samp(E e) {
    return detail::statistic<ast::function::stddev_samp>(std::move(e));
}

/// The square root of `var_pop`. SQL: `stddev_pop(e)`.
template <numeric_argument E>
constexpr auto stddev_pop(E e) {
    return detail::statistic<ast::function::stddev_pop>(std::move(e));
}

} // namespace stoa

#endif
