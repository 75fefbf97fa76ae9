// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_REFLECTION_ENUMERATORS_HPP
#define STOA_REFLECTION_ENUMERATORS_HPP

// Enumerators and their names. Enumerations described with Boost.Describe may have any values; of others those
// with values from -8 to 119 are found, by asking the compiler to print each value.

#include "stoa/core/config.hpp"
#include "stoa/reflection/name.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa::reflection {

template <class E>
struct enumerator {
    E value;
    std::string_view name;
};

namespace detail {

inline constexpr int first_scanned_value = -8;
inline constexpr int scanned_values = 128;

template <auto... Values>
consteval std::string_view printed_values() {
    return STOA_PRETTY_FUNCTION;
}

template <class E>
constexpr E scanned(std::size_t n) {
    return static_cast<E>(first_scanned_value + static_cast<int>(n));
}

// Unsigned underlying types have no negative values to scan.
template <class E>
inline constexpr std::size_t first_scanned =
    std::is_signed_v<std::underlying_type_t<E>> ? 0 : static_cast<std::size_t>(-first_scanned_value);

/// Calls `found(n, name)` for every printed value that has a name. Values are separated by commas; those without
/// a name are printed as a cast, "(app::format)7".
template <class Found>
constexpr void each_printed_name(std::string_view text, Found found) {
    std::size_t n = 0;
    while (!text.empty()) {
        // An enumeration inside a class template brings commas of its own.
        std::size_t end = 0;
        for (int depth = 0; end != text.size() && (text[end] != ',' || depth != 0); ++end)
            depth += text[end] == '<' ? 1 : text[end] == '>' ? -1 : 0;
        const std::string_view name = last_identifier(text.substr(0, end));
        if (name.empty() || name[0] < '0' || name[0] > '9') found(n, name);
        text.remove_prefix(end == text.size() ? end : end + 1);
        ++n;
    }
}

template <class E, std::size_t... N>
consteval std::string_view scan(std::index_sequence<N...>) {
    std::string_view text = printed_values<scanned<E>(N + first_scanned<E>)...>();
    constexpr std::string_view begin = STOA_PRINTED_PACK_BEGIN;
    text = text.substr(text.find(begin) + begin.size());
    return text.substr(0, text.find(STOA_PRINTED_PACK_END));
}

// Beyond 1 every number is the same bool again.
template <class E>
inline constexpr std::size_t scanned_count =
    std::is_same_v<std::underlying_type_t<E>, bool> ? std::size_t{2}
                                                    : static_cast<std::size_t>(scanned_values) - first_scanned<E>;

template <class E>
inline constexpr std::string_view scanned_text = scan<E>(std::make_index_sequence<scanned_count<E>>());

template <class E>
consteval auto scan_enumerators() {
    constexpr std::size_t count = [] {
        std::size_t n = 0;
        each_printed_name(scanned_text<E>, [&](std::size_t, std::string_view) { ++n; });
        return n;
    }();
    std::array<enumerator<E>, count> all{};
    std::size_t n = 0;
    each_printed_name(scanned_text<E>, [&](std::size_t at, std::string_view name) {
        all[n++] = {scanned<E>(at + first_scanned<E>), name};
    });
    return all;
}

template <class E, class... Descriptors>
consteval auto described_enumerators(boost::mp11::mp_list<Descriptors...>*) {
    return std::array<enumerator<E>, sizeof...(Descriptors)>{{{Descriptors::value, Descriptors::name}...}};
}

} // namespace detail

template <class E>
concept described_enum = std::is_enum_v<E> && boost::describe::has_describe_enumerators<E>::value;

/// An enumeration whose enumerators can be named: described, or with a fixed underlying type.
template <class E>
concept named_enum = described_enum<E> || (std::is_enum_v<E> && requires { E{0}; });

template <named_enum E>
consteval auto make_enumerators() {
    if constexpr (described_enum<E>) {
        using list = boost::mp11::mp_rename<boost::describe::describe_enumerators<E>, boost::mp11::mp_list>;
        return detail::described_enumerators<E>(static_cast<list*>(nullptr));
    } else {
        return detail::scan_enumerators<E>();
    }
}

/// All enumerators of `E` with their names, in the order of their values (described: of their declaration).
template <named_enum E>
inline constexpr auto enumerators = make_enumerators<E>();

} // namespace stoa::reflection

#endif
