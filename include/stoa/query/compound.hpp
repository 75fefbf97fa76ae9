// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_COMPOUND_HPP
#define STOA_QUERY_COMPOUND_HPP

// Set operations: the rows of two queries together, or of one that are or are not among the other's.

#include "stoa/query/select.hpp"

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace stoa {

/// Two queries whose rows are combined; made by `union_all`, `union_distinct`, `intersect`, `except`.
template <ast::set_operation Operation, class Left, class Right, class... Clauses>
struct compound_statement {
    using is_query = void;
    using selection = typename Left::selection;

    Left left;
    Right right;
    detail::pack<Clauses...> clauses;

    /// Sorts all rows, by what the first query selects.
    template <ordering_term... Terms>
    constexpr auto order_by(Terms... terms) const {
        return with(list_clause<clause::order_by, decltype(detail::as_ordering(terms))...>{
            {{detail::as_ordering(std::move(terms))}...}});
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

    template <clause Kind>
    static constexpr bool has = detail::find_clause<Clauses...>(Kind) != sizeof...(Clauses);

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const auto& given = detail::part(self, &compound_statement::clauses);
        const std::size_t place =
            nodes.open({.kind = ast::op::compound, .index = static_cast<std::uint16_t>(Operation)});
        Left::emit(nodes, detail::part(self, &compound_statement::left));
        Right::emit(nodes, detail::part(self, &compound_statement::right));
        detail::emit_clauses<clause::order_by, clause::limit, clause::offset>(nodes, detail::types<Clauses...>{},
                                                                              given);
        nodes.close(place, 5);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        left.parameters(visit);
        right.parameters(visit);
        detail::visit_clauses<clause::order_by, clause::limit, clause::offset>(clauses, visit);
    }

private:
    template <class Clause>
    constexpr auto with(Clause clause) const {
        static_assert(!has<Clause::kind>,
                      "stoa[E209]: this clause stands in the query already. Say it once, with everything it needs.");
        return compound_statement<Operation, Left, Right, Clauses..., Clause>{left, right,
                                                                              clauses.with(std::move(clause))};
    }
};

namespace detail {

template <class A, class B>
inline constexpr bool same_terms = false;

template <class RowA, class RowB, class... A, class... B>
    requires(sizeof...(A) == sizeof...(B))
inline constexpr bool same_terms<select_clause<RowA, A...>, select_clause<RowB, B...>> = (same_terms<A, B> && ...);

template <expression A, expression B>
inline constexpr bool same_terms<A, B> = std::is_same_v<value_type_t<A>, value_type_t<B>>;

template <class A, class B>
inline constexpr bool same_terms<whole_record<A>, whole_record<B>> =
    std::is_same_v<typename whole_record<A>::record_type, typename whole_record<B>::record_type>;

template <ast::set_operation Operation, class Left, class Right>
constexpr auto combine(Left left, Right right) {
    static_assert(same_terms<typename Left::selection, typename Right::selection>,
                  "stoa[E225]: the two queries of a set operation select unlike things. Let both select as many "
                  "expressions, each of the same C++ type as its partner.");
    return compound_statement<Operation, Left, Right>{std::move(left), std::move(right), {}};
}

} // namespace detail

/// The rows of both queries. SQL: `… UNION ALL …`.
template <query Left, query Right>
constexpr auto union_all(Left left, Right right) {
    return detail::combine<ast::set_operation::union_all>(std::move(left), std::move(right));
}

/// The rows of both queries, equal ones once. SQL: `… UNION …`.
template <query Left, query Right>
constexpr auto union_distinct(Left left, Right right) {
    return detail::combine<ast::set_operation::union_>(std::move(left), std::move(right));
}

/// The rows that both queries have, equal ones once. SQL: `… INTERSECT …`.
template <query Left, query Right>
constexpr auto intersect(Left left, Right right) {
    return detail::combine<ast::set_operation::intersect>(std::move(left), std::move(right));
}

/// The rows of the first query that the second does not have, equal ones once. SQL: `… EXCEPT …`.
template <query Left, query Right>
constexpr auto except(Left left, Right right) {
    return detail::combine<ast::set_operation::except>(std::move(left), std::move(right));
}

/// The same, each row as often as both queries have it; not on SQLite (E252). SQL: `… INTERSECT ALL …`.
template <query Left, query Right>
constexpr auto intersect_all(Left left, Right right) {
    return detail::combine<ast::set_operation::intersect_all>(std::move(left), std::move(right));
}

/// The rows of the first query, each as often as it has it more than the second; not on SQLite (E252).
/// SQL: `… EXCEPT ALL …`.
template <query Left, query Right>
constexpr auto except_all(Left left, Right right) {
    return detail::combine<ast::set_operation::except_all>(std::move(left), std::move(right));
}

} // namespace stoa

#endif
