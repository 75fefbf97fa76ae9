// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_INTEGRATION_STATEMENTS_PROGRAM_HPP
#define STOA_TESTS_INTEGRATION_STATEMENTS_PROGRAM_HPP

// A program with a few dozen statements, none of which ever runs: bookshop's, and those of a table with a column of
// every type and of a view.

#include "bookshop.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace program {

using namespace bookshop;
using stoa::alias, stoa::count, stoa::delete_from, stoa::desc, stoa::exists, stoa::from, stoa::insert_into, stoa::max,
    stoa::scalar, stoa::sum, stoa::update, stoa::value;

enum class mood { sad, happy };

/// A column of every type.
struct sample {
    std::int64_t id;
    bool flag;
    std::int16_t small;
    std::optional<std::int32_t> number;
    float single;
    std::optional<double> twice;
    std::string text;
    std::optional<stoa::bytes> bytes;
    stoa::guid key;
    stoa::json_document document;
    std::optional<stoa::timestamp> at;
    stoa::date day;
    stoa::decimal<10, 2> price;
    std::vector<std::int32_t> numbers;
    std::optional<std::vector<std::string>> words;
    mood feels;
    format kind;
};

/// Found by its key or its code.
struct parcel {
    std::int64_t id;
    std::string code;
    std::int64_t weight;
};

struct depot {
    std::string name;
    std::int64_t number;
};

/// A row of a view.
struct author_total {
    stoa::guid author_id;
    std::int64_t books;
    std::optional<stoa::decimal<18, 2>> worth;
};

} // namespace program

template <>
inline constexpr std::string_view stoa::native_enum<program::mood> = "mood";

template <>
inline constexpr auto stoa::table<program::sample> =
    stoa::define<program::sample>("samples", primary_key(col<&program::sample::id>).generated(identity));

template <>
inline constexpr auto stoa::table<program::parcel> = stoa::define<program::parcel>(
    "parcels", primary_key(col<&program::parcel::id>), unique(col<&program::parcel::code>));

template <>
inline constexpr auto stoa::table<program::depot> =
    stoa::define<program::depot>("depots", primary_key(col<&program::depot::name>));

template <>
inline constexpr auto stoa::table<program::author_total> = stoa::view<program::author_total>(
    "author_totals",
    from<bookshop::book>()
        .group_by(col<&bookshop::book::author_id>)
        .select(col<&bookshop::book::author_id>, count(), sum(col<&bookshop::book::price>)),
    primary_key(col<&program::author_total::author_id>));

namespace program {

using schema = stoa::schema<author, book, copy, loan, customer, keyword, sample, parcel, depot, author_total>;

struct named_depth {
    std::int64_t number;
    std::string name;
};

/// What both translation units run.
inline auto common_query() {
    return from<book>().where(col<&book::title>.like("A%")).select(col<&book::title>);
}

template <class Record, class... Key>
void use_record(stoa::database& db, Record record, Key... key) {
    db.insert(record);
    db.upsert(record);
    db.update(record);
    db.erase(record);
    db.find<Record>(key...);
}

inline void use_records(stoa::database& db) {
    use_record<author>(db, {}, stoa::guid{});
    use_record<book>(db, {}, stoa::guid{});
    use_record<copy>(db, {}, stoa::guid{}, 1);
    use_record<loan>(db, {}, std::int64_t{1});
    use_record<sample>(db, {}, std::int64_t{1});
    db.insert(keyword{});
    db.insert_many(std::vector<customer>{});
    db.upsert(customer{}, stoa::conflict_on(col<&customer::mail>));
}

inline void ask(stoa::database& db) {
    db.all(common_query());
    db.all(from<sample>().where(col<&sample::flag> && col<&sample::small> > std::int16_t{3} &&
                                col<&sample::feels> == mood::sad && col<&sample::kind>.in({format::ebook}) &&
                                col<&sample::key>.in(std::vector<stoa::guid>{}) &&
                                contains(col<&sample::numbers>, std::int32_t{1})));
    db.all(from<book>().join<author>().where(col<&book::price> < 10).select(col<&book::title>, col<&author::motto>));
    db.all(from<author>().left_join<book>().select(col<&author::name>, col<&book::title>, col<&book::year>));
    db.first(from<book>().order_by(desc(col<&book::printed_at>)));
    db.all(from<book>()
               .group_by(col<&book::kind>)
               .having(count() > 1)
               .select(col<&book::kind>, count(), sum(col<&book::pages>), avg(col<&book::weight>)));
    constexpr auto other = alias<book, "other">;
    db.all(from<book>().where(col<&book::price> == scalar(from(other).select(max(other[col<&book::price>])))));
    db.all(from<author>().where(!exists(from<book>().where(col<&book::author_id> == col<&author::id>))));
    const auto totals = stoa::cte<"totals">(
        from<copy>().group_by(col<&copy::shelf>).select_as<named_depth>(count(), col<&copy::shelf>));
    db.all(from(totals).where(totals[col<&named_depth::number>] > 3));
    db.all(union_all(from<author>().select(col<&author::name>), from<keyword>().select(col<&keyword::word>)));
    db.all(from<author_total>().join<author>(col<&author::id> == col<&author_total::author_id>));
    db.all(stoa::sql_query<"SELECT * FROM depots WHERE number > {}", depot>(std::int64_t{1}));
    db.execute(stoa::sql_command<"UPDATE loans SET customer_id = {} WHERE id = {}">(std::int64_t{1}, std::int64_t{2}));
    for ([[maybe_unused]] const auto& each : db.stream(from<loan>().offset(3).limit(2))) {}
}

inline auto forget_year() {
    return update<book>().set(col<&book::year> = std::nullopt).where(col<&book::sold_out>);
}
inline auto lengthen() {
    return update<book>().set(col<&book::pages> = col<&book::pages> + 1).where(col<&book::pages> < 5);
}
inline auto add_author() {
    return insert_into<author>().values(col<&author::id> = stoa::guid{}, col<&author::name> = "x",
                                        col<&author::motto> = std::optional<std::string>{});
}

inline void change(stoa::database& db) {
    db.execute(forget_year());
    db.execute(lengthen());
    db.execute(add_author());
    db.execute(delete_from<loan>().where(col<&loan::customer_id> == std::int64_t{4}));
    db.execute(insert_into(col<&keyword::word>).from(from<author>().select(col<&author::name>)));
}

} // namespace program

#endif
