// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_VIEW_HPP
#define STOA_QUERY_VIEW_HPP

// `view<Record>(name, query, items...)` and `materialized_view`: definitions whose rows come from a query. To
// everything that reads, the record is a table like any other.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/literal.hpp"
#include "stoa/query/select.hpp"
#include "stoa/query/statement.hpp"
#include "stoa/schema/define.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

enum class view_fault : std::uint8_t { none, missing, type, null };

template <class Record, fixed_string Column, view_fault Fault>
struct require_view_column {
    static_assert(Fault != view_fault::missing,
                  "stoa[E322]: the query of this view ends before this column. Select one expression for every column "
                  "of the record, in its order.");
    static_assert(Fault != view_fault::type,
                  "stoa[E322]: the query of this view selects a value of another type than this column's. Select the "
                  "record's columns in their order, or give the field the type of the value: int64 for a count or a "
                  "sum of integers, decimal<18, S> for a sum of decimals, double for a mean.");
    static_assert(Fault != view_fault::null,
                  "stoa[E322]: the query of this view selects a value that can be NULL, and this column cannot be. "
                  "Make the field a std::optional.");
    static constexpr bool value = true;
};

template <class Record, std::size_t Columns, std::size_t Selected>
struct require_view_columns {
    static_assert(Selected <= Columns,
                  "stoa[E322]: the query of this view selects more values than the record has columns. Select one "
                  "expression for every column of the record, in its order.");
    static constexpr bool value = true;
};

template <class Record, class Query, std::size_t Column>
consteval bool is_view_column() {
    constexpr view_fault fault = [] {
        if (Column >= result_columns<Query>.size()) return view_fault::missing;
        using field = column_field_t<Record, Column>;
        const result_column& selected = result_columns<Query>[Column];
        if (selected.type != type_of<value_t<field>>) return view_fault::type;
        return selected.nullable && !is_optional<field> ? view_fault::null : view_fault::none;
    }();
    constexpr std::string_view name = column_name<Record, Column>;
    return require_view_column<Record, fixed_string<name.size()>::copy_of(name), fault>::value;
}

/// Whether the query selects exactly the columns of the record.
template <class Record, class Query>
consteval bool fills_record() {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return (is_view_column<Record, Query, I>() && ...);
    }(std::make_index_sequence<column_count<Record>>{}) &&
           require_view_columns<Record, column_count<Record>, result_columns<Query>.size()>::value;
}

/// Turns the values a query holds into nodes that a definition can print.
template <class Record>
struct value_printer {
    ast::builder& nodes;

    template <class T>
    constexpr void operator()(const T& value) {
        static_assert(require_printable_value<Record, T>::value);
        if constexpr (mapped_value<T>) nodes.leaf(literal_node(value));
    }
};

template <class Record, bool Named>
struct require_printed_values {
    static_assert(!Named,
                  "stoa[E288]: the query of a view has a named parameter, for which no argument could be given. "
                  "Write the value there.");
    static constexpr bool value = !Named;
};

/// The query of a view among the items of its definition.
template <class Record, table_kind Kind, class Query>
struct view_item {
    static constexpr table_kind kind = Kind;

    Query query;

    /// The nodes of the query with its values in the place of parameters.
    constexpr void emit(ast::builder& nodes) const {
        static_assert(require_printed_values<Record, has_named_parameter(statement_nodes<Query>)>::value);
        static_assert(is_well_formed<Query>);
        static_assert(require_constant_text<is_composed<Query>>::value);
        static_assert(is_portable<nodes_of_statement<Query>>);
        static_assert(require_lock_outside<is_locking(statement_nodes<Query>[0])>::value);
        static_assert(fills_record<Record, Query>());
        ast::builder values;
        value_printer<Record> print{values};
        query.parameters(print);
        for (const ast::node& node : statement_nodes<Query>)
            nodes.open(node.kind == ast::op::parameter ? values.nodes()[node.index] : node);
    }
};

/// What can be said of a view.
template <table_kind Kind, class Item>
inline constexpr bool is_item_of_view = std::is_same_v<Item, comment_item> || std::is_same_v<Item, naming_item>;

template <table_kind Kind, class... Columns>
inline constexpr bool is_item_of_view<Kind, primary_key_item<generation::none, Columns...>> = true;

template <table_kind Kind, class Column, class... Options>
inline constexpr bool is_item_of_view<Kind, column_item<Column, Options...>> =
    ((std::is_same_v<Options, name_option> || std::is_same_v<Options, comment_option>)&&...);

template <class Condition, class Included, class... Terms>
inline constexpr bool is_item_of_view<table_kind::materialized_view, index_item<Condition, Included, Terms...>> = true;

template <class Record, table_kind Kind, class Item>
struct require_item_of_view {
    static_assert(is_item_of_view<Kind, Item>,
                  "stoa[E332]: this cannot be said of a view, whose rows are those of its query. It has primary_key(…) "
                  "without generated(…), naming(…), comment(…), column(…).named(…) and .comment(…), and a "
                  "materialized view index(…).");
    static constexpr bool value = true;
};

template <class Record, table_kind Kind, class Query, class... Items>
constexpr auto define_view(std::string_view name, Query query, Items... items) {
    static_assert((require_item_of_view<Record, Kind, Items>::value && ...));
    static_assert((item_is_definable<Record, Items> && ...));
    static_assert(is_consistent<Record, Items...>);
    using query_item = view_item<Record, Kind, Query>;
    return definition<Record, query_item, Items...>{name, {{query_item{std::move(query)}}, {std::move(items)}...}};
}

} // namespace detail

/// Describes the view whose rows are `Record`: one column per expression of the query, in order, of equal type. Values
/// in the query are constants. `primary_key(...)` says what tells rows apart, for `find`; the database does not check
/// it. Assign it to `stoa::table<Record>`, behind the definitions of what the query reads.
/// SQL: `CREATE VIEW "name" ("a", "b") AS SELECT …`. See: docs/guide/views.md
template <record Record, query Query, class... Items>
constexpr auto view(std::string_view name, Query query, Items... items) {
    return detail::define_view<Record, table_kind::view>(name, std::move(query), std::move(items)...);
}

/// The same for a view that keeps its rows until `session::refresh` finds them again, and can have indexes. A
/// `primary_key(...)` is a unique index.
/// SQL: `CREATE MATERIALIZED VIEW …`; where there is none a table, filled when it is created.
template <record Record, query Query, class... Items>
constexpr auto materialized_view(std::string_view name, Query query, Items... items) {
    return detail::define_view<Record, table_kind::materialized_view>(name, std::move(query), std::move(items)...);
}

} // namespace stoa

#endif
