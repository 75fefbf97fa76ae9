// SPDX-License-Identifier: BSL-1.0
#include "support.hpp"

#include <deque>

namespace {

using namespace sqlite_test;
using stoa::errc;
using stoa::driver::fetch;
using stoa::sqlite::connection;

class sqlite_statement : public testing::Test {
protected:
    sqlite_statement() { db.execute(schema); }
    connection db{"sqlite::memory:"};
};

TEST_F(sqlite_statement, the_same_description_gives_the_same_statement) {
    static constexpr stoa::statement_info first{"SELECT 1", {}, {}, nullptr};
    static constexpr stoa::statement_info second{"SELECT 1", {}, {}, nullptr};
    stoa::sqlite::statement& prepared = db.prepare(first);
    EXPECT_EQ(&db.prepare(first), &prepared);
    EXPECT_NE(&db.prepare(second), &prepared); // the address is the key, not the text
    EXPECT_EQ(&db.prepare(first), &prepared);
    stoa::driver::connection& any = db;
    EXPECT_EQ(&any.prepare(first), &prepared);
}

TEST_F(sqlite_statement, a_thousand_statements_keep_their_places) {
    std::deque<statement_text> texts;
    std::vector<stoa::sqlite::statement*> prepared;
    connection many("sqlite::memory:");
    for (int i = 0; i != 1000; ++i) {
        texts.emplace_back("SELECT " + std::to_string(i));
        prepared.push_back(&many.prepare(texts.back().info));
    }
    for (std::size_t i = 0; i != texts.size(); ++i) {
        stoa::sqlite::statement& again = many.prepare(texts[i].info);
        ASSERT_EQ(&again, prepared[i]);
        again.execute(fetch::together);
        ASSERT_TRUE(again.next());
        std::int64_t value = -1;
        again.read(0, value);
        EXPECT_EQ(value, static_cast<std::int64_t>(i));
        again.finish();
    }
}

TEST_F(sqlite_statement, what_cannot_be_prepared_is_not_kept) {
    static constexpr stoa::statement_info info{"SELECT a FROM later", {}, {}, nullptr};
    for (int i = 0; i != 2; ++i) {
        const auto error = error_of([&] { db.prepare(info); });
        ASSERT_TRUE(error);
        EXPECT_EQ(error->code(), errc::undefined_object);
        EXPECT_EQ(error->sql(), info.sql);
    }
    db.execute("CREATE TABLE later (a INTEGER) STRICT");
    EXPECT_NO_THROW(db.prepare(info));
}

TEST_F(sqlite_statement, a_schema_change_under_a_prepared_statement_goes_unnoticed) {
    static constexpr stoa::statement_info info{"SELECT name FROM author WHERE id = ?1", {}, {}, nullptr};
    const auto name_of = [&](std::int64_t id) {
        stoa::sqlite::statement& question = db.prepare(info);
        question.bind(0, id);
        question.execute(fetch::together);
        EXPECT_TRUE(question.next());
        stoa::native::text name;
        question.read(0, name);
        std::string copy(name);
        question.finish();
        return copy;
    };
    EXPECT_EQ(name_of(1), "Ada");
    db.execute("ALTER TABLE author ADD COLUMN born INTEGER; CREATE INDEX ix_name ON author (name)");
    EXPECT_EQ(name_of(2), "Bo");
    db.execute("ALTER TABLE author RENAME TO writer");
    EXPECT_EQ(error_of([&] { name_of(1); })->code(), errc::undefined_object);
    db.execute("ALTER TABLE writer RENAME TO author");
    EXPECT_EQ(name_of(1), "Ada");
}

TEST_F(sqlite_statement, rows_come_one_after_the_other_and_then_no_more) {
    for (const fetch mode : {fetch::together, fetch::one_by_one}) {
        one_statement question(db, "SELECT id FROM author ORDER BY id");
        question->execute(mode);
        for (const std::int64_t expected : {1, 2}) {
            ASSERT_TRUE(question->next());
            std::int64_t id = 0;
            question->read(0, id);
            EXPECT_EQ(id, expected);
        }
        EXPECT_FALSE(question->next());
        EXPECT_FALSE(question->next());
        EXPECT_EQ(question->affected_rows(), 0);
    }
}

TEST_F(sqlite_statement, finish_throws_the_remaining_rows_away) {
    one_statement question(db, "SELECT id FROM author WHERE id >= ?1 ORDER BY id");
    for (const std::int64_t first : {1, 2}) {
        question->bind(0, first);
        question->execute(fetch::together);
        ASSERT_TRUE(question->next());
        std::int64_t id = 0;
        question->read(0, id);
        EXPECT_EQ(id, first);
        question->finish();
        EXPECT_FALSE(question->next());
    }
    db.execute("DROP TABLE book; DROP TABLE author"); // nothing is left open that would lock it
}

TEST_F(sqlite_statement, binding_while_rows_are_open_is_a_usage_error) {
    one_statement question(db, "SELECT id FROM author WHERE id >= ?1");
    question->bind(0, std::int64_t{1});
    question->execute(fetch::together);
    ASSERT_TRUE(question->next());
    EXPECT_EQ(error_of([&] { question->bind(0, std::int64_t{2}); })->code(), errc::usage);
}

TEST_F(sqlite_statement, an_error_in_the_first_row_surfaces_when_executing) {
    one_statement question(db, "SELECT abs(-9223372036854775808)");
    EXPECT_TRUE(error_of([&] { question->execute(fetch::one_by_one); }));
}

TEST_F(sqlite_statement, affected_rows_counts_the_last_execution_only) {
    one_statement update(db, "UPDATE author SET name = name || '!' WHERE id <= ?1");
    for (const std::int64_t last : {2, 0, 1}) {
        update->bind(0, last);
        update->execute(fetch::together);
        EXPECT_FALSE(update->next());
        EXPECT_EQ(update->affected_rows(), last);
        update->finish();
    }
    one_statement table(db, "CREATE TABLE other (a INTEGER) STRICT");
    table->execute(fetch::together);
    EXPECT_EQ(table->affected_rows(), 0);
    one_statement removal(db, "DELETE FROM book");
    removal->execute(fetch::together);
    EXPECT_EQ(removal->affected_rows(), 1);
}

TEST_F(sqlite_statement, a_writing_statement_has_ended_before_its_rows_are_read) {
    one_statement insert(db, "INSERT INTO author VALUES (3, 'Cy'), (4, 'Di') RETURNING id, name");
    for (const bool to_the_end : {true, false}) { // or only the first row
        insert->execute(fetch::together);
        EXPECT_EQ(insert->affected_rows(), 2);
        EXPECT_FALSE(db.in_transaction());
        EXPECT_EQ(ask(db, "SELECT count(*) FROM author"), 4);
        int rows = 0;
        while (insert->next()) {
            std::int64_t id = 0;
            stoa::native::text name;
            insert->read(0, id);
            insert->read(1, name);
            EXPECT_EQ(name, id == 3 ? "Cy" : "Di");
            ++rows;
            if (!to_the_end) break;
        }
        EXPECT_EQ(rows, to_the_end ? 2 : 1);
        EXPECT_NE(insert->next(), to_the_end);
        insert->finish();
        db.execute("DELETE FROM author WHERE id > 2");
    }
}

TEST_F(sqlite_statement, a_writing_statement_that_breaks_a_foreign_key_returns_no_row) {
    // SQLite itself hands the row out first and checks the key afterwards.
    one_statement insert(db, "INSERT INTO book VALUES (2, 9, 1, 'i-2', 'Two', 1) RETURNING id", &book);
    const auto error = error_of([&] { insert->execute(fetch::together); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code(), errc::foreign_key_violation);
    EXPECT_FALSE(insert->next());
}

} // namespace
