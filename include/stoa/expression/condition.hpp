// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_CONDITION_HPP
#define STOA_EXPRESSION_CONDITION_HPP

// Conditions and orders that are put together while the program runs. They are typed by the tables they are about, and
// made of the same expressions as all others; only which of them there are is decided late.

#include "stoa/core/error.hpp"
#include "stoa/expression/column.hpp"
#include "stoa/expression/composed_value.hpp"
#include "stoa/expression/logic.hpp"
#include "stoa/expression/order.hpp"
#include "stoa/expression/parameter.hpp"

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa {

namespace detail {

/// Whether every column of an expression is of one of these tables, records or `aliased` ones.
template <class E, class... Sources>
inline constexpr bool is_about = [] {
    ast::builder nodes;
    E::emit(nodes, only_shape{});
    for (const ast::node& node : nodes.nodes()) {
        if (node.kind == ast::op::table) return false; // a subquery
        if (node.kind != ast::op::column) continue;
        const bool found = ((node.table == table_ref{&table_of<typename source_traits<Sources>::record_type>,
                                                     record_name<typename source_traits<Sources>::record_type>} &&
                             node.alias == source_traits<Sources>::alias) ||
                            ...);
        if (!found) return false;
    }
    return true;
}();

template <class E>
struct require_own_values {
    static constexpr bool value = [] {
        ast::builder nodes;
        E::emit(nodes, only_shape{});
        return !has_named_parameter(nodes.nodes());
    }();
    static_assert(value, "stoa[E288]: a condition or order that is put together at run time has a named parameter, for "
                         "which no argument could be given. Write the value there.");
};

/// An expression as run-time values: its nodes, with parameters counted from 0, and what they are bound to.
struct composition {
    std::vector<ast::node> nodes;
    kept_values values;

    template <class E>
    static composition of(const E& expression) {
        static_assert(require_own_values<E>::value);
        composition made;
        ast::builder nodes;
        E::emit(nodes, bound<E>{expression});
        made.nodes.assign(nodes.nodes().begin(), nodes.nodes().end());
        value_keeper keeper(made.values);
        expression.parameters(keeper);
        return made;
    }

    /// All of them, with an operator between each and the next. There is at least one.
    template <class Conditions>
    static composition chain(ast::op op, const Conditions& conditions) {
        composition made;
        ast::builder nodes;
        chain(nodes, made.values, op, conditions.begin(), conditions.end());
        made.nodes.assign(nodes.nodes().begin(), nodes.nodes().end());
        return made;
    }

private:
    /// By halves, so that a long list makes no deep tree.
    template <class Iterator>
    static void chain(ast::builder& nodes, kept_values& values, ast::op op, Iterator first, Iterator last) {
        if (last - first == 1) {
            const composition& only = first->composed();
            nodes.append(only.nodes);
            values.insert(values.end(), only.values.begin(), only.values.end());
            return;
        }
        const Iterator middle = first + (last - first) / 2;
        const std::size_t place = nodes.open({.kind = op, .nullable = true, .type = {type_kind::boolean}});
        chain(nodes, values, op, first, middle);
        chain(nodes, values, op, middle, last);
        nodes.close(place, 2);
    }
};

/// What stands for a composed expression while its statement's type is looked at: the tables it may name.
template <class... Sources>
constexpr void emit_placeholder(ast::builder& nodes) {
    const std::size_t place = nodes.open({.kind = ast::op::composed, .nullable = true, .type = {type_kind::boolean}});
    (column_of<Sources, 0>::emit(nodes, only_shape{}), ...);
    nodes.close(place, sizeof...(Sources));
}

} // namespace detail

/// A condition about the tables of `Sources`, records or aliases, made of any expression over their columns.
/// Example: std::vector<condition<book>> filters;
///          if (title) filters.push_back(col<&book::title> == *title);
///          db.all(from<book>().where(all_of(filters)));
template <class... Sources>
class condition : public value_members<condition<Sources...>> {
public:
    using is_expression = void;
    using value_type = bool;
    static constexpr bool nullable = true;

    // NOLINTNEXTLINE(google-explicit-constructor): an expression is a condition
    template <predicate P>
        requires(!std::same_as<P, condition>)
    condition(const P& expression) : composed_(detail::composition::of(expression)) {
        static_assert(detail::is_about<P, Sources...>,
                      "stoa[E250]: this condition is about other tables than its type names, or contains a query. Name "
                      "every table: condition<book, author>.");
    }

    explicit condition(detail::composition made) : composed_(std::move(made)) {}

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        if constexpr (std::same_as<Self, bound<condition>>)
            nodes.append(self.self.composed().nodes);
        else
            detail::emit_placeholder<Sources...>(nodes);
    }

    template <class Visitor>
    void parameters(Visitor& visit) const {
        for (const auto& value : composed_.values) visit(value);
    }

    const detail::composition& composed() const noexcept { return composed_; }

private:
    detail::composition composed_;
};

namespace detail {

/// A condition that is always true, or never.
inline composition constant_condition(ast::op truth) {
    composition made;
    made.nodes.push_back({.kind = truth, .type = {type_kind::boolean}});
    return made;
}

} // namespace detail

/// True where every one of them is; of none, always.
template <class... Sources>
condition<Sources...> all_of(const std::vector<condition<Sources...>>& conditions) {
    using detail::composition;
    return condition<Sources...>(conditions.empty() ? detail::constant_condition(ast::op::constant_true)
                                                    : composition::chain(ast::op::and_, conditions));
}

/// True where one of them is; of none, never.
template <class... Sources>
condition<Sources...> any_of(const std::vector<condition<Sources...>>& conditions) {
    using detail::composition;
    return condition<Sources...>(conditions.empty() ? detail::constant_condition(ast::op::constant_false)
                                                    : composition::chain(ast::op::or_, conditions));
}

/// One term of an ORDER BY over the tables of `Sources`, chosen at run time; made by `sort_keys`.
template <class... Sources>
class sort_key {
public:
    using is_ordering = void;

    template <ordering_term Term>
        requires(!std::same_as<Term, sort_key>)
    explicit sort_key(Term term) : composed_(detail::composition::of(detail::as_ordering(std::move(term)))) {
        static_assert(detail::is_about<decltype(detail::as_ordering(term)), Sources...>,
                      "stoa[E250]: this order is about other tables than its type names, or contains a query. Name "
                      "every table: sort_key<book, author>.");
    }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        if constexpr (std::same_as<Self, bound<sort_key>>) {
            nodes.append(self.self.composed().nodes);
        } else {
            const std::size_t place = nodes.open({.kind = ast::op::ascending});
            detail::emit_placeholder<Sources...>(nodes);
            nodes.close(place, 1);
        }
    }

    template <class Visitor>
    void parameters(Visitor& visit) const {
        for (const auto& value : composed_.values) visit(value);
    }

    const detail::composition& composed() const noexcept { return composed_; }

    /// The same the other way round.
    sort_key reversed() const {
        sort_key other = *this;
        ast::op& kind = other.composed_.nodes.front().kind;
        kind = kind == ast::op::ascending ? ast::op::descending : ast::op::ascending;
        std::uint16_t& nulls = other.composed_.nodes.front().index;
        if (nulls != 0) nulls = static_cast<std::uint16_t>(3 - nulls); // the first ones are last then
        return other;
    }

private:
    detail::composition composed_;
};

/// The orders a user may choose from, by name.
/// Example: const sort_keys<book> orders{{"title", asc(col<&book::title>)}, {"newest", desc(col<&book::created_at>)}};
///          from<book>().order_by(orders.at(request["sort"]), asc(col<&book::id>))
template <class... Sources>
class sort_keys {
public:
    struct entry {
        template <ordering_term Term>
        entry(std::string_view given, Term term) : name(given), key(std::move(term)) {}

        std::string name;
        sort_key<Sources...> key;
    };

    sort_keys(std::initializer_list<entry> entries) : entries_(entries) {}

    /// Throws: mapping_error (invalid_value) for a name that is not one of them.
    const sort_key<Sources...>& at(std::string_view name) const {
        for (const entry& each : entries_)
            if (each.name == name) return each.key;
        std::string names;
        for (const entry& each : entries_) names += (names.empty() ? "" : ", ") + each.name;
        raise(errc::invalid_value, "there is no order of this name. Choose one of: " + names + ".");
    }

private:
    std::vector<entry> entries_;
};

} // namespace stoa

#endif
