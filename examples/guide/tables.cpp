// SPDX-License-Identifier: BSL-1.0

// docs/guide/tables.md

#include "guide.hpp"
#include "library.hpp"

namespace {

// [unannotated]
struct note {
    std::int64_t id;
    std::string text;
};
// [/unannotated]

// [keys]
struct shelf {
    std::int32_t room;
    std::int32_t number;
};

struct label {
    std::int32_t room;
    std::int32_t number;
    std::string text;
};
// [/keys]

} // namespace

// clang-format off
// [composite]
template <> inline constexpr auto stoa::table<shelf> = stoa::define<shelf>("shelves",
    primary_key(col<&shelf::room>, col<&shelf::number>));

template <> inline constexpr auto stoa::table<label> = stoa::define<label>("labels",
    foreign_key(col<&label::room>, col<&label::number>)
        .references(col<&shelf::room>, col<&shelf::number>)
        .on_update(cascade).named("fk_label"),
    index(col<&label::text>).unique());
// [/composite]
// clang-format on

namespace {

// [constant]
static_assert(stoa::ddl<library, stoa::dialect::sqlite>.starts_with("CREATE TABLE \"authors\""));
// [/constant]

// [values]
constexpr const stoa::table_def& books = stoa::table_of<book>();
static_assert(books.name == "books");
static_assert(books.columns[3].name == "title" && books.columns[3].max_length == 200);
static_assert(books.indexes[0].name.view() == "ix_books_author_id_created_at");
// [/values]

void work(stoa::database& db) {
    // [create]
    db.create<library>();            // all tables and indexes, or none of them
    db.create_if_missing<library>(); // leaves alone what exists
    db.drop<library>();              // with all rows
    // [/create]
    db.create<stoa::schema<note, shelf, label>>();
    db.insert(note{0, "first"});
    guide::expect(db.find<note>(1)->text == "first");
    db.insert(shelf{1, 2});
    db.insert(label{1, 2, "poetry"});
    db.execute(stoa::update<shelf>().set(stoa::col<& shelf::number> = 3));
    guide::expect(db.one(stoa::from<label>()).number == 3);
    guide::expect_error<stoa::constraint_violation>(stoa::errc::foreign_key_violation, [&] {
        db.insert(label{9, 9, "prose"});
    });
}

template <class Dialect>
void show() {
    guide::show("note", stoa::ddl<stoa::schema<note>, Dialect>);
    guide::show("library", stoa::ddl<library, Dialect>);
    guide::show("composite", stoa::ddl<stoa::schema<shelf, label>, Dialect>);
    guide::show("drop", stoa::drop_ddl<library, Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
