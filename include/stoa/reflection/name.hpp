// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_REFLECTION_NAME_HPP
#define STOA_REFLECTION_NAME_HPP

// Names of members, enumerators and types, read from what the compiler prints of a template argument.

#include "stoa/core/config.hpp"

#include <cstddef>
#include <string_view>

namespace stoa::reflection {

namespace detail {

/// The compiler's print of `Value` and something before it. (An alias as the result would be explained behind it.)
template <auto Value>
consteval std::basic_string_view<char> printed_value() {
    return {STOA_PRETTY_FUNCTION, sizeof(STOA_PRETTY_FUNCTION) - sizeof(STOA_PRINTED_VALUE_END)};
}

template <class T>
consteval std::string_view printed_type() {
    return STOA_PRETTY_FUNCTION;
}

constexpr bool is_identifier_char(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80U;
}

/// The last identifier of `text`.
constexpr std::string_view last_identifier(std::string_view text) noexcept {
    const char* const all = text.data();
    std::size_t end = text.size();
    while (end != 0 && !is_identifier_char(all[end - 1])) --end;
    std::size_t begin = end;
    while (begin != 0 && is_identifier_char(all[begin - 1])) --begin;
    return {all + begin, end - begin};
}

/// The last identifier in the compiler's print of `Value`, the name of a member or of a field it points to.
template <auto Value>
inline constexpr std::string_view printed_identifier = last_identifier(printed_value<Value>());

// What surrounds a type's name is the same for every type, so one known type tells how much to cut away.
inline constexpr std::size_t type_prefix = printed_type<double>().find("double");
inline constexpr std::size_t type_suffix = printed_type<double>().size() - type_prefix - 6;

/// Without namespaces and enclosing classes, and without template arguments.
constexpr std::string_view unqualified(std::string_view name) noexcept {
    if (name.ends_with('>')) { // its own arguments, not those of a template around it
        std::size_t at = name.size();
        std::size_t open = 0;
        do {
            --at;
            if (name[at] == '>') ++open;
            if (name[at] == '<') --open;
        } while (at != 0 && open != 0);
        name = name.substr(0, at);
    }
    return last_identifier(name);
}

} // namespace detail

/// The name of `Member`, a pointer to a data member.
template <auto Member>
inline constexpr std::string_view member_name = detail::printed_identifier<Member>;

/// The name of `T` as the compiler writes it, with its namespaces.
template <class T>
inline constexpr std::string_view qualified_type_name = detail::printed_type<T>().substr(
    detail::type_prefix, detail::printed_type<T>().size() - detail::type_prefix - detail::type_suffix);

/// The name of `T` alone, without namespaces and template arguments.
template <class T>
inline constexpr std::string_view type_name = detail::unqualified(qualified_type_name<T>);

} // namespace stoa::reflection

#endif
