// SPDX-License-Identifier: BSL-1.0
// The order of rows, which part of them is read, and rows that are read once.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace orders {

struct runner {
    int id;
    std::string team;
    std::optional<int> place;
    double seconds;
    bool junior;
};

} // namespace orders

template <>
inline constexpr auto stoa::table<orders::runner> =
    stoa::define<orders::runner>("runners", stoa::primary_key(stoa::col<&orders::runner::id>));

namespace orders {

using stoa::asc;
using stoa::col;
using stoa::desc;
using stoa::from;
using ids = std::vector<int>;

constexpr auto id = col<&runner::id>;
constexpr auto team = col<&runner::team>;
constexpr auto place = col<&runner::place>;
constexpr auto seconds = col<&runner::seconds>;
constexpr auto junior = col<&runner::junior>;

struct order_of_rows : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<runner>>();
        db().insert(runner{1, "b", 2, 10.5, false});
        db().insert(runner{2, "a", {}, -1e300, true});
        db().insert(runner{3, "b", 1, 9.25, true});
        db().insert(runner{4, "É", {}, 1e300, false});
        db().insert(runner{5, "B", -7, 0.0, false});
    }

    template <class Query>
    ids ids_of(const Query& query) {
        return db().all(query.select(id));
    }

    /// The first `count` rows behind the first `skipped` ones.
    ids page(std::int64_t count, std::int64_t skipped) {
        return ids_of(from<runner>().order_by(id).limit(count).offset(skipped));
    }
};

TEST_P(order_of_rows, is_ascending_unless_said_otherwise) {
    EXPECT_EQ(ids_of(from<runner>().order_by(id)), (ids{1, 2, 3, 4, 5}));
    EXPECT_EQ(ids_of(from<runner>().order_by(asc(id))), (ids{1, 2, 3, 4, 5}));
    EXPECT_EQ(ids_of(from<runner>().order_by(desc(id))), (ids{5, 4, 3, 2, 1}));
    EXPECT_EQ(ids_of(from<runner>().order_by(seconds)), (ids{2, 5, 3, 1, 4}));
}

TEST_P(order_of_rows, by_text_is_the_order_of_its_bytes) {
    EXPECT_EQ(ids_of(from<runner>().order_by(team, id)), (ids{5, 2, 1, 3, 4}));
    EXPECT_EQ(ids_of(from<runner>().order_by(desc(team), desc(id))), (ids{4, 3, 1, 2, 5}));
}

TEST_P(order_of_rows, has_null_behind_every_value_and_in_front_when_descending) {
    EXPECT_EQ(ids_of(from<runner>().order_by(place, id)), (ids{5, 3, 1, 2, 4}));
    EXPECT_EQ(ids_of(from<runner>().order_by(desc(place), id)), (ids{2, 4, 1, 3, 5}));
    EXPECT_EQ(ids_of(from<runner>().order_by(desc(place), desc(id))), (ids{4, 2, 1, 3, 5}));
}

TEST_P(order_of_rows, by_several_keys_goes_from_the_first_to_the_last) {
    EXPECT_EQ(ids_of(from<runner>().order_by(junior, desc(seconds))), (ids{4, 1, 5, 3, 2}));
    EXPECT_EQ(ids_of(from<runner>().order_by(desc(junior), seconds)), (ids{2, 3, 5, 1, 4}));
    EXPECT_EQ(ids_of(from<runner>().order_by(junior, team, place)), (ids{5, 1, 4, 2, 3}));
}

TEST_P(order_of_rows, can_be_by_an_expression_and_by_what_is_not_selected) {
    EXPECT_EQ(ids_of(from<runner>().order_by(desc(id * id), id)), (ids{5, 4, 3, 2, 1}));
    EXPECT_EQ(ids_of(from<runner>().order_by(place + id, id)), (ids{5, 1, 3, 2, 4}));
    EXPECT_EQ(ids_of(from<runner>().order_by(team == "b", id)), (ids{2, 4, 5, 1, 3}));
}

TEST_P(order_of_rows, limit_reads_the_first_rows) {
    EXPECT_EQ(ids_of(from<runner>().order_by(id).limit(2)), (ids{1, 2}));
    EXPECT_EQ(ids_of(from<runner>().order_by(id).limit(100)), (ids{1, 2, 3, 4, 5}));
    EXPECT_EQ(ids_of(from<runner>().order_by(id).limit(0)), ids{});
    EXPECT_EQ(ids_of(from<runner>().order_by(id).limit(INT64_MAX)), (ids{1, 2, 3, 4, 5}));
}

TEST_P(order_of_rows, offset_skips_rows_with_and_without_a_limit) {
    EXPECT_EQ(page(2, 1), (ids{2, 3}));
    EXPECT_EQ(page(2, 4), (ids{5}));
    EXPECT_EQ(page(2, 5), ids{});
    EXPECT_EQ(page(2, 0), (ids{1, 2}));
    EXPECT_EQ(page(0, 2), ids{});
    EXPECT_EQ(ids_of(from<runner>().order_by(id).offset(3)), (ids{4, 5}));
    EXPECT_EQ(ids_of(from<runner>().order_by(id).offset(0)), (ids{1, 2, 3, 4, 5}));
    EXPECT_EQ(ids_of(from<runner>().order_by(id).offset(5)), ids{});
}

TEST_P(order_of_rows, limit_and_offset_below_zero_are_refused_before_the_database_is_asked) {
    EXPECT_EQ(stoa_test::failure_of<stoa::mapping_error>([&] { page(-1, 0); }).code(), stoa::errc::out_of_range);
    EXPECT_EQ(stoa_test::failure_of<stoa::mapping_error>([&] { page(1, -1); }).code(), stoa::errc::out_of_range);
}

TEST_P(order_of_rows, one_needs_exactly_one_row) {
    EXPECT_EQ(db().one(from<runner>().where(id == 3)).team, "b");
    const auto none = stoa_test::failure_of<stoa::mapping_error>([&] { db().one(from<runner>().where(id == 9)); });
    EXPECT_EQ(none.code(), stoa::errc::no_rows);
    EXPECT_NE(none.sql().find("runners"), std::string::npos);
    const auto many = stoa_test::failure_of<stoa::mapping_error>([&] { db().one(from<runner>().where(team == "b")); });
    EXPECT_EQ(many.code(), stoa::errc::too_many_rows);
    EXPECT_EQ(db().one(from<runner>().where(id == 3).select(id)), 3); // the session goes on
}

TEST_P(order_of_rows, first_is_the_first_row_or_nothing) {
    EXPECT_EQ(db().first(from<runner>().order_by(desc(id)))->id, 5);
    EXPECT_FALSE(db().first(from<runner>().where(id == 9)));
    EXPECT_EQ(db().first(from<runner>().order_by(id).offset(2).select(id)), 3);
    EXPECT_EQ(db().first(from<runner>().order_by(id).limit(3).select(id)), 1);
    EXPECT_EQ(db().first(from<runner>().order_by(id).limit(0).select(id)), std::nullopt);
    const auto null = db().first(from<runner>().where(id == 2).select(place)); // a row whose value is NULL
    ASSERT_TRUE(null.has_value());
    EXPECT_EQ(*null, std::nullopt);
}

TEST_P(order_of_rows, distinct_reads_equal_rows_once) {
    EXPECT_EQ(db().all(from<runner>().distinct().order_by(team).select(team)),
              (std::vector<std::string>{"B", "a", "b", "É"}));
    EXPECT_EQ(db().all(from<runner>().distinct().order_by(place).select(place)),
              (std::vector<std::optional<int>>{-7, 1, 2, std::nullopt}));
    EXPECT_EQ(db().all(from<runner>().distinct().order_by(team, junior).where(team == "b").select(team, junior)),
              (std::vector<std::tuple<std::string, bool>>{{"b", false}, {"b", true}}));
    EXPECT_EQ(db().all(from<runner>().distinct().order_by(junior).limit(1).select(junior)), (std::vector<bool>{false}));
}

TEST_P(order_of_rows, is_kept_by_whole_records) {
    const auto all = db().all(from<runner>().order_by(desc(seconds)).limit(2));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, 4);
    EXPECT_EQ(all[0].team, "É");
    EXPECT_EQ(all[0].place, std::nullopt);
    EXPECT_EQ(all[1].id, 1);
    EXPECT_EQ(all[1].seconds, 10.5);
}

TEST_P(order_of_rows, has_null_where_it_is_said) {
    const auto by = [this](auto term) { return ids_of(from<runner>().order_by(term, id)); };
    EXPECT_EQ(by(asc(place)), (ids{5, 3, 1, 2, 4}));
    EXPECT_EQ(by(desc(place)), (ids{2, 4, 1, 3, 5}));
    EXPECT_EQ(by(asc(place).nulls_first()), (ids{2, 4, 5, 3, 1}));
    EXPECT_EQ(by(asc(place).nulls_last()), (ids{5, 3, 1, 2, 4}));
    EXPECT_EQ(by(desc(place).nulls_first()), (ids{2, 4, 1, 3, 5}));
    EXPECT_EQ(by(desc(place).nulls_last()), (ids{1, 3, 5, 2, 4}));
}

TEST_P(order_of_rows, has_null_where_it_is_said_in_windows_texts_and_set_operations) {
    EXPECT_EQ(db().all(from<runner>().order_by(id).select(
                  stoa::row_number().over(stoa::sorted_by(asc(place).nulls_first(), id)))),
              (std::vector<std::int64_t>{5, 1, 4, 2, 3}));
    const auto names = [this](auto term) {
        return db().one(from<runner>().select(string_agg(stoa::cast<std::string>(id), "", term, asc(id))));
    };
    EXPECT_EQ(names(asc(place).nulls_first()), "24531");
    EXPECT_EQ(names(desc(place).nulls_last()), "13524");
    EXPECT_EQ(names(desc(place)), "24135");
    const auto places = from<runner>().select(place);
    EXPECT_EQ(db().all(stoa::union_distinct(places, places).order_by(asc(place).nulls_first())),
              (std::vector<std::optional<int>>{{}, -7, 1, 2}));
}

TEST_P(order_of_rows, has_null_at_the_other_end_when_a_chosen_order_is_reversed) {
    const stoa::sort_keys<runner> orders{{"place", asc(place).nulls_first()}};
    EXPECT_EQ(ids_of(from<runner>().order_by(orders.at("place").reversed(), id)), (ids{1, 3, 5, 2, 4}));
}

STOA_TEST_ON_EVERY_DATABASE(order_of_rows);

} // namespace orders
