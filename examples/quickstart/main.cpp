// SPDX-License-Identifier: BSL-1.0
// [program]
#include <stoa/sqlite.hpp>
#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#include <iostream>
#include <string>

struct book {
    std::string title;
    std::string author;
    stoa::decimal<8, 2> price;
};

template <>
inline constexpr auto stoa::table<book> =
    stoa::define<book>("books", primary_key(col<&book::title>), check(col<&book::price> >= 0));

int main(int argc, char** argv) {
    using stoa::col, stoa::count, stoa::from;
    stoa::database db = stoa::open(argc > 1 ? argv[1] : "sqlite::memory:"); // or postgresql://…
    db.create_if_missing<stoa::schema<book>>();

    using price = stoa::decimal<8, 2>;
    db.upsert(book{"Emma", "Jane Austen", price("6.99")});
    db.upsert(book{"Persuasion", "Jane Austen", price("6.50")});
    db.upsert(book{"Frankenstein", "Mary Shelley", price("7.25")});

    auto cheap = from<book>()
                     .where(col<&book::price> < 10)
                     .group_by(col<&book::author>)
                     .order_by(desc(count()))
                     .select(col<&book::author>, count(), sum(col<&book::price>));
    for (auto&& [author, books, total] : db.stream(cheap))
        std::cout << author << ": " << books << " for " << to_string(*total) << '\n';

    std::cout << '\n' << stoa::ddl<stoa::schema<book>, stoa::dialect::postgres> << '\n';
    std::cout << stoa::sql_of<stoa::dialect::postgres>(cheap) << '\n';
}
// [/program]
