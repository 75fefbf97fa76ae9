// SPDX-License-Identifier: BSL-1.0
// Inserts, updates and deletes said by their columns: values, rows of queries, conflicts, and what they return.

#include "databases.hpp"
#include "failure.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace changes {

struct shop {
    std::int64_t id;
    std::string name;
};

struct item {
    std::int64_t id;
    std::int64_t shop_id;
    std::string code;
    std::int32_t stock;
    double price;
    std::optional<std::string> note;
    bool sold_out;
};

struct archived {
    std::string code;
    std::optional<std::string> shop;
};

struct moved {
    std::string code;
    std::int64_t stock;
};

} // namespace changes

template <>
inline constexpr auto stoa::table<changes::item> = stoa::define<changes::item>(
    "items", stoa::primary_key(stoa::col<&changes::item::id>).generated(stoa::identity),
    stoa::foreign_key(stoa::col<&changes::item::shop_id>).references(stoa::col<&changes::shop::id>),
    stoa::unique(stoa::col<&changes::item::code>), stoa::column(stoa::col<&changes::item::stock>).default_(7),
    stoa::column(stoa::col<&changes::item::sold_out>).computed_from(stoa::col<&changes::item::stock> == 0));
template <>
inline constexpr auto stoa::table<changes::archived> =
    stoa::define<changes::archived>("archive", stoa::primary_key(stoa::col<&changes::archived::code>));

namespace changes {

using stoa::col, stoa::from, stoa::excluded, stoa::insert_into;

using all_tables = stoa::schema<shop, item, archived>;

struct changes_by_column : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<all_tables>();
        north = db().one(insert_into<shop>().values(col<& shop::name> = "North").returning(col<&shop::id>));
        south = db().one(insert_into<shop>().values(col<& shop::name> = "South").returning(col<&shop::id>));
    }

    /// An item of the northern shop.
    void add(const char* code, std::int32_t stock, double price = 1) {
        db().insert(item{0, north, code, stock, price, {}, false});
    }

    std::vector<std::pair<std::string, std::int32_t>> stocks() {
        std::vector<std::pair<std::string, std::int32_t>> all;
        for (const item& each : db().all(from<item>().order_by(col<&item::code>)))
            all.emplace_back(each.code, each.stock);
        return all;
    }

    std::int64_t north = 0;
    std::int64_t south = 0;
};

using stock_list = std::vector<std::pair<std::string, std::int32_t>>;

TEST_P(changes_by_column, columns_left_out_get_their_defaults) {
    const item stored =
        db().one(insert_into<item>()
                     .values(col<& item::shop_id> = north, col<& item::code> = "a", col<& item::price> = 2.5)
                     .returning());
    EXPECT_EQ(stored.stock, 7);
    EXPECT_EQ(stored.note, std::nullopt);
    EXPECT_FALSE(stored.sold_out);
    EXPECT_NE(stored.id, 0);
    EXPECT_EQ(db().find<item>(stored.id)->code, "a");
}

TEST_P(changes_by_column, an_insert_without_returning_counts_its_rows) {
    const auto one = insert_into<item>().values(col<& item::shop_id> = north, col<& item::code> = "a",
                                                col<& item::stock> = 0, col<& item::price> = 1);
    EXPECT_EQ(db().execute(one), 1);
    EXPECT_TRUE(db().one(from<item>()).sold_out);
    EXPECT_EQ(stoa_test::failure_of([&] { db().execute(one); }).code(), stoa::errc::unique_violation);
}

TEST_P(changes_by_column, values_can_be_computed) {
    using stoa::value;
    db().execute(insert_into<item>().values(
        col<& item::shop_id> = north, col<& item::code> = "a", col<& item::price> = 1,
        col<& item::note> = stoa::scalar(from<shop>().where(col<&shop::id> == south).select(col<&shop::name>))));
    EXPECT_EQ(db().one(from<item>()).note, "South");
}

TEST_P(changes_by_column, a_conflict_leaves_the_row_alone) {
    add("a", 3);
    const auto again = insert_into<item>().values(col<& item::shop_id> = north, col<& item::code> = "a",
                                                  col<& item::price> = 9, col<& item::stock> = 50);
    EXPECT_EQ(db().execute(again.on_conflict(col<&item::code>).do_nothing()), 0);
    EXPECT_EQ(db().execute(again.on_conflict().do_nothing()), 0);
    EXPECT_EQ(db().first(again.on_conflict().do_nothing().returning(col<&item::id>)), std::nullopt);
    EXPECT_EQ(stocks(), (stock_list{{"a", 3}}));
}

TEST_P(changes_by_column, a_conflict_changes_the_row_by_both_values) {
    add("a", 3);
    const auto more = insert_into<item>()
                          .values(col<& item::shop_id> = south, col<& item::code> = "a", col<& item::price> = 9,
                                  col<& item::stock> = 50)
                          .on_conflict(col<&item::code>)
                          .do_update(col<& item::stock> = col<&item::stock> + excluded(col<&item::stock>),
                                     col<& item::note> = excluded(col<&item::code>));
    const auto [stock, shop_id, note] =
        db().one(more.returning(col<&item::stock>, col<&item::shop_id>, col<&item::note>));
    EXPECT_EQ(stock, 53);
    EXPECT_EQ(shop_id, north); // only what was set has changed
    EXPECT_EQ(note, "a");
    EXPECT_EQ(db().execute(more), 1);
    EXPECT_EQ(stocks(), (stock_list{{"a", 103}}));
}

TEST_P(changes_by_column, a_conflict_changes_the_row_only_where_asked) {
    add("a", 3);
    const auto lower = [&](std::int32_t stock) {
        return insert_into<item>()
            .values(col<&item::shop_id> = north, col<&item::code> = "a", col<&item::price> = 9,
                    col<&item::stock> = stock)
            .on_conflict(col<&item::code>)
            .do_update_where(col<&item::stock> > excluded(col<&item::stock>),
                             col<&item::stock> = excluded(col<&item::stock>));
    };
    EXPECT_EQ(db().execute(lower(5)), 0);
    EXPECT_EQ(stocks(), (stock_list{{"a", 3}}));
    EXPECT_EQ(db().execute(lower(2)), 1);
    EXPECT_EQ(stocks(), (stock_list{{"a", 2}}));
}

TEST_P(changes_by_column, the_rows_of_a_query_are_inserted) {
    add("a", 3);
    add("b", 0);
    add("c", 1);
    const auto archive =
        insert_into(col<&archived::code>, col<&archived::shop>)
            .from(
                from<item>().left_join<shop>().where(col<&item::stock> > 0).select(col<&item::code>, col<&shop::name>));
    EXPECT_EQ(db().execute(archive), 2);
    EXPECT_EQ(db().execute(archive.on_conflict(col<&archived::code>).do_nothing()), 0);
    EXPECT_EQ(db().execute(archive.on_conflict(col<&archived::code>)
                               .do_update(col<& archived::shop> = excluded(col<&archived::code>))),
              2);
    std::vector<std::string> kept;
    for (const archived& each : db().all(from<archived>().order_by(col<&archived::code>)))
        kept.push_back(each.code + " " + each.shop.value_or("-"));
    EXPECT_EQ(kept, (std::vector<std::string>{"a a", "c c"}));
}

TEST_P(changes_by_column, the_rows_of_a_query_without_a_condition_meet_conflicts) {
    add("a", 3);
    const auto archive = insert_into(col<&archived::code>).from(from<item>().select(col<&item::code>));
    EXPECT_EQ(db().execute(archive), 1);
    EXPECT_EQ(db().execute(archive.on_conflict(col<&archived::code>).do_nothing()), 0);
}

TEST_P(changes_by_column, the_rows_of_set_operations_are_inserted) {
    add("a", 3);
    const auto both =
        stoa::union_distinct(from<item>().select(col<&item::code>), stoa::select(stoa::value(std::string("z"))));
    EXPECT_EQ(db().execute(insert_into(col<&archived::code>).from(both).on_conflict().do_nothing()), 2);
    EXPECT_EQ(db().one(from<archived>().select(stoa::count())), 2);
}

TEST_P(changes_by_column, an_update_returns_what_it_has_changed) {
    add("a", 3);
    add("b", 5);
    add("c", 0);
    const auto fewer = stoa::update<item>()
                           .set(col<& item::stock> = col<&item::stock> - 1)
                           .where(col<&item::stock> > 0)
                           .returning_as<moved>(col<&item::code>, col<&item::stock> * 10);
    static_assert(std::is_same_v<stoa::row_t<decltype(fewer)>, moved>);
    std::vector<moved> rows = db().all(fewer);
    std::sort(rows.begin(), rows.end(), [](const moved& a, const moved& b) { return a.code < b.code; });
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].code, "a");
    EXPECT_EQ(rows[0].stock, 20);
    EXPECT_EQ(rows[1].stock, 40);
    EXPECT_EQ(stocks(), (stock_list{{"a", 2}, {"b", 4}, {"c", 0}}));
}

TEST_P(changes_by_column, an_update_reads_another_table) {
    add("a", 3);
    db().insert(item{0, south, "b", 5, 1, {}, false});
    const auto named = stoa::update<item>()
                           .set(col<& item::note> = col<&shop::name>)
                           .from<shop>()
                           .where(col<&shop::id> == col<&item::shop_id> && col<&shop::name> == "South");
    EXPECT_EQ(db().execute(named), 1);
    EXPECT_EQ(db().one(from<item>().where(col<&item::code> == "b")).note, "South");
    EXPECT_EQ(db().one(from<item>().where(col<&item::code> == "a")).note, std::nullopt);
}

TEST_P(changes_by_column, an_update_reads_its_own_table_by_another_name) {
    add("a", 3);
    add("b", 5);
    constexpr auto other = stoa::alias<item, "other">;
    EXPECT_EQ(db().execute(stoa::update<item>()
                               .set(col<& item::stock> = other[col<&item::stock>])
                               .from(other)
                               .where(other[col<&item::code>] == "b" && col<&item::code> == "a")),
              1);
    EXPECT_EQ(stocks(), (stock_list{{"a", 5}, {"b", 5}}));
}

TEST_P(changes_by_column, an_update_takes_values_from_subqueries) {
    add("a", 3);
    db().insert(item{0, south, "b", 5, 1, {}, false});
    EXPECT_EQ(db().execute(stoa::update<item>().set(
                  col<& item::note> = stoa::scalar(
                      from<shop>().where(col<&shop::id> == col<&item::shop_id>).select(col<&shop::name>)))),
              2);
    EXPECT_EQ(db().one(from<item>().where(col<&item::code> == "a")).note, "North");
    EXPECT_EQ(db().one(from<item>().where(col<&item::code> == "b")).note, "South");
}

TEST_P(changes_by_column, a_delete_reaches_other_tables_by_exists) {
    add("a", 3);
    db().insert(item{0, south, "b", 5, 1, {}, false});
    const auto closed = stoa::delete_from<item>()
                            .where(stoa::exists(from<shop>().where(col<&shop::id> == col<&item::shop_id> &&
                                                                   col<&shop::name> == "South")))
                            .returning();
    const std::vector<item> gone = db().all(closed);
    ASSERT_EQ(gone.size(), 1U);
    EXPECT_EQ(gone[0].code, "b");
    EXPECT_EQ(stocks(), (stock_list{{"a", 3}}));
}

TEST_P(changes_by_column, parameters_keep_their_order_through_every_clause) {
    add("a", 3);
    const auto all =
        insert_into<item>()
            .values(col<& item::shop_id> = north, col<& item::code> = "a", col<& item::stock> = 4,
                    col<& item::price> = 1.5)
            .on_conflict(col<&item::code>)
            .do_update_where(col<&item::stock> == 3, col<& item::stock> = excluded(col<&item::stock>) + 100,
                             col<& item::note> = "changed")
            .returning(col<&item::stock> + 1000, col<&item::note>);
    const auto [stock, note] = db().one(all);
    EXPECT_EQ(stock, 1104);
    EXPECT_EQ(note, "changed");
}

STOA_TEST_ON_EVERY_DATABASE(changes_by_column);

} // namespace changes
