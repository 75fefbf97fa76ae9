// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_UNIT_QUERY_STATEMENT_ADDRESS_HPP
#define STOA_TESTS_UNIT_QUERY_STATEMENT_ADDRESS_HPP

// One query, named in two translation units.

#include "bookshop.hpp"

namespace bookshop {

inline auto cheap_books(int price) {
    return stoa::from<book>().where(col<&book::price> < price && col<&book::title>.like("A%")).limit(3);
}

template <class Dialect, class Statement>
const stoa::statement_info* address_of(const Statement&) {
    return &stoa::detail::statement_constant<Statement, Dialect>;
}

/// What the other translation unit sees.
const stoa::statement_info* other_query_address();
const stoa::statement_info* other_find_address();
const stoa::table_def* other_table_address();

} // namespace bookshop

#endif
