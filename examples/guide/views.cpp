// SPDX-License-Identifier: BSL-1.0

// docs/guide/views.md

#include "guide.hpp"
#include "library.hpp"

namespace {

// [structs]
struct author_total {
    stoa::guid author_id;
    std::int64_t books;
    std::optional<stoa::decimal<18, 2>> worth;
};

struct daily_arrivals {
    stoa::date day;
    format kind;
    std::int64_t books;
};
// [/structs]

} // namespace

// clang-format off
// [view]
template <> inline constexpr auto stoa::table<author_total> = stoa::view<author_total>("author_totals",
    from<book>().where(col<&book::kind> != format::ebook)
        .group_by(col<&book::author_id>)
        .select(col<&book::author_id>, count(), sum(col<&book::price>)),
    primary_key(col<&author_total::author_id>));
// [/view]

// [materialized]
template <> inline constexpr auto stoa::table<daily_arrivals> = stoa::materialized_view<daily_arrivals>("daily_arrivals",
    from<book>()
        .group_by(cast<stoa::date>(col<&book::created_at>), col<&book::kind>)
        .select(cast<stoa::date>(col<&book::created_at>), col<&book::kind>, count()),
    primary_key(col<&daily_arrivals::day>, col<&daily_arrivals::kind>),
    index(col<&daily_arrivals::kind>));
// [/materialized]
// clang-format on

namespace {

// [schema]
using catalogue = stoa::schema<author_total, daily_arrivals, book, author>;
// [/schema]

using stoa::col, stoa::from;

void work(stoa::database& db) {
    db.create<catalogue>();
    author ann = db.insert(author{{}, "Ann", {}});
    const auto add = [&](std::string isbn, format kind) {
        db.insert(book{{}, ann.id, std::move(isbn), "A title", kind, stoa::decimal<10, 2>("9.90"), {}, {}});
    };
    add("1", format::paperback);
    add("2", format::ebook);

    // [read]
    const auto busy = from<author>()
                          .join<author_total>(col<&author_total::author_id> == col<&author::id>)
                          .where(col<&author_total::books> > 0)
                          .select(col<&author::name>, col<&author_total::worth>);
    for (auto&& [name, worth] : db.stream(busy)) std::cout << name << ' ' << to_string(*worth) << '\n';
    std::optional<author_total> of_ann = db.find<author_total>(ann.id);
    // [/read]
    guide::expect(of_ann && of_ann->books == 1);

    guide::expect(db.all(from<daily_arrivals>()).empty());
    // [refresh]
    db.refresh<daily_arrivals>();
    db.refresh<daily_arrivals>(stoa::concurrently); // readers need not wait
    // [/refresh]
    guide::expect(db.all(from<daily_arrivals>()).size() == 2);
    add("3", format::hardcover);
    guide::expect(db.all(from<daily_arrivals>()).size() == 2);
    guide::expect(db.find<author_total>(ann.id)->books == 2);
    db.drop<catalogue>();
}

template <class Record, class Dialect>
std::string creation() {
    return stoa::write_text([](stoa::text_sink& out) { stoa::write_create<Dialect>(out, stoa::table_of<Record>()); });
}

template <class Dialect>
void show() {
    guide::show("view", creation<author_total, Dialect>());
    guide::show("materialized", creation<daily_arrivals, Dialect>());
    guide::show("refresh", stoa::refresh_sql<daily_arrivals, Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
