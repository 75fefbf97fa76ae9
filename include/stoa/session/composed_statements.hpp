// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_COMPOSED_STATEMENTS_HPP
#define STOA_SESSION_COMPOSED_STATEMENTS_HPP

// Statements with conditions or orders that are put together at run time: rendered then, and kept by their text so that
// they are prepared once.

#include "stoa/core/text_sink.hpp"
#include "stoa/query/statement.hpp"
#include "stoa/session/statements.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace stoa::detail {

class composed_statements {
public:
    /// How many are kept; beyond that all are let go, with everything the connection has prepared.
    static constexpr std::size_t most = 256;

    /// The statement as it is with these values. Nothing is let go unless `can_forget`: no statement is executing.
    template <class Statement, class Connection>
    const statement_info& find(Connection& connection, const Statement& statement, bool can_forget = true) {
        static_assert(is_well_formed<Statement>);
        ast::builder emitted;
        Statement::emit(emitted, bound<Statement>{statement});
        std::vector<ast::node> nodes(emitted.nodes().begin(), emitted.nodes().end());
        settling(nodes).visit(0);
        std::string sql = with_dialect(connection, [&]<class Dialect>() {
            static_assert(is_supported<Dialect, nodes_of_statement<Statement>>());
            return write_text([&](text_sink& out) { statement_renderer<Dialect>(out, nodes).statement(); });
        });
        const bool locks = is_locking(nodes[0]);
        for (const auto& each : kept_) // where there are no locks the text does not tell
            if (each->sql == sql && each->info.locks_rows == locks) return each->info;
        if (kept_.size() >= most && can_forget) {
            connection.forget_statements();
            kept_.clear();
        }
        auto made = std::make_unique<one>();
        made->sql = std::move(sql);
        made->parameters.resize(count_parameters(nodes));
        for (const ast::node& node : nodes)
            if (node.kind == ast::op::parameter) made->parameters[node.index] = node.type;
        made->info = {made->sql, made->parameters, result_columns<Statement>, target_table(nodes)};
        made->info.locks_rows = locks;
        return kept_.emplace_back(std::move(made))->info;
    }

private:
    struct one {
        std::string sql;
        std::vector<type_def> parameters;
        statement_info info;
    };

    std::vector<std::unique_ptr<one>> kept_;
};

} // namespace stoa::detail

#endif
