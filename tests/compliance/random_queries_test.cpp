// SPDX-License-Identifier: BSL-1.0
// Random queries over random rows: two databases give the same rows in the same order.

#include "databases.hpp"
#include "random_queries.hpp"

#include <charconv>
#include <cstdlib>
#include <deque>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace random_queries {

/// A query that is settled and written at run time as others are while compiling.
struct statement {
    std::vector<ast::node> nodes;
    stoa::detail::kept_values values;
    std::vector<stoa::type_def> parameters;
    std::vector<stoa::result_column> results;
    bool keeps_rules = false;

    explicit statement(const maker& made) : nodes(made.nodes().begin(), made.nodes().end()), values(made.values()) {
        stoa::detail::settling walk(nodes);
        walk.visit(0);
        stoa::detail::statement_rules rules(nodes);
        rules.visit(0);
        stoa::detail::grouping groups(nodes);
        groups.visit(0);
        const auto& broken = rules.broken();
        keeps_rules = walk.stray_column() == nodes.size() && groups.misplaced_aggregate() == nodes.size() &&
                      groups.ungrouped_column() == nodes.size() && groups.stray_grouping() == nodes.size() &&
                      groups.strange_group() == nodes.size() && broken.same_name == 0 && broken.unsorted == 0 &&
                      broken.window == 0 && broken.many_rows == 0 && broken.not_in == 0 && broken.full_join == 0 &&
                      broken.undecided == 0;
        // An order by one of two equal expressions is by the first, which may differ from the second in another half.
        if (nodes[0].kind == ast::op::compound) keeps_rules = keeps_rules && !selects_twice();
        parameters.resize(values.size());
        for (const ast::node& node : nodes)
            if (node.kind == ast::op::parameter) parameters[node.index] = node.type;
        std::size_t at = stoa::detail::projection_of(nodes, 0);
        results.resize(nodes[at++].arity);
        for (stoa::result_column& each : results) {
            each = {nodes[at].type, nodes[at].nullable};
            at += nodes[at].extent;
        }
    }

    bool selects_twice() const {
        bool found = false;
        const std::size_t list = stoa::detail::projection_of(nodes, 0);
        ast::for_each_child(nodes, list, [&](std::size_t one) {
            ast::for_each_child(nodes, list, [&](std::size_t other) {
                found = found || (one != other && ast::same_expression(nodes, one, other));
            });
        });
        return found;
    }

    template <class Dialect>
    std::string sql() const {
        return stoa::write_text(
            [this](stoa::text_sink& out) { stoa::statement_renderer<Dialect>(out, nodes).statement(); });
    }
};

/// What a query gives back, as text.
class reader {
public:
    template <class Dialect>
    reader(stoa::database& db, Dialect) : db_(db), case_sensitive_like_(Dialect::has_case_sensitive_like) {}

    std::vector<std::string> rows(const statement& query, const std::string& sql) {
        sql_.push_back(sql);
        infos_.push_back({sql_.back(), query.parameters, query.results});
        auto& prepared = db_.connection().prepare(infos_.back());
        stoa::detail::binder bind(prepared, case_sensitive_like_);
        for (const auto& each : query.values) bind(each);
        prepared.execute(stoa::driver::fetch::together);
        std::vector<std::string> found;
        while (prepared.next()) {
            std::string row;
            for (std::size_t n = 0; n != query.results.size(); ++n)
                row += field(prepared, static_cast<int>(n), query.results[n]) + '|';
            found.push_back(row);
        }
        prepared.finish();
        return found;
    }

private:
    template <class Prepared>
    static std::string field(Prepared& prepared, int n, const stoa::result_column& column) {
        if (prepared.is_null(n)) return column.nullable ? "NULL" : "NULL that was not expected";
        switch (column.type.kind) {
        case type_kind::boolean: return read<bool>(prepared, n) ? "true" : "false";
        case type_kind::text: return '\'' + std::string(read<std::string_view>(prepared, n)) + '\'';
        case type_kind::decimal: {
            stoa::native::decimal number{0, column.type.precision, column.type.scale};
            prepared.read(n, number);
            return std::to_string(number.unscaled) + "e-" + std::to_string(number.scale);
        }
        case type_kind::float64: return shortest(read<double>(prepared, n));
        case type_kind::timestamp: return std::to_string(read<stoa::native::timestamp>(prepared, n).microseconds);
        case type_kind::int32: return std::to_string(read<std::int32_t>(prepared, n));
        default: return std::to_string(read<std::int64_t>(prepared, n));
        }
    }

    /// Both zeros are the same.
    static std::string shortest(double number) {
        char digits[32];
        return std::string(digits, std::to_chars(digits, digits + sizeof digits, number == 0 ? 0 : number).ptr);
    }

    template <class T, class Prepared>
    static T read(Prepared& prepared, int n) {
        T found{};
        prepared.read(n, found);
        return found;
    }

    stoa::database& db_;
    bool case_sensitive_like_;
    std::deque<std::string> sql_;
    std::deque<stoa::statement_info> infos_;
};

/// The other database is one in memory.
struct random_queries : stoa_test::databases {
protected:
    stoa::database other_ = stoa::open("sqlite::memory:");

    void fill(std::mt19937& random) {
        drawing draw(random);
        db().create<stoa::schema<item>>();
        other_.create<stoa::schema<item>>();
        for (int n = 1; n <= 9; ++n) {
            const item row = draw.row(n);
            db().insert(row);
            other_.insert(row);
        }
        db().execute("ANALYZE"); // or it would prepare for large tables
    }
};

TEST_P(random_queries, have_the_same_rows_on_two_databases) {
    const char* given = std::getenv("STOA_TEST_SEED");
    const unsigned seed =
        given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device()();
    std::cout << "STOA_TEST_SEED=" << seed << '\n';
    std::mt19937 random(seed);
    fill(random);
    reader here(db(), stoa::dialect::postgres());
    reader there(other_, stoa::dialect::sqlite());
    int queries = 0;
    int with_rows = 0;
    while (queries != 3000) {
        maker made(static_cast<unsigned>(random()));
        made.query();
        const statement query(made);
        if (!query.keeps_rules) continue;
        ++queries;
        const std::string sql = query.sql<stoa::dialect::postgres>();
        SCOPED_TRACE("STOA_TEST_SEED=" + std::to_string(seed) + ", query " + std::to_string(queries) + ":\n" + sql +
                     '\n' + query.sql<stoa::dialect::sqlite>());
        try {
            const auto rows = here.rows(query, sql);
            ASSERT_EQ(rows, there.rows(query, query.sql<stoa::dialect::sqlite>()));
            with_rows += rows.empty() ? 0 : 1;
        } catch (const stoa::error& failure) {
            FAIL() << failure.what();
        }
    }
    EXPECT_GT(with_rows, queries / 3);
}

INSTANTIATE_TEST_SUITE_P(on, random_queries, testing::Values(stoa_test::kind::postgres), stoa_test::name_of);

} // namespace random_queries
