// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_SELECT_HPP
#define STOA_QUERY_SELECT_HPP

// SELECT, from its first word `from<record>()` to its last `.offset(n)`. A query is a value: its type says what it
// asks, its members hold the values to bind.

#include "stoa/expression/grouping_sets.hpp"
#include "stoa/expression/logic.hpp"
#include "stoa/expression/named_window.hpp"
#include "stoa/query/clause.hpp"
#include "stoa/query/join.hpp"
#include "stoa/query/selection.hpp"
#include "stoa/query/source.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace stoa {

template <class Sources, class... Clauses>
struct select_statement;

namespace detail {

/// The condition of the rows behind the one with these values; see keyset.hpp.
template <class Query, class Order, class... Values>
constexpr auto behind(const Query& query, const Order& order, const Values&... values);

} // namespace detail

/// A query over `Sources`, a list of tables; made by `from`.
template <class... Sources, class... Clauses>
struct select_statement<detail::types<Sources...>, Clauses...>
    : join_members<select_statement<detail::types<Sources...>, Clauses...>> {
private:
    using all_records = select_clause<void, whole_record<typename Sources::source_type>...>;

    template <clause Kind>
    static constexpr std::size_t place_of = detail::find_clause<Clauses...>(Kind);
    using lock_type = detail::clause_or<clause::lock, void, Clauses...>;

public:
    using is_query = void;
    /// What is selected: all of the tables unless `select` says otherwise.
    using selection = detail::clause_or<clause::select, all_records, Clauses...>;

    detail::pack<Sources...> sources;
    detail::pack<Clauses...> clauses;

    /// Reads these expressions instead of whole records: one as its value, several as a tuple.
    template <selectable... Terms>
        requires(sizeof...(Terms) != 0)
    constexpr auto select(Terms... terms) const {
        return with(select_clause<void, Terms...>{{{{std::move(terms)}...}}});
    }

    /// Reads whole records of some of the tables.
    template <record... Records>
        requires(sizeof...(Records) != 0)
    constexpr auto select() const {
        return select(whole_record<Records>{}...);
    }

    /// Reads these expressions into the members of the struct `Row`, in order.
    template <class Row, selectable... Terms>
        requires(sizeof...(Terms) != 0)
    constexpr auto select_as(Terms... terms) const {
        return with(select_clause<Row, Terms...>{{{{std::move(terms)}...}}});
    }

    /// Leaves out rows equal to another. SQL: `SELECT DISTINCT`.
    constexpr auto distinct() const { return with(distinct_clause{}); }

    /// Keeps the first row, in the query's order, of those that are equal in these expressions; needs an `order_by`
    /// that says which that is. SQL: `… WHERE row_number() OVER (PARTITION BY keys ORDER BY …) = 1`, over a subquery.
    template <expression... Keys>
        requires(sizeof...(Keys) != 0)
    constexpr auto distinct_on(Keys... keys) const {
        return with(list_clause<clause::distinct_on, Keys...>{{{std::move(keys)}...}});
    }

    /// Keeps the rows for which `condition` is true; called again, for which both are.
    template <predicate Condition>
    constexpr auto where(Condition condition) const {
        return with_condition<clause::where>(std::move(condition));
    }

    /// One row for each group of rows that are equal in these expressions; `rollup`, `cube` and `grouping_sets` group
    /// in several ways at once.
    template <group_term... Terms>
    constexpr auto group_by(Terms... terms) const {
        static_assert(detail::has_few_groupings<Terms...>);
        return with(list_clause<clause::group_by, Terms...>{{{std::move(terms)}...}});
    }

    /// Keeps the groups for which `condition` is true; called again, for which both are.
    template <predicate Condition>
    constexpr auto having(Condition condition) const {
        return with_condition<clause::having>(std::move(condition));
    }

    /// Says what the windows are that functions use by their name: `named_window<"w">(…)`. SQL: `WINDOW "w" AS (…)`.
    template <detail::named_window... Windows>
    constexpr auto window(Windows... windows) const {
        return with(list_clause<clause::window, Windows...>{{{std::move(windows)}...}});
    }

    /// Sorts the rows, by expressions in `asc` (the default) or `desc`. NULL counts as larger than every value.
    template <ordering_term... Terms>
    constexpr auto order_by(Terms... terms) const {
        static_assert((detail::sorts_alike<decltype(detail::as_ordering(terms))> && ...),
                      "stoa[E202]: databases sort arrays each in its own way. Sort by another column, or by the number "
                      "of elements, cardinality(column).");
        return with(list_clause<clause::order_by, decltype(detail::as_ordering(terms))...>{
            {{detail::as_ordering(std::move(terms))}...}});
    }

    /// Keeps the rows behind the one that has these values in the columns of the order, which is said before: the next
    /// page. The order tells all rows apart. Also takes a `cursor`, which `cursor_of(query, row)` makes of a row.
    /// SQL: `("a", "b") > ($1, $2)`; where directions differ `"a" >= $1 AND ("a" > $2 OR "a" = $3 AND "b" < $4)`.
    /// Example: from<book>().order_by(col<&book::title>, col<&book::id>).after(title, id).limit(20)
    template <class... Values>
    constexpr auto after(const Values&... values) const {
        static_assert(has<clause::order_by>, "stoa[E278]: a page continues an order, and this query has none so far. "
                                             "Say order_by(...) first, with all of a key.");
        static_assert(!has<clause::distinct_on>, "stoa[E278]: a page of the first rows of keys would begin with other "
                                                 "rows of the same keys. Read them from a subquery, and page that.");
        if constexpr (has<clause::order_by>)
            return where(detail::behind(*this, detail::get<place_of<clause::order_by>>(clauses), values...));
    }

    /// At most `rows` rows, 0 or more. Throws: mapping_error (out_of_range) for a negative number.
    constexpr auto limit(std::int64_t rows) const {
        return with(term_clause<clause::limit, literal<std::int64_t>>{detail::row_number(rows)});
    }
    /// The same, the number being given by name: `limit(param<"rows", int>)`.
    template <fixed_string Name, std::integral T>
    constexpr auto limit(named_parameter<Name, T>) const {
        return with(term_clause<clause::limit, named_parameter<Name, detail::row_count>>{});
    }

    /// Skips the first `rows` rows. Throws: mapping_error (out_of_range) for a negative number.
    constexpr auto offset(std::int64_t rows) const {
        return with(term_clause<clause::offset, literal<std::int64_t>>{detail::row_number(rows)});
    }
    template <fixed_string Name, std::integral T>
    constexpr auto offset(named_parameter<Name, T>) const {
        return with(term_clause<clause::offset, named_parameter<Name, detail::row_count>>{});
    }

    /// Locks the rows that are found until the transaction ends: others wait that want to change or to lock them. Needs
    /// a transaction of the session that can write, on every database. See: docs/guide/pages_and_locks.md
    /// SQL: `FOR UPDATE`; on SQLite nothing, where such a transaction has the whole database to itself.
    constexpr auto for_update() const { return with(lock_clause<ast::row_lock::update>{}); }

    /// The same for the rows of one of the tables. SQL: `FOR UPDATE OF "t"`.
    template <record Record>
    constexpr auto for_update_of() const {
        return with(lock_clause<ast::row_lock::update, ast::lock_wait::wait, Record>{});
    }

    /// The same, letting others lock the rows in the same way, to be sure that they stay. SQL: `FOR SHARE`.
    constexpr auto for_share() const { return with(lock_clause<ast::row_lock::share>{}); }

    /// Behind for_update or for_share: leaves out rows that others have locked. SQL: `SKIP LOCKED`.
    constexpr auto skip_locked() const { return with_wait<ast::lock_wait::skip>(); }

    /// Behind for_update or for_share: a lock of others is an error at once (busy). SQL: `NOWAIT`.
    constexpr auto nowait() const { return with_wait<ast::lock_wait::refuse>(); }

    /// Whether the query has the clause.
    template <clause Kind>
    static constexpr bool has = place_of<Kind> != sizeof...(Clauses);

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const auto& given = detail::part(self, &select_statement::clauses);
        const auto& tables = detail::part(self, &select_statement::sources);
        ast::node whole{.kind = ast::op::select, .distinct = has<clause::distinct>};
        if constexpr (has<clause::lock>) lock_type::describe(whole);
        const std::size_t place = nodes.open(whole);
        emit_queries_before(nodes, tables);
        if constexpr (has<clause::select>)
            detail::emit_clauses<clause::select>(nodes, detail::types<Clauses...>{}, given);
        else
            all_records::emit(nodes, only_shape{});
        const std::size_t from = nodes.open({.kind = ast::op::list});
        detail::emit_each<Sources...>(nodes, tables);
        nodes.close(from, sizeof...(Sources));
        detail::emit_clauses<clause::where, clause::group_by, clause::having, clause::order_by, clause::limit,
                             clause::offset, clause::distinct_on, clause::window>(nodes, detail::types<Clauses...>{},
                                                                                  given);
        nodes.close(place, ast::select_part::count);
    }

    /// Hands out the literals in the order of their parameters.
    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        if constexpr (detail::queries_before<Sources...> != 0)
            detail::for_each_query_before<Sources...>([&]<std::size_t N, class Source>() {
                detail::bare_source<detail::pack_element_t<N, detail::pack<Sources...>>>::of(detail::get<N>(sources))
                    .with_parameters(visit);
            });
        detail::visit_clauses<clause::select>(clauses, visit);
        detail::visit_each(sources, visit);
        detail::visit_clauses<clause::where, clause::group_by, clause::having, clause::order_by, clause::limit,
                              clause::offset, clause::distinct_on, clause::window>(clauses, visit);
    }

private:
    template <class Source>
    static constexpr bool has_source =
        (std::is_same_v<typename Source::source_type, typename Sources::source_type> || ...);

    template <class Tables>
    static constexpr void emit_queries_before(ast::builder& nodes, const Tables& tables) {
        static_assert(detail::require_one_query_of_a_name<typename detail::bare_source<Sources>::type...>::value);
        if constexpr (detail::queries_before<Sources...> == 0) {
            nodes.leaf({.kind = ast::op::none});
        } else {
            const std::size_t place = nodes.open({.kind = ast::op::list});
            detail::for_each_query_before<Sources...>([&]<std::size_t N, class Source>() {
                using bare = detail::bare_source<detail::pack_element_t<N, detail::pack<Sources...>>>;
                Source::emit_with(nodes, bare::of(detail::element<N>(tables)));
            });
            nodes.close(place, detail::queries_before<Sources...>);
        }
    }

    template <class Clause>
    constexpr auto with(Clause clause) const {
        static_assert(!has<Clause::kind>,
                      "stoa[E209]: this clause stands in the query already. Say it once, with everything it needs.");
        return select_statement<detail::types<Sources...>, Clauses..., Clause>{
            {}, sources, clauses.with(std::move(clause))};
    }

    friend join_members<select_statement>;

    template <ast::join_kind Kind, bool Lateral = false, class Source, class Condition>
    constexpr auto joined(Source source, Condition condition) const {
        static_assert(!has_source<Source>,
                      "stoa[E213]: this table is part of the query already. Join it under another name: "
                      "join(alias<record, \"other\">, condition).");
        static_assert(detail::require_joinable<Kind, Source>::value);
        using added = joined_source<Kind, Source, Condition, Lateral>;
        return select_statement<detail::types<Sources..., added>, Clauses...>{
            {}, sources.with(added{std::move(source), std::move(condition)}), clauses};
    }

    template <ast::join_kind Kind, class Source>
    constexpr auto joined(Source source) const {
        using table = typename Source::source_type;
        if constexpr (detail::lateral_source<Source>) {
            return joined<Kind>(std::move(source), detail::any_match{});
        } else {
            if constexpr (!has_source<Source>)
                static_assert(detail::require_foreign_key<table, typename Sources::source_type...>::value);
            return joined<Kind>(std::move(source), by_foreign_key<table, typename Sources::source_type...>{});
        }
    }

    template <clause Kind, class Condition>
    constexpr auto with_condition(Condition condition) const {
        if constexpr (!has<Kind>) {
            return with(term_clause<Kind, Condition>{std::move(condition)});
        } else {
            auto both = detail::get<place_of<Kind>>(clauses).term && std::move(condition);
            return with_other(term_clause<Kind, decltype(both)>{std::move(both)});
        }
    }

    template <ast::lock_wait Wait>
    constexpr auto with_wait() const {
        static_assert(has<clause::lock>, "stoa[E280]: this says what happens to rows that others have locked, and the "
                                         "query locks none so far. Say for_update() or for_share() before it.");
        if constexpr (has<clause::lock>) return with_other(typename lock_type::template waiting<Wait>{});
    }

    /// The same query with the clause in the place of the one there is.
    template <class Clause>
    constexpr auto with_other(Clause clause) const {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            const auto pick = [&]<std::size_t N>() {
                if constexpr (N == place_of<Clause::kind>)
                    return clause;
                else
                    return detail::get<N>(clauses);
            };
            return select_statement<detail::types<Sources...>, decltype(pick.template operator()<I>())...>{
                {}, sources, {{pick.template operator()<I>()}...}};
        }(std::index_sequence_for<Clauses...>{});
    }
};

/// Begins a query over the table of `Record`. Without a `select` it reads whole records; of a join, tuples of them,
/// with std::optional where an outer join can leave one out.
/// Example: from<book>().where(col<&book::price> < limit).order_by(desc(col<&book::title>)).limit(10)
template <record Record>
constexpr auto from() {
    return select_statement<detail::types<table_source<Record>>>{};
}

/// Begins a query over an alias, a subquery or a cte.
template <detail::source_item Source>
constexpr auto from(Source given) {
    auto source = detail::as_source(std::move(given));
    return select_statement<detail::types<decltype(source)>>{{}, {{std::move(source)}}, {}};
}

} // namespace stoa

#endif
