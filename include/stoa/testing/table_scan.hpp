// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_TABLE_SCAN_HPP
#define STOA_TESTING_TABLE_SCAN_HPP

// A statement that reads a whole table, as a value, and what each database's reader of plans provides.

#include "stoa/core/list_view.hpp"
#include "stoa/driver/connection.hpp"
#include "stoa/query/registry.hpp"
#include "stoa/query/statement_info.hpp"
#include "stoa/session/session.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>

namespace stoa::testing {

/// A table that a statement reads from its first row to its last.
struct table_scan {
    std::string statement; ///< its text
    std::string source;    ///< the C++ type it is made from
    std::string table;
    std::int64_t rows = 0; ///< of the table
    std::string plan;      ///< what the database says of this step

    friend bool operator==(const table_scan&, const table_scan&) = default;
};

/// Such as: "books" is read from its first row to its last, 20000 in all: SCAN books; then the statement and where it
/// comes from.
inline std::string to_string(const table_scan& given) {
    return "\"" + given.table + "\" is read from its first row to its last, " + std::to_string(given.rows) +
           " in all: " + given.plan + "\n  statement: " + given.statement + "\n  source: " + given.source;
}

namespace detail {

/// A step of a plan that reads a whole table.
struct scan_step {
    std::string schema_name; ///< empty where there are no namespaces
    std::string table;
    std::string plan;
};

/// Specialised for each dialect, with
///   `static void with(session&, f)`: `f(reader)`, and afterwards everything is as before;
///   `std::vector<scan_step> scans(const registered_statement&)`;
///   `std::int64_t rows(const scan_step&)` of the table.
template <class Dialect, class Connection>
class plan_reader;

/// Statements that are made while the program runs. They go with this object, and with them all that the connection has
/// prepared, which it prepares again when it is needed.
template <class Connection>
class passing_statements {
public:
    explicit passing_statements(session<Connection>& db) : db_(db) {}
    passing_statements(const passing_statements&) = delete;
    passing_statements& operator=(const passing_statements&) = delete;
    ~passing_statements() {
        if (!prepared_) return;
        try {
            db_.connection().forget_statements();
        } catch (const error&) {} // a connection that is lost has forgotten them
    }

    /// Runs a statement without parameters and returns what `consume(statement)` does.
    template <class Consume>
    decltype(auto) run(std::string sql, list_view<const result_column> results, Consume consume) {
        one& made = kept_.emplace_back();
        made.sql = std::move(sql);
        made.info = {made.sql, {}, results};
        return db_.run(
            made.info, [this](auto&) { prepared_ = true; }, consume);
    }

    std::int64_t count_rows(const std::string& quoted_table) {
        static constexpr result_column number{{type_kind::int64}};
        return run("SELECT count(*) FROM " + quoted_table, {&number, 1},
                   &number_in<typename Connection::statement_type>);
    }

    /// The number in the first row of a result, 0 where there is none.
    template <class Statement>
    static std::int64_t number_in(Statement& statement) {
        std::int64_t value = 0;
        if (statement.next()) statement.read(0, value);
        return value;
    }

private:
    struct one {
        std::string sql;
        statement_info info;
    };

    session<Connection>& db_;
    std::deque<one> kept_;
    bool prepared_ = false;
};

} // namespace detail
} // namespace stoa::testing

#endif
