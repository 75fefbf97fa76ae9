// SPDX-License-Identifier: BSL-1.0
// Pages that continue behind a row: every row comes once, whatever the order and however many rows are sorted alike.

#include "entries.hpp"

#include "databases.hpp"

#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace entries {

using stoa::asc, stoa::desc, stoa::from;

struct pages : stoa_test::databases {
protected:
    static constexpr std::int64_t rows = 500;

    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<tables>();
        std::mt19937 random(20'240'607);
        const auto any = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
        std::vector<entry> all;
        for (std::int64_t n = 0; n != rows; ++n)
            all.push_back({n * 7 % rows,
                           guid_number(static_cast<unsigned>(n * 11 % rows)),
                           std::string(1, static_cast<char>((any(2) == 0 ? 'a' : 'A') + any(4))),
                           std::string(static_cast<std::size_t>(any(3)), any(2) == 0 ? 'Z' : 'a'),
                           std::nullopt,
                           static_cast<level>(any(3)),
                           stoa::decimal<9, 2>(any(20)) - stoa::decimal<9, 2>("0.05"),
                           {},
                           stoa::timestamp(std::chrono::microseconds(any(60))),
                           stoa::date(std::chrono::days(any(9))),
                           any(30) / 7.0});
        db().insert_many(all);
    }

    /// All rows of a query without select, page by page, and those of the whole of it.
    template <class Query>
    void expect_all_rows(const Query& query, std::int64_t size) {
        const std::vector<std::int64_t> expected = db().all(query.select(id));
        std::vector<std::int64_t> found;
        std::vector<entry> page = db().all(query.limit(size));
        while (!page.empty()) {
            for (const entry& each : page) found.push_back(each.id);
            page = db().all(query.after(cursor_of(query, page.back())).limit(size));
        }
        EXPECT_EQ(found, expected);
        EXPECT_EQ(found.size(), static_cast<std::size_t>(rows));
    }
};

TEST_P(pages, of_one_direction_have_every_row_once) {
    expect_all_rows(from<entry>().order_by(at, id), 7);
    expect_all_rows(from<entry>().order_by(desc(at), desc(id)), 13);
    expect_all_rows(from<entry>().order_by(name, exact, key), 9);
    expect_all_rows(from<entry>().order_by(desc(grade), desc(weight), desc(key)), 9);
    expect_all_rows(from<entry>().order_by(key), 50);
}

TEST_P(pages, of_several_directions_have_every_row_once) {
    expect_all_rows(from<entry>().order_by(desc(at), asc(id)), 7);
    expect_all_rows(from<entry>().order_by(asc(name), desc(grade), asc(id)), 13);
    expect_all_rows(from<entry>().order_by(desc(amount), asc(day), desc(key)), 9);
    expect_all_rows(from<entry>().order_by(grade, desc(exact), weight, desc(id)), 11);
}

TEST_P(pages, can_begin_at_values_no_row_has) {
    const stoa::timestamp between(std::chrono::microseconds(30));
    const auto later = from<entry>().order_by(at, id).after(between, rows);
    EXPECT_EQ(db().all(later.select(id)), db().all(from<entry>().where(at > between).order_by(at, id).select(id)));
}

TEST_P(pages, of_joined_rows_have_each_of_them_once) {
    constexpr auto other = stoa::alias<entry, "other">;
    const auto pairs = from<entry>()
                           .join(other, other[day] == day && other[weight] == weight)
                           .order_by(day, desc(id), other[id])
                           .select(day, id, other[id]);
    const auto all = db().all(pairs);
    std::vector<std::tuple<stoa::date, std::int64_t, std::int64_t>> found;
    auto page = db().all(pairs.limit(100));
    while (!page.empty()) {
        found.insert(found.end(), page.begin(), page.end());
        page = db().all(pairs.after(cursor_of(pairs, page.back())).limit(100));
    }
    EXPECT_EQ(found, all);
    EXPECT_GT(all.size(), static_cast<std::size_t>(rows));
}

STOA_TEST_ON_EVERY_DATABASE(pages);

} // namespace entries
