// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_TABLE_HPP
#define STOA_SCHEMA_TABLE_HPP

// From a typed definition to the plain values of table_def.hpp, in static storage: first the nodes of all checks and
// defaults, then the lists that refer to them, then the table.

#include "stoa/core/fixed_string.hpp"
#include "stoa/schema/constraint.hpp"
#include "stoa/schema/define.hpp"
#include "stoa/schema/enum_rules.hpp"
#include "stoa/schema/naming.hpp"
#include "stoa/schema/partition_rules.hpp"
#include "stoa/schema/rules.hpp"
#include "stoa/schema/table_def.hpp"
#include "stoa/schema/table_items.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/enumeration.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace stoa {

namespace detail {

template <class Items>
struct item_counts;

template <class Places, class... Items>
struct item_counts<basic_pack<Places, Items...>> {
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
    std::array<partition_def, count_partitions(table<Record>.items)> partitions{};
    partition_strategy strategy = partition_strategy::none;
    column_list partition_key{};
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

template <class Record, std::size_t I, class Field>
constexpr void fill_range(column_def& column) {
    if constexpr (integer_bounds<value_t<Field>>::narrow) column.range = field_range<Record, I>;
}

/// What the type of a field says of its column.
template <class Field>
constexpr column_def column_of_type() {
    column_def column;
    column.type = type_of<value_t<Field>>;
    column.nullable = is_optional<Field>;
    column.enumerators = stored_enumerators<element_or_self<value_t<Field>>>;
    return column;
}

template <class Record, class... Fields>
constexpr void fill_columns(column_def* columns, types<Fields...>) {
    std::size_t at = 0;
    ((columns[at++] = column_of_type<Fields>()), ...);
    if constexpr ((integer_bounds<value_t<Fields>>::narrow || ...))
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (fill_range<Record, I, Fields>(columns[I]), ...);
        }(std::index_sequence_for<Fields...>{});
}

template <class Record>
inline constexpr auto snake_case_names = [] {
    std::array<identifier, column_count<Record>> names{};
    for (std::size_t i = 0; i != names.size(); ++i) names[i] = snake_case_name(record_columns<Record>::names[i]);
    return names;
}();

template <class Record>
constexpr void fill_column_names(column_def* columns) {
    const auto fill = [&](const auto& names) {
        for (std::size_t i = 0; i != names.size(); ++i) columns[i].name = names[i];
    };
    if constexpr (item_or<Record>(naming_item{as_written}).policy == snake_case)
        fill(snake_case_names<Record>);
    else
        fill(record_columns<Record>::names);
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
    std::size_t uniques = 0, foreign_keys = 0, checks = 0, indexes = 0, partitions = 0, nodes = 0;

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
        index.name = name_for(item.options.name, "ix", mentioned_columns(index.terms));
        index.method = item.options.method;
        index.operators = item.options.operators;
        index.unique = item.options.is_unique;
        index.concurrent = item.options.is_concurrent;
    }

    template <class C, class... Options>
    constexpr void add(const column_item<C, Options...>& item) {
        column_def& column = lists.columns[C::index];
        item.options.each([&](const auto& option) { option.apply(column, [this] { return take_nodes(); }); });
    }

    template <partition_strategy Strategy, class... C, class... Parts>
    constexpr void add(const partition_item<Strategy, columns<C...>, Parts...>& item) {
        lists.strategy = Strategy;
        lists.partition_key = list_of<C...>();
        visit_partitions(item, [&](std::string_view name, bool has_bounds) {
            partition_def& partition = lists.partitions[partitions];
            partition.name = name.empty() ? numbered_name(table<Record>.name, partitions) : identifier(name);
            if (has_bounds) partition.bounds = take_nodes();
            ++partitions;
        });
    }

    template <query_item Query>
    constexpr void add(const Query&) {
        lists.kind = Query::kind;
        lists.query = take_nodes();
    }

    // About the table as a whole: read where they are needed.
    constexpr void add(const naming_item&) {}
    constexpr void add(const comment_item&) {}
    constexpr void add(const namespace_item&) {}

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
    fill_columns<Record>(lists.columns.data(), typename record_columns<Record>::types{});
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
    .schema_name = item_or<Record>(namespace_item{}).name,
    .partitioning = {lists_of<Record>.strategy, lists_of<Record>.partition_key, lists_of<Record>.partitions},
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
    if (is_unusable_table_name(table<Record>.name)) return table<Record>.name;
    look(table<Record>.name);
    for (const column_def& column : lists_of<Record>.columns) {
        look(column.name);
        for (std::string_view rule : option_checks) look(given_check_name(column, rule));
    }
    visit_items<Record>([&](const auto& item) {
        if constexpr (requires { item.name; }) look(item.name);
        if constexpr (requires { item.options.name; }) look(item.options.name);
        visit_partitions(item, [&](std::string_view name, bool) { look(name); });
    });
    return found;
}

template <class Record>
inline constexpr bool has_usable_names = [] {
    constexpr std::string_view name = unusable_name<Record>();
    if constexpr (!name.empty()) return require_usable_name<Record, fixed_string<name.size()>::copy_of(name)>::value;
    return true;
}();

} // namespace detail

template <class Record>
constexpr const table_def& table_of() {
    static_assert(!table<Record>.name.empty(), "stoa[E313]: this table has no name. Say one: define<record>(\"…\").");
    static_assert(detail::has_usable_names<Record>);
    static_assert(detail::obeys_rules<Record, detail::table_values<Record>>);
    static_assert(detail::has_usable_enums<Record, detail::table_values<Record>>);
    static_assert(detail::obeys_partition_rules<Record, detail::table_values<Record>>);
    return detail::table_values<Record>;
}

} // namespace stoa

#endif
