// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_BORROWED_FIELD_HPP
#define STOA_QUERY_BORROWED_FIELD_HPP

// Members of a row that view text or bytes where the database has them, and are good until the next row.

#include "stoa/reflection/record.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/mapping.hpp"

#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa::detail {

/// What views a value of the type.
template <class T>
struct view_of {
    using type = void;
};
template <>
struct view_of<std::string> {
    using type = std::string_view;
};
template <>
struct view_of<bytes> {
    using type = std::span<const std::byte>;
};
template <class T>
struct view_of<std::optional<T>> {
    using type = std::conditional_t<
        std::is_void_v<typename view_of<T>::type>, void,
        std::optional<std::conditional_t<std::is_void_v<typename view_of<T>::type>, char, typename view_of<T>::type>>>;
};

template <class Field>
concept viewable = !std::is_void_v<typename view_of<Field>::type>;

template <class T>
inline constexpr bool is_borrowed =
    std::same_as<value_t<T>, std::string_view> || std::same_as<value_t<T>, std::span<const std::byte>>;

/// Turns into nothing but a view, which a member that owns its text cannot be made from.
template <class View>
struct view_only {
    operator View() const;
};

template <std::size_t N, std::size_t Place, class Field>
using probe_at = std::conditional_t<N == Place, view_only<typename view_of<Field>::type>, Field>;

template <class Row, std::size_t N>
concept borrows_at = reflection::is_reflectable<Row> && is_borrowed<reflection::field_t<Row, N>>;

/// Of the types `Fields` that the members of `Row` are made from, the `N`th, or a view where that member is one. The
/// struct is looked into only if it can be made from a view.
template <class Row, std::size_t N, class Field, class Places, class... Fields>
struct borrowed_field {
    using type = Field;
};

template <class Row, std::size_t N, viewable Field, std::size_t... I, class... Fields>
    requires requires { Row{std::declval<probe_at<N, I, Fields>>()...}; } && borrows_at<Row, N>
struct borrowed_field<Row, N, Field, std::index_sequence<I...>, Fields...> {
    using type = typename view_of<Field>::type;
};

} // namespace stoa::detail

#endif
