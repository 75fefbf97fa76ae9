// SPDX-License-Identifier: BSL-1.0

// docs/guide/relations.md

#include "guide.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace {

// [structs]
struct author {
    std::int64_t id;
    std::string name;
};

struct book {
    std::int64_t id;
    std::int64_t author_id;
    std::string title;
};

struct review {
    std::int64_t id;
    std::int64_t book_id;
    std::int32_t stars;
};

struct employee {
    std::int64_t id;
    std::string name;
    std::optional<std::int64_t> boss_id;
};
// [/structs]

} // namespace

// clang-format off
// [definitions]
template <> inline constexpr auto stoa::table<book> = stoa::define<book>("books",
    primary_key(col<&book::id>),
    foreign_key(col<&book::author_id>).references(col<&author::id>),
    index(col<&book::author_id>));

template <> inline constexpr auto stoa::table<review> = stoa::define<review>("reviews",
    primary_key(col<&review::id>),
    foreign_key(col<&review::book_id>).references(col<&book::id>),
    index(col<&review::book_id>));

template <> inline constexpr auto stoa::table<employee> = stoa::define<employee>("employees",
    primary_key(col<&employee::id>),
    foreign_key(col<&employee::boss_id>).references(col<&employee::id>),
    index(col<&employee::boss_id>));
// [/definitions]
// clang-format on

namespace {

using stoa::col, stoa::from, stoa::with, stoa::desc;

// [type]
using shelf = stoa::related_t<author, decltype(with<&book::author_id>)>;

std::size_t books_on(const std::vector<shelf>& shelves) {
    std::size_t count = 0;
    for (const shelf& each : shelves) count += each.get<&book::author_id>().size();
    return count;
}
// [/type]

void work(stoa::database& db) {
    db.create<stoa::schema<author, book, review, employee>>();
    db.insert_many(std::vector<author>{{1, "Jane"}, {2, "Mary"}, {3, "Ann"}});
    db.insert_many(std::vector<book>{{1, 1, "Emma"}, {2, 1, "Persuasion"}, {3, 2, "Frankenstein"}});
    db.insert_many(std::vector<review>{{1, 1, 5}, {2, 3, 4}, {3, 1, 2}});
    db.insert_many(std::vector<employee>{{1, "Ada", {}}, {2, "Bob", 1}, {3, "Cid", 1}});

    std::string seen;
    // [children]
    for (const auto& [each, books] : db.all(from<author>().order_by(col<&author::name>), with<&book::author_id>)) {
        seen += each.name + ":";                               // author
        for (const book& one : books) seen += " " + one.title; // std::vector<book>, empty for Ann
        seen += "; ";
    }
    // [/children]
    guide::expect(seen == "Ann:; Jane: Emma Persuasion; Mary: Frankenstein; ");

    // [parents]
    const auto books = db.all(from<book>().where(col<&book::id> < 3), with<&book::author_id>);
    const author& jane = books[0].get<&book::author_id>();
    const book& emma = books[0].record;
    // [/parents]
    guide::expect(jane.name == "Jane" && emma.title == "Emma" && &jane == &books[1].get<&book::author_id>());

    std::int32_t stars = 0;
    // [nested]
    auto authors = db.all(from<author>(), with<&book::author_id>(with<&review::book_id>));
    for (const auto& written : authors[0].get<&book::author_id>())
        for (const review& one : written.get<&review::book_id>()) stars += one.stars; // of written.record
    // [/nested]
    guide::expect(stars == 7);

    // [chosen]
    auto best =
        db.first(from<author>().where(col<&author::id> == 1),
                 with<&book::author_id>.where(col<&book::title> != "Persuasion").order_by(desc(col<&book::title>)));
    // [/chosen]
    guide::expect(best->get<&book::author_id>().size() == 1);

    using stoa::parent, stoa::children;
    // [self]
    auto staff = db.all(from<employee>().order_by(col<&employee::id>), //
                        parent<&employee::boss_id>, children<&employee::boss_id>);
    for (const auto& [each, boss, below] : staff)
        if (boss) guide::expect(boss->name == "Ada" && below.empty()); // std::shared_ptr<const employee>
    // [/self]
    guide::expect(staff[0].get<children<&employee::boss_id>>().size() == 2);

    // [snapshot]
    std::vector<shelf> shelves = db.transaction(stoa::isolation::snapshot, [&] {
        return db.all(from<author>(), with<&book::author_id>); //
    });
    // [/snapshot]
    guide::expect(books_on(shelves) == 3);
}

template <class Dialect>
void show() {
    const std::vector<std::int64_t> ids{1, 2, 3};
    guide::show("children",
                stoa::sql_of<Dialect>(from<book>().where(col<&book::author_id>.in(ids)).order_by(col<&book::id>)));
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
