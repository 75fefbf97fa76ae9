// SPDX-License-Identifier: BSL-1.0

// docs/guide/sources.md

#include "guide.hpp"
#include "library.hpp"

#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using stoa::col, stoa::desc, stoa::from;

// [struct]
struct new_price {
    std::string isbn;
    stoa::decimal<10, 2> amount;
    std::optional<std::int32_t> pages;
};
// [/struct]

auto dearer() {
    // [values]
    const auto prices = stoa::values<"prices">(new_price{"1", 10, {}}, new_price{"2", 12, 300});
    return from<book>()
        .join(prices, prices[col<&new_price::isbn>] == col<&book::isbn>)
        .where(prices[col<&new_price::amount>] > col<&book::price>)
        .select(col<&book::title>, prices[col<&new_price::amount>]);
    // [/values]
}

auto set_prices(const std::vector<new_price>& list) {
    // [rows]
    const auto prices = stoa::rows<"prices">(list);
    return stoa::update<book>()
        .set(col<&book::price> = prices[col<&new_price::amount>])
        .from(prices)
        .where(col<&book::isbn> == prices[col<&new_price::isbn>]);
    // [/rows]
}

// [newest]
struct newest_book {
    std::string title;
};
// [/newest]

constexpr auto newest_of_each() {
    // [lateral]
    constexpr auto newest = stoa::subquery<"newest">(from<book>()
                                                         .where(col<&book::author_id> == col<&author::id>)
                                                         .order_by(desc(col<&book::created_at>), desc(col<&book::id>))
                                                         .limit(3)
                                                         .select_as<newest_book>(col<&book::title>));
    return from<author>().join_lateral(newest).select(col<&author::name>, newest[col<&newest_book::title>]);
    // [/lateral]
}

#ifdef STOA_WITH_POSTGRES
void work_on_postgres(const char* url) {
    // [run]
    stoa::session db(stoa::postgres::connection{url});
    auto rows = db.all(newest_of_each());
    // [/run]
    guide::expect(rows.size() == 3);
}
#endif

void work(stoa::database& db) {
    db.create<library>();
    author mary{.id = {}, .name = "Mary Shelley", .country = "GB"};
    db.insert(mary);
    for (const char* isbn : {"1", "2", "3"})
        db.insert(book{{}, mary.id, isbn, "Frankenstein", format::paperback, 11, {}, {}});

    guide::expect(db.all(dearer()).size() == 1);
    guide::expect(db.execute(set_prices({{"1", 10, {}}, {"3", 9, {}}, {"4", 8, {}}})) == 2);
#ifdef STOA_WITH_POSTGRES
    if (const char* url = std::getenv("DATABASE_URL"); url != nullptr && std::string_view(url).starts_with("postgres"))
        work_on_postgres(url);
#endif
}

template <class Dialect>
void show() {
    guide::show("values", stoa::sql_of<Dialect>(dearer()));
    if constexpr (Dialect::has_lateral_joins) guide::show("lateral", stoa::sql_of<Dialect>(newest_of_each()));
    guide::show("rows", stoa::sql_of<Dialect>(set_prices({})));
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
