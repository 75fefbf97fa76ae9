// SPDX-License-Identifier: BSL-1.0

// docs/guide/inspect.md

#include "guide.hpp"
#include "library.hpp"

// [headers]
#include <stoa/inspect/inspect.hpp>
#include <stoa/inspect/verify.hpp>
// [/headers]

#include <iostream>
#include <string>
#include <vector>

namespace {

void inspect(stoa::database& db) {
    std::ostream& out = std::cout;
    // [inspect]
    for (const stoa::table_info& table : stoa::inspect(db).tables)
        for (const stoa::column_info& column : table.columns)
            out << table.name << '.' << column.name << ' ' << column.type << (column.nullable ? "" : " NOT NULL")
                << '\n';
    // [/inspect]

    // [values]
    const stoa::schema_info found = stoa::inspect(db);
    const stoa::table_info& books = found.tables[1]; // sorted by name
    const stoa::foreign_key_info& author_key = books.foreign_keys[0];
    bool cascades = author_key.target == "authors" && author_key.on_delete == stoa::cascade;
    bool latest_first = books.indexes[0].terms[1].descending;
    // [/values]
    guide::expect(books.name == "books" && cascades && latest_first);

    // [definition]
    bool same = found == stoa::inspect_definition<library>(db); // what a new database would have
    // [/definition]
    guide::expect(same);
}

void verify(stoa::database& db) {
    // [verify]
    for (const stoa::difference& each : stoa::verify<library>(db)) std::cerr << to_string(each) << '\n';
    // [/verify]
    guide::expect(stoa::verify<library>(db).empty());

    // [changed]
    db.execute("DROP INDEX ix_books_author_id_created_at;"
               "CREATE INDEX ix_books_author_id_created_at ON books (author_id, created_at)"); // and not DESC
    const std::vector<stoa::difference> differences = stoa::verify<library>(db);
    std::string text = to_string(differences.at(0));
    // [/changed]
    // [difference]
    bool seen = text == "table \"books\", index \"ix_books_author_id_created_at\": "
                        "terms author_id, created_at, wanted author_id, created_at DESC";
    bool as_values = differences[0].kind == stoa::difference_kind::changed && differences[0].property == "terms" &&
                     differences[0].object == stoa::object_kind::index;
    // [/difference]
    guide::expect(differences.size() == 1 && seen && as_values);

    db.execute("CREATE TABLE notes (id INTEGER)");
    // [extra]
    std::size_t without = stoa::verify<library>(db).size();
    std::size_t with = stoa::verify<library>(db, {.extra_tables = true}).size();
    // [/extra]
    guide::expect(without == 1 && with == 2);
}

void work(stoa::database& db) {
    db.create<library>();
    inspect(db);
    verify(db);
}

void show() {}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show, &show);
}
