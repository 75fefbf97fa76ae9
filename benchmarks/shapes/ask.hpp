// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_SHAPES_ASK_HPP
#define STOA_BENCHMARKS_SHAPES_ASK_HPP

// Runs a query several times, and asks the database how it does that.

#include "../tpch/answer.hpp"
#include "shape.hpp"

#include <algorithm>
#include <chrono>
#include <deque>
#include <string_view>
#include <vector>

namespace shapes {

/// The plan of a query with the values that are in it. Statements that are made at run time are kept as long as the
/// program runs, because a connection knows them by their address.
template <class Query>
std::string plan_of(stoa::database& db, const Query& query) {
    static constexpr stoa::type_def number{stoa::type_kind::int64};
    static constexpr stoa::type_def text{stoa::type_kind::text};
    static constexpr std::array<stoa::result_column, 4> step{{{number}, {number}, {number}, {text}}};
    static std::string sql;
    static stoa::statement_info info;
    bool is_sqlite = false;
    stoa::detail::with_dialect(db.connection(), [&]<class Dialect>() {
        is_sqlite = Dialect::name == stoa::dialect::sqlite::name;
        sql = is_sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN (COSTS OFF) ";
        sql += stoa::sql_of<Dialect>(query);
    });
    info = {sql, stoa::detail::parameter_types<Query>, std::span(step).subspan(is_sqlite ? 0 : 3)};
    return db.run(
        info, [&](auto& bind) { stoa::detail::bind_all(query, bind); },
        [is_sqlite](auto& steps) {
            std::string lines;
            while (steps.next()) {
                stoa::native::text line;
                steps.read(is_sqlite ? 3 : 0, line);
                lines.append(line).append("\n");
            }
            return lines;
        });
}

template <class Query>
answer ask(stoa::database& db, int rounds, const Query& query) {
    answer found;
    std::vector<double> passed;
    for (int round = 0; round != rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        const auto rows = db.all(query);
        passed.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        if (round != 0) continue;
        std::vector<std::string> lines;
        for (const auto& row : rows) tpch::detail::append(lines.emplace_back(), row);
        std::sort(lines.begin(), lines.end()); // no order was asked for
        for (const std::string& line : lines) found.rows.append(line).append("\n");
        found.count = rows.size();
    }
    std::nth_element(passed.begin(), passed.begin() + rounds / 2, passed.end());
    found.milliseconds = passed[static_cast<std::size_t>(rounds / 2)];
    found.plan = plan_of(db, query);
    return found;
}

} // namespace shapes

#endif
