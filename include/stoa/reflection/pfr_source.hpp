// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_REFLECTION_PFR_SOURCE_HPP
#define STOA_REFLECTION_PFR_SOURCE_HPP

// Fields of plain aggregates. Boost.PFR counts them; their names come from the address of a field in an object that is
// never defined.

#include "stoa/core/config.hpp"
#include "stoa/core/pack.hpp"
#include "stoa/reflection/name.hpp"
#include "stoa/reflection/structured_bindings.hpp"

#include <boost/pfr/core.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

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

struct to_addresses {
    template <class... Fields>
    constexpr auto operator()(const Fields&... field) const {
        return stoa::detail::pack<const Fields*...>{{&field}...};
    }
};

template <class T, std::size_t... I>
consteval std::array<std::string_view, sizeof...(I)> printed_field_names(std::index_sequence<I...>) {
    // No variable outside, which the linker would have to know.
    [[maybe_unused]] constexpr auto addresses = bind_fields<sizeof...(I)>(phantom<T>.value, to_addresses{});
    return {printed_identifier<address{stoa::detail::get<I>(addresses)}>...};
}

STOA_END_PHANTOM_OBJECTS

struct to_types {
    template <class... Fields>
    constexpr auto operator()(Fields&...) const {
        return stoa::detail::types<std::remove_const_t<Fields>...>{};
    }
};

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

    using field_types = decltype(detail::bind_fields<field_count>(std::declval<T&>(), detail::to_types{}));

    static constexpr auto field_names = detail::printed_field_names<T>(std::make_index_sequence<field_count>{});

    template <class Object, class Use>
    static constexpr decltype(auto) with_fields(Object& object, Use&& use) {
        return detail::bind_fields<field_count>(object, use);
    }
};

} // namespace stoa::reflection

#endif
