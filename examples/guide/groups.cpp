// SPDX-License-Identifier: BSL-1.0

// docs/guide/groups.md

#include "guide.hpp"
#include "library.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace {

using stoa::avg, stoa::col, stoa::count, stoa::current_row, stoa::desc, stoa::from, stoa::grouping, stoa::grouping_set,
    stoa::grouping_sets, stoa::named_window, stoa::partition_by, stoa::rank, stoa::rollup, stoa::sum,
    stoa::unbounded_preceding;
using price_t = stoa::decimal<10, 2>;

constexpr auto grouped() {
    // [grouped]
    return from<book>()
        .join<author>()
        .group_by(col<&author::name>)
        .having(count() > 1)
        .order_by(desc(count()), col<&author::name>)
        .select(col<&author::name>, count(), sum(col<&book::price>), avg(col<&book::pages>));
    // [/grouped]
}

constexpr auto totals() {
    // [rollup]
    return from<book>()
        .join<author>()
        .group_by(rollup(col<&author::name>, col<&book::kind>))
        .order_by(grouping(col<&author::name>), col<&author::name>, grouping(col<&book::kind>), col<&book::kind>)
        .select(col<&author::name>, col<&book::kind>, grouping(col<&book::kind>), sum(col<&book::price>));
    // [/rollup]
}

// [rollup_row]
static_assert(
    std::is_same_v<stoa::row_t<decltype(totals())>, std::tuple<std::optional<std::string>, std::optional<format>,
                                                               std::int32_t, std::optional<stoa::decimal<18, 2>>>>);
// [/rollup_row]

constexpr auto sets() {
    // [sets]
    return from<book>()
        .group_by(grouping_sets(grouping_set(col<&book::author_id>, col<&book::kind>), grouping_set(col<&book::kind>)))
        .select(col<&book::author_id>, col<&book::kind>, count());
    // [/sets]
}

constexpr auto dearest_titles() {
    // [first]
    return from<book>()
        .distinct_on(col<&book::author_id>)
        .order_by(desc(col<&book::price>), col<&book::id>)
        .select(col<&book::title>);
    // [/first]
}

constexpr auto ranked() {
    // [window]
    constexpr auto by_price = partition_by(col<&book::author_id>).order_by(desc(col<&book::price>));
    return from<book>()
        .order_by(col<&book::title>)
        .select(col<&book::title>, rank().over(by_price),
                sum(col<&book::price>).over(by_price.rows_between(unbounded_preceding, current_row)),
                count().filter(col<&book::kind> == format::ebook).over());
    // [/window]
}

constexpr auto shares() {
    // [named]
    constexpr auto others = named_window<"others">(partition_by(col<&book::author_id>)
                                                       .order_by(col<&book::price>)
                                                       .rows_between(unbounded_preceding, stoa::unbounded_following)
                                                       .exclude_current_row());
    return from<book>()
        .window(others)
        .order_by(col<&book::title>)
        .select(col<&book::title>, count().over(others), stoa::max(col<&book::price>).over(others));
    // [/named]
}

void work(stoa::database& db) {
    db.create<library>();
    author jane{{}, "Jane Austen", "England"}, mary{{}, "Mary Shelley", std::nullopt};
    db.insert(jane);
    db.insert(mary);
    db.insert(book{{}, jane.id, "1", "Emma", format::paperback, price_t("6.99"), 474, {}});
    db.insert(book{{}, jane.id, "2", "Persuasion", format::ebook, price_t("0.50"), std::nullopt, {}});
    db.insert(book{{}, mary.id, "3", "Frankenstein", format::hardcover, price_t("27.25"), 280, {}});
    const auto [name, books, total, pages] = db.one(grouped());
    guide::expect(name == "Jane Austen" && books == 2 && to_string(*total) == "7.49" && *pages == 474);
    const auto sums = db.all(totals());
    guide::expect(sums.size() == 6 && std::get<2>(sums[2]) == 1 && to_string(*std::get<3>(sums[2])) == "7.49" &&
                  !std::get<0>(sums[5]) && to_string(*std::get<3>(sums[5])) == "34.74");
    guide::expect(db.all(sets()).size() == 6);
    guide::expect(db.all(dearest_titles()) == std::vector<std::string>{"Frankenstein", "Emma"});
    const auto places = db.all(ranked());
    guide::expect(places.size() == 3 && std::get<1>(places[2]) == 2 && to_string(*std::get<2>(places[2])) == "7.49" &&
                  std::get<3>(places[0]) == 1);
    const auto each = db.all(shares());
    guide::expect(std::get<1>(each[0]) == 1 && std::get<1>(each[1]) == 0 && !std::get<2>(each[1]));
}

template <class Dialect>
void show() {
    guide::show("grouped", stoa::sql_text<decltype(grouped()), Dialect>);
    guide::show("rollup", stoa::sql_text<decltype(totals()), Dialect>);
    guide::show("sets", stoa::sql_text<decltype(sets()), Dialect>);
    guide::show("first", stoa::sql_text<decltype(dearest_titles()), Dialect>);
    guide::show("window", stoa::sql_text<decltype(ranked()), Dialect>);
    guide::show("named", stoa::sql_text<decltype(shares()), Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
