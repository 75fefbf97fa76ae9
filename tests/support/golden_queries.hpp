// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_GOLDEN_QUERIES_HPP
#define STOA_TESTS_SUPPORT_GOLDEN_QUERIES_HPP

// The statements behind tests/golden/<dialect>/queries.sql, over the tables of bookshop.hpp.

#include "bookshop.hpp"

#include <optional>
#include <string>
#include <vector>

namespace golden {

using bookshop_tables = stoa::schema<bookshop::author, bookshop::book, bookshop::copy, bookshop::loan,
                                     bookshop::customer, bookshop::keyword>;

/// The text of every statement in every dialect, without semicolon.
struct statement_texts {
    std::vector<std::string> sqlite;
    std::vector<std::string> postgres;
};

inline statement_texts queries() {
    using namespace bookshop;
    using stoa::asc, stoa::count, stoa::desc, stoa::from, stoa::identity_value;

    statement_texts all;
    const auto add = [&](const auto&... statement) {
        (all.sqlite.emplace_back(stoa::sql_of<stoa::dialect::sqlite>(statement)), ...);
        (all.postgres.emplace_back(stoa::sql_of<stoa::dialect::postgres>(statement)), ...);
    };

    add(from<book>());
    add(from<book>()
            .where(col<&book::price> < 10 && !(col<&book::kind> == format::ebook || col<&book::sold_out>))
            .order_by(desc(col<&book::year>), asc(col<&book::title>))
            .limit(10)
            .offset(20)
            .select(col<&book::title>));
    add(from<author>().select(col<&author::id>).offset(5));
    add(from<book>().join<author>().where(col<&author::name> == "Ann").select(col<&book::title>, col<&author::name>));
    add(from<loan>().join<copy>().join<customer>());
    add(from<author>().join<book>(col<&book::author_id> == col<&author::id> && col<&book::pages> > 100));
    add(from<book>()
            .join<author>()
            .group_by(col<&author::name>)
            .having(count() > 1 && sum(col<&book::pages>) < 1000)
            .order_by(desc(count()), desc(sum(col<&book::price>)))
            .select(col<&author::name>, count(), stoa::count_distinct(col<&book::kind>), avg(col<&book::price>),
                    min(col<&book::title>), max(col<&book::year>)));
    add(from<book>().select(sum(col<&book::price>), sum(col<&book::pages>), sum(col<&book::weight>),
                            avg(col<&book::price>), avg(col<&book::pages>), avg(col<&book::weight>)));
    add(from<book>().where(col<&book::id>.in({stoa::guid{}}) && col<&book::year>.not_in({1900})));
    add(from<book>().where(col<&book::title>.in({"a"}) || col<&book::price>.in({stoa::decimal<10, 2>(1)})));
    add(from<book>().where(col<&book::kind>.in({format::ebook}) || col<&book::printed_at>.in({stoa::timestamp{}})));
    add(from<book>().where(col<&book::title>.like("A%") && !col<&book::pages>.between(100, 200)));
    add(from<book>().where(col<&book::year> == std::optional<int>() || col<&book::year> != std::nullopt));
    add(from<book>().where(col<&book::year>.is_null() || col<&book::title>.is_not_null()));
    add(from<book>().distinct().select(col<&book::kind>));
    add(from<book>().select(col<&book::pages> * 2 + col<&book::year>, col<&book::weight> - 1, col<&book::price> * 3));
    add(stoa::update<book>()
            .set(col<& book::price> = col<&book::price> * 2, col<& book::pages> = col<&book::pages> + 1,
                 col<& book::title> = "x", col<& book::year> = std::nullopt, col<& book::sold_out> = true)
            .where(col<&book::kind> == format::ebook));
    add(stoa::delete_from<book>().where(col<&book::price> == 0 && col<&book::printed_at> < stoa::timestamp{}));
    add(stoa::delete_from<keyword>());
    add(stoa::insert_record<customer, identity_value::generated>{},
        stoa::insert_record<customer, identity_value::given>{}, stoa::insert_record<book, identity_value::given>{});
    add(stoa::upsert_record<customer, identity_value::given, 0>{},
        stoa::upsert_record<customer, identity_value::generated, 1>{},
        stoa::upsert_record<book, identity_value::given, 0>{},
        stoa::upsert_record<keyword, identity_value::given, 0>{});
    add(stoa::find_record<copy>{}, stoa::update_record<copy>{}, stoa::erase_record<copy>{});
    return all;
}

} // namespace golden

#endif
