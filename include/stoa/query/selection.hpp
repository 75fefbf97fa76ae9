// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_SELECTION_HPP
#define STOA_QUERY_SELECTION_HPP

// What follows from the list of what a query selects, and what clauses of queries take.

#include "stoa/expression/expression.hpp"
#include "stoa/expression/parameter.hpp"
#include "stoa/query/clause.hpp"

namespace stoa::detail {

/// The struct or record that a query reads its rows into, void where it reads values.
template <class Selection>
struct plain_row_of;

template <class Row, class... Terms>
struct plain_row_of<select_clause<Row, Terms...>> {
    using type = Row;
};

template <class Source>
struct plain_row_of<select_clause<void, whole_record<Source>>> {
    using type = typename whole_record<Source>::record_type;
};

/// The only expression that is selected, void where there are several or a record.
template <class Selection>
struct single_term_of {
    using type = void;
};

template <class Row, expression Term>
struct single_term_of<select_clause<Row, Term>> {
    using type = Term;
};

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
