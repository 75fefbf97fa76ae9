// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_STRING_AGG_HPP
#define STOA_EXPRESSION_STRING_AGG_HPP

// The texts of a group one behind the other. Their order is always the same: as asked for, and by the texts' bytes
// where that leaves a choice.

#include "stoa/expression/order.hpp"
#include "stoa/expression/text.hpp"

#include <string>
#include <utility>

namespace stoa {

/// The texts of the rows, with `separator` between them, sorted; NULL is left out, and the result of nothing.
/// SQL: `string_agg(e, separator ORDER BY …, e)`.
/// Example: string_agg(col<&book::title>, ", ", desc(col<&book::year>))
template <text_argument E, ordering_term... Order>
constexpr auto string_agg(E e, std::string separator, Order... order) {
    using type = function_call<ast::function::string_agg, std::string, true, E, literal<std::string>,
                               decltype(detail::as_ordering(order))...>;
    return type(std::move(e), literal<std::string>{std::move(separator)}, detail::as_ordering(std::move(order))...);
}

/// The same of different texts, sorted by their bytes. SQL: `string_agg(DISTINCT e, separator ORDER BY e)`.
template <text_argument E>
constexpr auto string_agg_distinct(E e, std::string separator) {
    using type = function_call<ast::function::string_agg_distinct, std::string, true, E, literal<std::string>>;
    return type(std::move(e), literal<std::string>{std::move(separator)});
}

} // namespace stoa

#endif
