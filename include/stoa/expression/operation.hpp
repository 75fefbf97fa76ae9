// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_OPERATION_HPP
#define STOA_EXPRESSION_OPERATION_HPP

// The one node of typed expressions: an operator, the type of its value, and up to three operands.

#include "stoa/expression/expression.hpp"

namespace stoa {

template <class Self>
struct value_members;

/// A function applied to arguments; see function.hpp.
template <ast::function Function, class Value, bool Nullable, class... Arguments>
struct function_call;

/// An operator applied to operands. `Value` is the C++ type of the result, `Nullable` whether it can be NULL.
template <ast::op Op, class Value, bool Nullable, class... Operands>
struct operation;

namespace detail {

template <ast::op Op, class Value, bool Nullable>
constexpr ast::node operation_node() {
    ast::node n{.kind = Op, .nullable = Nullable};
    n.type = type_of<Value>;
    return n;
}

} // namespace detail

template <ast::op Op, class Value, bool Nullable, class A>
struct operation<Op, Value, Nullable, A> : value_members<operation<Op, Value, Nullable, A>> {
    using is_expression = void;
    using value_type = Value;
    static constexpr bool nullable = Nullable;

    A a;

    constexpr explicit operation(A first) : a(std::move(first)) {}

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open(detail::operation_node<Op, Value, Nullable>());
        A::emit(nodes, detail::part(self, &operation::a));
        nodes.close(place, 1);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        a.parameters(visit);
    }
};

template <ast::op Op, class Value, bool Nullable, class A, class B>
struct operation<Op, Value, Nullable, A, B> : value_members<operation<Op, Value, Nullable, A, B>> {
    using is_expression = void;
    using value_type = Value;
    static constexpr bool nullable = Nullable;

    A a;
    B b;

    constexpr operation(A first, B second) : a(std::move(first)), b(std::move(second)) {}

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open(detail::operation_node<Op, Value, Nullable>());
        A::emit(nodes, detail::part(self, &operation::a));
        B::emit(nodes, detail::part(self, &operation::b));
        nodes.close(place, 2);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        a.parameters(visit);
        b.parameters(visit);
    }
};

template <ast::op Op, class Value, bool Nullable, class A, class B, class C>
struct operation<Op, Value, Nullable, A, B, C> : value_members<operation<Op, Value, Nullable, A, B, C>> {
    using is_expression = void;
    using value_type = Value;
    static constexpr bool nullable = Nullable;

    A a;
    B b;
    C c;

    constexpr operation(A first, B second, C third) : a(std::move(first)), b(std::move(second)), c(std::move(third)) {}

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open(detail::operation_node<Op, Value, Nullable>());
        A::emit(nodes, detail::part(self, &operation::a));
        B::emit(nodes, detail::part(self, &operation::b));
        C::emit(nodes, detail::part(self, &operation::c));
        nodes.close(place, 3);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        a.parameters(visit);
        b.parameters(visit);
        c.parameters(visit);
    }
};

} // namespace stoa

#endif
