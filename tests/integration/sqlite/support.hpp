// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_INTEGRATION_SQLITE_SUPPORT_HPP
#define STOA_TESTS_INTEGRATION_SQLITE_SUPPORT_HPP

// What the tests of the SQLite driver share: three related tables as the layers above would define them, a database
// in memory and one in a file of its own, and short ways to ask for one value and to catch an error.

#include "stoa/driver/sqlite/connection.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sqlite_test {

inline constexpr stoa::type_def integer{stoa::type_kind::int64};
inline constexpr stoa::type_def text{stoa::type_kind::text};

template <std::size_t... Index>
constexpr stoa::column_list columns() {
    stoa::column_list list;
    (list.add(Index), ...);
    return list;
}

const stoa::table_def& author_table();
const stoa::table_def& book_table();

inline constexpr stoa::column_def author_columns[] = {{"id", integer}, {"name", text}};
inline constexpr stoa::table_def author{
    "author", author_columns, stoa::identifier("pk_author"), columns<0>(), {}, {}, {}, {}};

inline constexpr stoa::column_def book_columns[] = {{"id", integer}, {"author_id", integer}, {"shelf_id", integer},
                                                    {"isbn", text},  {"title", text},        {"volume", integer}};
inline constexpr stoa::unique_def book_uniques[] = {{stoa::identifier("uq_book_title_volume"), columns<4, 5>()}};
inline constexpr stoa::index_def book_indexes[] = {
    {.name = stoa::identifier("ix_book_isbn"), .terms = {}, .columns = columns<3>(), .included = {}, .unique = true}};
inline constexpr stoa::foreign_key_def book_keys[] = {
    {.name = stoa::identifier("fk_book_author"),
     .columns = columns<1>(),
     .target = {&author_table, "author"},
     .target_columns = columns<0>()},
    {.name = stoa::identifier("fk_book_shelf"), .columns = columns<2>(), .target = {}, .target_columns = columns<0>()}};
inline constexpr stoa::table_def book{
    "book", book_columns, stoa::identifier("pk_book"), columns<0>(), book_uniques, book_keys, {}, book_indexes};

inline const stoa::table_def& author_table() {
    return author;
}
inline const stoa::table_def& book_table() {
    return book;
}

inline constexpr std::string_view schema = R"(
CREATE TABLE "author" ("id" INTEGER NOT NULL, "name" TEXT NOT NULL, CONSTRAINT "pk_author" PRIMARY KEY ("id")) STRICT;
CREATE TABLE "shelf" ("id" INTEGER NOT NULL, CONSTRAINT "pk_shelf" PRIMARY KEY ("id")) STRICT;
CREATE TABLE "book" (
  "id" INTEGER NOT NULL, "author_id" INTEGER NOT NULL, "shelf_id" INTEGER NOT NULL, "isbn" TEXT NOT NULL,
  "title" TEXT NOT NULL, "volume" INTEGER NOT NULL,
  CONSTRAINT "pk_book" PRIMARY KEY ("id"),
  CONSTRAINT "uq_book_title_volume" UNIQUE ("title", "volume"),
  CONSTRAINT "fk_book_author" FOREIGN KEY ("author_id") REFERENCES "author" ("id"),
  CONSTRAINT "fk_book_shelf" FOREIGN KEY ("shelf_id") REFERENCES "shelf" ("id"),
  CONSTRAINT "ck_book_volume" CHECK ("volume" > 0)) STRICT;
CREATE UNIQUE INDEX "ix_book_isbn" ON "book" ("isbn");
INSERT INTO "author" VALUES (1, 'Ada'), (2, 'Bo');
INSERT INTO "shelf" VALUES (1), (2);
INSERT INTO "book" VALUES (1, 1, 1, 'i-1', 'One', 1);
)";

/// A description that may be made at run time; the connection must not outlive it.
struct statement_text {
    explicit statement_text(std::string sql, const stoa::table_def* target = nullptr)
        : sql_(std::move(sql)), info{sql_, {}, {}, target} {}
    statement_text(const statement_text&) = delete;
    statement_text& operator=(const statement_text&) = delete;

private:
    std::string sql_;

public:
    stoa::statement_info info;
};

/// A statement of its own on a connection, outside its cache.
struct one_statement {
    one_statement(stoa::sqlite::connection& db, std::string sql, const stoa::table_def* target = nullptr)
        : text(std::move(sql), target), run(db.native_handle(), text.info, guids_of(db)) {}

    static stoa::sqlite::guid_storage guids_of(const stoa::sqlite::connection& db) {
        return db.storage_index() == stoa::dialect::sqlite::storage_index ? stoa::sqlite::guid_storage::text
                                                                          : stoa::sqlite::guid_storage::blob;
    }

    stoa::sqlite::statement* operator->() { return &run; }

    statement_text text;
    stoa::sqlite::statement run;
};

/// The first value of the first row.
template <class Value = std::int64_t>
Value ask(stoa::sqlite::connection& db, std::string sql) {
    one_statement question(db, std::move(sql));
    question->execute(stoa::driver::fetch::together);
    EXPECT_TRUE(question->next());
    Value value{};
    question->read(0, value);
    return value;
}

inline std::string ask_text(stoa::sqlite::connection& db, std::string sql) {
    one_statement question(db, std::move(sql));
    question->execute(stoa::driver::fetch::together);
    EXPECT_TRUE(question->next());
    stoa::native::text value;
    question->read(0, value);
    return std::string(value);
}

/// The error that `action` ends with; empty if it succeeds.
template <class Action>
std::optional<stoa::error> error_of(Action&& action) {
    try {
        action();
    } catch (const stoa::error& caught) {
        return caught;
    }
    return std::nullopt;
}

/// The error of running `sql`, whose target is `target`.
inline std::optional<stoa::error> error_of_sql(stoa::sqlite::connection& db, std::string sql,
                                               const stoa::table_def* target = nullptr) {
    return error_of([&] {
        one_statement failing(db, std::move(sql), target);
        failing->execute(stoa::driver::fetch::together);
    });
}

/// A path nothing is at; the file and its companions are removed in the end.
class temporary_file {
public:
    explicit temporary_file(std::string_view suffix = ".db")
        : path_(testing::TempDir() + "stoa_" + std::to_string(getpid()) + "_" + std::to_string(counter()++) +
                std::string(suffix)) {
        remove_all();
    }
    ~temporary_file() { remove_all(); }
    temporary_file(const temporary_file&) = delete;
    temporary_file& operator=(const temporary_file&) = delete;

    const std::string& path() const { return path_; }
    std::string url(std::string_view query = "") const { return "sqlite:///" + path_ + std::string(query); }

private:
    static int& counter() {
        static int next = 0;
        return next;
    }
    void remove_all() const {
        for (const char* suffix : {"", "-wal", "-shm", "-journal"}) std::remove((path_ + suffix).c_str());
    }

    std::string path_;
};

} // namespace sqlite_test

#endif
