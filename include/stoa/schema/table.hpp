// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_TABLE_HPP
#define STOA_SCHEMA_TABLE_HPP

// From a typed definition to the plain values of table_def.hpp, in static storage: first the nodes of all checks and
// defaults, then the lists that refer to them, then the table.

#include "stoa/core/fixed_string.hpp"
#include "stoa/schema/constraint.hpp"
#include "stoa/schema/define.hpp"
#include "stoa/schema/naming.hpp"
#include "stoa/schema/rules.hpp"
#include "stoa/schema/table_def.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/enumeration.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
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
    std::apply([&](const auto&... option) { (option.emit(nodes), ...); }, item.options);
}
template <class Condition, class Included, class... T>
constexpr void emit_item(ast::builder& nodes, const index_item<Condition, Included, T...>& item) {
    const std::size_t place = nodes.open({.kind = ast::op::list});
    std::apply([&](const auto&... term) { (std::remove_cvref_t<decltype(term)>::emit(nodes, term), ...); }, item.terms);
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
template <class Record, class Visitor>
constexpr void visit_items(Visitor visit) {
    const auto pass = [&]<bool Columns>(std::bool_constant<Columns>) {
        std::apply(
            [&](const auto&... item) {
                [[maybe_unused]] const auto each = [&](const auto& one) {
                    if constexpr (is_about_columns<std::remove_cvref_t<decltype(one)>> == Columns) visit(one);
                };
                (each(item), ...);
            },
            table<Record>.items);
    };
    pass(std::true_type{});
    pass(std::false_type{});
}

template <class Record>
constexpr void emit_items(ast::builder& nodes) {
    visit_items<Record>([&](const auto& item) { emit_item(nodes, item); });
}

/// The one item of this type, or the other value where there is none.
template <class Record, class Item>
constexpr Item item_or(Item otherwise) {
    std::apply(
        [&](const auto&... item) {
            [[maybe_unused]] const auto take = [&](const auto& one) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(one)>, Item>) otherwise = one;
            };
            (take(item), ...);
        },
        table<Record>.items);
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
    table_kind kind = table_kind::table;
    ast::view query{};
};

/// `column BETWEEN low AND high` for a column that is wider than its field, so that a value that the field cannot hold
/// is refused when it is written, and not when it is read.
template <class Record, std::size_t Column>
inline constexpr auto field_range = [] {
    using bounds = integer_bounds<value_t<column_field_t<Record, Column>>>;
    constexpr column_of<Record, Column> column;
    constexpr ast::node bound{.kind = ast::op::literal, .type = type_of<typename decltype(column)::value_type>};
    ast::builder nodes;
    const std::size_t place =
        nodes.open({.kind = ast::op::between, .nullable = column.nullable, .type = type_of<bool>});
    column.emit(nodes, column);
    for (std::int64_t value : {bounds::low, bounds::high}) {
        ast::node literal = bound;
        literal.integer = value;
        nodes.leaf(literal);
    }
    nodes.close(place, 3);
    std::array<ast::node, 4> kept{};
    for (std::size_t i = 0; i != kept.size(); ++i) kept[i] = nodes.nodes()[i];
    return kept;
}();

template <class Record, std::size_t... I>
constexpr void fill_columns(column_def* columns, std::index_sequence<I...>) {
    (
        [&] {
            using field = column_field_t<Record, I>;
            columns[I].type = type_of<value_t<field>>;
            columns[I].nullable = is_optional<field>;
            if constexpr (reflection::named_enum<value_t<field>>)
                columns[I].enumerators = enumerator_names<value_t<field>>;
            if constexpr (integer_bounds<value_t<field>>::narrow) columns[I].range = field_range<Record, I>;
        }(),
        ...);
}

/// Calls `use(name)` with the name of every field that is a column, in order.
template <class Record, class Use>
constexpr void visit_column_names(Use& use) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto name_field = [&]<std::size_t N>() {
            using field = reflection::field_t<Record, N>;
            if constexpr (embedded_record<field>)
                visit_column_names<field>(use);
            else
                use(reflection::field_name<Record, N>);
        };
        (name_field.template operator()<I>(), ...);
    }(std::make_index_sequence<reflection::field_count<Record>>{});
}

template <class Record>
inline constexpr auto snake_case_names = [] {
    std::array<identifier, column_count<Record>> names{};
    identifier* next = names.data();
    auto use = [&](std::string_view field) { *next++ = snake_case_name(field); };
    visit_column_names<Record>(use);
    return names;
}();

template <class Record>
constexpr void fill_column_names(column_def* column) {
    if constexpr (item_or<Record>(naming_item{as_written}).policy == snake_case) {
        for (const identifier& name : snake_case_names<Record>) (column++)->name = name;
    } else {
        auto use = [&](std::string_view field) { (column++)->name = field; };
        visit_column_names<Record>(use);
    }
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
        if constexpr (G != generation::none) {
            lists.columns[lists.primary_key[0]].generated = G;
            lists.columns[lists.primary_key[0]].identity = item.identity;
        }
    }

    template <class... From, class... To>
    constexpr void add(const foreign_key_item<columns<From...>, columns<To...>>& item) {
        using target = typename foreign_key_item<columns<From...>, columns<To...>>::target;
        foreign_key_def& key = lists.foreign_keys[foreign_keys++];
        key.columns = list_of<From...>();
        key.name = name_for(item.name, "fk", key.columns);
        key.target = {&table_of<target>, record_name<target>};
        key.target_columns = list_of<To...>();
        key.on_delete = item.delete_action;
        key.on_update = item.update_action;
        key.deferred = item.is_deferred;
    }

    template <class... C>
    constexpr void add(const unique_item<C...>& item) {
        unique_def& key = lists.uniques[uniques++];
        key.columns = list_of<C...>();
        key.name = name_for(item.name, "uq", key.columns);
        key.nulls_equal = item.nulls_equal;
    }

    template <class P>
    constexpr void add(const check_item<P>& item) {
        check_def& check = lists.checks[checks++];
        check.predicate = take_nodes();
        check.name = name_for(item.name, "ck", mentioned_columns(check.predicate));
    }

    template <class Condition, class... Included, class... T>
    constexpr void add(const index_item<Condition, included_columns<Included...>, T...>& item) {
        index_def& index = lists.indexes[indexes++];
        index.terms = take_nodes();
        if constexpr (expression<Condition>) index.predicate = take_nodes();
        for (std::size_t at = 1; at != index.terms.size(); at += index.terms[at].extent)
            if (const ast::node& term = index.terms[at + 1]; term.kind == ast::op::column)
                index.columns.add(term.index);
        index.included = list_of<Included...>();
        index.name = name_for(item.name, "ix", mentioned_columns(index.terms));
        index.method = item.method;
        index.operators = item.operators;
        index.unique = item.is_unique;
    }

    template <class C, class... Options>
    constexpr void add(const column_item<C, Options...>& item) {
        column_def& column = lists.columns[C::index];
        std::apply([&](const auto&... option) { (option.apply(column, [this] { return take_nodes(); }), ...); },
                   item.options);
    }

    template <query_item Query>
    constexpr void add(const Query&) {
        lists.kind = Query::kind;
        lists.query = take_nodes();
    }

    // About the table as a whole: read where they are needed.
    constexpr void add(const naming_item&) {}
    constexpr void add(const comment_item&) {}

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
    fill_column_names<Record>(lists.columns.data());
    table_filler<Record> filler{lists};
    visit_items<Record>([&](const auto& item) { filler.add(item); });
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
    .comment = item_or<Record>(comment_item{}).text,
    .kind = lists_of<Record>.kind,
    .query = lists_of<Record>.query,
};

/// The first name given by hand that cannot be one; empty where there is none. Names that are not given are made to
/// fit.
template <class Record>
constexpr std::string_view unusable_name() {
    std::string_view found;
    const auto look = [&](std::string_view name) {
        if (found.empty() && is_unusable_name(name)) found = name;
    };
    look(table<Record>.name);
    for (const column_def& column : lists_of<Record>.columns) look(column.name);
    visit_items<Record>([&](const auto& item) {
        if constexpr (requires { item.name; }) look(item.name);
    });
    return found;
}

template <class Record>
inline constexpr bool has_usable_names = [] {
    constexpr std::string_view name = unusable_name<Record>();
    return require_usable_name<Record, fixed_string<name.size()>::copy_of(name)>::value;
}();

} // namespace detail

template <class Record>
constexpr const table_def& table_of() {
    static_assert(detail::has_usable_names<Record>);
    static_assert(detail::obeys_rules<Record, detail::table_values<Record>>);
    return detail::table_values<Record>;
}

} // namespace stoa

#endif
