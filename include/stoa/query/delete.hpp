// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_DELETE_HPP
#define STOA_QUERY_DELETE_HPP

// DELETE of rows that meet a condition.

#include "stoa/expression/logic.hpp"
#include "stoa/query/clause.hpp"

#include <cstddef>
#include <tuple>
#include <utility>

namespace stoa {

template <class Record, class... Clauses>
struct delete_statement {
    using is_command = void;

    std::tuple<Clauses...> clauses;

    /// Deletes only the rows for which `condition` is true.
    template <predicate Condition>
    constexpr auto where(Condition condition) const {
        static_assert(
            sizeof...(Clauses) == 0,
            "stoa[E209]: this clause stands in the statement already. Say it once, with everything it needs.");
        return delete_statement<Record, term_clause<clause::where, Condition>>{{{std::move(condition)}}};
    }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const auto& given = detail::part(self, &delete_statement::clauses);
        const std::size_t place =
            nodes.open({.kind = ast::op::delete_, .table = table_ref{&table_of<Record>, record_name<Record>}});
        detail::emit_clause<clause::where, Clauses...>(nodes, given);
        nodes.leaf({.kind = ast::op::none});
        nodes.close(place, 2);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_clause<clause::where>(clauses, visit);
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
