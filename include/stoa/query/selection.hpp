// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_SELECTION_HPP
#define STOA_QUERY_SELECTION_HPP

// What follows from the list of what a query selects, and what clauses of queries take.

#include "stoa/expression/expression.hpp"
#include "stoa/expression/parameter.hpp"
#include "stoa/query/clause.hpp"

namespace stoa::detail {

/// Whether all databases sort the values of the term alike.
template <class Ordering>
inline constexpr bool sorts_alike = true;

template <ast::op Op, class E, ast::null_place Nulls>
inline constexpr bool sorts_alike<ordering<Op, E, Nulls>> = !mapped_array<value_type_t<E>>;

/// The value of a limit or offset.
constexpr literal<std::int64_t> row_number(std::int64_t rows) {
    return {checked_row_count(rows)};
}

} // namespace stoa::detail

#endif
