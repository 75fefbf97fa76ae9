// SPDX-License-Identifier: BSL-1.0
#include "support.hpp"

namespace {

using namespace sqlite_test;
using stoa::errc;
using stoa::sqlite::connection;
using names = std::vector<std::string>;

class sqlite_foreign_key : public testing::Test {
protected:
    sqlite_foreign_key() { db.execute(schema); }

    stoa::constraint_info violated(std::string sql, const stoa::table_def* target) {
        const bool before = db.in_transaction();
        const auto changes = ask_text(db, everything);
        const auto error = error_of_sql(db, sql, target);
        EXPECT_TRUE(error) << sql;
        if (!error) return {};
        EXPECT_EQ(error->code(), errc::foreign_key_violation) << error->what();
        EXPECT_EQ(error->native_code(), "787");
        EXPECT_EQ(error->sql(), sql);
        // Finding out leaves no trace.
        EXPECT_EQ(db.in_transaction(), before);
        EXPECT_EQ(ask_text(db, everything), changes);
        EXPECT_EQ(ask(db, "PRAGMA foreign_keys"), 1);
        return error->constraint();
    }

    static constexpr const char* everything = "SELECT (SELECT count(*) || ',' || total(author_id + shelf_id) FROM "
                                              "book) || ',' || (SELECT total(id) FROM author) "
                                              "|| ',' || (SELECT total(id) FROM shelf)";

    connection db{"sqlite::memory:"};
};

TEST_F(sqlite_foreign_key, an_insert_names_the_one_of_two_keys_that_refused_it) {
    const auto first = violated("INSERT INTO book VALUES (2, 9, 1, 'i-2', 'Two', 1)", &book);
    EXPECT_EQ(first.name, "fk_book_author");
    EXPECT_EQ(first.table, "book");
    EXPECT_EQ(first.columns, names{"author_id"});
    const auto second = violated("INSERT INTO book VALUES (2, 1, 9, 'i-2', 'Two', 1)", &book);
    EXPECT_EQ(second.name, "fk_book_shelf");
    EXPECT_EQ(second.columns, names{"shelf_id"});
}

TEST_F(sqlite_foreign_key, an_insert_that_violates_both_keys_names_the_first) {
    EXPECT_EQ(violated("INSERT INTO book VALUES (2, 9, 9, 'i-2', 'Two', 1)", &book).name, "fk_book_author");
}

TEST_F(sqlite_foreign_key, an_update_names_the_key) {
    EXPECT_EQ(violated("UPDATE book SET shelf_id = 9", &book).name, "fk_book_shelf");
    EXPECT_EQ(violated("UPDATE book SET author_id = 9", &book).name, "fk_book_author");
}

TEST_F(sqlite_foreign_key, deleting_what_is_referred_to_names_the_other_tables_key) {
    const auto key = violated("DELETE FROM author WHERE id = 1", &author);
    EXPECT_EQ(key.name, "fk_book_author");
    EXPECT_EQ(key.table, "book");
    EXPECT_EQ(key.columns, names{"author_id"});
}

TEST_F(sqlite_foreign_key, changing_a_key_that_is_referred_to_names_the_other_tables_key) {
    EXPECT_EQ(violated("UPDATE author SET id = id + 10", &author).name, "fk_book_author");
}

TEST_F(sqlite_foreign_key, several_tables_may_refer_to_the_target) {
    db.execute(R"(CREATE TABLE "prize" ("author_id" INTEGER NOT NULL, CONSTRAINT "fk_prize_author"
                  FOREIGN KEY ("author_id") REFERENCES "author" ("id")) STRICT; INSERT INTO prize VALUES (2);)");
    EXPECT_EQ(violated("DELETE FROM author WHERE id = 1", &author).name, "fk_book_author");
    const auto key = violated("DELETE FROM author WHERE id = 2", &author);
    EXPECT_EQ(key.table, "prize");
    EXPECT_EQ(key.columns, names{"author_id"});
    EXPECT_EQ(key.name, "fk_prize_author"); // read from its CREATE TABLE
}

TEST_F(sqlite_foreign_key, restrict_is_found_among_several) {
    // SQLite carries RESTRICT out by a trigger of its own and reports that one's code.
    db.execute(
        R"(CREATE TABLE "a" ("x" INTEGER, CONSTRAINT "fk_a" FOREIGN KEY ("x") REFERENCES "author" ("id") ON DELETE RESTRICT) STRICT;
                  CREATE TABLE "b" ("x" INTEGER, CONSTRAINT "fk_b" FOREIGN KEY ("x") REFERENCES "author" ("id") ON DELETE RESTRICT) STRICT;
                  INSERT INTO b VALUES (2);)");
    const auto error = error_of_sql(db, "DELETE FROM author WHERE id = 2", &author);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::foreign_key_violation);
    EXPECT_EQ(error->native_code(), "1811");
    EXPECT_EQ(error->constraint().name, "fk_b");
}

TEST_F(sqlite_foreign_key, a_key_behind_a_cascade_is_found) {
    db.execute(R"(
        CREATE TABLE "series" ("id" INTEGER NOT NULL, CONSTRAINT "pk_series" PRIMARY KEY ("id")) STRICT;
        CREATE TABLE "part" ("id" INTEGER NOT NULL, "series_id" INTEGER NOT NULL, CONSTRAINT "pk_part" PRIMARY KEY ("id"),
            CONSTRAINT "fk_part_series" FOREIGN KEY ("series_id") REFERENCES "series" ("id") ON DELETE CASCADE) STRICT;
        CREATE TABLE "loan" ("part_id" INTEGER NOT NULL,
            CONSTRAINT "fk_loan_part" FOREIGN KEY ("part_id") REFERENCES "part" ("id")) STRICT;
        INSERT INTO series VALUES (1); INSERT INTO part VALUES (1, 1); INSERT INTO loan VALUES (1);)");
    static constexpr stoa::column_def series_columns[] = {{"id", integer}};
    static constexpr stoa::table_def series{
        "series", series_columns, stoa::identifier("pk_series"), columns<0>(), {}, {}, {}, {}};
    const auto key = violated("DELETE FROM series", &series);
    EXPECT_EQ(key.name, "fk_loan_part");
    EXPECT_EQ(key.table, "loan");
}

TEST_F(sqlite_foreign_key, a_composite_key_to_its_own_table_is_found) {
    db.execute(R"(
        CREATE TABLE "node" ("tree" INTEGER NOT NULL, "id" INTEGER NOT NULL, "up" INTEGER,
            CONSTRAINT "pk_node" PRIMARY KEY ("tree", "id"),
            CONSTRAINT "fk_node_up" FOREIGN KEY ("tree", "up") REFERENCES "node" ("tree", "id") ON DELETE RESTRICT)
            STRICT, WITHOUT ROWID;
        INSERT INTO node VALUES (1, 1, NULL), (1, 2, 1);)");
    static constexpr stoa::column_def node_columns[] = {{"tree", integer}, {"id", integer}, {"up", integer, true}};
    static constexpr stoa::table_def node{
        "node", node_columns, stoa::identifier("pk_node"), columns<0, 1>(), {}, {}, {}, {}};
    const auto error = error_of_sql(db, "DELETE FROM node WHERE id = 1", &node);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::foreign_key_violation);
    EXPECT_EQ(error->constraint().name, "fk_node_up");
    EXPECT_EQ(error->constraint().columns, (names{"tree", "up"}));
}

TEST_F(sqlite_foreign_key, rows_that_were_wrong_before_do_not_mislead) {
    db.execute(
        "PRAGMA foreign_keys = OFF; INSERT INTO book VALUES (7, 99, 1, 'i-7', 'Seven', 1); PRAGMA foreign_keys = ON");
    EXPECT_EQ(violated("INSERT INTO book VALUES (2, 1, 9, 'i-2', 'Two', 1)", &book).name, "fk_book_shelf");
    EXPECT_EQ(violated("INSERT INTO book VALUES (2, 9, 1, 'i-2', 'Two', 1)", &book).name, "fk_book_author");
}

TEST_F(sqlite_foreign_key, finding_out_inside_a_transaction_leaves_it_as_it_was) {
    db.execute("BEGIN; INSERT INTO shelf VALUES (3)");
    EXPECT_EQ(violated("INSERT INTO book VALUES (2, 1, 9, 'i-2', 'Two', 1)", &book).name, "fk_book_shelf");
    EXPECT_EQ(ask(db, "PRAGMA defer_foreign_keys"), 0);
    db.execute("COMMIT");
    EXPECT_EQ(ask(db, "SELECT count(*) FROM shelf"), 3);
}

TEST_F(sqlite_foreign_key, bound_values_are_used_again) {
    one_statement insert(db, "INSERT INTO book VALUES (2, ?1, ?2, ?3, 'Two', 1) RETURNING id", &book);
    const std::string isbn = "i-2";
    insert->bind(0, std::int64_t{1});
    insert->bind(1, std::int64_t{9});
    insert->bind(2, stoa::native::text(isbn));
    const auto error = error_of([&] { insert->execute(stoa::driver::fetch::together); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->constraint().name, "fk_book_shelf");
    insert->bind(1, std::int64_t{2});
    insert->execute(stoa::driver::fetch::together);
    ASSERT_TRUE(insert->next());
    EXPECT_FALSE(insert->next());
}

TEST_F(sqlite_foreign_key, a_deferred_key_fails_at_commit_without_a_name) {
    db.execute(R"(CREATE TABLE "late" ("a" INTEGER, CONSTRAINT "fk_late" FOREIGN KEY ("a") REFERENCES "author" ("id")
                  DEFERRABLE INITIALLY DEFERRED) STRICT; BEGIN; INSERT INTO late VALUES (9))");
    const auto error = error_of_sql(db, "COMMIT");
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::foreign_key_violation);
    EXPECT_EQ(error->constraint().name, "");
    EXPECT_TRUE(db.in_transaction()); // whoever commits must roll back
    db.execute("ROLLBACK");
}

TEST_F(sqlite_foreign_key, a_missing_referred_table_is_an_undefined_object) {
    db.execute("CREATE TABLE child (a INTEGER REFERENCES nowhere (id)) STRICT;"
               "CREATE TABLE half (a INTEGER REFERENCES book (volume)) STRICT");
    EXPECT_EQ(error_of_sql(db, "INSERT INTO child VALUES (1)")->code(), errc::undefined_object);
    EXPECT_EQ(error_of_sql(db, "INSERT INTO half VALUES (1)")->code(), errc::undefined_object);
}

} // namespace
