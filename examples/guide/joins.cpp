// SPDX-License-Identifier: BSL-1.0

// docs/guide/joins.md

#include "guide.hpp"
#include "library.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <type_traits>

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

using stoa::alias, stoa::col, stoa::from;
using price_t = stoa::decimal<10, 2>;

constexpr auto joined() {
    // [joined]
    return from<book>()
        .join<author>() // ON comes from the one foreign key between the two
        .where(col<&author::name>.like("J%") && col<&book::kind> != format::ebook)
        .select(col<&book::title>, col<&author::name>);
    // [/joined]
}

constexpr auto joined_on() {
    // [joined_on]
    return from<book>().join<author>(col<&author::name> == col<&book::title>);
    // [/joined_on]
}

constexpr auto outer() {
    // [outer]
    return from<author>().left_join<book>().order_by(col<&author::name>).select(col<&author::name>, col<&book::title>);
    // [/outer]
}

constexpr auto itself() {
    // [itself]
    constexpr auto outside = alias<place, "outside">;
    return from<place>()
        .left_join(outside, col<&place::inside> == outside[col<&place::id>])
        .order_by(col<&place::id>)
        .select(col<&place::name>, outside[col<&place::name>]);
    // [/itself]
}

// [row]
static_assert(std::is_same_v<stoa::row_t<decltype(joined())>, std::tuple<std::string, std::string>>);
static_assert(std::is_same_v<stoa::row_t<decltype(joined_on())>, std::tuple<book, author>>);
// [/row]

// [outer_row]
static_assert(std::is_same_v<stoa::row_t<decltype(outer())>, std::tuple<std::string, std::optional<std::string>>>);
static_assert(
    std::is_same_v<stoa::row_t<decltype(from<author>().left_join<book>())>, std::tuple<author, std::optional<book>>>);
// [/outer_row]

constexpr auto titles_and_authors() {
    // [nested]
    return from<book>().join<author>().order_by(col<&book::title>).select(col<&book::title>, stoa::whole<author>);
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
    guide::expect(db.one(joined()) == std::tuple(std::string("Emma"), std::string("Jane Austen")));
    guide::expect(db.all(joined_on()).empty());
    guide::expect(db.all(outer()).size() == 3);
    guide::expect(std::get<author>(db.all(titles_and_authors())[0]).name == "Jane Austen");
    guide::expect(std::get<1>(db.all(itself())[1]) == "study" && !std::get<1>(db.all(itself())[0]));
}

template <class Dialect>
void show() {
    guide::show("joined", stoa::sql_text<decltype(joined()), Dialect>);
    guide::show("joined_on", stoa::sql_text<decltype(joined_on()), Dialect>);
    guide::show("nested", stoa::sql_text<decltype(titles_and_authors()), Dialect>);
    guide::show("outer", stoa::sql_text<decltype(outer()), Dialect>);
    guide::show("itself", stoa::sql_text<decltype(itself()), Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
