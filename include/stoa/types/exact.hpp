// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_EXACT_HPP
#define STOA_TYPES_EXACT_HPP

// The mapping of decimals. SQL: numeric(P, S) on PostgreSQL; on SQLite, which has no decimal type, the unscaled
// integer, so that sums and comparisons stay exact.

#include "stoa/types/decimal.hpp"
#include "stoa/types/mapping.hpp"

#include <cstdint>

namespace stoa {

template <int P, int S>
struct mapping<decimal<P, S>> {
    static constexpr type_def type{type_kind::decimal, std::uint8_t{P}, std::uint8_t{S}};
    using native_type = native::decimal;
    static constexpr native::decimal encode(decimal<P, S> value) {
        return {value.unscaled(), std::uint8_t{P}, std::uint8_t{S}};
    }
    static constexpr void decode(native::decimal native, decimal<P, S>& value) {
        value = decimal<P, S>::from_unscaled(native.unscaled);
    }
};

} // namespace stoa

#endif
