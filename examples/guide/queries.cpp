// SPDX-License-Identifier: BSL-1.0

// docs/guide/queries.md

#include "guide.hpp"
#include "library.hpp"

#include <set>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace {

using stoa::col, stoa::count, stoa::desc, stoa::from, stoa::min;
using price_t = stoa::decimal<10, 2>;

constexpr auto whole() {
    // [whole]
    return from<book>().where(col<&book::price> < 10).order_by(col<&book::title>).limit(5);
    // [/whole]
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
static_assert(std::is_same_v<stoa::row_t<decltype(into_struct())>, entry>);
static_assert(std::is_same_v<stoa::row_t<decltype(nulls())>, std::int64_t>);
static_assert(std::is_same_v<stoa::row_t<decltype(from<book>().select(col<&book::title>, col<&book::pages>))>,
                             std::tuple<std::string, std::optional<std::int32_t>>>);
// [/row]

void fill(stoa::database& db) {
    db.create<library>();
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
    std::int64_t number = db.one(nulls());             // throws unless there is exactly one row
    for (const entry& each : db.stream(into_struct())) // one row at a time, in constant memory
        std::cout << each.title << ' ' << each.pages.value_or(0) << '\n';
    // [/run]
    guide::expect(found.size() == 2 && one_of_them->title == "Emma" && number == 1);

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
