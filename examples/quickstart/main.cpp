// SPDX-License-Identifier: BSL-1.0

// [program]
// Two tables, three books, one question. DATABASE_URL names a database; without it, one in memory.
#include <stoa/sqlite.hpp>
#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#include <cstdlib>
#include <iostream>
#include <string>

struct author {
    stoa::guid id;
    std::string name;
};
struct book {
    std::string title;
    stoa::guid author_id;
    stoa::decimal<10, 2> price;
};

using stoa::col, stoa::from;

template <>
inline constexpr auto stoa::table<author> =
    stoa::define<author>("authors", primary_key(col<&author::id>).generated(guid_v7), unique(col<&author::name>));

template <>
inline constexpr auto stoa::table<book> =
    stoa::define<book>("books", primary_key(col<&book::title>),
                       foreign_key(col<&book::author_id>).references(col<&author::id>), check(col<&book::price> >= 0));

int main() {
    const char* url = std::getenv("DATABASE_URL");
    stoa::database db = stoa::open(url != nullptr ? url : "sqlite::memory:");
    using library = stoa::schema<author, book>;
    db.create_if_missing<library>();

    author jane{{}, "Jane Austen"}, mary{{}, "Mary Shelley"};
    for (author* each : {&jane, &mary}) db.upsert(*each, stoa::conflict_on(col<&author::name>)); // fills in id
    db.upsert(book{"Emma", jane.id, stoa::decimal<10, 2>("6.99")});
    db.upsert(book{"Persuasion", jane.id, stoa::decimal<10, 2>("6.50")});
    db.upsert(book{"Frankenstein", mary.id, stoa::decimal<10, 2>("7.25")});

    auto cheap = from<book>()
                     .join<author>()
                     .where(col<&book::price> < 10)
                     .group_by(col<&author::name>)
                     .order_by(desc(stoa::count()))
                     .select(col<&author::name>, stoa::count(), sum(col<&book::price>));
    for (auto&& [name, books, total] : db.stream(cheap))
        std::cout << name << ": " << books << " for " << to_string(*total) << '\n';

    std::cout << '\n'
              << stoa::ddl<library, stoa::dialect::postgres> << '\n'
              << stoa::sql_of<stoa::dialect::postgres>(cheap) << "\n\n"
              << stoa::sql_of<stoa::dialect::sqlite>(cheap) << '\n';
}
// [/program]
