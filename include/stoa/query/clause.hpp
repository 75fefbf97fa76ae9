// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_CLAUSE_HPP
#define STOA_QUERY_CLAUSE_HPP

// Clauses of statements: each a small value that says which clause it is, emits its node and hands out its literals.
// A statement has a clause at most once.

#include "stoa/expression/assignment.hpp"
#include "stoa/expression/column.hpp"
#include "stoa/expression/literal.hpp"
#include "stoa/expression/order.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

enum class clause : std::uint8_t {
    none,
    select,
    distinct,
    where,
    group_by,
    having,
    order_by,
    limit,
    offset,
    lock,
    distinct_on,
    window,
    set,
    from,
    values,
    conflict,
    returning
};

/// All columns of a table of the query, read into its record.
template <class Source>
struct whole_record {
    using is_whole_record = void;
    using source_type = Source;
    using record_type = typename detail::source_traits<Source>::record_type;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        emit_columns(nodes, typename detail::record_columns<record_type>::types{});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}

private:
    /// What `column_of` emits, without a class for each column.
    template <class... Fields>
    static constexpr void emit_columns(ast::builder& nodes, detail::types<Fields...>) {
        ast::node column{.kind = ast::op::column,
                         .table = table_ref{&table_of<record_type>, record_name<record_type>},
                         .alias = detail::source_traits<Source>::alias};
        ((column.nullable = is_optional<Fields>, column.type = type_of<value_t<Fields>>, nodes.leaf(column),
          ++column.index),
         ...);
    }
};

/// A record among what else is selected: `select(whole<author>, count())`.
template <record Record>
inline constexpr whole_record<Record> whole{};

/// The same of a table under another name, or of a query in the FROM.
template <class Source>
constexpr whole_record<typename Source::source_type> whole_of(const Source&) {
    return {};
}

/// What a query can select.
template <class T>
concept selectable = expression<T> || requires { typename T::is_whole_record; };

namespace detail {

/// How many columns a term of a list is.
template <class Term>
inline constexpr std::size_t width_of = 1;

template <class Source>
inline constexpr std::size_t width_of<whole_record<Source>> = column_count<typename whole_record<Source>::record_type>;

} // namespace detail

/// Expressions side by side: what is selected, grouped by, ordered by, set or returned.
template <clause Kind, class... Terms>
struct list_clause {
    static constexpr clause kind = Kind;

    detail::pack<Terms...> terms;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::list});
        detail::emit_each<Terms...>(nodes, detail::part(self, &list_clause::terms));
        nodes.close(place, (std::size_t{0} + ... + detail::width_of<Terms>));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_each(terms, visit);
    }
};

/// One expression: a condition, or a number of rows.
template <clause Kind, class Term>
struct term_clause {
    static constexpr clause kind = Kind;

    Term term;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        Term::emit(nodes, detail::part(self, &term_clause::term));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        term.parameters(visit);
    }
};

template <class Row, class... Terms>
struct select_clause;

namespace detail {

/// The struct or record that a query reads its rows into, void where it reads values.
template <class Selection>
struct plain_row_of;

template <class Row, class... Terms>
struct plain_row_of<select_clause<Row, Terms...>> {
    using type = Row;
};

template <class Source>
struct plain_row_of<select_clause<void, whole_record<Source>>> {
    using type = typename whole_record<Source>::record_type;
};

/// The only expression that is selected, void where there are several or a record.
template <class Selection>
struct single_term_of {
    using type = void;
};

template <class Row, expression Term>
struct single_term_of<select_clause<Row, Term>> {
    using type = Term;
};

} // namespace detail

/// What is selected, together with the type each row is read into: `Row`, or void for the values themselves.
template <class Row, class... Terms>
struct select_clause : list_clause<clause::select, Terms...> {
    using plain_row = typename detail::plain_row_of<select_clause>::type;
    using single_term = typename detail::single_term_of<select_clause>::type;
};

/// SELECT DISTINCT.
struct distinct_clause {
    static constexpr clause kind = clause::distinct;

    // The select's own node says it.
    template <class Self>
    static constexpr void emit(ast::builder&, const Self&) {}

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

/// FOR UPDATE and FOR SHARE, of all tables or of one.
template <ast::row_lock Strength, ast::lock_wait Wait = ast::lock_wait::wait, class Of = void>
struct lock_clause {
    static constexpr clause kind = clause::lock;

    template <ast::lock_wait Other>
    using waiting = lock_clause<Strength, Other, Of>;

    static constexpr void describe(ast::node& select) {
        select.index = static_cast<std::uint16_t>(Strength);
        select.integer = static_cast<std::int64_t>(Wait);
        if constexpr (!std::is_void_v<Of>) select.table = table_ref{&table_of<Of>, record_name<Of>};
    }

    template <class Self>
    static constexpr void emit(ast::builder&, const Self&) {}

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

namespace detail {

/// The place of the clause of this kind, the number of clauses where there is none.
template <class... Clauses>
constexpr std::size_t find_clause(clause kind) {
    constexpr clause kinds[] = {Clauses::kind..., clause::none};
    std::size_t at = 0;
    while (at != sizeof...(Clauses) && kinds[at] != kind) ++at;
    return at;
}

/// The clause at a place; `Otherwise` behind the last.
template <std::size_t At, class Otherwise, class... Clauses>
struct clause_at {
    using type = pack_element_t<At, pack<Clauses...>>;
};

template <std::size_t At, class Otherwise, class... Clauses>
    requires(At == sizeof...(Clauses))
struct clause_at<At, Otherwise, Clauses...> {
    using type = Otherwise;
};

template <clause Kind, class Otherwise, class... Clauses>
using clause_or = typename clause_at<find_clause<Clauses...>(Kind), Otherwise, Clauses...>::type;

/// Emits the clauses of these kinds, in this order; for one that is not there a node that says so. `Self` is the pack
/// of clauses.
template <clause... Kinds, class... Clauses, class Self>
constexpr void emit_clauses(ast::builder& nodes, types<Clauses...>, const Self& clauses) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        for ([[maybe_unused]] clause kind : {Kinds...}) {
            bool is_there = false;
            ((Clauses::kind == kind ? (is_there = true, Clauses::emit(nodes, element<I>(clauses))) : void()), ...);
            if (!is_there) nodes.leaf({.kind = ast::op::none});
        }
    }(std::index_sequence_for<Clauses...>{});
}

/// Hands out the literals of the clauses of these kinds, in this order.
template <clause... Kinds, std::size_t... I, class... Clauses, class Visitor>
constexpr void visit_clauses(const basic_pack<std::index_sequence<I...>, Clauses...>& clauses, Visitor& visit) {
    if constexpr (sizeof...(Clauses) != 0)
        for ([[maybe_unused]] clause kind : {Kinds...})
            ((Clauses::kind == kind ? static_cast<const pack_slot<I, Clauses>&>(clauses).value.parameters(visit)
                                    : void()),
             ...);
}

/// Emits one column of a table, by its position.
constexpr void emit_table_column(ast::builder& nodes, table_ref table, std::size_t column,
                                 ast::op kind = ast::op::column, std::string_view alias = {}) {
    const column_def& def = table().columns[column];
    nodes.leaf({.kind = kind,
                .nullable = def.nullable,
                .index = static_cast<std::uint16_t>(column),
                .type = def.type,
                .table = table,
                .alias = alias});
}

} // namespace detail
} // namespace stoa

#endif
