// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_UPDATE_HPP
#define STOA_QUERY_UPDATE_HPP

// UPDATE of rows that meet a condition.

#include "stoa/expression/logic.hpp"
#include "stoa/query/returning.hpp"
#include "stoa/query/source.hpp"

#include <cstddef>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

template <class T>
concept assignment_term = requires { typename T::is_assignment; };

} // namespace detail

/// A further table whose rows new values and the condition are taken from.
template <class Source>
struct from_clause {
    static constexpr clause kind = clause::from;

    Source source;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::list});
        Source::emit(nodes, detail::part(self, &from_clause::source));
        nodes.close(place, 1);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        source.parameters(visit);
    }
};

template <class Record, class... Clauses>
struct update_statement : change_members<update_statement, Record, Clauses...> {
    detail::pack<Clauses...> clauses;

    /// Reads from a further table, a subquery or an alias, which the condition joins to the changed one. A row that
    /// has several partners is changed by one of them.
    /// SQL: `UPDATE "t" SET … FROM "u" WHERE …`.
    template <record Other>
    constexpr auto from() const {
        return this->with(from_clause<table_source<Other>>{});
    }
    template <detail::source_item Source>
        requires(!detail::has_query_before<Source> && !detail::lateral_source<Source>)
    constexpr auto from(Source given) const {
        auto source = detail::as_source(std::move(given));
        return this->with(from_clause<decltype(source)>{std::move(source)});
    }

    /// Keeps the change to the rows for which `condition` is true.
    template <predicate Condition>
    constexpr auto where(Condition condition) const {
        return this->with(term_clause<clause::where, Condition>{std::move(condition)});
    }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const auto& given = detail::part(self, &update_statement::clauses);
        const std::size_t place =
            nodes.open({.kind = ast::op::update, .table = table_ref{&table_of<Record>, record_name<Record>}});
        detail::emit_clauses<clause::set, clause::from, clause::where, clause::returning>(
            nodes, detail::types<Clauses...>{}, given);
        nodes.close(place, 4);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_clauses<clause::set, clause::from, clause::where, clause::returning>(clauses, visit);
    }
};

template <class Record>
struct update_start {
    /// The new values. SQL: `SET "a" = …, "b" = …`.
    template <detail::assignment_term... Assignments>
    constexpr auto set(Assignments... assignments) const {
        static_assert(sizeof...(Assignments) != 0, "stoa[E207]: an update needs something to set.");
        static_assert((std::is_same_v<Record, typename Assignments::column_type::source_type> && ...),
                      "stoa[E201]: an update sets columns of its own table.");
        return update_statement<Record, list_clause<clause::set, Assignments...>>{{},
                                                                                  {{{{{std::move(assignments)}...}}}}};
    }
};

/// Begins an UPDATE of the table of `Record`.
/// Example: update<book>().set(col<&book::price> = 5).where(col<&book::kind> == format::ebook)
template <record Record>
constexpr update_start<Record> update() {
    return {};
}

} // namespace stoa

#endif
