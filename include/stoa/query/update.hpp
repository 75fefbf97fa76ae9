// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_UPDATE_HPP
#define STOA_QUERY_UPDATE_HPP

// UPDATE of rows that meet a condition.

#include "stoa/expression/logic.hpp"
#include "stoa/query/clause.hpp"

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

template <class T>
concept assignment_term = requires { typename T::is_assignment; };

} // namespace detail

template <class Record, class... Clauses>
struct update_statement {
    using is_command = void;

    std::tuple<Clauses...> clauses;

    /// Keeps the change to the rows for which `condition` is true.
    template <predicate Condition>
    constexpr auto where(Condition condition) const {
        static_assert(
            detail::find_clause<clause::where, Clauses...>() == sizeof...(Clauses),
            "stoa[E209]: this clause stands in the statement already. Say it once, with everything it needs.");
        return std::apply(
            [&](const auto&... each) {
                return update_statement<Record, Clauses..., term_clause<clause::where, Condition>>{
                    {each..., {std::move(condition)}}};
            },
            clauses);
    }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const auto& given = detail::part(self, &update_statement::clauses);
        const std::size_t place =
            nodes.open({.kind = ast::op::update, .table = table_ref{&table_of<Record>, record_name<Record>}});
        detail::emit_clause<clause::set, Clauses...>(nodes, given);
        detail::emit_clause<clause::where, Clauses...>(nodes, given);
        nodes.leaf({.kind = ast::op::none});
        nodes.close(place, 3);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_clause<clause::set>(clauses, visit);
        detail::visit_clause<clause::where>(clauses, visit);
    }
};

template <class Record>
struct update_start {
    /// The new values. SQL: `SET "a" = …, "b" = …`.
    template <detail::assignment_term... Assignments>
    constexpr auto set(Assignments... assignments) const {
        static_assert(sizeof...(Assignments) != 0, "stoa[E207]: an update needs something to set.");
        static_assert((std::is_same_v<Record, typename Assignments::column_type::record_type> && ...),
                      "stoa[E201]: an update sets columns of its own table.");
        return update_statement<Record, list_clause<clause::set, Assignments...>>{{{{std::move(assignments)...}}}};
    }
};

/// Begins an UPDATE of the table of `Record`.
/// Example: update<book>().set(col<&book::price> = 5).where(col<&book::kind> == format::ebook)
template <record Record>
constexpr update_start<Record> update() {
    return {};
}

/// A statement without rows: update or delete.
template <class C>
concept command = requires { typename std::remove_cvref_t<C>::is_command; };

} // namespace stoa

#endif
