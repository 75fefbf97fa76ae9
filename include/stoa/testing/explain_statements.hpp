// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_EXPLAIN_STATEMENTS_HPP
#define STOA_TESTING_EXPLAIN_STATEMENTS_HPP

// Which statements of the program read a whole table because no index serves them.

#include "stoa/query/registry.hpp"
#include "stoa/session/session.hpp"
#include "stoa/session/statements.hpp"
#include "stoa/testing/postgres/plan.hpp"
#include "stoa/testing/registered_statements.hpp"
#include "stoa/testing/sqlite/plan.hpp"
#include "stoa/testing/table_scan.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::testing {

struct explain_options {
    std::int64_t rows = 1000; ///< tables of at most so many rows may be read as a whole
    /// Which statements are looked at; all where there is none.
    std::function<bool(const registered_statement&)> wanted{};
};

namespace detail {

/// Whether SQL that was written by hand begins as a select, update or delete does.
inline bool begins_with_a_verb(std::string_view sql) {
    const std::string_view first = sql.substr(0, sql.find_first_of(" \t\r\n("));
    const auto is = [&](std::string_view verb) {
        return std::equal(first.begin(), first.end(), verb.begin(), verb.end(), [](char a, char b) {
            return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
        });
    };
    return is("SELECT") || is("WITH") || is("UPDATE") || is("DELETE");
}

/// Whether it is a select, update or delete, of which databases tell the plan.
inline bool has_plan(const registered_statement& statement) {
    if (statement.nodes.empty()) return false;
    switch (statement.nodes[0].kind) {
    case ast::op::select:
    case ast::op::compound:
    case ast::op::update:
    case ast::op::delete_: return true;
    case ast::op::raw_statement: return begins_with_a_verb(statement.info->sql);
    default: return false;
    }
}

} // namespace detail

/// Asks for the plan of every select, update and delete of the program that is of the session's dialect, and lists
/// where a table of more than `options.rows` rows is read from its first row to its last, without an index. The plans
/// are those the database would choose now, whatever the values of the parameters, so the tables need as many rows and
/// statistics (ANALYZE) as where the program runs. Runs and changes nothing. SQL: `EXPLAIN QUERY PLAN …` on SQLite;
/// `EXPLAIN … EXECUTE …` with a generic plan on PostgreSQL. Throws: statement_error where a statement does not fit the
/// database; `verify_statements` lists those. Example: expect(stoa::testing::explain_statements(db, {.rows =
/// 10'000}).empty());
template <class Connection>
std::vector<table_scan> explain_statements(session<Connection>& db, const explain_options& options = {}) {
    std::vector<table_scan> found;
    stoa::detail::with_dialect(db.connection(), [&]<class Dialect>() {
        detail::plan_reader<Dialect, Connection>::with(db, [&](auto& reader) {
            for (const registered_statement& each : registered_statements(db)) {
                if (!detail::has_plan(each) || (options.wanted && !options.wanted(each))) continue;
                for (detail::scan_step& step : reader.scans(each))
                    if (const std::int64_t rows = reader.rows(step); rows > options.rows)
                        found.push_back({std::string(each.info->sql), std::string(each.source), step.table, rows,
                                         std::move(step.plan)});
            }
        });
    });
    return found;
}

} // namespace stoa::testing

#endif
