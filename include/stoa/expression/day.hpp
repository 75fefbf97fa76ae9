// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_DAY_HPP
#define STOA_EXPRESSION_DAY_HPP

// The day of a time.

#include "stoa/core/unsatisfied.hpp"
#include "stoa/expression/operation.hpp"
#include "stoa/expression/value_members.hpp"
#include "stoa/types/chrono.hpp"
#include "stoa/types/instant.hpp"

#include <concepts>
#include <utility>

namespace stoa {

/// An expression whose values are points in time.
template <class E>
concept point_in_time = (expression<E> && std::same_as<value_type_t<E>, timestamp>) ||
                        unsatisfied<"stoa[E204]: date_of needs a point in time: a column of type stoa::timestamp.">();

/// The day of a time in UTC, as a `stoa::date`.
/// SQL: `CAST(e AT TIME ZONE 'UTC' AS date)` on PostgreSQL, `substr(e, 1, 10)` on SQLite.
template <point_in_time E>
constexpr auto date_of(E e) {
    return operation<ast::op::date_of, date, E::nullable, E>(std::move(e));
}

} // namespace stoa

#endif
