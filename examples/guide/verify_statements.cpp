// SPDX-License-Identifier: BSL-1.0

// docs/guide/verify_statements.md

#include "guide.hpp"
#include "library.hpp"

// [headers]
#include <stoa/testing/explain_statements.hpp>
#include <stoa/testing/verify_statements.hpp>
// [/headers]

#include <iostream>
#include <string>
#include <vector>

namespace {

using stoa::col, stoa::from;

// [program]
std::vector<book> by_title(stoa::database& db, const std::string& title) {
    return db.all(from<book>().where(col<&book::title> == title));
}

void rename(stoa::database& db, const author& renamed) {
    db.update(renamed);
}
// [/program]

// [test]
/// A test: none of the program's functions is called.
bool all_statements_fit(stoa::database& db) {
    const std::vector<stoa::testing::statement_mismatch> found = stoa::testing::verify_statements(db);
    for (const auto& each : found) std::cerr << to_string(each) << '\n';
    return found.empty();
}
// [/test]

// [explain]
/// A test: a large table is never read as a whole.
bool all_statements_have_an_index(stoa::database& db) {
    const std::vector<stoa::testing::table_scan> found = stoa::testing::explain_statements(db, {.rows = 1000});
    for (const auto& each : found) std::cerr << to_string(each) << '\n';
    return found.empty();
}
// [/explain]

void verify(stoa::database& db) {
    guide::expect(all_statements_fit(db));
    // [changed]
    db.execute("ALTER TABLE books RENAME COLUMN title TO heading");
    const auto found = stoa::testing::verify_statements(db);
    bool refused = found.at(0).what == "the statement" && found[0].found.starts_with("undefined_object: ");
    // [/changed]
    guide::expect(found.size() >= 2 && refused);
    db.execute("ALTER TABLE books RENAME COLUMN heading TO title");

    // [list]
    for (const stoa::registered_statement& each : stoa::testing::registered_statements(db))
        std::cout << each.source << ": " << each.info->sql << '\n';
    // [/list]
}

void explain(stoa::database& db) {
    std::vector<author> authors(1001);
    for (std::size_t i = 0; i != authors.size(); ++i) authors[i].name = std::to_string(i);
    db.insert_many(authors);
    std::vector<book> books(1001);
    for (std::size_t i = 0; i != books.size(); ++i) {
        books[i].author_id = authors[i].id;
        books[i].isbn = std::to_string(i);
    }
    db.insert_many(books);
    db.execute("ANALYZE");
    // [scan]
    const auto scans = stoa::testing::explain_statements(db, {.rows = 1000});
    bool seen = scans.size() == 1 && scans[0].table == "books" && scans[0].rows == 1001; // by_title has no index
    // [/scan]
    guide::expect(seen && !all_statements_have_an_index(db));

    // [wanted]
    const auto of_interest = [](const stoa::registered_statement& each) {
        return each.info->sql.find("WHERE \"title\" = ") == std::string_view::npos; // nobody waits for those
    };
    bool rest_is_fast = stoa::testing::explain_statements(db, {.rows = 1000, .wanted = of_interest}).empty();
    // [/wanted]
    guide::expect(rest_is_fast);
}

void work(stoa::database& db) {
    db.create<library>();
    verify(db);
    explain(db);
    rename(db, {});
    by_title(db, "Emma");
}

void show() {}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show, &show);
}
