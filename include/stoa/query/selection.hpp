// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_SELECTION_HPP
#define STOA_QUERY_SELECTION_HPP

// What follows from the list of what a query selects.

#include "stoa/expression/expression.hpp"
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

} // namespace stoa::detail

#endif
