// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_SELECT_HPP
#define STOA_QUERY_SELECT_HPP

// SELECT, from its first word `from<record>()` to its last `.offset(n)`. A query is a value: its type says what it
// asks, its members hold the values to bind.

#include "stoa/core/error.hpp"
#include "stoa/expression/logic.hpp"
#include "stoa/query/clause.hpp"
#include "stoa/query/join.hpp"

#include <cstddef>
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>

namespace stoa {

template <class Sources, class... Clauses>
struct select_statement;

namespace detail {

/// What a row of `Terms` is read into: the value itself of a single one, else a tuple.
template <class... Terms>
struct row_of {
    using type = std::tuple<result_t<Terms>...>;
};

template <class Term>
struct row_of<Term> {
    using type = result_t<Term>;
};

template <class Record, class... More>
struct row_of_records {
    using type = std::tuple<Record, More...>;
};

template <class Record>
struct row_of_records<Record> {
    using type = Record;
};

/// Whether all databases sort the values of the term alike.
template <class Ordering>
inline constexpr bool sorts_alike = !mapped_array<value_type_t<typename Ordering::expression_type>>;

constexpr literal<std::int64_t> row_number(std::int64_t rows) {
    if (rows < 0) raise(errc::out_of_range, "limit and offset count rows; give them 0 or more.");
    return {rows};
}

} // namespace detail

/// A query over `Sources`, a tuple of tables; made by `from`.
template <class... Sources, class... Clauses>
struct select_statement<std::tuple<Sources...>, Clauses...> {
    using is_query = void;

    std::tuple<Sources...> sources;
    std::tuple<Clauses...> clauses;

    /// Joins the table of `Record` along the one foreign key between it and the tables before.
    /// SQL: `JOIN "t" ON "t"."a" = "u"."b"`.
    template <record Record>
    constexpr auto join() const {
        static_assert(!has_source<Record>,
                      "stoa[E213]: this table is part of the query already, and can be only once.");
        static_assert(detail::require_foreign_key<Record, typename Sources::record_type...>::value);
        return with_source(join_by_key<Record, typename Sources::record_type...>{});
    }

    /// Joins the table of `Record` where `condition` is true.
    template <record Record, predicate Condition>
    constexpr auto join(Condition condition) const {
        static_assert(!has_source<Record>,
                      "stoa[E213]: this table is part of the query already, and can be only once.");
        return with_source(join_on<Record, Condition>{std::move(condition)});
    }

    /// Reads these expressions instead of whole records: one as its value, several as a tuple.
    template <expression... Terms>
        requires(sizeof...(Terms) != 0)
    constexpr auto select(Terms... terms) const {
        return with_selection<typename detail::row_of<Terms...>::type>(std::move(terms)...);
    }

    /// Reads these expressions into the members of the struct `Row`, in order.
    template <class Row, expression... Terms>
    constexpr auto select_as(Terms... terms) const {
        static_assert(
            requires { Row{std::declval<result_t<Terms>>()...}; },
            "stoa[E208]: the struct cannot be made from these expressions in this order. Give it one member per "
            "expression, of its type, and std::optional where the expression can be NULL.");
        return with_selection<Row>(std::move(terms)...);
    }

    /// Leaves out rows equal to another. SQL: `SELECT DISTINCT`.
    constexpr auto distinct() const { return with(distinct_clause{}); }

    /// Keeps the rows for which `condition` is true; called again, for which both are.
    template <predicate Condition>
    constexpr auto where(Condition condition) const {
        return with_condition<clause::where>(std::move(condition));
    }

    template <expression... Terms>
    constexpr auto group_by(Terms... terms) const {
        return with(list_clause<clause::group_by, Terms...>{{std::move(terms)...}});
    }

    /// Keeps the groups for which `condition` is true; called again, for which both are.
    template <predicate Condition>
    constexpr auto having(Condition condition) const {
        return with_condition<clause::having>(std::move(condition));
    }

    /// Sorts the rows, by expressions in `asc` (the default) or `desc`. NULL counts as larger than every value.
    template <ordering_term... Terms>
    constexpr auto order_by(Terms... terms) const {
        static_assert((detail::sorts_alike<decltype(detail::as_ordering(terms))> && ...),
                      "stoa[E202]: databases sort arrays each in its own way. Sort by another column, or by the number "
                      "of elements, cardinality(column).");
        return with(list_clause<clause::order_by, decltype(detail::as_ordering(terms))...>{
            {detail::as_ordering(std::move(terms))...}});
    }

    /// At most `rows` rows, 0 or more. Throws: mapping_error (out_of_range) for a negative number.
    constexpr auto limit(std::int64_t rows) const {
        return with(term_clause<clause::limit, literal<std::int64_t>>{detail::row_number(rows)});
    }

    /// Skips the first `rows` rows. Throws: mapping_error (out_of_range) for a negative number.
    constexpr auto offset(std::int64_t rows) const {
        return with(term_clause<clause::offset, literal<std::int64_t>>{detail::row_number(rows)});
    }

    /// Whether the query has the clause.
    template <clause Kind>
    static constexpr bool has = detail::find_clause<Kind, Clauses...>() != sizeof...(Clauses);

    static constexpr void emit(ast::builder& nodes) {
        using detail::emit_clause;
        const std::size_t place = nodes.open({.kind = ast::op::select, .distinct = has<clause::distinct>});
        emit_selection(nodes);
        const std::size_t from = nodes.open({.kind = ast::op::list});
        (Sources::emit(nodes), ...);
        nodes.close(from, sizeof...(Sources));
        emit_clause<clause::where, Clauses...>(nodes);
        emit_clause<clause::group_by, Clauses...>(nodes);
        emit_clause<clause::having, Clauses...>(nodes);
        emit_clause<clause::order_by, Clauses...>(nodes);
        emit_clause<clause::limit, Clauses...>(nodes);
        emit_clause<clause::offset, Clauses...>(nodes);
        nodes.close(place, 8);
    }

    /// Hands out the literals in the order of their parameters.
    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        using detail::visit_clause;
        visit_clause<clause::select>(clauses, visit);
        std::apply([&](const auto&... each) { (each.parameters(visit), ...); }, sources);
        visit_clause<clause::where>(clauses, visit);
        visit_clause<clause::group_by>(clauses, visit);
        visit_clause<clause::having>(clauses, visit);
        visit_clause<clause::order_by>(clauses, visit);
        visit_clause<clause::limit>(clauses, visit);
        visit_clause<clause::offset>(clauses, visit);
    }

private:
    template <class Record>
    static constexpr bool has_source = (std::is_same_v<Record, typename Sources::record_type> || ...);

    static constexpr std::size_t count = sizeof...(Clauses);

    template <clause Kind>
    static constexpr std::size_t place_of = detail::find_clause<Kind, Clauses...>();

    static constexpr void emit_selection(ast::builder& nodes) {
        if constexpr (has<clause::select>) {
            detail::emit_clause<clause::select, Clauses...>(nodes);
        } else {
            const std::size_t place = nodes.open({.kind = ast::op::list});
            (detail::emit_columns<typename Sources::record_type>(nodes), ...);
            nodes.close(place, (column_count<typename Sources::record_type> + ...));
        }
    }

    template <class Clause>
    constexpr auto with(Clause clause) const {
        static_assert(!has<Clause::kind>,
                      "stoa[E209]: this clause stands in the query already. Say it once, with everything it needs.");
        return std::apply(
            [&](const auto&... each) {
                return select_statement<std::tuple<Sources...>, Clauses..., Clause>{sources,
                                                                                    {each..., std::move(clause)}};
            },
            clauses);
    }

    template <class Source>
    constexpr auto with_source(Source source) const {
        return std::apply(
            [&](const auto&... each) {
                return select_statement<std::tuple<Sources..., Source>, Clauses...>{{each..., std::move(source)},
                                                                                    clauses};
            },
            sources);
    }

    template <class Row, class... Terms>
    constexpr auto with_selection(Terms... terms) const {
        return with(select_clause<Row, Terms...>{{{std::move(terms)...}}});
    }

    template <clause Kind, class Condition>
    constexpr auto with_condition(Condition condition) const {
        if constexpr (!has<Kind>) {
            return with(term_clause<Kind, Condition>{std::move(condition)});
        } else {
            // The combined condition takes the place of the first one.
            auto both = std::get<place_of<Kind>>(clauses).term && std::move(condition);
            using combined = term_clause<Kind, decltype(both)>; // g++ 12 takes it for a reference within the lambda
            return [&]<std::size_t... I>(std::index_sequence<I...>) {
                const auto pick = [&]<std::size_t N>() {
                    if constexpr (N == place_of<Kind>)
                        return combined{both};
                    else
                        return std::get<N>(clauses);
                };
                return select_statement<std::tuple<Sources...>, decltype(pick.template operator()<I>())...>{
                    sources, {pick.template operator()<I>()...}};
            }(std::make_index_sequence<count>{});
        }
    }
};

/// A query.
template <class Q>
concept query = requires { typename std::remove_cvref_t<Q>::is_query; };

/// Begins a query over the table of `Record`. Without a `select` it reads whole records; of a join, tuples of them.
/// Example: from<book>().where(col<&book::price> < limit).order_by(desc(col<&book::title>)).limit(10)
template <record Record>
constexpr auto from() {
    return select_statement<std::tuple<source<Record>>>{};
}

namespace detail {

template <class Query>
struct query_row;

template <class... Sources, class... Clauses>
struct query_row<select_statement<std::tuple<Sources...>, Clauses...>> {
    static consteval auto find() {
        constexpr std::size_t at = find_clause<clause::select, Clauses...>();
        if constexpr (at == sizeof...(Clauses))
            return std::type_identity<typename row_of_records<typename Sources::record_type...>::type>{};
        else
            return std::type_identity<typename std::tuple_element_t<at, std::tuple<Clauses...>>::row_type>{};
    }
    using type = typename decltype(find())::type;
};

} // namespace detail

/// What one row of the query is read into.
template <query Query>
using row_t = typename detail::query_row<std::remove_cvref_t<Query>>::type;

} // namespace stoa

#endif
