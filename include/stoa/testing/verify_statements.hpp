// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_VERIFY_STATEMENTS_HPP
#define STOA_TESTING_VERIFY_STATEMENTS_HPP

// Whether every statement of the program fits a database: each is prepared and none is run.
//
// What a database says of a statement is not all. A value that is stored is converted by one database and taken as it
// is by another, so the columns that a statement names anywhere are asked about as well, one by one.

#include "stoa/core/error.hpp"
#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/table_name.hpp"
#include "stoa/driver/any_connection.hpp"
#include "stoa/query/registry.hpp"
#include "stoa/session/session.hpp"
#include "stoa/session/statements.hpp"
#include "stoa/testing/registered_statements.hpp"
#include "stoa/testing/statement_mismatch.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::testing {

namespace detail {

/// Whether an error is about the statement that was prepared, and not about the connection or what else happens on it.
constexpr bool is_about_statement(errc code) noexcept {
    switch (code) {
    case errc::syntax_error:
    case errc::undefined_object:
    case errc::permission_denied:
    case errc::invalid_value:
    case errc::out_of_range:
    case errc::unknown: return true;
    default: return false;
    }
}

template <class Connection>
class statement_verification {
public:
    explicit statement_verification(Connection& connection) : connection_(connection) {}

    void check(const registered_statement& statement) {
        try {
            compare_shape(found_, statement, connection_.describe(*statement.info));
        } catch (const error& refusal) {
            if (!is_about_statement(refusal.code())) throw;
            found_.add(statement, "the statement", "one that the database accepts",
                       std::string(to_string(refusal.code())) + ": " + refusal.info().message);
            return;
        }
        check_columns(statement);
        for (std::size_t at = 0; at != statement.nodes.size(); ++at) check_stored(statement, at);
    }

    std::vector<statement_mismatch> take() { return found_.take(); }

private:
    using column_place = std::pair<const table_def*, std::size_t>;

    static bool is_column(const ast::node& node) { return node.kind == ast::op::column && !node.derived; }

    /// The types of the columns it names and does not return.
    void check_columns(const registered_statement& statement) {
        std::set<column_place> seen;
        for (const ast::node& node : statement.nodes) {
            if (!is_column(node)) continue;
            const table_def& table = node.table();
            const column_def& column = table.columns[node.index];
            if (returns(*statement.info, table, column.name) || !seen.insert({&table, node.index}).second) continue;
            found_.add_type(statement, label(table, column), column.type, described(table, node.index));
        }
    }

    static bool returns(const statement_info& info, const table_def& table, std::string_view column) {
        for (const result_column& each : info.results)
            if (each.table == &table && each.name == column) return true;
        return false;
    }

    /// Whether the column that a value is stored in takes NULL, where the value can be that.
    void check_stored(const registered_statement& statement, std::size_t at) {
        const ast::view nodes = statement.nodes;
        if (nodes[at].kind == ast::op::assign) check_pair(statement, at + 1, ast::child(nodes, at, 1));
        if (nodes[at].kind != ast::op::insert) return;
        const std::size_t columns = at + 1;
        const std::size_t values = ast::child(nodes, at, 1);
        if (nodes[values].kind != ast::op::list) return;
        for (std::size_t n = 0; n != nodes[columns].arity; ++n)
            check_pair(statement, ast::child(nodes, columns, n), ast::child(nodes, values, n));
    }

    void check_pair(const registered_statement& statement, std::size_t column, std::size_t value) {
        const ast::node& target = statement.nodes[column];
        const ast::node& given = statement.nodes[value];
        if (given.kind != ast::op::parameter || !given.nullable || !is_column(target)) return;
        if (described(target.table(), target.index).null == driver::nullability::never)
            found_.add(statement,
                       "parameter " + std::to_string(given.index + 1) + ", stored in " +
                           label(target.table(), target.table().columns[target.index]),
                       "a column that can be NULL", "NOT NULL");
    }

    static std::string label(const table_def& table, const column_def& column) {
        std::string text = "column \"";
        return text.append(column.name).append("\" of \"").append(table.name).append("\"");
    }

    /// What the database says of one column; nothing where it says that there is none.
    const driver::described_value& described(const table_def& table, std::size_t index) {
        const auto [place, is_new] = columns_.try_emplace({&table, index});
        if (is_new) place->second = ask(table, table.columns[index]);
        return place->second;
    }

    driver::described_value ask(const table_def& table, const column_def& column) {
        const std::string sql = stoa::detail::with_dialect(connection_, [&]<class Dialect>() {
            return write_text([&](text_sink& out) {
                out << "SELECT ";
                quote(out, column.name);
                out << " FROM ";
                write_table_name<Dialect>(out, table);
            });
        });
        const result_column result{column.type, column.nullable, column.name, &table};
        try {
            driver::statement_description answer = connection_.describe({sql, {}, {&result, 1}, &table});
            return answer.results.empty() ? driver::described_value{} : std::move(answer.results[0]);
        } catch (const error& refusal) {
            if (!is_about_statement(refusal.code())) throw;
            return {};
        }
    }

    Connection& connection_;
    mismatch_list found_;
    std::map<column_place, driver::described_value> columns_;
};

} // namespace detail

/// Prepares every statement of the program that is of the connection's dialect, and lists all that does not fit the
/// database: statements it refuses, numbers and types of parameters and columns, and columns that can be NULL where no
/// field is std::optional, or the other way round where a value is stored. Empty where everything fits. Runs nothing
/// and changes nothing, inside a transaction as outside. Throws: connection_error; statement_error (stream_open,
/// transaction_aborted) where nothing can be prepared. Example: for (const auto& each :
/// stoa::testing::verify_statements(db)) std::cerr << to_string(each) << '\n';
template <driver::session_connection Connection>
std::vector<statement_mismatch> verify_statements(Connection& connection) {
    detail::statement_verification<Connection> verification(connection);
    for (const registered_statement& each : registered_statements(connection)) verification.check(each);
    return verification.take();
}

template <class Connection>
std::vector<statement_mismatch> verify_statements(session<Connection>& db) {
    return verify_statements(db.connection());
}

} // namespace stoa::testing

#endif
