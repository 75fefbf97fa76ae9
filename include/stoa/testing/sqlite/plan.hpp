// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_SQLITE_PLAN_HPP
#define STOA_TESTING_SQLITE_PLAN_HPP

// What SQLite's EXPLAIN QUERY PLAN says (https://sqlite.org/eqp.html), one step a row: "SCAN b", "SEARCH b USING …".

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/dialect/sqlite.hpp"
#include "stoa/query/statement_info.hpp"
#include "stoa/testing/table_scan.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace stoa::testing::detail {

template <class Connection>
class plan_reader<dialect::sqlite, Connection> {
public:
    explicit plan_reader(session<Connection>& db) : statements_(db) {}

    template <class F>
    static void with(session<Connection>& db, F f) {
        plan_reader reader(db);
        f(reader);
    }

    std::vector<scan_step> scans(const registered_statement& statement) {
        static constexpr type_def number{type_kind::int64};
        static constexpr std::array<result_column, 4> step{{{number}, {number}, {number}, {{type_kind::text}}}};
        const std::map<std::string, std::string> names = names_in(statement);
        std::vector<scan_step> found;
        statements_.run("EXPLAIN QUERY PLAN " + std::string(statement.info->sql), step, [&](auto& rows) {
            while (rows.next()) {
                native::text text;
                rows.read(3, text);
                const std::string* const table = scanned(names, text);
                if (table != nullptr) found.push_back({{}, *table, std::string(text)});
            }
        });
        return found;
    }

    std::int64_t rows(const scan_step& step) {
        const auto [place, is_new] = rows_.try_emplace(step.table);
        if (is_new)
            place->second =
                statements_.count_rows(write_text([&](text_sink& out) { quote(out, std::string_view(step.table)); }));
        return place->second;
    }

private:
    /// The tables that a step can name: those of the statement by what they are called there, and all by their own
    /// name, since a view reads tables too.
    std::map<std::string, std::string> names_in(const registered_statement& statement) {
        if (tables_.empty()) read_tables();
        std::map<std::string, std::string> names = tables_;
        for (const ast::node& node : statement.nodes)
            if (node.kind == ast::op::table && !node.alias.empty() && node.table().kind != table_kind::view)
                names.insert_or_assign(std::string(node.alias), std::string(node.table().name));
        return names;
    }

    void read_tables() {
        static constexpr result_column name{{type_kind::text}};
        statements_.run("SELECT name FROM sqlite_schema WHERE type = 'table'", {&name, 1}, [&](auto& rows) {
            while (rows.next()) {
                native::text text;
                rows.read(0, text);
                tables_.emplace(text, text);
            }
        });
    }

    /// The table that a step reads without an index, or with one that is made for this once; null where it reads none.
    static const std::string* scanned(const std::map<std::string, std::string>& names, std::string_view step) {
        const bool searches = step.starts_with("SEARCH ");
        if (!searches && !step.starts_with("SCAN ")) return nullptr;
        step.remove_prefix(searches ? 7 : 5);
        const std::string* table = nullptr;
        std::size_t length = 0;
        for (const auto& [name, own] : names) { // the longest, since a name can have spaces
            const bool fits = step.starts_with(name) && (step.size() == name.size() || step[name.size()] == ' ');
            if (!fits || name.size() < length) continue;
            table = &own;
            length = name.size();
        }
        step.remove_prefix(length);
        if (searches) return step.starts_with(" USING AUTOMATIC ") ? table : nullptr;
        return step.starts_with(" USING ") ? nullptr : table;
    }

    passing_statements<Connection> statements_;
    std::map<std::string, std::string> tables_;
    std::map<std::string, std::int64_t> rows_;
};

} // namespace stoa::testing::detail

#endif
