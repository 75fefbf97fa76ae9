// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_TABLE_ITEMS_HPP
#define STOA_SCHEMA_TABLE_ITEMS_HPP

// The items of a definition, and the nodes of the expressions they hold.

#include "stoa/schema/define.hpp"
#include "stoa/schema/table_def.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace stoa::detail {

// What each kind of item adds to a table.
template <class Item>
struct item_kind {
    static constexpr bool unique = false, foreign_key = false, check = false, index = false;
};
template <class... C>
struct item_kind<unique_item<C...>> : item_kind<void> {
    static constexpr bool unique = true;
};
template <class From, class To>
struct item_kind<foreign_key_item<From, To>> : item_kind<void> {
    static constexpr bool foreign_key = true;
};
template <class P>
struct item_kind<check_item<P>> : item_kind<void> {
    static constexpr bool check = true;
};
template <class Condition, class Included, class... T>
struct item_kind<index_item<Condition, Included, T...>> : item_kind<void> {
    static constexpr bool index = true;
};

/// The query of a view; see query/view.hpp.
template <class Item>
concept query_item = requires {
    { Item::kind } -> std::convertible_to<table_kind>;
};

/// Emits the expression an item holds, if it holds one.
template <query_item Query>
constexpr void emit_item(ast::builder& nodes, const Query& item) {
    item.emit(nodes);
}
template <class P>
constexpr void emit_item(ast::builder& nodes, const check_item<P>& item) {
    P::emit(nodes, item.predicate);
}
template <class C, class... Options>
constexpr void emit_item(ast::builder& nodes, const column_item<C, Options...>& item) {
    item.options.each([&](const auto& option) { option.emit(nodes); });
}
template <class Condition, class Included, class... T>
constexpr void emit_item(ast::builder& nodes, const index_item<Condition, Included, T...>& item) {
    const std::size_t place = nodes.open({.kind = ast::op::list});
    item.terms.each([&]<class Term>(const Term& term) { Term::emit(nodes, term); });
    nodes.close(place, sizeof...(T));
    if constexpr (expression<Condition>) Condition::emit(nodes, item.condition);
}
template <class Item>
constexpr void emit_item(ast::builder&, const Item&) {}

template <class Item>
inline constexpr bool is_about_columns = false;
template <class C, class... Options>
inline constexpr bool is_about_columns<column_item<C, Options...>> = true;

/// Visits the items about columns first, since others take their names from them.
template <std::size_t... I, class... Items, class Visitor>
constexpr void visit_in_order(const basic_pack<std::index_sequence<I...>, Items...>& items, Visitor& visit) {
    for ([[maybe_unused]] const bool about_columns : {true, false})
        ((is_about_columns<Items> == about_columns ? visit(static_cast<const pack_slot<I, Items>&>(items).value)
                                                   : void()),
         ...);
}

template <class Record, class Visitor>
constexpr void visit_items(Visitor visit) {
    visit_in_order(table<Record>.items, visit);
}

template <class Record>
constexpr void emit_items(ast::builder& nodes) {
    visit_items<Record>([&](const auto& item) { emit_item(nodes, item); });
}

/// The one item of this type, or the other value where there is none.
template <class Record, class Item>
constexpr Item item_or(Item otherwise) {
    table<Record>.items.each([&]<class One>([[maybe_unused]] const One& one) {
        if constexpr (std::is_same_v<One, Item>) otherwise = one;
    });
    return otherwise;
}

template <class Record>
inline constexpr auto table_nodes = [] {
    constexpr std::size_t count = [] {
        ast::builder nodes;
        emit_items<Record>(nodes);
        return nodes.size();
    }();
    std::array<ast::node, count> kept{};
    ast::builder nodes;
    emit_items<Record>(nodes);
    for (std::size_t i = 0; i != count; ++i) kept[i] = nodes.nodes()[i];
    return kept;
}();

} // namespace stoa::detail

#endif
