// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_DELETE_HPP
#define STOA_QUERY_DELETE_HPP

// DELETE of rows that meet a condition.

#include "stoa/expression/logic.hpp"
#include "stoa/query/returning.hpp"

#include <cstddef>
#include <utility>

namespace stoa {

template <class Record, class... Clauses>
struct delete_statement : change_members<delete_statement, Record, Clauses...> {
    detail::pack<Clauses...> clauses;

    /// Deletes only the rows for which `condition` is true. Other tables are reached by `exists(...)` and `in(...)`.
    template <predicate Condition>
    constexpr auto where(Condition condition) const {
        return this->with(term_clause<clause::where, Condition>{std::move(condition)});
    }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const auto& given = detail::part(self, &delete_statement::clauses);
        const std::size_t place =
            nodes.open({.kind = ast::op::delete_, .table = table_ref{&table_of<Record>, record_name<Record>}});
        detail::emit_clauses<clause::where, clause::returning>(nodes, detail::types<Clauses...>{}, given);
        nodes.close(place, 2);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_clauses<clause::where, clause::returning>(clauses, visit);
    }
};

/// Deletes rows of the table of `Record`: all of them, unless a `where` follows.
/// Example: delete_from<book>().where(col<&book::price> == 0)
template <record Record>
constexpr delete_statement<Record> delete_from() {
    return {};
}

} // namespace stoa

#endif
