// SPDX-License-Identifier: BSL-1.0

// docs/guide/sources.md

#include "guide.hpp"
#include "library.hpp"

#include <string>
#include <vector>

namespace {

using stoa::col, stoa::from;

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

void work(stoa::database& db) {
    db.create<library>();
    author mary{.id = {}, .name = "Mary Shelley", .country = "GB"};
    db.insert(mary);
    for (const char* isbn : {"1", "2", "3"})
        db.insert(book{{}, mary.id, isbn, "Frankenstein", format::paperback, 11, {}, {}});

    guide::expect(db.all(dearer()).size() == 1);
    guide::expect(db.execute(set_prices({{"1", 10, {}}, {"3", 9, {}}, {"4", 8, {}}})) == 2);
}

template <class Dialect>
void show() {
    guide::show("values", stoa::sql_of<Dialect>(dearer()));
    guide::show("rows", stoa::sql_of<Dialect>(set_prices({})));
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
