// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_REFLECTION_DESCRIBE_SOURCE_HPP
#define STOA_REFLECTION_DESCRIBE_SOURCE_HPP

// Fields of classes that are described with Boost.Describe: private members and those of base classes included,
// base classes first.

#include "stoa/core/pack.hpp"

#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa::reflection {

/// A class that was given to BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_CLASS.
template <class T>
concept described_class = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

namespace detail {

template <class T, class Members>
struct described_fields;

template <class T, template <class...> class List, class... Members>
struct described_fields<T, List<Members...>> {
    static constexpr std::size_t field_count = sizeof...(Members);

    using field_types = stoa::detail::types<std::remove_cvref_t<decltype(std::declval<T&>().*Members::pointer)>...>;

    static constexpr std::array<std::string_view, field_count> field_names{Members::name...};

    template <class Object, class Use>
    static constexpr decltype(auto) with_fields([[maybe_unused]] Object& object, Use&& use) {
        return use(object.*Members::pointer...);
    }
};

} // namespace detail

template <class T>
struct describe_source
    : detail::described_fields<
          T, boost::describe::describe_members<T, boost::describe::mod_any_access | boost::describe::mod_inherited>> {};

} // namespace stoa::reflection

#endif
