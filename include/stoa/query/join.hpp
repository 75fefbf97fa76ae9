// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_JOIN_HPP
#define STOA_QUERY_JOIN_HPP

// The joins of a query, which are members of it.

#include "stoa/core/unsatisfied.hpp"
#include "stoa/expression/expression.hpp"
#include "stoa/query/source.hpp"

#include <utility>

namespace stoa {

namespace detail {

/// The condition of a join that has none.
struct always {
    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        nodes.leaf({.kind = ast::op::constant_true, .type = {type_kind::boolean}});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

template <class Source>
inline constexpr bool is_derived_table = false;

template <class Row, fixed_string Name, class Query>
inline constexpr bool is_derived_table<derived_table<Row, Name, Query>> = true;

} // namespace detail

/// A query that can be computed for every row of the tables before it.
template <class Source>
concept lateral_source =
    detail::is_derived_table<Source> ||
    unsatisfied<
        "stoa[E283]: only a query sees the rows of the tables before it. Join subquery<\"name\">(...) so; a table, "
        "an alias or a common table is joined with join(source, condition).">();

/// Members of a query, `Statement`, which has `joined`.
template <class Statement>
struct join_members {
    /// Joins a table where the condition is true, or without one along the one foreign key between it and those before:
    /// `join<book>()`, `join(alias<book, "other">, condition)`; a subquery or cte under a condition.
    /// SQL: `JOIN "t" ON "t"."a" = "u"."b"`.
    template <record Record, predicate... Condition>
        requires(sizeof...(Condition) <= 1)
    constexpr auto join(Condition... condition) const {
        return self().template joined<ast::join_kind::inner>(table_source<Record>{}, std::move(condition)...);
    }
    template <detail::source_item Source, predicate... Condition>
        requires(sizeof...(Condition) <= 1)
    constexpr auto join(Source source, Condition... condition) const {
        return self().template joined<ast::join_kind::inner>(detail::as_source(std::move(source)),
                                                             std::move(condition)...);
    }

    /// The same, keeping rows without a match: the columns of the joined table are then NULL.
    template <record Record, predicate... Condition>
        requires(sizeof...(Condition) <= 1)
    constexpr auto left_join(Condition... condition) const {
        return self().template joined<ast::join_kind::left>(table_source<Record>{}, std::move(condition)...);
    }
    template <detail::source_item Source, predicate... Condition>
        requires(sizeof...(Condition) <= 1)
    constexpr auto left_join(Source source, Condition... condition) const {
        return self().template joined<ast::join_kind::left>(detail::as_source(std::move(source)),
                                                            std::move(condition)...);
    }

    /// The same, keeping rows of the joined table without a match: the columns of those before are then NULL.
    template <record Record, predicate... Condition>
        requires(sizeof...(Condition) <= 1)
    constexpr auto right_join(Condition... condition) const {
        return self().template joined<ast::join_kind::right>(table_source<Record>{}, std::move(condition)...);
    }
    template <detail::source_item Source, predicate... Condition>
        requires(sizeof...(Condition) <= 1)
    constexpr auto right_join(Source source, Condition... condition) const {
        return self().template joined<ast::join_kind::right>(detail::as_source(std::move(source)),
                                                             std::move(condition)...);
    }

    /// The same, keeping rows of both sides.
    template <record Record, predicate... Condition>
        requires(sizeof...(Condition) <= 1)
    constexpr auto full_join(Condition... condition) const {
        return self().template joined<ast::join_kind::full>(table_source<Record>{}, std::move(condition)...);
    }
    template <detail::source_item Source, predicate... Condition>
        requires(sizeof...(Condition) <= 1)
    constexpr auto full_join(Source source, Condition... condition) const {
        return self().template joined<ast::join_kind::full>(detail::as_source(std::move(source)),
                                                            std::move(condition)...);
    }

    /// Joins every row with every row. SQL: `CROSS JOIN "t"`.
    template <record Record>
    constexpr auto cross_join() const {
        return self().template joined<ast::join_kind::cross>(table_source<Record>{}, detail::nothing{});
    }
    template <detail::source_item Source>
    constexpr auto cross_join(Source source) const {
        return self().template joined<ast::join_kind::cross>(detail::as_source(std::move(source)), detail::nothing{});
    }

    /// Joins what a query finds for each row so far: it sees the tables before it. Without a condition, all of it. Not
    /// on SQLite (E252). SQL: `JOIN LATERAL (SELECT …) AS "name" ON TRUE`. Example:
    /// from<author>().left_join_lateral(subquery<"newest">(from<book>()
    ///              .where(col<&book::author_id> == col<&author::id>).order_by(desc(col<&book::created_at>)).limit(3)))
    template <lateral_source Source, predicate Condition>
    constexpr auto join_lateral(Source source, Condition condition) const {
        return self().template joined<ast::join_kind::inner, true>(std::move(source), std::move(condition));
    }
    template <lateral_source Source>
    constexpr auto join_lateral(Source source) const {
        return self().template joined<ast::join_kind::inner, true>(std::move(source), detail::always{});
    }

    /// The same, keeping rows for which the query finds nothing. SQL: `LEFT JOIN LATERAL`.
    template <lateral_source Source, predicate Condition>
    constexpr auto left_join_lateral(Source source, Condition condition) const {
        return self().template joined<ast::join_kind::left, true>(std::move(source), std::move(condition));
    }
    template <lateral_source Source>
    constexpr auto left_join_lateral(Source source) const {
        return self().template joined<ast::join_kind::left, true>(std::move(source), detail::always{});
    }

    /// The same as `join_lateral` without a condition. SQL: `CROSS JOIN LATERAL`.
    template <lateral_source Source>
    constexpr auto cross_join_lateral(Source source) const {
        return self().template joined<ast::join_kind::cross, true>(std::move(source), detail::nothing{});
    }

private:
    constexpr const Statement& self() const { return static_cast<const Statement&>(*this); }
};

} // namespace stoa

#endif
