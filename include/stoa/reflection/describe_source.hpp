// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_REFLECTION_DESCRIBE_SOURCE_HPP
#define STOA_REFLECTION_DESCRIBE_SOURCE_HPP

// Fields of classes that are described with Boost.Describe: private members and those of base classes included,
// base classes first.

#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa::reflection {

/// A class that was given to BOOST_DESCRIBE_STRUCT or BOOST_DESCRIBE_CLASS.
template <class T>
concept described_class = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
struct describe_source {
    using members =
        boost::describe::describe_members<T, boost::describe::mod_any_access | boost::describe::mod_inherited>;

    static constexpr std::size_t field_count = boost::mp11::mp_size<members>::value;

    template <std::size_t I>
    using member = boost::mp11::mp_at_c<members, I>;

    template <std::size_t I>
    using field_type = std::remove_cvref_t<decltype(std::declval<T&>().*member<I>::pointer)>;

    template <std::size_t I>
    static constexpr std::string_view field_name = member<I>::name;

    template <std::size_t I, class Object>
    static constexpr auto& get(Object& object) noexcept {
        return object.*member<I>::pointer;
    }
};

} // namespace stoa::reflection

#endif
