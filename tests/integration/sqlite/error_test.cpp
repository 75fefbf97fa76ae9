// SPDX-License-Identifier: BSL-1.0
#include "support.hpp"

namespace {

using namespace sqlite_test;
using stoa::errc;
using stoa::sqlite::connection;
using names = std::vector<std::string>;

class sqlite_error : public testing::Test {
protected:
    sqlite_error() { db.execute(schema); }

    stoa::error failing(std::string sql, const stoa::table_def* target = &book) {
        const auto error = error_of_sql(db, sql, target);
        EXPECT_TRUE(error) << sql;
        if (!error) return stoa::error();
        EXPECT_EQ(error->sql(), sql);
        return *error;
    }

    connection db{"sqlite::memory:"};
};

TEST_F(sqlite_error, a_duplicate_primary_key_is_named) {
    const auto error = failing("INSERT INTO book VALUES (1, 1, 1, 'i-2', 'Two', 1)");
    EXPECT_EQ(error.code(), errc::unique_violation);
    EXPECT_EQ(error.native_code(), "1555");
    EXPECT_EQ(error.constraint().name, "pk_book");
    EXPECT_EQ(error.constraint().table, "book");
    EXPECT_EQ(error.constraint().columns, names{"id"});
}

TEST_F(sqlite_error, a_composite_unique_constraint_is_named) {
    const auto error = failing("INSERT INTO book VALUES (2, 1, 1, 'i-2', 'One', 1)");
    EXPECT_EQ(error.code(), errc::unique_violation);
    EXPECT_EQ(error.native_code(), "2067");
    EXPECT_EQ(error.constraint().name, "uq_book_title_volume");
    EXPECT_EQ(error.constraint().columns, (names{"title", "volume"}));
    EXPECT_EQ(error.info().message,
              "another row of \"book\" has the same \"title\", \"volume\". Change the value, or write an upsert.");
}

TEST_F(sqlite_error, a_unique_index_is_named) {
    const auto error = failing("INSERT INTO book VALUES (2, 1, 1, 'i-1', 'Two', 1)");
    EXPECT_EQ(error.code(), errc::unique_violation);
    EXPECT_EQ(error.constraint().name, "ix_book_isbn");
    EXPECT_EQ(error.constraint().columns, names{"isbn"});
}

TEST_F(sqlite_error, a_unique_index_on_an_expression_is_named_by_sqlite) {
    db.execute("CREATE UNIQUE INDEX ix_lower ON book (lower(title))");
    const auto error = failing("INSERT INTO book VALUES (2, 1, 1, 'i-2', 'ONE', 1)");
    EXPECT_EQ(error.code(), errc::unique_violation);
    EXPECT_EQ(error.constraint().name, "ix_lower");
    EXPECT_EQ(error.constraint().table, "book");
}

TEST_F(sqlite_error, without_a_definition_the_name_comes_from_the_create_table) {
    EXPECT_EQ(failing("INSERT INTO book VALUES (1, 1, 1, 'i-2', 'Two', 1)", nullptr).constraint().name, "pk_book");
    EXPECT_EQ(failing("INSERT INTO book VALUES (2, 1, 1, 'i-2', 'One', 1)", nullptr).constraint().name,
              "uq_book_title_volume");
}

TEST_F(sqlite_error, names_may_contain_dots_commas_and_quotes) {
    static constexpr stoa::column_def odd_columns[] = {{"a, odd.b", text}, {"c\"d", text}};
    static constexpr stoa::unique_def odd_uniques[] = {{stoa::identifier("uq_odd"), columns<0, 1>()}};
    static constexpr stoa::table_def odd{"od.d", odd_columns, {}, {}, odd_uniques, {}, {}, {}};
    db.execute(
        R"(CREATE TABLE "od.d" ("a, odd.b" TEXT, "c""d" TEXT, CONSTRAINT "u ""q" UNIQUE ("a, odd.b", "c""d")) STRICT;
                  INSERT INTO "od.d" VALUES ('x', 'y'))");
    const auto error = failing(R"(INSERT INTO "od.d" VALUES ('x', 'y'))", &odd);
    EXPECT_EQ(error.constraint().name, "uq_odd");
    EXPECT_EQ(error.constraint().columns, (names{"a, odd.b", "c\"d"}));
}

TEST_F(sqlite_error, a_missing_value_names_its_column) {
    const auto error = failing("INSERT INTO book VALUES (2, 1, 1, 'i-2', NULL, 1)");
    EXPECT_EQ(error.code(), errc::not_null_violation);
    EXPECT_EQ(error.native_code(), "1299");
    EXPECT_EQ(error.constraint().table, "book");
    EXPECT_EQ(error.constraint().columns, names{"title"});
}

TEST_F(sqlite_error, a_check_is_named) {
    const auto error = failing("UPDATE book SET volume = 0");
    EXPECT_EQ(error.code(), errc::check_violation);
    EXPECT_EQ(error.native_code(), "275");
    EXPECT_EQ(error.constraint().name, "ck_book_volume");
    EXPECT_EQ(error.constraint().table, "book");
}

TEST_F(sqlite_error, a_value_of_the_wrong_type_is_invalid) {
    const auto strict = failing("UPDATE book SET volume = 'x'");
    EXPECT_EQ(strict.code(), errc::invalid_value);
    EXPECT_EQ(strict.native_code(), "3091");
    EXPECT_EQ(strict.constraint().columns, names{"volume"});
    const auto key = failing("UPDATE author SET id = 'x'", &author);
    EXPECT_EQ(key.code(), errc::invalid_value);
}

TEST_F(sqlite_error, faults_of_the_statement_have_their_codes) {
    EXPECT_EQ(failing("SELEC 1").code(), errc::syntax_error);
    EXPECT_EQ(failing("SELECT (1").code(), errc::syntax_error);
    EXPECT_EQ(failing("SELECT * FROM nowhere").code(), errc::undefined_object);
    EXPECT_EQ(failing("SELECT nosuch FROM book").code(), errc::undefined_object);
    EXPECT_EQ(failing("SELECT no_function(1)").code(), errc::undefined_object);
    EXPECT_EQ(failing("INSERT INTO book (nosuch) VALUES (1)").code(), errc::undefined_object);
    EXPECT_EQ(failing("CREATE TABLE book (a INTEGER)").code(), errc::duplicate_object);
    EXPECT_EQ(failing("CREATE INDEX ix_book_isbn ON book (isbn)").code(), errc::duplicate_object);
    EXPECT_EQ(failing("ALTER TABLE book ADD COLUMN isbn TEXT").code(), errc::duplicate_object);
    EXPECT_EQ(failing("COMMIT").code(), errc::usage);
    EXPECT_EQ(failing("RELEASE nosuch").code(), errc::usage);
    EXPECT_EQ(failing("SELECT abs(-9223372036854775808)").code(), errc::out_of_range);
    EXPECT_EQ(failing("SELECT sum(v) FROM (SELECT 9223372036854775807 AS v UNION ALL SELECT 1)").code(),
              errc::out_of_range);
    EXPECT_EQ(failing("SELECT zeroblob(2000000000)").code(), errc::resources_exhausted);
    EXPECT_EQ(failing("").code(), errc::syntax_error);
}

TEST_F(sqlite_error, the_exception_type_follows_the_code) {
    const auto run = [&](std::string sql) {
        one_statement statement(db, std::move(sql), &book);
        statement->execute(stoa::driver::fetch::together);
    };
    EXPECT_THROW(run("UPDATE book SET volume = 0"), stoa::constraint_violation);
    EXPECT_THROW(run("SELEC"), stoa::statement_error);
    EXPECT_THROW(run("UPDATE book SET volume = 'x'"), stoa::mapping_error);
}

TEST_F(sqlite_error, a_failed_statement_can_be_used_again) {
    one_statement insert(db, "INSERT INTO author VALUES (?1, 'Cy')", &author);
    for (const std::int64_t id : {1, 2}) {
        insert->bind(0, id);
        EXPECT_TRUE(error_of([&] { insert->execute(stoa::driver::fetch::together); }));
    }
    insert->bind(0, std::int64_t{3});
    insert->execute(stoa::driver::fetch::together);
    EXPECT_EQ(insert->affected_rows(), 1);
}

TEST_F(sqlite_error, a_script_names_the_statement_that_failed) {
    const auto error = error_of([&] {
        db.execute("CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT; -- the key\n"
                   "  INSERT INTO t VALUES (1);\n  INSERT INTO t VALUES (1);\n  INSERT INTO t VALUES (2)");
    });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::unique_violation);
    EXPECT_EQ(error->sql(), "INSERT INTO t VALUES (1);");
    EXPECT_EQ(ask(db, "SELECT count(*) FROM t"), 1); // what stood before it has been done
}

TEST_F(sqlite_error, a_script_with_bad_syntax_names_the_statement) {
    const auto error = error_of([&] { db.execute("SELECT 1;\nSELEC a FROM b;\nSELECT 2"); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::syntax_error);
    EXPECT_EQ(error->sql(), "SELEC a FROM b");
    const auto missing = error_of([&] { db.execute("SELECT 1;\nSELECT a FROM b;\nSELECT 2"); });
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->code(), errc::undefined_object);
    EXPECT_EQ(missing->sql().substr(0, 15), "SELECT a FROM b");
}

TEST_F(sqlite_error, a_script_may_be_empty_or_only_comments_but_not_hold_nul) {
    EXPECT_NO_THROW(db.execute(""));
    EXPECT_NO_THROW(db.execute("  ;; -- nothing\n /* here */ "));
    EXPECT_NO_THROW(db.execute("SELECT ';' /* ; */; CREATE TRIGGER g AFTER INSERT ON shelf BEGIN SELECT 1; END"));
    const auto error = error_of([&] { db.execute(std::string_view("SELECT 1\0; DROP TABLE book", 26)); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::syntax_error);
}

} // namespace
