// SPDX-License-Identifier: BSL-1.0

// docs/guide/queries.md

#include "guide.hpp"
#include "library.hpp"

#include <set>
#include <string>
#include <tuple>
#include <type_traits>
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

using stoa::alias, stoa::asc, stoa::avg, stoa::col, stoa::count, stoa::current_row, stoa::desc, stoa::exists,
    stoa::from, stoa::max, stoa::min, stoa::partition_by, stoa::rank, stoa::scalar, stoa::sum,
    stoa::unbounded_preceding, stoa::value;
using price_t = stoa::decimal<10, 2>;

constexpr auto whole() {
    // [whole]
    return from<book>().where(col<&book::price> < 10).order_by(col<&book::title>).limit(5);
    // [/whole]
}

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

// [struct]
struct entry {
    std::string title;
    std::optional<std::int32_t> pages;
};
// [/struct]

constexpr auto into_struct() {
    // [into_struct]
    return from<book>().select_as<entry>(col<&book::title>, col<&book::pages>).order_by(desc(col<&book::pages>));
    // [/into_struct]
}

auto chosen(const std::vector<std::string>& isbns) {
    // [list]
    return from<book>().where(col<&book::isbn>.in(isbns)).select(col<&book::id>);
    // [/list]
}

constexpr auto nulls() {
    // [nulls]
    return from<book>()
        .where(col<&book::pages> == std::nullopt || col<&book::pages>.between(100, 200))
        .where(!col<&book::title>.like("%draft%"))
        .select(count());
    // [/nulls]
}

constexpr auto arithmetic() {
    // [arithmetic]
    return from<book>().select(col<&book::price> * 3 + 1, col<&book::pages> + 10).distinct().offset(1);
    // [/arithmetic]
}

constexpr auto cheaper() {
    // [update]
    return stoa::update<book>()
        .set(col<&book::price> = col<&book::price> - 1, col<&book::pages> = std::nullopt)
        .where(col<&book::price> > 5);
    // [/update]
}

constexpr auto without_ebooks() {
    // [delete]
    return stoa::delete_from<book>().where(col<&book::kind> == format::ebook);
    // [/delete]
}

// [constant]
static_assert(stoa::sql_text<decltype(without_ebooks()), stoa::dialect::postgres> ==
              R"(DELETE FROM "books" WHERE "kind" = $1)");
// [/constant]

// [row]
static_assert(std::is_same_v<stoa::row_t<decltype(whole())>, book>);
static_assert(std::is_same_v<stoa::row_t<decltype(joined())>, std::tuple<std::string, std::string>>);
static_assert(std::is_same_v<stoa::row_t<decltype(joined_on())>, std::tuple<book, author>>);
static_assert(std::is_same_v<stoa::row_t<decltype(nulls())>, std::int64_t>);
// [/row]

// [outer_row]
static_assert(std::is_same_v<stoa::row_t<decltype(outer())>, std::tuple<std::string, std::optional<std::string>>>);
static_assert(
    std::is_same_v<stoa::row_t<decltype(from<author>().left_join<book>())>, std::tuple<author, std::optional<book>>>);
// [/outer_row]

void fill(stoa::database& db) {
    db.create<library>();
    db.create<stoa::schema<place>>();
    for (const place& each : {place{1, "study", {}}, place{2, "shelf", 1}, place{3, "board", 2}, place{4, "hall", {}}})
        db.insert(each);
    author jane{{}, "Jane Austen", "England"}, mary{{}, "Mary Shelley", std::nullopt};
    db.insert(jane);
    db.insert(mary);
    db.insert(book{{}, jane.id, "1", "Emma", format::paperback, price_t("6.99"), 474, {}});
    db.insert(book{{}, jane.id, "2", "Persuasion", format::ebook, price_t("0.50"), std::nullopt, {}});
    db.insert(book{{}, mary.id, "3", "Frankenstein", format::hardcover, price_t("27.25"), 280, {}});
}

void work(stoa::database& db) {
    fill(db);
    // [run]
    std::vector<book> found = db.all(whole());
    std::optional<book> one_of_them = db.first(whole());
    std::int64_t number = db.one(nulls());                          // throws unless there is exactly one row
    for (auto&& [name, books, total, pages] : db.stream(grouped())) // one row at a time, in constant memory
        std::cout << name << ' ' << books << ' ' << to_string(*total) << ' ' << *pages << '\n';
    // [/run]
    guide::expect(found.size() == 2 && one_of_them->title == "Emma" && number == 1);

    const auto [name, books, total, pages] = db.one(grouped());
    guide::expect(name == "Jane Austen" && books == 2 && to_string(*total) == "7.49" && *pages == 474);
    guide::expect(db.one(joined()) == std::tuple(std::string("Emma"), std::string("Jane Austen")));
    guide::expect(db.all(joined_on()).empty());

    guide::expect(db.all(outer()).size() == 3 && db.all(without_books()).empty());
    guide::expect(std::get<1>(db.all(itself())[1]) == "study" && !std::get<1>(db.all(itself())[0]));
    guide::expect(db.one(dearest()).title == "Frankenstein");
    guide::expect(db.one(busy()) == std::tuple(std::string("Jane Austen"), std::int64_t{2}));
    guide::expect(db.all(inside(1)) ==
                  std::vector<std::tuple<std::string, std::int64_t>>{{"study", 0}, {"shelf", 1}, {"board", 2}});
    guide::expect(db.all(names()) == std::vector<std::string>{"Jane Austen", "Mary Shelley", "board"});
    const auto places = db.all(ranked());
    guide::expect(places.size() == 3 && std::get<1>(places[2]) == 2 && to_string(*std::get<2>(places[2])) == "7.49" &&
                  std::get<3>(places[0]) == 1);

    const auto entries = db.all(into_struct());
    guide::expect(entries[0].title == "Persuasion" && entries[1].pages == 474); // NULL is the largest
    guide::expect(db.all(chosen({"1", "3"})).size() == 2 && db.all(chosen({})).empty());
    guide::expect(db.all(arithmetic()).size() == 2);

    // [execute]
    std::int64_t changed = db.execute(cheaper());
    std::int64_t erased = db.execute(without_ebooks());
    // [/execute]
    guide::expect(changed == 2 && erased == 1);
    guide::expect(db.one(from<book>().select(min(col<&book::price>))) == price_t("5.99"));

    // [dynamic]
    bool by_price = true; // what is asked at run time chooses between queries; each has a text of its own
    auto titles = [&](auto query) { return db.all(query.select(col<&book::title>)); };
    auto sorted =
        by_price ? titles(from<book>().order_by(col<&book::price>)) : titles(from<book>().order_by(col<&book::title>));
    // [/dynamic]
    guide::expect(sorted == std::vector<std::string>{"Emma", "Frankenstein"});

    guide::expect_error<stoa::mapping_error>(stoa::errc::no_rows,
                                             [&] { db.one(from<book>().where(col<&book::isbn> == "none")); });
    guide::expect_error<stoa::mapping_error>(stoa::errc::too_many_rows, [&] { db.one(from<book>()); });
    guide::expect_error<stoa::mapping_error>(stoa::errc::invalid_value,
                                             [&] { db.all(from<book>().where(col<&book::isbn>.like("%\\"))); });
}

template <class Dialect>
void show() {
    guide::show("whole", stoa::sql_text<decltype(whole()), Dialect>);
    guide::show("joined", stoa::sql_text<decltype(joined()), Dialect>);
    guide::show("joined_on", stoa::sql_text<decltype(joined_on()), Dialect>);
    guide::show("outer", stoa::sql_text<decltype(outer()), Dialect>);
    guide::show("itself", stoa::sql_text<decltype(itself()), Dialect>);
    guide::show("exists", stoa::sql_text<decltype(without_books()), Dialect>);
    guide::show("scalar", stoa::sql_text<decltype(dearest()), Dialect>);
    guide::show("subquery", stoa::sql_text<decltype(busy()), Dialect>);
    guide::show("recursive", stoa::sql_text<decltype(inside(1)), Dialect>);
    guide::show("union", stoa::sql_text<decltype(names()), Dialect>);
    guide::show("window", stoa::sql_text<decltype(ranked()), Dialect>);
    guide::show("grouped", stoa::sql_text<decltype(grouped()), Dialect>);
    guide::show("into_struct", stoa::sql_text<decltype(into_struct()), Dialect>);
    guide::show("list", stoa::sql_text<decltype(chosen({})), Dialect>);
    guide::show("nulls", stoa::sql_text<decltype(nulls()), Dialect>);
    guide::show("arithmetic", stoa::sql_text<decltype(arithmetic()), Dialect>);
    guide::show("update", stoa::sql_text<decltype(cheaper()), Dialect>);
    guide::show("delete", stoa::sql_text<decltype(without_ebooks()), Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
