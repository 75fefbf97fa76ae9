// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_QUERY_OPERAND_HPP
#define STOA_EXPRESSION_QUERY_OPERAND_HPP

// A query where an operator expects an operand.

#include "stoa/expression/expression.hpp"

namespace stoa {

template <query Query>
struct query_operand {
    Query query;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        Query::emit(nodes, detail::part(self, &query_operand::query));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        query.parameters(visit);
    }
};

} // namespace stoa

#endif
