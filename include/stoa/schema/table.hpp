// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_TABLE_HPP
#define STOA_SCHEMA_TABLE_HPP

// From a typed definition to the plain values of table_def.hpp, in static storage: first the nodes of all checks and
// defaults, then the lists that refer to them, then the table.

#include "stoa/core/fixed_string.hpp"
#include "stoa/schema/constraint.hpp"
#include "stoa/schema/define.hpp"
#include "stoa/schema/naming.hpp"
#include "stoa/schema/table_def.hpp"
#include "stoa/types/enumeration.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace stoa {

namespace detail {

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
template <class... T>
struct item_kind<index_item<T...>> : item_kind<void> {
    static constexpr bool index = true;
};

/// Emits the expression an item holds, if it holds one.
template <class P>
constexpr void emit_item(ast::builder& nodes, const check_item<P>& item) {
    P::emit(nodes, item.predicate);
}
template <class C, generation G, class Default>
constexpr void emit_item(ast::builder& nodes, const column_item<C, G, Default>& item) {
    if constexpr (expression<Default>) Default::emit(nodes, item.value);
}
template <class Item>
constexpr void emit_item(ast::builder&, const Item&) {}

template <class Record>
constexpr void emit_items(ast::builder& nodes) {
    std::apply([&](const auto&... item) { (emit_item(nodes, item), ...); }, table<Record>.items);
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

template <class Items>
struct item_counts;

template <class... Items>
struct item_counts<std::tuple<Items...>> {
    static constexpr std::size_t uniques = (std::size_t{0} + ... + item_kind<Items>::unique);
    static constexpr std::size_t foreign_keys = (std::size_t{0} + ... + item_kind<Items>::foreign_key);
    static constexpr std::size_t checks = (std::size_t{0} + ... + item_kind<Items>::check);
    static constexpr std::size_t indexes = (std::size_t{0} + ... + item_kind<Items>::index);
};

template <class Record>
struct table_lists {
    using counts = item_counts<std::remove_cvref_t<decltype(table<Record>.items)>>;

    std::array<column_def, column_count<Record>> columns{};
    std::array<unique_def, counts::uniques> uniques{};
    std::array<foreign_key_def, counts::foreign_keys> foreign_keys{};
    std::array<check_def, counts::checks> checks{};
    std::array<index_def, counts::indexes> indexes{};
    identifier primary_key_name{};
    column_list primary_key{};
};

template <class Record, std::size_t... I>
constexpr void fill_columns(column_def* columns, std::index_sequence<I...>) {
    (
        [&] {
            using field = column_field_t<Record, I>;
            columns[I].type = type_of<value_t<field>>;
            columns[I].nullable = is_optional<field>;
            if constexpr (reflection::named_enum<value_t<field>>) columns[I].enumerators = enumerator_names<value_t<field>>;
        }(),
        ...);
}

template <class Record>
constexpr void fill_column_names(column_def*& columns) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto name_field = [&]<std::size_t N>() {
            using field = reflection::field_t<Record, N>;
            if constexpr (embedded_record<field>)
                fill_column_names<field>(columns);
            else
                (columns++)->name = reflection::field_name<Record, N>;
        };
        (name_field.template operator()<I>(), ...);
    }(std::make_index_sequence<reflection::field_count<Record>>{});
}

template <class... Columns>
constexpr column_list list_of() {
    column_list list;
    (list.add(Columns::index), ...);
    return list;
}

/// Adds one item after another to the lists of a table.
template <class Record>
struct table_filler {
    table_lists<Record>& lists;
    std::size_t uniques = 0, foreign_keys = 0, checks = 0, indexes = 0, nodes = 0;

    constexpr identifier name_for(std::string_view given, std::string_view prefix, const column_list& columns) const {
        if (!given.empty()) return identifier(given);
        return conventional_name(prefix, table<Record>.name, lists.columns, columns);
    }

    template <generation G, class... C>
    constexpr void add(const primary_key_item<G, C...>& item) {
        lists.primary_key = list_of<C...>();
        lists.primary_key_name =
            item.name.empty() ? conventional_name("pk", table<Record>.name, lists.columns, {}) : identifier(item.name);
        if constexpr (G != generation::none) lists.columns[lists.primary_key[0]].generated = G;
    }

    template <class... From, class... To>
    constexpr void add(const foreign_key_item<columns<From...>, columns<To...>>& item) {
        foreign_key_def& key = lists.foreign_keys[foreign_keys++];
        key.columns = list_of<From...>();
        key.name = name_for(item.name, "fk", key.columns);
        key.target = table_ref{&table_of<typename foreign_key_item<columns<From...>, columns<To...>>::target>, record_name<typename foreign_key_item<columns<From...>, columns<To...>>::target>};
        key.target_columns = list_of<To...>();
        key.on_delete = item.delete_action;
        key.on_update = item.update_action;
    }

    template <class... C>
    constexpr void add(const unique_item<C...>& item) {
        unique_def& key = lists.uniques[uniques++];
        key.columns = list_of<C...>();
        key.name = name_for(item.name, "uq", key.columns);
    }

    template <class P>
    constexpr void add(const check_item<P>& item) {
        check_def& check = lists.checks[checks++];
        check.predicate = take_nodes();
        check.name = name_for(item.name, "ck", mentioned_columns(check.predicate));
    }

    template <class... T>
    constexpr void add(const index_item<T...>& item) {
        index_def& index = lists.indexes[indexes++];
        index.columns = list_of<typename index_column<T>::column...>();
        index.name = name_for(item.name, "ix", index.columns);
        index.unique = item.is_unique;
        std::uint32_t bit = 1;
        ((index.descending |= index_column<T>::descending ? bit : 0U, bit <<= 1U), ...);
    }

    template <class C, generation G, class Default>
    constexpr void add(const column_item<C, G, Default>& item) {
        column_def& column = lists.columns[C::index];
        if (item.length != 0) column.max_length = item.length;
        if constexpr (G != generation::none) column.generated = G;
        if constexpr (expression<Default>) column.default_value = take_nodes();
    }

private:
    /// The nodes of the next item that has an expression, in the order `emit_items` wrote them.
    constexpr ast::view take_nodes() {
        const std::size_t begin = nodes;
        nodes += table_nodes<Record>[begin].extent;
        return ast::view(table_nodes<Record>).subspan(begin, nodes - begin);
    }
};

template <class Record>
constexpr table_lists<Record> make_table_lists() {
    table_lists<Record> lists;
    fill_columns<Record>(lists.columns.data(), std::make_index_sequence<column_count<Record>>{});
    column_def* named = lists.columns.data();
    fill_column_names<Record>(named);
    table_filler<Record> filler{lists};
    std::apply([&](const auto&... item) { (filler.add(item), ...); }, table<Record>.items);
    return lists;
}

template <class Record>
inline constexpr table_lists<Record> lists_of = make_table_lists<Record>();

template <class Record>
inline constexpr table_def table_values{
    .name = table<Record>.name,
    .columns = lists_of<Record>.columns,
    .primary_key_name = lists_of<Record>.primary_key_name,
    .primary_key = lists_of<Record>.primary_key,
    .uniques = lists_of<Record>.uniques,
    .foreign_keys = lists_of<Record>.foreign_keys,
    .checks = lists_of<Record>.checks,
    .indexes = lists_of<Record>.indexes,
};

template <class Record, fixed_string RepeatedColumn, fixed_string RepeatedName>
struct require_distinct_names {
    static_assert(
        RepeatedColumn.size() == 0,
        "stoa[E312]: two columns of this table have the same name. Give one of the fields another: those of an "
        "embedded record keep the names they have there.");
    static_assert(RepeatedName.size() == 0,
                  "stoa[E311]: two constraints or indexes of this table have the same name. Give one "
                  "of them another one with named(...).");
    static constexpr bool value = true;
};

template <class Record>
inline constexpr bool has_distinct_names = [] {
    constexpr std::string_view column = repeated_column(table_values<Record>);
    constexpr std::string_view name = repeated_name(table_values<Record>);
    return require_distinct_names<Record, fixed_string<column.size()>::copy_of(column),
                                  fixed_string<name.size()>::copy_of(name)>::value;
}();

} // namespace detail

template <class Record>
constexpr const table_def& table_of() {
    static_assert(detail::has_distinct_names<Record>);
    return detail::table_values<Record>;
}

} // namespace stoa

#endif
