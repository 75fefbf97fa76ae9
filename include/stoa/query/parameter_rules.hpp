// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_PARAMETER_RULES_HPP
#define STOA_QUERY_PARAMETER_RULES_HPP

// The rules of named parameters: one type for one name.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/ast.hpp"

#include <cstddef>
#include <string_view>

namespace stoa::detail {

/// Whether the parameter at `at` is the pattern of a LIKE, which is not every database's text.
constexpr bool is_pattern(ast::view nodes, std::size_t at) {
    for (std::size_t place = 0; place != at; ++place)
        if (nodes[place].kind == ast::op::like && ast::child(nodes, place, 1) == at) return true;
    return false;
}

/// A parameter that has another type than one of the same name before it; the number of nodes where there is none.
constexpr std::size_t contradicting_parameter(ast::view nodes) {
    const auto is_named = [&](std::size_t at) {
        return nodes[at].kind == ast::op::parameter && !nodes[at].text.empty();
    };
    for (std::size_t at = 0; at != nodes.size(); ++at) {
        if (!is_named(at)) continue;
        for (std::size_t before = 0; before != at; ++before) {
            if (!is_named(before) || nodes[before].text != nodes[at].text) continue;
            const bool same = nodes[before].type == nodes[at].type && nodes[before].nullable == nodes[at].nullable &&
                              is_pattern(nodes, before) == is_pattern(nodes, at);
            if (!same) return at;
            break; // as that one is like those before it
        }
    }
    return nodes.size();
}

template <fixed_string Name, bool OneType>
struct require_one_type {
    static_assert(OneType, "stoa[E287]: the parameter of this name stands in the statement with two types, or as a "
                           "pattern or list and as a value. It is one value: give it one type, or two names.");
    static constexpr bool value = OneType;
};

template <class Nodes>
consteval bool names_parameters_well() {
    constexpr std::size_t found = contradicting_parameter(Nodes::value);
    if constexpr (found == Nodes::value.size()) {
        return true;
    } else {
        constexpr std::string_view name = Nodes::value[found].text;
        return require_one_type<fixed_string<name.size()>::copy_of(name), false>::value;
    }
}

} // namespace stoa::detail

#endif
