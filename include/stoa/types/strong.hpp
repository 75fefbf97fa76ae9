// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_STRONG_HPP
#define STOA_TYPES_STRONG_HPP

// The mapping of strong ids: stored as the value they hold.

#include "stoa/types/mapping.hpp"
#include "stoa/types/strong_id.hpp"

#include <utility>

namespace stoa {

template <class Tag, mapped_value Value>
struct mapping<strong_id<Tag, Value>> {
    using stored_type = Value;
    static constexpr const Value& store(const strong_id<Tag, Value>& id) { return id.value; }
    static constexpr strong_id<Tag, Value> load(Value value) { return strong_id<Tag, Value>{std::move(value)}; }
};

} // namespace stoa

#endif
