// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_INSERT_HPP
#define STOA_QUERY_INSERT_HPP

// INSERT of some columns, or of what a query finds, with what happens to a row that is there already. Whole records
// are inserted by the session.

#include "stoa/expression/logic.hpp"
#include "stoa/query/record_statements.hpp"
#include "stoa/query/returning.hpp"
#include "stoa/query/row.hpp"

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

/// The value that the row that could not be inserted has in this column; only in `do_update`.
/// SQL: `excluded."a"`.
template <class Record, std::size_t Index>
struct excluded_column : value_members<excluded_column<Record, Index>> {
    using is_expression = void;
    using value_type = value_t<column_field_t<Record, Index>>;
    static constexpr bool nullable = is_optional<column_field_t<Record, Index>>;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        nodes.leaf({.kind = ast::op::excluded,
                    .nullable = nullable,
                    .index = static_cast<std::uint16_t>(Index),
                    .type = type_of<value_type>,
                    .table = table_ref{&table_of<Record>, record_name<Record>}});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

template <class Record, std::size_t Index>
constexpr excluded_column<Record, Index> excluded(column_of<Record, Index>) {
    return {};
}

/// The columns that are given, and one value for each.
template <class... Assignments>
struct values_clause {
    static constexpr clause kind = clause::values;

    detail::pack<Assignments...> assignments;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const auto& given = detail::part(self, &values_clause::assignments);
        const std::size_t columns = nodes.open({.kind = ast::op::list});
        (Assignments::column_type::emit(nodes, only_shape{}), ...);
        nodes.close(columns, sizeof...(Assignments));
        const std::size_t values = nodes.open({.kind = ast::op::list});
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (Assignments::emit_value(nodes, detail::element<I>(given)), ...);
        }(std::index_sequence_for<Assignments...>{});
        nodes.close(values, sizeof...(Assignments));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_each(assignments, visit);
    }
};

/// The columns that are given, and the query whose rows are inserted.
template <class Query, class... Columns>
struct rows_clause {
    static constexpr clause kind = clause::values;

    Query query;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t columns = nodes.open({.kind = ast::op::list});
        (Columns::emit(nodes, only_shape{}), ...);
        nodes.close(columns, sizeof...(Columns));
        Query::emit(nodes, detail::part(self, &rows_clause::query));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        query.parameters(visit);
    }
};

/// What happens to a row whose `Target` is there already: nothing, or an update of the row that is there.
template <class Target, class Assignments, class Condition>
struct conflict_clause;

template <class... Target, class... Assignments, class Condition>
struct conflict_clause<detail::types<Target...>, detail::types<Assignments...>, Condition> {
    static constexpr clause kind = clause::conflict;

    detail::pack<Assignments...> assignments;
    Condition condition;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::conflict});
        if constexpr (sizeof...(Target) == 0) {
            nodes.leaf({.kind = ast::op::none});
        } else {
            const std::size_t target = nodes.open({.kind = ast::op::list});
            (Target::emit(nodes, only_shape{}), ...);
            nodes.close(target, sizeof...(Target));
        }
        const std::size_t set = nodes.open({.kind = ast::op::list});
        detail::emit_each<Assignments...>(nodes, detail::part(self, &conflict_clause::assignments));
        nodes.close(set, sizeof...(Assignments));
        Condition::emit(nodes, detail::part(self, &conflict_clause::condition));
        nodes.close(place, 3);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_each(assignments, visit);
        condition.parameters(visit);
    }
};

namespace detail {

/// Whether these columns are the primary key or a unique key of the table, in any order.
template <class Record>
consteval bool is_key(column_list columns) {
    const auto same = [&](const column_list& key) {
        if (key.size() != columns.size()) return false;
        for (std::uint16_t column : key)
            if (!contains(columns, column)) return false;
        return true;
    };
    const table_def& table = table_of<Record>();
    if (same(table.primary_key)) return true;
    for (const unique_def& key : table.uniques)
        if (!key.nulls_equal && same(key.columns)) return true;
    for (const index_def& index : table.indexes)
        if (index.unique && index.predicate.empty() && index.terms[0].arity == index.columns.size() &&
            same(index.columns))
            return true;
    return false;
}

template <class Record, class... Columns>
struct require_key_of {
    static_assert((std::is_same_v<Record, typename Columns::source_type> && ...),
                  "stoa[E212]: the conflict target names columns of another record.");
    static_assert(
        is_key<Record>(list_of<Columns...>()),
        "stoa[E212]: an upsert recognises a row by a key, and these columns are not one. Name the columns of the "
        "primary key, of a unique(...) or of a unique index.");
    static constexpr bool value = true;
};

/// The first column that has to be given and is not; empty where there is none.
template <class Record>
constexpr std::string_view missing_column(const column_list& given) {
    const table_def& table = table_of<Record>();
    for (std::size_t i = 0; i != table.columns.size(); ++i) {
        const column_def& column = table.columns[i];
        const bool is_filled = column.nullable || !column.default_value.empty() || !column.computed.empty() ||
                               column.generated == generation::identity || column.generated == generation::now;
        if (!is_filled && !contains(given, i)) return column.name;
    }
    return {};
}

template <class Record, fixed_string Column>
struct require_given_column {
    static_assert(Column.size() == 0,
                  "stoa[E240]: an insert leaves out a column that cannot be NULL, has no default and is not counted by "
                  "the database. Give it a value.");
    static constexpr bool value = true;
};

template <class Record, class... Columns>
inline constexpr bool gives_enough = [] {
    constexpr std::string_view missing = missing_column<Record>(list_of<Columns...>());
    return require_given_column<Record, fixed_string<missing.size()>::copy_of(missing)>::value;
}();

/// Whether values of the column come from outside.
constexpr bool is_given(const column_def& column) {
    return column.computed.empty() && column.generated != generation::identity;
}

template <class Assignment>
struct require_whole_value {
    static constexpr bool value = requires { &Assignment::template emit_value<only_shape>; };
    static_assert(value,
                  "stoa[E266]: an insert gives a value to a whole column; there is no document yet to put something "
                  "into. Give the column a document.");
};

template <class Record, class... Columns>
struct require_insertable {
    static_assert((std::is_same_v<Record, typename Columns::source_type> && ...),
                  "stoa[E201]: an insert gives values to columns of its own table.");
    static_assert(
        (is_given(table_of<Record>().columns[Columns::index]) && ...),
        "stoa[E241]: this column's values are the database's: it is computed from others, or counted. Leave it "
        "out, or insert a whole record to give an identity of your own.");
    static constexpr bool value = gives_enough<Record, Columns...>;
};

/// Whether a query selects one expression for each column, which the column can store.
template <class Query, class Selection, class... Columns>
inline constexpr bool fits_columns = false;

template <class Query, class Row, class... Terms, class... Columns>
    requires(sizeof...(Terms) == sizeof...(Columns) && (expression<Terms> && ...))
inline constexpr bool fits_columns<Query, select_clause<Row, Terms...>, Columns...> = [] {
    std::size_t n = 0;
    const auto fits = [&](bool comparable, bool nullable) {
        const bool can_be_null = presence_of<Query>[n++].nullable;
        return comparable && (nullable || !can_be_null);
    };
    return (fits(comparable_values<Columns, Terms>(), Columns::nullable) && ...);
}();

template <class Query, class... Columns>
struct require_fitting_rows {
    static_assert(fits_columns<Query, typename Query::selection, Columns...>,
                  "stoa[E242]: the query does not select what the columns store. Let it select one expression for each "
                  "column, of its type, and none that can be NULL for a column that cannot.");
    static constexpr bool value = true;
};

} // namespace detail

/// What is said behind `on_conflict(...)`.
template <class Statement, class... Target>
struct conflict_start {
    Statement statement;

    /// Leaves the row that is there as it is.
    constexpr auto do_nothing() const {
        return statement.with(conflict_clause<detail::types<Target...>, detail::types<>, detail::nothing>{});
    }

    /// Changes the row that is there; `excluded(column)` is the value that could not be inserted.
    /// SQL: `DO UPDATE SET "a" = excluded."a"`.
    template <class... Assignments>
        requires(sizeof...(Assignments) != 0 && sizeof...(Target) != 0)
    constexpr auto do_update(Assignments... assignments) const {
        return statement.with(conflict_clause<detail::types<Target...>, detail::types<Assignments...>, detail::nothing>{
            {{std::move(assignments)}...}, {}});
    }

    /// The same, only where `condition` is true of the row that is there.
    template <predicate Condition, class... Assignments>
        requires(sizeof...(Assignments) != 0 && sizeof...(Target) != 0)
    constexpr auto do_update_where(Condition condition, Assignments... assignments) const {
        return statement.with(conflict_clause<detail::types<Target...>, detail::types<Assignments...>, Condition>{
            {{std::move(assignments)}...}, std::move(condition)});
    }
};

template <class Record, class... Clauses>
struct insert_statement : change_members<insert_statement, Record, Clauses...> {
    detail::pack<Clauses...> clauses;

    /// Says what happens to a row that has the same values in `columns`, a key of the table, as one that is there.
    template <column_expression... Columns>
    constexpr auto on_conflict(Columns...) const {
        if constexpr (sizeof...(Columns) != 0) static_assert(detail::require_key_of<Record, Columns...>::value);
        return conflict_start<insert_statement, Columns...>{*this};
    }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const auto& given = detail::part(self, &insert_statement::clauses);
        const std::size_t place =
            nodes.open({.kind = ast::op::insert, .table = table_ref{&table_of<Record>, record_name<Record>}});
        detail::emit_clauses<clause::values, clause::conflict, clause::returning>(nodes, detail::types<Clauses...>{},
                                                                                  given);
        nodes.close(place, 4);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_clauses<clause::values, clause::conflict, clause::returning>(clauses, visit);
    }

private:
    template <class, class...>
    friend struct conflict_start;
    using change_members<insert_statement, Record, Clauses...>::with;
};

template <class Record, class... Columns>
struct insert_start {
    /// One row: the columns that are set, everything else its default. None at all: a row of defaults.
    /// SQL: `INSERT INTO "t" ("a", "b") VALUES ($1, $2)`.
    template <class... Assignments>
        requires(sizeof...(Columns) == 0)
    constexpr auto values(Assignments... assignments) const {
        static_assert((detail::require_whole_value<Assignments>::value && ...));
        static_assert(detail::require_insertable<Record, typename Assignments::column_type...>::value);
        return insert_statement<Record, values_clause<Assignments...>>{{}, {{{{{std::move(assignments)}...}}}}};
    }

    /// The rows of a query, which selects one expression for each of the columns.
    /// SQL: `INSERT INTO "t" ("a", "b") SELECT …`.
    template <query Query>
        requires(sizeof...(Columns) != 0)
    constexpr auto from(Query query) const {
        static_assert(detail::require_insertable<Record, Columns...>::value);
        static_assert(detail::require_fitting_rows<Query, Columns...>::value);
        return insert_statement<Record, rows_clause<Query, Columns...>>{{}, {{{std::move(query)}}}};
    }
};

/// Begins an INSERT into the table of `Record`, of one row.
/// Example: insert_into<book>().values(col<&book::title> = "Iliad", col<&book::price> = 5).returning(col<&book::id>)
template <record Record>
constexpr insert_start<Record> insert_into() {
    return {};
}

/// Begins an INSERT of the rows of a query into these columns.
/// Example: insert_into(col<&archive::id>, col<&archive::title>).from(from<book>().select(…))
template <column_expression First, column_expression... Rest>
constexpr insert_start<typename First::record_type, First, Rest...> insert_into(First, Rest...) {
    return {};
}

} // namespace stoa

#endif
