// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_WINDOW_RULES_HPP
#define STOA_QUERY_WINDOW_RULES_HPP

// The rules of what a select numbers its rows by: windows with names, and the first row of each key. Each finds the
// place of the first node that breaks it, 0 where none does.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/schema/rules.hpp"

#include <cstddef>

namespace stoa::detail {

/// A window that is called by a name in the expression at `at`, and not said in the list `windows`.
constexpr std::size_t undefined_window(ast::view nodes, std::size_t at, std::size_t windows) {
    if (nodes[at].kind == ast::op::select) return 0;
    std::size_t found = 0;
    if (nodes[at].kind == ast::op::window && !nodes[at].text.empty()) {
        found = at;
        ast::for_each_child(nodes, windows, [&](std::size_t window) {
            if (nodes[window].text == nodes[at].text && nodes[window].integer == nodes[at].integer) found = 0;
        });
    }
    ast::for_each_child(nodes, at, [&](std::size_t child) {
        if (found == 0) found = undefined_window(nodes, child, windows);
    });
    return found;
}

/// One of two windows with one name.
constexpr std::size_t repeated_window(ast::view nodes, std::size_t windows) {
    std::size_t found = 0;
    ast::for_each_child(nodes, windows, [&](std::size_t window) {
        ast::for_each_child(nodes, windows, [&](std::size_t other) {
            if (other < window && same_identifier(nodes[window].text, nodes[other].text)) found = window;
        });
    });
    return found;
}

/// The first of the keys, if the order does not say which of the rows with equal keys is kept.
constexpr std::size_t undecided_key(ast::view nodes, std::size_t keys, std::size_t order) {
    if (nodes[keys].kind == ast::op::none) return 0;
    bool decides = false;
    ast::for_each_child(nodes, order, [&](std::size_t term) {
        bool is_key = false;
        ast::for_each_child(nodes, keys,
                            [&](std::size_t key) { is_key = is_key || ast::same_expression(nodes, key, term + 1); });
        decides = decides || !is_key;
    });
    return decides ? 0 : keys + 1;
}

template <fixed_string Window>
struct require_defined_window {
    static_assert(Window.size() == 0,
                  "stoa[E273]: a function uses a window by this name, and the query does not say what that is, or says "
                  "another one. Add .window(...) with the same named_window to the query.");
    static constexpr bool value = true;
};

template <fixed_string Window>
struct require_one_window_of_a_name {
    static_assert(Window.size() == 0,
                  "stoa[E273]: two windows of this query have the same name (upper and lower case is "
                  "the same). Give one of them another: named_window<\"other\">(...).");
    static constexpr bool value = true;
};

template <fixed_string Key>
struct require_decided_key {
    static_assert(
        Key.size() == 0,
        "stoa[E272]: distinct_on(...) keeps the first of the rows with equal keys, and the order does not say "
        "which that is. Add order_by(...) with something that differs among them.");
    static constexpr bool value = true;
};

template <bool Both>
struct require_one_distinct {
    static_assert(!Both, "stoa[E272]: a query keeps different rows, distinct(), or the first row of each key, "
                         "distinct_on(...), and not both. Put one of them into a subquery<\"name\">(...).");
    static constexpr bool value = true;
};

} // namespace stoa::detail

#endif
