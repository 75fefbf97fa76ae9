// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_NAMED_WINDOW_HPP
#define STOA_EXPRESSION_NAMED_WINDOW_HPP

// A window that several functions of a query use by its name.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/window.hpp"
#include "stoa/reflection/name.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace stoa {

namespace detail {

/// Tells names apart; by 64 bits, which is as good as surely.
constexpr std::int64_t hash_of(std::string_view name) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return static_cast<std::int64_t>(hash);
}

template <class T>
concept named_window = requires { typename T::is_window_definition; };

} // namespace detail

/// A window under a name, which the query says once and its functions use; see `named_window`.
template <fixed_string Name, class Partition, class Order, class Frame>
struct window_definition {
    using is_window_definition = void;
    static constexpr auto kept_name = Name;

    Partition partition;
    Order order;

    /// How a use says which window it means, so that it is not another one of the same name.
    static constexpr std::int64_t identity = detail::hash_of(reflection::qualified_type_name<window_definition>);

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place =
            nodes.open({.kind = ast::op::named_window, .text = kept_name.view(), .integer = identity});
        Partition::emit(nodes, detail::part(self, &window_definition::partition));
        Order::emit(nodes, detail::part(self, &window_definition::order));
        Frame::emit(nodes, self);
        nodes.close(place, 3);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        partition.parameters(visit);
        order.parameters(visit);
    }
};

/// Gives a window a name: `sum(a).over(w)` uses it, and `.window(w)` of the query says what it is.
/// SQL: `OVER "w"`, `WINDOW "w" AS (…)`.
/// Example: constexpr auto w = named_window<"w">(partition_by(col<&sale::shop>).order_by(col<&sale::day>));
template <fixed_string Name, class Partition, class Order, class Frame>
constexpr window_definition<Name, Partition, Order, Frame> named_window(window<Partition, Order, Frame> over) {
    return {std::move(over.partition), std::move(over.order)};
}

template <class Function, fixed_string Name, class Partition, class Order, class Frame>
struct windowed<Function, window_definition<Name, Partition, Order, Frame>>
    : value_members<windowed<Function, window_definition<Name, Partition, Order, Frame>>> {
    using is_expression = void;
    using value_type = typename Function::value_type;
    using definition = window_definition<Name, Partition, Order, Frame>;
    static constexpr bool nullable = windowed<Function, window<Partition, Order, Frame>>::nullable;

    Function function;

    constexpr windowed(Function given, const definition&) : function(std::move(given)) {}

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::window,
                                              .nullable = nullable,
                                              .type = type_of<value_type>,
                                              .text = definition::kept_name.view(),
                                              .integer = definition::identity});
        Function::emit(nodes, detail::part(self, &windowed::function));
        nodes.close(place, 1);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        function.parameters(visit);
    }
};

} // namespace stoa

#endif
