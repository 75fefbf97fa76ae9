// SPDX-License-Identifier: BSL-1.0

// docs/guide/functions.md

#include "guide.hpp"
#include "library.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace std::chrono_literals;
using stoa::col, stoa::count, stoa::date_part, stoa::date_unit, stoa::desc, stoa::from;
using price_t = stoa::decimal<10, 2>;

constexpr auto sizes() {
    // [choice]
    return from<book>().select(
        case_when(col<&book::pages> < 300, "short").when(col<&book::pages>.is_null(), "?").otherwise("long"),
        coalesce(col<&book::pages>, 0), greatest(col<&book::price>, price_t("5.00")));
    // [/choice]
}

constexpr auto numbers() {
    // [numbers]
    return from<book>().select(10 - col<&book::price>, col<&book::pages> / 100, col<&book::pages> % 100,
                               stoa::round<1>(col<&book::price>), col<&book::price> / col<&book::pages>,
                               stoa::cast<double>(col<&book::pages>));
    // [/numbers]
}

constexpr auto texts() {
    // [texts]
    return from<author>().select(lower(col<&author::name>), length(col<&author::name>), left(col<&author::name>, 4),
                                 concat(col<&author::name>, ", ", coalesce(col<&author::country>, "?")));
    // [/texts]
}

auto found(const std::string& typed) {
    // [contains]
    return from<book>().where(contains(col<&book::title>, typed) || ilike(col<&book::title>, "emm_"));
    // [/contains]
}

constexpr auto by_month() {
    // [months]
    constexpr auto month = date_trunc<date_unit::month>(col<&book::created_at>);
    return from<book>().group_by(month).order_by(month).select(month, count());
    // [/months]
}

auto recent() {
    // [recent]
    return from<book>()
        .where(col<&book::created_at> > stoa::current_timestamp() &&
               extract<date_part::year>(col<&book::created_at>) > 0)
        .select(add_months(col<&book::created_at>, 1), col<&book::created_at> + 90min);
    // [/recent]
}

auto summary() {
    // [aggregates]
    return from<book>()
        .join<author>()
        .group_by(col<&author::name>)
        .order_by(col<&author::name>)
        .select(col<&author::name>, string_agg(col<&book::title>, ", ", desc(col<&book::price>)),
                bool_or(col<&book::price> < 1), sum_distinct(col<&book::price>), stddev_pop(col<&book::pages>));
    // [/aggregates]
}

void work(stoa::database& db) {
    db.create<library>();
    author jane{{}, "Jane Austen", "England"}, mary{{}, "Mary Shelley", std::nullopt};
    db.insert(jane);
    db.insert(mary);
    db.insert(book{{}, jane.id, "1", "Emma", format::paperback, price_t("6.99"), 474, {}});
    db.insert(book{{}, jane.id, "2", "Persuasion", format::ebook, price_t("0.50"), std::nullopt, {}});
    db.insert(book{{}, mary.id, "3", "Frankenstein", format::hardcover, price_t("27.25"), 280, {}});

    const auto of_book = [&](auto query, const char* isbn) { return db.one(query.where(col<&book::isbn> == isbn)); };
    const auto [size_of_emma, pages, at_least_five] = of_book(sizes(), "1");
    guide::expect(size_of_emma == "long" && pages == 474 && to_string(at_least_five) == "6.99");
    guide::expect(std::get<0>(of_book(sizes(), "2")) == "?" && std::get<1>(of_book(sizes(), "2")) == 0);

    const auto [rest, hundreds, remainder, tenths, per_page, real] = of_book(numbers(), "1");
    guide::expect(to_string(rest) == "3.01" && hundreds == 4 && remainder == 74 && to_string(tenths) == "7.0" &&
                  per_page == 6.99 / 474 && real == 474.0);

    const auto [folded, size, first, both] = db.one(texts().where(col<&author::name> == "Mary Shelley"));
    guide::expect(folded == "mary shelley" && size == 12 && first == "Mary" && both == "Mary Shelley, ?");
    guide::expect(db.all(found("ank")).size() == 2 && db.all(found("%")).size() == 1);
    guide::expect(db.all(by_month()).size() <= 2 && db.all(recent()).empty());

    const auto rows = db.all(summary());
    guide::expect(std::get<1>(rows[0]) == "Emma, Persuasion" && std::get<2>(rows[0]) == true &&
                  to_string(*std::get<3>(rows[0])) == "7.49" && std::get<4>(rows[0]) == 0.0);
}

template <class Dialect>
void show() {
    guide::show("choice", stoa::sql_text<decltype(sizes()), Dialect>);
    guide::show("numbers", stoa::sql_text<decltype(numbers()), Dialect>);
    guide::show("texts", stoa::sql_text<decltype(texts()), Dialect>);
    guide::show("contains", stoa::sql_text<decltype(found({})), Dialect>);
    guide::show("months", stoa::sql_text<decltype(by_month()), Dialect>);
    guide::show("recent", stoa::sql_text<decltype(recent()), Dialect>);
    guide::show("aggregates", stoa::sql_text<decltype(summary()), Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
