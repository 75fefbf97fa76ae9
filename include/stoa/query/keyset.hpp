// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_KEYSET_HPP
#define STOA_QUERY_KEYSET_HPP

// Pages that continue behind a row instead of counting rows: `after`, and the cursor that says where a page ended.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/logic.hpp"
#include "stoa/expression/row_value.hpp"
#include "stoa/query/keys.hpp"
#include "stoa/query/row.hpp"
#include "stoa/query/select.hpp"
#include "stoa/types/columns.hpp"

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace stoa {

/// Where a page ended: the values of the columns its query is sorted by, in that order. Made by `cursor_of`, or by hand
/// from values that came from elsewhere.
template <class... Values>
struct cursor {
    std::tuple<Values...> values;
};

template <class... Values>
cursor(std::tuple<Values...>) -> cursor<Values...>;

namespace detail {

/// Finds what is wrong with an order that a page is to continue.
struct keyset_faults {
    std::size_t unfit = 0;   ///< a term that is no column that always has a value with an order
    std::size_t source = 0;  ///< a table of which rows are not told apart
    std::size_t missing = 0; ///< the column of its primary key that is not sorted by
    bool has_no_key = false; ///< it has no primary key

    constexpr explicit keyset_faults(ast::view nodes) {
        const std::size_t order = ast::child(nodes, 0, ast::select_part::order_by);
        if (nodes[order].kind != ast::op::list) return;
        ast::for_each_child(nodes, order, [&](std::size_t term) {
            const ast::node& column = nodes[term + 1];
            const bool has_order = column.type.kind != type_kind::json && column.type.kind != type_kind::array;
            const bool fits = nodes[term].kind != ast::op::composed && column.kind == ast::op::column && has_order &&
                              !column.nullable;
            if (unfit == 0 && !fits) unfit = nodes[term].kind == ast::op::composed ? term : term + 1;
        });
        if (unfit != 0) return;
        const sorted_keys keys(nodes, 0);
        if (keys.first_untold() == nodes.size()) return;
        source = keys.first_untold();
        const column_list& key = nodes[source].table().primary_key;
        has_no_key = nodes[source].kind != ast::op::table || key.size() == 0;
        for (std::size_t n = key.size(); n != 0; --n)
            if (!keys.is_sorted_by(nodes[source], key[n - 1])) missing = key[n - 1];
    }
};

template <fixed_string Term>
struct require_columns_to_continue {
    static_assert(
        Term.size() == 0,
        "stoa[E276]: a page cannot continue behind a value of this: it can be NULL, or is no column, or has no "
        "order that all databases agree on. Sort by columns that always have a value, or count "
        "rows with offset(n).");
    static constexpr bool value = true;
};

template <fixed_string Table, fixed_string Column, bool HasNoKey>
struct require_order_by_key {
    static_assert(Table.size() == 0 || !HasNoKey,
                  "stoa[E277]: nothing tells the rows of this table or query apart, so that a page could not continue "
                  "behind one of several that are sorted alike. Give the table a primary key and sort by it.");
    static_assert(
        Table.size() == 0 || HasNoKey,
        "stoa[E277]: rows of this table can be sorted alike, so that a page could not continue behind one of "
        "them. Let the order end with its primary key, of which this column is missing, or with other columns "
        "that are unique and always have a value.");
    static constexpr bool value = true;
};

/// Whether pages of the query can continue; does not compile where they cannot.
template <class Query>
consteval bool can_continue() {
    constexpr ast::view nodes = statement_nodes<Query>;
    constexpr keyset_faults found(statement_nodes<Query>);
    if constexpr (found.unfit != 0) {
        constexpr std::string_view term = culprit_name(nodes[found.unfit]);
        return require_columns_to_continue<fixed_string<term.size()>::copy_of(term)>::value;
    } else if constexpr (found.source != 0) {
        constexpr std::string_view table = culprit_name(nodes[found.source]);
        constexpr std::string_view column = nodes[found.source].table().columns[found.missing].name;
        return require_order_by_key<fixed_string<table.size()>::copy_of(table),
                                    fixed_string<column.size()>::copy_of(column), found.has_no_key>::value;
    } else {
        return true;
    }
}

template <class V>
concept value_by_name = expression<V> && requires { std::remove_cvref_t<V>::kept_name; };

/// A value beside the column of one term, at hand or given by name.
template <class Term, class V>
concept continues =
    (!expression<V> && has_literal<value_type_t<typename Term::expression_type>, V> && !is_optional_value<V>) ||
    (value_by_name<V> && comparable_values<typename Term::expression_type, V>() && !std::remove_cvref_t<V>::nullable);

template <std::size_t Terms, std::size_t Values, bool Fit>
struct require_values_of_order {
    static_assert(Terms == Values && Fit,
                  "stoa[E278]: after(...) takes one value for every term of the order, in its order, each of the "
                  "column's own C++ type, or a cursor of this query.");
    static constexpr bool value = Terms == Values && Fit;
};

template <class Order, class... Values>
inline constexpr bool values_continue = false;

template <class... Terms, class... Values>
    requires(sizeof...(Terms) == sizeof...(Values))
inline constexpr bool values_continue<list_clause<clause::order_by, Terms...>, Values...> =
    (continues<Terms, Values> && ...);

// Terms that are all ascending or all descending are compared as rows, which an index answers. Else each term decides
// where those before are equal, behind a first condition that an index answers as well.

template <class... Terms>
inline constexpr bool one_direction = ((Terms::is_descending && ...) || (!Terms::is_descending && ...));

template <class Term>
inline constexpr ast::op beyond = Term::is_descending ? ast::op::less : ast::op::greater;

template <class Term>
inline constexpr ast::op not_before = Term::is_descending ? ast::op::less_equal : ast::op::greater_equal;

template <class Term, class Operand>
constexpr auto behind_terms(const Term& term, const Operand& value) {
    return comparison<beyond<Term>>(term.expression, value);
}

template <class Term, class Operand, class... More>
constexpr auto behind_terms(const Term& term, const Operand& value, const More&... more) {
    return comparison<not_before<Term>>(term.expression, value) &&
           (comparison<beyond<Term>>(term.expression, value) ||
            (comparison<ast::op::equal>(term.expression, value) && behind_terms(more...)));
}

template <class... Elements>
constexpr auto row_of(Elements... elements) {
    return row_value<Elements...>{{{std::move(elements)}...}};
}

template <class First, class... Terms, class Values>
constexpr auto behind_values(const pack<First, Terms...>& order, const Values& values) {
    if constexpr (sizeof...(Terms) == 0) {
        return behind_terms(get<0>(order), std::get<0>(values));
    } else if constexpr (one_direction<First, Terms...>) {
        return order.apply([&](const auto&... term) {
            return comparison<beyond<First>>(row_of(term.expression...),
                                             std::apply([](const auto&... each) { return row_of(each...); }, values));
        });
    } else {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return std::apply([](const auto&... each) { return behind_terms(each...); },
                              std::tuple_cat(std::tie(get<I>(order), std::get<I>(values))...));
        }(std::index_sequence_for<First, Terms...>{});
    }
}

template <class Query, class Order, class... Values>
constexpr auto behind_row(const Order& order, const Values&... values) {
    if constexpr (require_values_of_order<decltype(order.terms)::size, sizeof...(Values),
                                          values_continue<Order, const Values&...>>::value) {
        if constexpr (can_continue<Query>()) {
            return [&]<std::size_t... I>(std::index_sequence<I...>) {
                return behind_values(
                    order.terms,
                    std::tuple{as_operand<value_type_t<decltype(get<I>(order.terms).expression)>>(values)...});
            }(std::index_sequence_for<Values...>{});
        }
    }
}

template <class Query, class Order, class... Values>
constexpr auto behind_row(const Order& order, const cursor<Values...>& end) {
    return std::apply([&](const Values&... values) { return behind_row<Query>(order, values...); }, end.values);
}

template <class Query, class Order, class... Values>
constexpr auto behind(const Query&, const Order& order, const Values&... values) {
    return behind_row<Query>(order, values...);
}

template <class Query>
struct order_of;

template <class... Sources, class... Clauses>
struct order_of<select_statement<types<Sources...>, Clauses...>> {
    static_assert(find_clause<Clauses...>(clause::order_by) != sizeof...(Clauses),
                  "stoa[E278]: a cursor is made of what a query is sorted by, and this one "
                  "is not. Give it an order_by(...) with all of a key.");
    using type = clause_or<clause::order_by, list_clause<clause::order_by>, Clauses...>;
};

/// The place of a column among what is selected, be it by itself or as part of its record.
template <class Column, class... Terms>
consteval std::size_t place_of_column() {
    std::size_t n = 0;
    std::size_t found = sizeof...(Terms);
    const auto look = [&](bool is_there) {
        if (is_there && found == sizeof...(Terms)) found = n;
        ++n;
    };
    (look(std::is_same_v<Terms, Column> || std::is_same_v<Terms, whole_record<typename Column::source_type>>), ...);
    return found;
}

template <class Column, bool Selected>
struct require_selected_column {
    static_assert(Selected,
                  "stoa[E279]: a cursor is made of a row, and this column of the order is not selected. Select "
                  "it as well, or give its value to after(...) yourself.");
    static constexpr bool value = Selected;
};

/// What a row of the query has in the term `N` of what is selected.
template <class Query, std::size_t N>
constexpr const auto& field_of_row(const row_t<Query>& row) {
    if constexpr (query_row<Query>::is_plain_row)
        return reflection::get<N>(row);
    else if constexpr (query_row<Query>::terms == 1)
        return row;
    else
        return std::get<N>(row);
}

template <class Query, class Column, class Row, class... Terms>
constexpr auto value_in_row(const row_t<Query>& row, std::type_identity<select_clause<Row, Terms...>>) {
    constexpr std::size_t place = place_of_column<Column, Terms...>();
    if constexpr (require_selected_column<Column, place != sizeof...(Terms)>::value) {
        const auto& field = field_of_row<Query, place>(row);
        if constexpr (!expression<pack_element_t<place, pack<Terms...>>>)
            return column_field<Column::index>(field);
        else if constexpr (is_optional<std::remove_cvref_t<decltype(field)>>)
            return field.value(); // of a struct that has room for NULL
        else
            return field;
    }
}

template <class Query, class... Terms>
constexpr auto cursor_in_row(const row_t<Query>& row, std::type_identity<list_clause<clause::order_by, Terms...>>) {
    using selection = std::type_identity<typename Query::selection>;
    return cursor{std::tuple{value_in_row<Query, typename Terms::expression_type>(row, selection{})...}};
}

} // namespace detail

/// Where a page that ends with `row` ended, for `after`. The row has all columns that the query is sorted by.
/// Example: auto last = cursor_of(page, books.back()); … db.all(page.after(last))
template <query Query>
constexpr auto cursor_of(const Query&, const row_t<Query>& row) {
    if constexpr (detail::can_continue<Query>())
        return detail::cursor_in_row<Query>(row, std::type_identity<typename detail::order_of<Query>::type>{});
}

} // namespace stoa

#endif
