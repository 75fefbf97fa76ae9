// SPDX-License-Identifier: BSL-1.0
// Every class of failure has the portable code, the SQLSTATE, the statement, the constraint, and no value.

#include "with_server.hpp"

#include <cstdint>
#include <thread>

namespace postgres_driver {
namespace {

const stoa::table_def& books();

constexpr stoa::column_list columns(std::initializer_list<std::size_t> positions) {
    stoa::column_list list;
    for (std::size_t position : positions) list.add(position);
    return list;
}

constexpr stoa::column_def book_columns[]{{"id", {type_kind::int64}},
                                          {"author_id", {type_kind::int64}},
                                          {"isbn", {type_kind::text}},
                                          {"price", {type_kind::int32}}};
constexpr stoa::unique_def book_uniques[]{{stoa::identifier("uq_books_isbn"), columns({2, 1})}};
constexpr stoa::foreign_key_def book_keys[]{
    {.name = stoa::identifier("fk_books_author_id"), .columns = columns({1}), .target = {}, .target_columns = {}}};
constexpr stoa::index_def book_indexes[]{
    {.name = stoa::identifier("ix_books_price"), .terms = {}, .columns = columns({3}), .included = {}, .unique = true}};
constexpr stoa::ast::node book_price_check[]{
    {.kind = stoa::ast::op::greater_equal, .arity = 2, .extent = 3},
    {.kind = stoa::ast::op::column, .index = 3, .table = {&books, "book"}},
    {.kind = stoa::ast::op::literal, .type = {type_kind::int32}},
};
constexpr stoa::check_def book_checks[]{{stoa::identifier("ck_books_price"), book_price_check}};
constexpr stoa::table_def book_table{"books",      book_columns, stoa::identifier("pk_books"),
                                     columns({0}), book_uniques, book_keys,
                                     book_checks,  book_indexes};
const stoa::table_def& books() {
    return book_table;
}

class postgres_error : public with_server {
protected:
    void SetUp() override {
        with_server::SetUp();
        if (IsSkipped()) return;
        db().execute("CREATE TEMP TABLE authors (id bigint CONSTRAINT pk_authors PRIMARY KEY);"
                     "CREATE TEMP TABLE books (id bigint CONSTRAINT pk_books PRIMARY KEY,"
                     " author_id bigint NOT NULL CONSTRAINT fk_books_author_id REFERENCES authors,"
                     " isbn text NOT NULL, price integer CONSTRAINT ck_books_price CHECK (price >= 0),"
                     " CONSTRAINT uq_books_isbn UNIQUE (isbn, author_id));"
                     "CREATE UNIQUE INDEX ix_books_price ON books (price);"
                     "INSERT INTO authors VALUES (1); INSERT INTO books VALUES (1, 1, 'secret-isbn', 5)");
    }

    stoa::error_info refused_book(std::int64_t id, std::int64_t author, std::string_view isbn, std::int32_t price) {
        return caught([&] { run(insert_, id, author, isbn, price); });
    }

    static void expect_constraint(const stoa::error_info& info, errc code, std::string_view state,
                                  std::string_view name, const std::vector<std::string>& names) {
        EXPECT_EQ(info.code, code) << info.message;
        EXPECT_EQ(info.native_code, state);
        EXPECT_EQ(info.constraint.name, name);
        EXPECT_EQ(info.constraint.table, "books");
        EXPECT_EQ(info.constraint.columns, names);
        EXPECT_TRUE(info.sql.starts_with("INSERT INTO books"));
        EXPECT_EQ(info.message.find("secret"), std::string::npos) << info.message;
    }

    void expect_error(const char* sql, errc code, std::string_view state) {
        const statement_info& info = define(sql);
        const stoa::error_info error = caught([&] { run(info); });
        EXPECT_EQ(error.code, code) << sql << ": " << error.message;
        EXPECT_EQ(error.native_code, state) << sql << ": " << error.message;
        EXPECT_EQ(error.sql, sql);
        EXPECT_TRUE(error.message.ends_with('.')) << error.message;
    }

    const statement_info& insert_ =
        define("INSERT INTO books VALUES ($1, $2, $3, $4)",
               {{type_kind::int64}, {type_kind::int64}, {type_kind::text}, {type_kind::int32}}, {}, &book_table);
};

TEST_F(postgres_error, names_the_constraint_and_its_columns) {
    expect_constraint(refused_book(2, 1, "secret-isbn", 6), errc::unique_violation, "23505", "uq_books_isbn",
                      {"isbn", "author_id"});
    expect_constraint(refused_book(1, 1, "secret-2", 6), errc::unique_violation, "23505", "pk_books", {"id"});
    expect_constraint(refused_book(2, 1, "secret-2", 5), errc::unique_violation, "23505", "ix_books_price", {"price"});
    expect_constraint(refused_book(2, 7, "secret-2", 6), errc::foreign_key_violation, "23503", "fk_books_author_id",
                      {"author_id"});
    expect_constraint(refused_book(2, 1, "secret-2", -1), errc::check_violation, "23514", "ck_books_price", {"price"});
    const statement_info& null_author =
        define("INSERT INTO books VALUES (2, $1, 'x', 6)", {{type_kind::int64}}, {}, &book_table);
    const stoa::error_info info = caught([&] {
        stoa::postgres::statement& statement = db().prepare(null_author);
        const finisher finish{statement};
        statement.bind_null(0);
        statement.execute(fetch::together);
    });
    expect_constraint(info, errc::not_null_violation, "23502", "", {"author_id"});
    EXPECT_THROW(run(insert_, std::int64_t{1}, std::int64_t{1}, std::string_view("x"), 6), stoa::constraint_violation);
}

TEST_F(postgres_error, names_the_key_that_refers_to_a_row_that_goes) {
    const stoa::error_info info = caught([&] { run(define("DELETE FROM authors")); });
    EXPECT_EQ(info.code, errc::foreign_key_violation);
    EXPECT_EQ(info.constraint.name, "fk_books_author_id");
    EXPECT_EQ(info.constraint.table, "books");
    EXPECT_TRUE(info.constraint.columns.empty());
}

TEST_F(postgres_error, of_an_exclusion_constraint_is_one_of_uniqueness) {
    db().execute("CREATE TEMP TABLE spans (s int4range, CONSTRAINT ex_spans EXCLUDE USING gist (s WITH &&));"
                 "INSERT INTO spans VALUES ('[1,5)')");
    const stoa::error_info info = caught([&] { run(define("INSERT INTO spans VALUES ('[4,9)')")); });
    EXPECT_EQ(info.code, errc::unique_violation);
    EXPECT_EQ(info.native_code, "23P01");
    EXPECT_EQ(info.constraint.name, "ex_spans");
}

TEST_F(postgres_error, reads_as_a_sentence_with_a_remedy) {
    try {
        run(insert_, std::int64_t{2}, std::int64_t{1}, std::string_view("secret-isbn"), 6);
        FAIL();
    } catch (const stoa::error& error) {
        EXPECT_STREQ(error.what(), "stoa: unique_violation: duplicate key value violates unique constraint "
                                   "\"uq_books_isbn\". Use another value, or an upsert."
                                   "\n  constraint: uq_books_isbn\n  table: books\n  native code: 23505"
                                   "\n  statement: INSERT INTO books VALUES ($1, $2, $3, $4)");
    }
}

TEST_F(postgres_error, never_shows_a_value) {
    const stoa::error_info info =
        caught([&] { run(define("SELECT $1::integer", {{type_kind::text}}), std::string_view("a \"secret\" value")); });
    EXPECT_EQ(info.code, errc::invalid_value);
    EXPECT_EQ(info.message, "invalid input syntax for type integer: \"...\". Check the values bound to the statement.");
    const stoa::error_info range =
        caught([&] { run(define("SELECT $1::integer", {{type_kind::text}}), std::string_view("98765432109876")); });
    EXPECT_EQ(range.code, errc::out_of_range);
    EXPECT_EQ(range.message.find("98765"), std::string::npos) << range.message;
    const stoa::error_info bytes = caught([&] {
        run(define("SELECT convert_from($1, 'UTF8')", {{type_kind::bytes}}),
            native::bytes(std::as_bytes(std::span("\xFF\xFE"))));
    });
    EXPECT_EQ(bytes.code, errc::invalid_value);
    EXPECT_EQ(bytes.message, "the server refused a value. Check the values bound to the statement.");
}

TEST_F(postgres_error, of_the_statement_has_its_class) {
    expect_error("SELEC 1", errc::syntax_error, "42601");
    expect_error("SELECT nothing FROM books", errc::undefined_object, "42703");
    expect_error("SELECT 1 FROM nothing", errc::undefined_object, "42P01");
    expect_error("SELECT nothing(1)", errc::undefined_object, "42883");
    expect_error("CREATE TABLE nothing.t (a integer)", errc::undefined_object, "3F000");
    expect_error("SELECT 1 = 'x'::text", errc::undefined_object, "42883");
    expect_error("SELECT id FROM books GROUP BY isbn", errc::syntax_error, "42803");
    expect_error("CREATE TEMP TABLE books (a integer)", errc::duplicate_object, "42P07");
    expect_error("ALTER TABLE books ADD price integer", errc::duplicate_object, "42701");
    expect_error("ALTER TABLE books ADD CONSTRAINT ck_books_price CHECK (true)", errc::duplicate_object, "42710");
    expect_error("SELECT 1 / 0", errc::invalid_value, "22012");
    expect_error("SELECT 2147483647 + 1", errc::out_of_range, "22003");
    expect_error("SELECT '2024-02-31'::date", errc::out_of_range, "22008");
    expect_error("SELECT repeat('x', 2000000000)", errc::resources_exhausted, "54000");
    expect_error("SAVEPOINT s", errc::usage, "25P01");
    expect_error("SELECT 1; SELECT 2", errc::syntax_error, "42601");
}

TEST_F(postgres_error, of_rights_and_state_has_its_class) {
    db().execute("SET ROLE pg_monitor");
    expect_error("SELECT * FROM pg_authid", errc::permission_denied, "42501");
    db().execute("RESET ROLE");
    db().execute("BEGIN READ ONLY");
    expect_error("CREATE TABLE never_made (a integer)", errc::read_only, "25006");
    expect_error("SELECT 1", errc::transaction_aborted, "25P02");
    db().execute("ROLLBACK");
    db().execute("SET statement_timeout = 50");
    expect_error("SELECT pg_sleep(30)", errc::timeout, "57014");
    db().execute("RESET statement_timeout");
    expect_error("SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(30)", errc::canceled, "57014");
}

class postgres_conflict : public postgres_error {
protected:
    void SetUp() override {
        postgres_error::SetUp();
        if (IsSkipped()) return;
        db().execute("CREATE SCHEMA " + schema_ + "; SET search_path TO " + schema_ +
                     "; CREATE TABLE shared_counters (id integer PRIMARY KEY, n integer);"
                     "INSERT INTO shared_counters VALUES (1, 0), (2, 0); SET deadlock_timeout = 20");
        other_.emplace(server_url());
        other_->execute("SET search_path TO " + schema_);
    }
    void TearDown() override {
        other_.reset();
        if (IsSkipped()) return;
        if (db().in_transaction()) db().execute("ROLLBACK");
        db().execute("DROP SCHEMA " + schema_ + " CASCADE");
    }

    const std::string schema_ = "conflict_" + std::to_string(getpid()); // tests of one server run side by side

    std::optional<stoa::postgres::connection> other_;
};

TEST_F(postgres_conflict, with_a_lock_is_busy) {
    other_->execute("BEGIN; UPDATE shared_counters SET n = 1");
    expect_error("SELECT * FROM shared_counters FOR UPDATE NOWAIT", errc::busy, "55P03");
    db().execute("SET lock_timeout = 20");
    expect_error("UPDATE shared_counters SET n = 2", errc::busy, "55P03");
    other_->execute("ROLLBACK");
}

TEST_F(postgres_conflict, of_snapshots_is_a_serialization_failure) {
    db().execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT * FROM shared_counters");
    other_->execute("UPDATE shared_counters SET n = 1");
    expect_error("UPDATE shared_counters SET n = 2", errc::serialization_failure, "40001");
    db().execute("ROLLBACK");
}

TEST_F(postgres_conflict, of_two_that_wait_for_each_other_is_a_deadlock) {
    other_->execute("SET deadlock_timeout = '1min'"); // so that the first one finds it
    other_->execute("BEGIN; UPDATE shared_counters SET n = 1 WHERE id = 2");
    db().execute("BEGIN; UPDATE shared_counters SET n = 1 WHERE id = 1");
    std::thread waiting([&] { other_->execute("UPDATE shared_counters SET n = 2 WHERE id = 1"); });
    expect_error("UPDATE shared_counters SET n = 2 WHERE id = 2", errc::deadlock, "40P01");
    db().execute("ROLLBACK");
    waiting.join();
    other_->execute("ROLLBACK");
}

} // namespace
} // namespace postgres_driver
