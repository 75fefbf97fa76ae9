// SPDX-License-Identifier: BSL-1.0
// Functions over windows: each against a plain computation over the same rows.

#include "databases.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace windows {

using stoa::col;
using stoa::count;
using stoa::current_row;
using stoa::desc;
using stoa::following;
using stoa::from;
using stoa::partition_by;
using stoa::preceding;
using stoa::sorted_by;
using stoa::unbounded_following;
using stoa::unbounded_preceding;

template <class T>
using maybe = std::optional<T>;

struct sale {
    int id;
    maybe<std::string> shop;
    int day;
    maybe<int> pieces;
    stoa::decimal<8, 2> price;
};

} // namespace windows

template <>
inline constexpr auto stoa::table<windows::sale> =
    stoa::define<windows::sale>("sales", stoa::primary_key(stoa::col<&windows::sale::id>));

namespace windows {

using money = stoa::decimal<8, 2>;

constexpr auto id = col<&sale::id>;
constexpr auto shop = col<&sale::shop>;
constexpr auto day = col<&sale::day>;
constexpr auto pieces = col<&sale::pieces>;
constexpr auto price = col<&sale::price>;

const std::vector<sale> sales{
    {1, "a", 1, 5, money("1.50")}, {2, "a", 1, 3, money("2.00")}, {3, "b", 1, {}, money("0.25")},
    {4, "a", 2, 3, money("9.75")}, {5, {}, 2, 8, money("4.00")},  {6, "b", 3, 1, money("6.50")},
    {7, {}, 3, {}, money("7.00")}, {8, "a", 4, 2, money("3.25")}, {9, "b", 4, 9, money("5.00")}};

/// NULL is the largest.
template <class T>
bool less(const maybe<T>& a, const maybe<T>& b) {
    return a && (!b || *a < *b);
}

bool by_shop(const sale& a, const sale& b) {
    return a.shop == b.shop;
}
bool as_one(const sale&, const sale&) {
    return true;
}
bool by_day(const sale& a, const sale& b) {
    return a.day < b.day;
}
bool by_id(const sale& a, const sale& b) {
    return a.id < b.id;
}
bool by_pieces(const sale& a, const sale& b) {
    return less(a.pieces, b.pieces);
}

/// A row of a window, in its order: the rows of its partition, and where it stands among them.
struct place {
    std::vector<sale> rows;
    std::size_t at;
    std::function<bool(const sale&, const sale&)> less;

    bool are_peers(std::size_t a, std::size_t b) const { return !less(rows[a], rows[b]) && !less(rows[b], rows[a]); }
    std::size_t first_peer() const {
        std::size_t n = at;
        while (n != 0 && are_peers(n - 1, at)) --n;
        return n;
    }
    std::size_t behind_peers() const {
        std::size_t n = at;
        while (n != rows.size() && are_peers(n, at)) ++n;
        return n;
    }
    std::size_t group(std::size_t row) const {
        std::size_t number = 0;
        for (std::size_t n = 1; n <= row; ++n) number += are_peers(n - 1, n) ? 0U : 1U;
        return number;
    }
};

/// `compute` of the place of each row, by id.
template <class Same, class Less, class Compute>
auto computed(Same same, Less less, Compute compute) {
    std::vector<decltype(compute(std::declval<place>()))> results;
    for (const sale& row : sales) {
        place here{{}, 0, less};
        for (const sale& other : sales)
            if (same(row, other)) here.rows.push_back(other);
        std::sort(here.rows.begin(), here.rows.end(), [&](const sale& one, const sale& other) {
            return less(one, other) || (!less(other, one) && one.id < other.id);
        });
        while (here.rows[here.at].id != row.id) ++here.at;
        results.push_back(compute(here));
    }
    return results;
}

maybe<std::int64_t> sum_of(const std::vector<sale>& rows, std::size_t begin, std::size_t end) {
    maybe<std::int64_t> sum;
    for (std::size_t n = begin; n < end; ++n)
        if (rows[n].pieces) sum = sum.value_or(0) + *rows[n].pieces;
    return sum;
}

struct windows : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<sale>>();
        for (const sale& each : sales) db().insert(each);
    }

    template <class Expression>
    auto by_id_of_rows(Expression expression) {
        return db().all(from<sale>().order_by(id).select(expression));
    }
};

TEST_P(windows, number_rows) {
    EXPECT_EQ(by_id_of_rows(stoa::row_number().over(partition_by(shop).order_by(day, id))),
              computed(by_shop, by_id, [](const place& p) { return std::int64_t(p.at + 1); }));
    EXPECT_EQ(by_id_of_rows(stoa::row_number().over(sorted_by(id))),
              (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
    EXPECT_EQ(by_id_of_rows(stoa::row_number().over(sorted_by(pieces, desc(id)))),
              (std::vector<std::int64_t>{5, 4, 9, 3, 6, 1, 8, 2, 7}));
    EXPECT_EQ(by_id_of_rows(stoa::row_number().over(sorted_by(desc(pieces), id))),
              (std::vector<std::int64_t>{5, 6, 1, 7, 4, 9, 2, 8, 3}));
}

TEST_P(windows, rank_rows) {
    EXPECT_EQ(by_id_of_rows(stoa::rank().over(partition_by(shop).order_by(pieces))),
              computed(by_shop, by_pieces, [](const place& p) { return std::int64_t(p.first_peer() + 1); }));
    EXPECT_EQ(by_id_of_rows(stoa::dense_rank().over(sorted_by(day))),
              computed(as_one, by_day, [](const place& p) { return std::int64_t(p.group(p.at) + 1); }));
    EXPECT_EQ(by_id_of_rows(stoa::percent_rank().over(partition_by(shop).order_by(day))),
              computed(by_shop, by_day, [](const place& p) {
                  return p.rows.size() == 1 ? 0.0 : double(p.first_peer()) / double(p.rows.size() - 1);
              }));
    EXPECT_EQ(by_id_of_rows(stoa::cume_dist().over(sorted_by(day))), computed(as_one, by_day, [](const place& p) {
                  return double(p.behind_peers()) / double(p.rows.size());
              }));
}

TEST_P(windows, divide_rows_into_parts) {
    EXPECT_EQ(by_id_of_rows(stoa::ntile<4>().over(sorted_by(id))),
              (std::vector<std::int64_t>{1, 1, 1, 2, 2, 3, 3, 4, 4}));
    EXPECT_EQ(by_id_of_rows(stoa::ntile<100>().over(partition_by(shop).order_by(id))),
              computed(by_shop, by_id, [](const place& p) { return std::int64_t(p.at + 1); }));
}

TEST_P(windows, look_at_rows_before_and_behind) {
    const auto over = partition_by(shop).order_by(id);
    static_assert(std::is_same_v<stoa::row_t<decltype(from<sale>().select(lag(id).over(over)))>, maybe<int>>);
    EXPECT_EQ(by_id_of_rows(lag(id).over(over)),
              computed(by_shop, by_id, [](const place& p) { return p.at < 1 ? maybe<int>() : p.rows[p.at - 1].id; }));
    EXPECT_EQ(by_id_of_rows(stoa::lag<2>(pieces).over(over)), computed(by_shop, by_id, [](const place& p) {
                  return p.at < 2 ? maybe<int>() : p.rows[p.at - 2].pieces;
              }));
    EXPECT_EQ(by_id_of_rows(lead(price).over(over)), computed(by_shop, by_id, [](const place& p) {
                  return p.at + 1 < p.rows.size() ? maybe<money>(p.rows[p.at + 1].price) : maybe<money>();
              }));
    EXPECT_EQ(by_id_of_rows(stoa::lead<3>(shop).over(sorted_by(id))), computed(as_one, by_id, [](const place& p) {
                  return p.at + 3 < p.rows.size() ? p.rows[p.at + 3].shop : maybe<std::string>();
              }));
    EXPECT_EQ(by_id_of_rows(stoa::lag<0>(day).over(over)),
              computed(by_shop, by_id, [](const place& p) { return maybe<int>(p.rows[p.at].day); }));
}

TEST_P(windows, take_the_value_of_one_row) {
    const auto over = partition_by(shop).order_by(id);
    const auto all = over.rows_between(unbounded_preceding, unbounded_following);
    const auto first = first_value(id).over(over);
    static_assert(std::is_same_v<stoa::row_t<decltype(from<sale>().select(first))>, int>);
    EXPECT_EQ(by_id_of_rows(first), computed(by_shop, by_id, [](const place& p) { return p.rows[0].id; }));
    EXPECT_EQ(by_id_of_rows(last_value(id).over(over)),
              computed(by_shop, by_id, [](const place& p) { return p.rows[p.at].id; }));
    EXPECT_EQ(by_id_of_rows(last_value(pieces).over(all)),
              computed(by_shop, by_id, [](const place& p) { return p.rows.back().pieces; }));
    EXPECT_EQ(by_id_of_rows(stoa::nth_value<2>(id).over(over)),
              computed(by_shop, by_id, [](const place& p) { return p.at < 1 ? maybe<int>() : p.rows[1].id; }));
    EXPECT_EQ(by_id_of_rows(stoa::nth_value<9>(id).over(all)), std::vector<maybe<int>>(9));
}

TEST_P(windows, take_null_from_frames_that_can_be_empty) {
    const auto before = sorted_by(id).rows_between(preceding<3>, preceding<1>);
    const auto first = first_value(id).over(before);
    static_assert(std::is_same_v<stoa::row_t<decltype(from<sale>().select(first))>, maybe<int>>);
    EXPECT_EQ(by_id_of_rows(first), (std::vector<maybe<int>>{{}, 1, 1, 1, 2, 3, 4, 5, 6}));
    const auto behind = sorted_by(id).rows_between(following<2>, unbounded_following);
    EXPECT_EQ(by_id_of_rows(last_value(day).over(behind)), (std::vector<maybe<int>>{4, 4, 4, 4, 4, 4, 4, {}, {}}));
    EXPECT_EQ(by_id_of_rows(count().over(behind)), (std::vector<std::int64_t>{7, 6, 5, 4, 3, 2, 1, 0, 0}));
}

TEST_P(windows, aggregate_partitions) {
    const auto query = from<sale>().order_by(id).select(
        count().over(partition_by(shop)), count(pieces).over(partition_by(shop)), sum(pieces).over(partition_by(shop)),
        max(price).over(partition_by(shop)), avg(day).over(partition_by(shop)));
    using row = std::tuple<std::int64_t, std::int64_t, maybe<std::int64_t>, maybe<money>, maybe<double>>;
    static_assert(std::is_same_v<stoa::row_t<decltype(query)>, row>);
    EXPECT_EQ(db().all(query), computed(by_shop, by_id, [](const place& p) {
                  std::int64_t known = 0;
                  money highest = p.rows[0].price;
                  double days = 0;
                  for (const sale& each : p.rows) {
                      known += each.pieces ? 1 : 0;
                      highest = std::max(highest, each.price);
                      days += each.day;
                  }
                  return row{std::int64_t(p.rows.size()), known, sum_of(p.rows, 0, p.rows.size()), highest,
                             days / double(p.rows.size())};
              }));
}

TEST_P(windows, aggregate_up_to_the_rows_that_are_equal_in_the_order) {
    EXPECT_EQ(by_id_of_rows(sum(pieces).over(sorted_by(day))),
              computed(as_one, by_day, [](const place& p) { return sum_of(p.rows, 0, p.behind_peers()); }));
    EXPECT_EQ(by_id_of_rows(sum(pieces).over(partition_by(shop).order_by(pieces))),
              computed(by_shop, by_pieces, [](const place& p) { return sum_of(p.rows, 0, p.behind_peers()); }));
}

TEST_P(windows, have_frames_of_rows) {
    const auto over = partition_by(shop).order_by(id);
    EXPECT_EQ(by_id_of_rows(sum(pieces).over(over.rows_between(preceding<1>, following<1>))),
              computed(by_shop, by_id, [](const place& p) {
                  return sum_of(p.rows, p.at == 0 ? 0 : p.at - 1, std::min(p.rows.size(), p.at + 2));
              }));
    EXPECT_EQ(by_id_of_rows(sum(pieces).over(over.rows_between(unbounded_preceding, preceding<1>))),
              computed(by_shop, by_id, [](const place& p) { return sum_of(p.rows, 0, p.at); }));
    EXPECT_EQ(by_id_of_rows(sum(pieces).over(over.rows_between(current_row, unbounded_following))),
              computed(by_shop, by_id, [](const place& p) { return sum_of(p.rows, p.at, p.rows.size()); }));
    EXPECT_EQ(by_id_of_rows(sum(pieces).over(over.rows_between(following<1>, following<2>))),
              computed(by_shop, by_id,
                       [](const place& p) { return sum_of(p.rows, p.at + 1, std::min(p.rows.size(), p.at + 3)); }));
}

TEST_P(windows, have_frames_of_groups) {
    EXPECT_EQ(by_id_of_rows(sum(pieces).over(sorted_by(day).groups_between(preceding<1>, current_row))),
              computed(as_one, by_day, [](const place& p) {
                  std::size_t begin = p.at;
                  while (begin != 0 && p.group(begin - 1) + 1 >= p.group(p.at)) --begin;
                  return sum_of(p.rows, begin, p.behind_peers());
              }));
    EXPECT_EQ(by_id_of_rows(count().over(sorted_by(day).groups_between(following<1>, unbounded_following))),
              computed(as_one, by_day, [](const place& p) { return std::int64_t(p.rows.size() - p.behind_peers()); }));
}

TEST_P(windows, have_frames_of_ranges) {
    EXPECT_EQ(
        by_id_of_rows(sum(pieces).over(sorted_by(day).range_between(current_row, current_row))),
        computed(as_one, by_day, [](const place& p) { return sum_of(p.rows, p.first_peer(), p.behind_peers()); }));
    EXPECT_EQ(
        by_id_of_rows(
            count().over(partition_by(shop).order_by(pieces).range_between(current_row, unbounded_following))),
        computed(by_shop, by_pieces, [](const place& p) { return std::int64_t(p.rows.size() - p.first_peer()); }));
}

TEST_P(windows, aggregate_only_some_rows) {
    EXPECT_EQ(by_id_of_rows(count().filter(day > 1 && pieces.is_not_null()).over(partition_by(shop))),
              computed(by_shop, by_id, [](const place& p) {
                  return std::int64_t(
                      std::count_if(p.rows.begin(), p.rows.end(), [](const sale& s) { return s.day > 1 && s.pieces; }));
              }));
    EXPECT_EQ(by_id_of_rows(avg(price).filter(shop == "a").over(sorted_by(id))),
              (std::vector<maybe<double>>{1.5, 1.75, 1.75, 13.25 / 3, 13.25 / 3, 13.25 / 3, 13.25 / 3, 4.125, 4.125}));
    EXPECT_EQ(db().one(from<sale>().select(sum(pieces).filter(shop.is_null()), count().filter(day == 1),
                                           max(price).filter(day > 9), avg(pieces).filter(pieces > 4))),
              (std::tuple<maybe<std::int64_t>, std::int64_t, maybe<money>, maybe<double>>{8, 3, {}, 22.0 / 3}));
}

TEST_P(windows, aggregate_aggregates) {
    const auto query = from<sale>().group_by(shop).order_by(shop).select(
        shop, sum(pieces), sum(sum(pieces)).over(sorted_by(shop)), stoa::rank().over(sorted_by(desc(count()))),
        sum(count()).over());
    using row = stoa::row_t<decltype(query)>;
    EXPECT_EQ(db().all(query),
              (std::vector<row>{{"a", 13, 13, 1, 9}, {"b", 10, 23, 2, 9}, {std::nullopt, 8, 31, 3, 9}}));
}

TEST_P(windows, are_computed_with_and_sorted_by) {
    EXPECT_EQ(db().all(from<sale>()
                           .order_by(desc(stoa::row_number().over(sorted_by(id))))
                           .select(stoa::row_number().over(sorted_by(id)) * 10 + day)
                           .limit(2)),
              (std::vector<std::int64_t>{94, 84}));
    EXPECT_EQ(db().all(from<sale>().order_by(id).select(price - max(price).over(partition_by(shop))).limit(2)),
              (std::vector<maybe<stoa::decimal<18, 2>>>{stoa::decimal<18, 2>("-8.25"), stoa::decimal<18, 2>("-7.75")}));
    EXPECT_EQ(by_id_of_rows(lag(day).over(sorted_by(id)) == day),
              (std::vector<maybe<bool>>{{}, true, true, false, true, false, true, false, true}));
}

TEST_P(windows, take_values_in_every_part) {
    EXPECT_EQ(by_id_of_rows(sum(pieces + 1).filter(day > 1).over(partition_by(day > 2).order_by(id * -1))),
              (std::vector<maybe<std::int64_t>>{13, 13, 13, 13, 9, 15, 13, 13, 10}));
}

STOA_TEST_ON_EVERY_DATABASE(windows);

} // namespace windows
