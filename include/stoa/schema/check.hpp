// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_CHECK_HPP
#define STOA_SCHEMA_CHECK_HPP

// `check(...)` in a table's definition.

#include "stoa/expression/expression.hpp"

#include <string_view>

namespace stoa {

template <class Predicate>
struct check_item {
    Predicate predicate;
    std::string_view name{};

    /// Names the constraint; without it the name is ck_, the table's and the columns' of the predicate.
    constexpr check_item named(std::string_view given) const { return {predicate, given}; }
};

/// A condition every row meets; it is met as well where it is NULL. SQL: `CONSTRAINT "ck_…" CHECK (…)`.
/// Example: `check(col<&book::price> >= 0 && col<&book::title> != "")`
template <predicate Predicate>
constexpr check_item<Predicate> check(Predicate condition) {
    return {condition};
}

} // namespace stoa

#endif
