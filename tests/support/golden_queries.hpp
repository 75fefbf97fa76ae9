// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_GOLDEN_QUERIES_HPP
#define STOA_TESTS_SUPPORT_GOLDEN_QUERIES_HPP

// The statements behind tests/golden/<dialect>/queries.sql, over the tables of bookshop.hpp.

#include "bookshop.hpp"

#include "stoa/expression/conditional.hpp"
#include "stoa/expression/date_time.hpp"
#include "stoa/expression/division.hpp"
#include "stoa/expression/numeric.hpp"
#include "stoa/expression/statistics.hpp"
#include "stoa/expression/string_agg.hpp"
#include "stoa/expression/text.hpp"

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
    add(from<book>().select(case_when(col<&book::pages> < 100, "short").when(col<&book::sold_out>, "none"),
                            coalesce(col<&book::year>, 0), nullif(col<&book::pages>, 0),
                            greatest(col<&book::year>, col<&book::pages>), least(col<&book::pages>, 7)));
    add(from<book>().select(10 - col<&book::pages>, -col<&book::price>, col<&book::pages> / 2,
                            col<&book::pages> % col<&book::year>, col<&book::price> / 3, abs(col<&book::pages>),
                            sign(col<&book::weight>), sqrt(col<&book::weight>)));
    add(from<book>().select(round(col<&book::weight>), stoa::round<1>(col<&book::price>), floor(col<&book::price>),
                            ceil(col<&book::weight>), trunc(col<&book::weight>),
                            stoa::cast<std::int64_t>(col<&book::weight>), stoa::cast<double>(col<&book::price>),
                            stoa::cast<std::string>(col<&book::pages>),
                            stoa::cast<stoa::date>(col<&book::printed_at>)));
    add(from<book>().select(lower(col<&book::title>), length(col<&book::title>), trim(col<&book::title>),
                            ltrim(col<&book::title>, " -"), substr(col<&book::title>, 2, col<&book::pages>),
                            left(col<&book::title>, 3), right(col<&book::title>, 3)));
    add(from<book>().select(replace(col<&book::title>, "a", "b"), concat(col<&book::title>, "!"),
                            position(col<&book::title>, "a"), repeat(col<&book::title>, 2),
                            lpad(col<&book::title>, 9, "."), rpad(col<&book::title>, 9, ".")));
    add(from<book>().where(starts_with(col<&book::title>, "a") ||
                           contains(col<&book::title>, lower(col<&book::title>)) || ilike(col<&book::title>, "a%")));
    {
        using enum stoa::date_part;
        constexpr auto at = col<&book::printed_at>;
        add(from<book>().select(stoa::extract<year>(at), stoa::extract<second>(at), stoa::extract<microsecond>(at),
                                stoa::extract<isodow>(at), stoa::extract<week>(at), stoa::extract<epoch>(at)));
        add(from<book>().select(
            stoa::date_trunc<stoa::date_unit::month>(at), stoa::date_trunc<stoa::date_unit::week>(at), add_days(at, 1),
            add_months(at, col<&book::pages>), add_microseconds(at, 1), microseconds_between(at, stoa::timestamp{}),
            days_between(stoa::cast<stoa::date>(at), stoa::date{})));
    }
    add(from<book>().select(stoa::sum_distinct(col<&book::pages>), stoa::avg_distinct(col<&book::price>),
                            stoa::bool_and(col<&book::sold_out>),
                            stoa::bool_or(col<&book::sold_out>).filter(col<&book::pages> > 0), min(col<&book::id>),
                            stoa::stddev_samp(col<&book::weight>), stoa::var_pop(col<&book::price>)));
    add(from<book>()
            .group_by(col<&book::kind>)
            .select(stoa::string_agg(col<&book::title>, ", ", desc(col<&book::year>), col<&book::pages>),
                    stoa::string_agg_distinct(col<&book::title>, ", ")));
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
