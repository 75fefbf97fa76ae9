// SPDX-License-Identifier: BSL-1.0

// docs/guide/subqueries.md

#include "guide.hpp"
#include "library.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

// [tree]
/// Where books stand: a room, a shelf in it, a board of the shelf.
struct place {
    std::int64_t id;
    std::string name;
    std::optional<std::int64_t> inside;
};
// [/tree]

template <>
inline constexpr auto stoa::table<place> = stoa::define<place>(
    "places", primary_key(col<&place::id>), foreign_key(col<&place::inside>).references(col<&place::id>));

namespace {

using stoa::alias, stoa::col, stoa::count, stoa::exists, stoa::from, stoa::max, stoa::scalar, stoa::value;
using price_t = stoa::decimal<10, 2>;

constexpr auto without_books() {
    // [exists]
    return from<author>()
        .where(!exists(from<book>().where(col<&book::author_id> == col<&author::id>)))
        .select(col<&author::name>);
    // [/exists]
}

constexpr auto dearest() {
    // [scalar]
    constexpr auto other = alias<book, "other">;
    return from<book>().where(col<&book::price> == scalar(from(other).select(max(other[col<&book::price>]))));
    // [/scalar]
}

// [total]
struct total {
    stoa::guid author_id;
    std::int64_t books;
};
// [/total]

constexpr auto busy() {
    // [subquery]
    constexpr auto totals = stoa::subquery<"totals">(
        from<book>().group_by(col<&book::author_id>).select_as<total>(col<&book::author_id>, count()));
    return from<author>()
        .join(totals, totals[col<&total::author_id>] == col<&author::id>)
        .where(totals[col<&total::books>] > 1)
        .select(col<&author::name>, totals[col<&total::books>]);
    // [/subquery]
}

// [node]
struct node {
    std::int64_t id;
    std::int64_t depth;
};
// [/node]

constexpr auto inside(std::int64_t room) {
    // [recursive]
    constexpr auto id = col<&node::id>;
    constexpr auto depth = col<&node::depth>;
    const auto found = stoa::recursive_cte<"found">(
        from<place>().where(col<&place::id> == room).select_as<node>(col<&place::id>, value(std::int64_t{0})),
        [=](auto outer) {
            return from<place>()
                .join(outer, col<&place::inside> == outer[id])
                .template select_as<node>(col<&place::id>, outer[depth] + 1);
        });
    return from(found)
        .join<place>(col<&place::id> == found[id])
        .order_by(found[depth], col<&place::name>)
        .select(col<&place::name>, found[depth]);
    // [/recursive]
}

constexpr auto names() {
    // [union]
    return union_distinct(from<author>().select(col<&author::name>), from<place>().select(col<&place::name>))
        .order_by(col<&author::name>)
        .limit(3);
    // [/union]
}

constexpr auto other_names() {
    // [nested]
    return except(union_all(from<author>().select(col<&author::name>), from<place>().select(col<&place::name>)),
                  from<book>().select(col<&book::title>));
    // [/nested]
}

void work(stoa::database& db) {
    db.create<library>();
    author jane{{}, "Jane Austen", "England"}, mary{{}, "Mary Shelley", std::nullopt};
    db.insert(jane);
    db.insert(mary);
    db.insert(book{{}, jane.id, "1", "Emma", format::paperback, price_t("6.99"), 474, {}});
    db.insert(book{{}, jane.id, "2", "Persuasion", format::ebook, price_t("0.50"), std::nullopt, {}});
    db.insert(book{{}, mary.id, "3", "Frankenstein", format::hardcover, price_t("27.25"), 280, {}});
    db.create<stoa::schema<place>>();
    for (const place& each : {place{1, "study", {}}, place{2, "shelf", 1}, place{3, "board", 2}, place{4, "hall", {}}})
        db.insert(each);
    guide::expect(db.all(without_books()).empty());
    guide::expect(db.one(dearest()).title == "Frankenstein");
    guide::expect(db.one(busy()) == std::tuple(std::string("Jane Austen"), std::int64_t{2}));
    guide::expect(db.all(inside(1)) ==
                  std::vector<std::tuple<std::string, std::int64_t>>{{"study", 0}, {"shelf", 1}, {"board", 2}});
    guide::expect(db.all(names()) == std::vector<std::string>{"Jane Austen", "Mary Shelley", "board"});
    guide::expect(db.all(other_names()).size() == 6);
}

template <class Dialect>
void show() {
    guide::show("exists", stoa::sql_text<decltype(without_books()), Dialect>);
    guide::show("scalar", stoa::sql_text<decltype(dearest()), Dialect>);
    guide::show("subquery", stoa::sql_text<decltype(busy()), Dialect>);
    guide::show("recursive", stoa::sql_text<decltype(inside(1)), Dialect>);
    guide::show("union", stoa::sql_text<decltype(names()), Dialect>);
    guide::show("nested", stoa::sql_text<decltype(other_names()), Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
