// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_REFLECTION_PFR_SOURCE_HPP
#define STOA_REFLECTION_PFR_SOURCE_HPP

// Fields of plain aggregates, by Boost.PFR. The library counts and reaches the fields; their names come from the
// address of a field in an object that is never defined.

#include "stoa/core/config.hpp"
#include "stoa/reflection/name.hpp"

#include <boost/pfr/core.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace stoa::reflection {

namespace detail {

STOA_BEGIN_PHANTOM_OBJECTS

template <class T>
struct holder {
    T value;
};

template <class T>
extern const holder<T> phantom;

template <class Pointer>
struct address {
    Pointer of;
};

template <class Pointer>
address(Pointer) -> address<Pointer>;

template <class T, std::size_t I>
inline constexpr std::string_view pfr_field_name = printed_identifier<address{&boost::pfr::get<I>(phantom<T>.value)}>();

STOA_END_PHANTOM_OBJECTS

/// Converts to a base of `T` and to nothing else: an aggregate that can start with one has a base class.
template <class T>
struct any_base_of {
    template <class Base>
        requires(std::is_base_of_v<Base, T> && !std::is_same_v<Base, T>)
    operator Base() const; // NOLINT(google-explicit-constructor)
};

template <class T>
inline constexpr bool has_base_class = requires { T{any_base_of<T>{}}; };

} // namespace detail

/// A class whose fields Boost.PFR can see: an aggregate without base classes.
template <class T>
concept plain_aggregate = std::is_class_v<T> && std::is_aggregate_v<T> && !detail::has_base_class<T>;

template <class T>
struct pfr_source {
    static constexpr std::size_t field_count = boost::pfr::tuple_size_v<T>;

    template <std::size_t I>
    using field_type = boost::pfr::tuple_element_t<I, T>;

    template <std::size_t I>
    static constexpr std::string_view field_name = detail::pfr_field_name<T, I>;

    template <std::size_t I, class Object>
    static constexpr auto& get(Object& object) noexcept {
        return boost::pfr::get<I>(object);
    }
};

} // namespace stoa::reflection

#endif
