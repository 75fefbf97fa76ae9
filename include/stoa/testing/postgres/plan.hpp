// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_POSTGRES_PLAN_HPP
#define STOA_TESTING_POSTGRES_PLAN_HPP

// What PostgreSQL's EXPLAIN says of the plan that serves for all values of the parameters (manual, PREPARE, Notes), in
// YAML: one property a line, those of a step one after another and before those of the steps below.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/postgres.hpp"
#include "stoa/dialect/table_name.hpp"
#include "stoa/query/statement_info.hpp"
#include "stoa/testing/table_scan.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::testing::detail {

/// The value of a property where the line is about that one: `name: "value"`; empty otherwise.
inline std::string yaml_value(std::string_view line, std::string_view name) {
    while (line.starts_with(' ') || line.starts_with('-')) line.remove_prefix(1);
    if (!line.starts_with(name)) return {};
    line.remove_prefix(name.size());
    if (!line.starts_with(": \"") || !line.ends_with('"')) return {};
    line = line.substr(3, line.size() - 4);
    std::string value;
    for (std::size_t i = 0; i != line.size(); ++i) {
        if (line[i] == '\\' && i + 1 != line.size()) ++i; // quotes and backslashes; a name has no control characters
        value += line[i];
    }
    return value;
}

/// The steps that read a whole table.
inline std::vector<scan_step> read_plan(std::string_view yaml) {
    std::vector<scan_step> found;
    bool scans = false;
    while (!yaml.empty()) {
        const std::size_t end = yaml.find('\n');
        const std::string_view line = yaml.substr(0, end);
        yaml = end == std::string_view::npos ? std::string_view{} : yaml.substr(end + 1);
        if (const std::string type = yaml_value(line, "Node Type"); !type.empty()) {
            scans = type == "Seq Scan";
            if (scans) found.emplace_back().plan = type;
        }
        if (!scans) continue;
        scan_step& step = found.back();
        if (std::string name = yaml_value(line, "Relation Name"); !name.empty()) {
            step.plan += " on " + name;
            step.table = std::move(name);
        }
        if (std::string name = yaml_value(line, "Schema"); !name.empty()) step.schema_name = std::move(name);
        if (const std::string filter = yaml_value(line, "Filter"); !filter.empty()) step.plan += ", filter " + filter;
    }
    return found;
}

template <class Connection>
class plan_reader<dialect::postgres, Connection> {
public:
    explicit plan_reader(session<Connection>& db) : db_(db), statements_(db) {}

    template <class F>
    static void with(session<Connection>& db, F f) {
        plan_reader reader(db);
        try {
            db.transaction([&] {
                db.execute("SET LOCAL plan_cache_mode = force_generic_plan");
                f(reader);
                throw undo{};
            });
        } catch (const undo&) {}
    }

    std::vector<scan_step> scans(const registered_statement& statement) {
        static constexpr result_column plan{{type_kind::text}};
        const statement_info& info = *statement.info;
        db_.execute("PREPARE \"stoa_explained\"" + types_of(info) + " AS " + std::string(info.sql));
        std::string nulls;
        for (std::size_t i = 0; i != info.parameters.size(); ++i) nulls += i == 0 ? "(NULL" : ", NULL";
        if (!nulls.empty()) nulls += ')';
        std::vector<scan_step> found = statements_.run(
            "EXPLAIN (VERBOSE, COSTS OFF, FORMAT YAML) EXECUTE \"stoa_explained\"" + nulls, {&plan, 1}, [](auto& rows) {
                native::text text;
                if (rows.next()) rows.read(0, text);
                return read_plan(text);
            });
        db_.execute("DEALLOCATE \"stoa_explained\"");
        return found;
    }

    /// By the statistics; counted where there are none (manual, pg_class, reltuples).
    std::int64_t rows(const scan_step& step) {
        const auto [place, is_new] = rows_.try_emplace({step.schema_name, step.table});
        if (!is_new) return place->second;
        place->second = db_.run(
            estimate,
            [&](auto& bind) {
                bind(step.schema_name);
                bind(step.table);
            },
            &passing_statements<Connection>::template number_in<typename Connection::statement_type>);
        if (place->second <= 0)
            place->second = statements_.count_rows(write_text([&](text_sink& out) {
                write_qualified_name<dialect::postgres>(out, std::string_view(step.schema_name),
                                                        std::string_view(step.table));
            }));
        return place->second;
    }

private:
    struct undo {}; // leaves the transaction

    static std::string types_of(const statement_info& info) {
        if (info.parameters.empty()) return {};
        return write_text([&](text_sink& out) {
            out << '(';
            for (std::size_t i = 0; i != info.parameters.size(); ++i) {
                const type_def& type = info.parameters[i];
                if (i != 0) out << ", ";
                if (!type.enum_name.empty() && !type.list) {
                    out << "unknown"; // as a session leaves it to the server
                    continue;
                }
                const bool is_array = type.kind == type_kind::array;
                dialect::postgres::scalar_name(out, is_array ? element_of(type) : type);
                if (is_array || type.list) out << "[]";
            }
            out << ')';
        });
    }

    static constexpr std::array<type_def, 2> names{{{type_kind::text}, {type_kind::text}}};
    static constexpr result_column number{{type_kind::int64}};
    static constexpr statement_info estimate{
        "SELECT reltuples::bigint FROM pg_catalog.pg_class WHERE oid = format('%I.%I', $1, $2)::regclass",
        names,
        {&number, 1}};

    session<Connection>& db_;
    passing_statements<Connection> statements_; // outlives the transaction
    std::map<std::pair<std::string, std::string>, std::int64_t> rows_;
};

} // namespace stoa::testing::detail

#endif
