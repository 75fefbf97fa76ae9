// SPDX-License-Identifier: BSL-1.0
// Queries that databases are known to read differently: columns called like something else, comparisons of comparisons,
// NULL among what is compared, and what one of them has no words for.

#include "databases.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace different_rows {

struct stock {
    int id;
    std::string place;
    std::optional<int> pieces;
    bool open;
};

/// Its columns are called like those of the table, and are something else.
struct mirrored {
    std::int64_t id;
    std::int64_t pieces;
};

struct pair {
    std::string place;
    std::optional<std::int32_t> pieces;
};

struct step {
    std::int64_t number;
};

} // namespace different_rows

template <>
inline constexpr auto stoa::table<different_rows::stock> =
    stoa::define<different_rows::stock>("stocks", primary_key(col<&different_rows::stock::id>));

namespace different_rows {

using stoa::col, stoa::from, stoa::count, stoa::alias;
using ids = std::vector<int>;

constexpr auto id = col<&stock::id>;
constexpr auto place = col<&stock::place>;
constexpr auto pieces = col<&stock::pieces>;
constexpr auto open = col<&stock::open>;

struct different_rows : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<stock>>();
        db().insert(stock{1, "north", 4, true});
        db().insert(stock{2, "north", 4, false});
        db().insert(stock{3, "north", {}, true});
        db().insert(stock{4, "south", 7, true});
        db().insert(stock{5, "south", {}, false});
        db().insert(stock{6, "south", {}, true});
    }

    template <class Condition>
    ids where(Condition condition) {
        return db().all(from<stock>().where(condition).order_by(id).select(id));
    }
};

TEST_P(different_rows, comparisons_can_be_compared) {
    EXPECT_EQ(where((pieces == 4) == open), (ids{1}));
    EXPECT_EQ(where((id < 4) == (place == "north")), (ids{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(where((id < 3) != open), (ids{2, 3, 4, 6}));
    EXPECT_EQ(where(((id == 1) == (id == 2)) == (id == 3)), (ids{1, 2, 3}));
    EXPECT_EQ(where(open == true), (ids{1, 3, 4, 6}));
}

TEST_P(different_rows, columns_called_like_those_of_the_table_are_not_taken_for_them) {
    // The inner order is by the table's column, not by the one of the same name that is selected.
    constexpr auto first = [](auto terms) {
        return stoa::subquery<"mirrored">(from<stock>()
                                              .where(pieces.is_not_null())
                                              .order_by(terms, id)
                                              .limit(1)
                                              .template select_as<mirrored>(-id, coalesce(-pieces, std::int64_t{0})));
    };
    const auto least = first(pieces);
    EXPECT_EQ(db().one(from(least).select(least[col<&mirrored::id>], least[col<&mirrored::pieces>])),
              (std::tuple<std::int64_t, std::int64_t>{-1, -4}));
    const auto most = first(desc(pieces));
    EXPECT_EQ(db().one(from(most).select(most[col<&mirrored::id>])), -4);

    const auto groups = stoa::subquery<"groups">(
        from<stock>().where(id > 1).group_by(id).having(id < 6).order_by(desc(id)).limit(2).select_as<mirrored>(
            id * 0, count() + id));
    EXPECT_EQ(db().all(from(groups).order_by(groups[col<&mirrored::pieces>]).select(groups[col<&mirrored::pieces>])),
              (std::vector<std::int64_t>{5, 6}));
}

TEST_P(different_rows, rows_are_sorted_by_columns_and_not_by_what_is_called_like_them) {
    // PostgreSQL calls the CASE "pieces" and the casts "text" and "pieces".
    const auto sorted = from<stock>().where(pieces.is_not_null()).order_by(desc(pieces), id);
    EXPECT_EQ(db().all(sorted.select(case_when(open, 0).otherwise(pieces))),
              (std::vector<std::optional<int>>{0, 0, 4}));
    EXPECT_EQ(db().all(sorted.select(stoa::cast<double>(pieces) * -1.0, stoa::cast<std::int64_t>(pieces))),
              (std::vector<std::tuple<std::optional<double>, std::optional<std::int64_t>>>{{-7, 7}, {-4, 4}, {-4, 4}}));
    EXPECT_EQ(db().all(sorted.select(nullif(pieces, 7), lower(place))),
              (std::vector<std::tuple<std::optional<int>, std::string>>{
                  {std::nullopt, "south"}, {4, "north"}, {4, "north"}}));
}

TEST_P(different_rows, any_and_all_of_a_query_are_asked_by_exists_and_extremes) {
    constexpr auto other = alias<stock, "other">;
    const auto others = from(other).where(other[place] == "north");
    // > ANY, > ALL
    EXPECT_EQ(where(id > scalar(others.select(min(other[id])))), (ids{2, 3, 4, 5, 6}));
    EXPECT_EQ(where(id > scalar(others.select(max(other[id])))), (ids{4, 5, 6}));
    EXPECT_EQ(where(exists(others.where(other[pieces] < pieces))), (ids{4}));
    EXPECT_EQ(where(!exists(others.where(other[id] >= id))), (ids{4, 5, 6}));
    // Of no rows everything is true of all, and nothing of any.
    const auto none = from(other).where(other[id] > 6);
    EXPECT_EQ(where(!exists(none.where(other[id] >= id))), (ids{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(where(id > scalar(none.select(min(other[id])))), ids{});
}

TEST_P(different_rows, different_pairs_are_counted_by_a_subquery) {
    const auto pairs =
        stoa::subquery<"pairs">(from<stock>().distinct().select_as<pair>(place, pieces)); // NULL is like NULL
    EXPECT_EQ(db().one(from(pairs).select(count())), 4);
    EXPECT_EQ(db().one(from(pairs).select(count(pairs[col<&pair::pieces>]))), 2);
}

TEST_P(different_rows, a_row_of_each_group_is_chosen_by_its_number) {
    struct numbered {
        std::int32_t id;
        std::int64_t number;
    };
    const auto rows = stoa::subquery<"rows">(from<stock>().select_as<numbered>(
        id, stoa::row_number().over(stoa::partition_by(place).order_by(desc(pieces), id))));
    EXPECT_EQ(db().all(from(rows)
                           .where(rows[col<&numbered::number>] == 1)
                           .order_by(rows[col<&numbered::id>])
                           .select(rows[col<&numbered::id>])),
              (ids{3, 5})); // NULL is the largest
}

TEST_P(different_rows, numbers_in_a_row_are_a_recursion) {
    const auto upto = [](std::int64_t last) {
        return stoa::recursive_cte<"steps">(stoa::select_as<step>(stoa::value(std::int64_t{1})), [last](auto steps) {
            return from(steps)
                .where(steps[col<&step::number>] < last)
                .template select_as<step>(steps[col<&step::number>] + 1);
        });
    };
    const auto hundred = upto(100);
    EXPECT_EQ(db().one(from(hundred).select(count(), sum(hundred[col<&step::number>]))),
              (std::tuple<std::int64_t, std::optional<std::int64_t>>{100, 5050}));
    const auto thousands = upto(5000);
    EXPECT_EQ(db().one(from(thousands).select(count())), 5000);
}

TEST_P(different_rows, what_is_not_known_is_neither_in_a_list_nor_out_of_it) {
    constexpr auto other = alias<stock, "other">;
    const auto known = [&](auto condition) {
        return db().all(from<stock>().where(condition.is_null()).order_by(id).select(id));
    };
    EXPECT_EQ(known(pieces.in({4})), (ids{3, 5, 6}));
    EXPECT_EQ(known(pieces == 4), (ids{3, 5, 6}));
    EXPECT_EQ(known(pieces.between(1, 5)), (ids{3, 5, 6}));
    EXPECT_EQ(known(pieces == 4 || open), (ids{5})); // true OR NULL is true
    EXPECT_EQ(known(pieces == 4 && open), (ids{3, 6}));
    EXPECT_EQ(known(id.in(from(other).select(other[pieces]))), (ids{1, 2, 3, 5, 6}));
    EXPECT_EQ(known(id.in(from(other).where(other[id] > 9).select(other[pieces]))), ids{}); // surely not among no rows
    EXPECT_EQ(known(pieces == std::optional<int>()), ids{});
}

STOA_TEST_ON_EVERY_DATABASE(different_rows);

} // namespace different_rows
