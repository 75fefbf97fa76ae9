// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_REFLECTION_RECORD_HPP
#define STOA_REFLECTION_RECORD_HPP

// The waist of reflection. Everything above asks only two things of a record: its fields, and the name of a field.
// A source answers both for one kind of class; a further source (such as C++26 reflection) is one more header and
// one more line in `source_of`.
//
// Contract of a source for T: `field_count`; `field_types`, a detail::types without const and references;
// `field_names`, an array of texts with static storage; `with_fields(object, use)`, the result of `use(fields...)`.
// Fields count from 0 in the order of declaration.

#include "stoa/core/pack.hpp"
#include "stoa/core/unsatisfied.hpp"
#include "stoa/reflection/describe_source.hpp"
#include "stoa/reflection/name.hpp"
#include "stoa/reflection/pfr_source.hpp"

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace stoa {

namespace reflection {

template <class T>
struct source_of : pfr_source<T> {};

template <described_class T>
struct source_of<T> : describe_source<T> {};

template <class T>
inline constexpr bool is_reflectable = described_class<T> || plain_aggregate<T>;

} // namespace reflection

/// A class whose fields are known: a plain aggregate, or one described with Boost.Describe.
template <class T>
concept record =
    reflection::is_reflectable<T> ||
    unsatisfied<
        "stoa[E103]: this class is not a plain aggregate (it has a base class, private members or constructors). "
        "Describe it with BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_CLASS.">();

namespace reflection {

template <record T>
inline constexpr std::size_t field_count = source_of<T>::field_count;

template <record T, std::size_t I>
using field_t = stoa::detail::type_at_t<I, typename source_of<T>::field_types>;

template <record T, std::size_t I>
inline constexpr std::string_view field_name = source_of<T>::field_names[I];

/// The result of `use(fields...)` for all fields of `object`, which is a record or a const record.
template <class Object, class Use>
constexpr decltype(auto) with_fields(Object& object, Use&& use) {
    return source_of<std::remove_const_t<Object>>::with_fields(object, use);
}

/// The field `I` of `object`.
template <std::size_t I, class Object>
constexpr auto& get(Object& object) {
    return *with_fields(object, [](auto&... field) {
        return stoa::detail::get<I>(stoa::detail::pack<decltype(&field)...>{{&field}...});
    });
}

} // namespace reflection
} // namespace stoa

#endif
