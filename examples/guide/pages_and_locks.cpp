// SPDX-License-Identifier: BSL-1.0

// docs/guide/pages_and_locks.md

#include "guide.hpp"
#include "library.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace {

using stoa::asc, stoa::col, stoa::count, stoa::desc, stoa::from, stoa::row;

auto later_than(std::string title, stoa::guid id) {
    // [row]
    return from<book>().where(row(col<&book::title>, col<&book::id>) > row(title, id)).select(col<&book::isbn>);
    // [/row]
}

auto wanted(const std::vector<std::tuple<stoa::guid, std::string>>& list) {
    // [in]
    return from<book>().where(row(col<&book::author_id>, col<&book::title>).in(list)).select(col<&book::isbn>);
    // [/in]
}

constexpr auto newest() {
    // [newest]
    return from<book>().order_by(desc(col<&book::created_at>), desc(col<&book::id>)).limit(20);
    // [/newest]
}

auto newest_after(stoa::timestamp created_at, stoa::guid id) {
    return newest().select(col<&book::isbn>).after(created_at, id);
}

constexpr auto mixed(stoa::timestamp created_at, stoa::guid id) {
    // [mixed]
    return from<book>()
        .order_by(desc(col<&book::created_at>), asc(col<&book::id>))
        .after(created_at, id)
        .select(col<&book::isbn>);
    // [/mixed]
}

// [page]
using place = stoa::cursor<stoa::timestamp, stoa::guid>; // {{created_at, id}}

std::vector<book> page_of(stoa::database& db, const std::optional<place>& last) {
    return last ? db.all(newest().after(*last)) : db.all(newest());
}
// [/page]

constexpr auto cheapest() {
    // [lock]
    return from<book>()
        .where(col<&book::kind> == format::paperback)
        .order_by(col<&book::price>, col<&book::id>)
        .for_update()
        .skip_locked();
    // [/lock]
}

// [take]
std::optional<book> take(stoa::database& db) {
    return db.transaction([&] {
        std::optional<book> taken = db.first(cheapest());
        if (taken) db.erase(*taken);
        return taken;
    });
}
// [/take]

void work(stoa::database& db) {
    db.create<library>();
    author mary{.id = {}, .name = "Mary Shelley", .country = "GB"};
    db.insert(mary);
    std::vector<book> books;
    for (int n = 0; n != 50; ++n)
        books.push_back({.id = {},
                         .author_id = mary.id,
                         .isbn = std::to_string(n),
                         .title = "Volume " + std::to_string(n % 7),
                         .kind = format::paperback,
                         .price = 5,
                         .pages = 100,
                         .created_at = stoa::timestamp(std::chrono::seconds(n / 8))});
    db.insert_many(books);

    guide::expect(db.all(later_than("Volume 5", books[47].id)).size() == 7);
    guide::expect(db.all(wanted({{mary.id, "Volume 6"}, {stoa::guid{}, "Volume 5"}})).size() == 7);

    std::size_t read = 0;
    // [pages]
    std::optional<place> last;
    for (auto page = page_of(db, last); !page.empty(); page = page_of(db, last)) {
        read += page.size();
        last = cursor_of(newest(), page.back());
    }
    // [/pages]
    guide::expect(read == books.size());
    guide::expect(!db.all(mixed(books[20].created_at, books[20].id)).empty());

    guide::expect(take(db).has_value() && db.one(from<book>().select(count())) == 49);
    guide::expect_error<stoa::statement_error>(stoa::errc::usage, [&] { db.first(cheapest()); });
}

template <class Dialect>
void show() {
    guide::show("row", stoa::sql_of<Dialect>(later_than("", {})));
    guide::show("in", stoa::sql_of<Dialect>(wanted({})));
    guide::show("newest", stoa::sql_of<Dialect>(newest_after({}, {})));
    guide::show("lock", stoa::sql_of<Dialect>(cheapest().select(col<&book::isbn>).limit(1)));
    guide::show("mixed", stoa::sql_of<Dialect>(mixed({}, {})));
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
