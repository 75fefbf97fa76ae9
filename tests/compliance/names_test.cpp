// SPDX-License-Identifier: BSL-1.0
// Names that other layers trip over: SQL's own words, capitals, quotes, and names that are too long.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace names {

/// A table and columns named like keywords of either database.
struct order {
    std::int64_t select;
    std::string group;
    std::optional<std::string> user;
    int where;
    int limit;
    bool end;
    std::string table;
    std::string Order;
    double excluded;
};

struct From {
    std::int64_t id;
    std::int64_t references;
};

/// Two tables whose conventional names differ only behind the 63rd byte.
struct long_names {
    int the_first_of_two_columns_with_names_of_considerable_length;
    int the_second_of_two_columns_with_names_of_considerable_length;
    std::string the_third_of_the_columns_with_a_rather_long_name_as_well;
};

} // namespace names

template <>
inline constexpr auto stoa::table<names::order> =
    stoa::define<names::order>("order", stoa::primary_key(stoa::col<&names::order::select>).generated(stoa::identity),
                               stoa::unique(stoa::col<&names::order::group>),
                               stoa::check(stoa::col<&names::order::where> < 100),
                               stoa::column(stoa::col<&names::order::user>).max_length(5),
                               stoa::index(stoa::desc(stoa::col<&names::order::limit>)));
template <>
inline constexpr auto stoa::table<names::From> = stoa::define<names::From>(
    "Select \"from\" it's, a.table", stoa::primary_key(stoa::col<&names::From::id>).generated(stoa::identity),
    stoa::foreign_key(stoa::col<&names::From::references>).references(stoa::col<&names::order::select>),
    stoa::unique(stoa::col<&names::From::references>).named("a \"quoted\" name, with.dots"));
template <>
inline constexpr auto stoa::table<names::long_names> = [] {
    using t = names::long_names;
    constexpr auto first = stoa::col<&t::the_first_of_two_columns_with_names_of_considerable_length>;
    constexpr auto second = stoa::col<&t::the_second_of_two_columns_with_names_of_considerable_length>;
    constexpr auto third = stoa::col<&t::the_third_of_the_columns_with_a_rather_long_name_as_well>;
    return stoa::define<t>("a_table_that_has_a_long_name_although_not_too_long", stoa::primary_key(first),
                           stoa::unique(second), stoa::unique(first, second), stoa::unique(first, third),
                           stoa::check(first <= second), stoa::check(first != 0), stoa::index(third),
                           stoa::index(third, second), stoa::column(third).max_length(3),
                           stoa::foreign_key(second).references(first));
}();

namespace names {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;

struct names_that_need_care : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<From, order, long_names>>();
    }

    static order numbered(int n) {
        return {0, "group " + std::to_string(n), {}, n, n, n % 2 == 0, "table", "Order", 0.5};
    }
};

TEST_P(names_that_need_care, keywords_work_for_whole_records) {
    order stored = db().insert(numbered(1));
    stored.user = "Ann";
    EXPECT_TRUE(db().update(stored));
    EXPECT_EQ(db().find<order>(1)->user, "Ann");
    EXPECT_EQ(db().find<order>(1)->Order, "Order");
    stored.excluded = 7;
    db().upsert(stored);
    db().upsert(stored, stoa::conflict_on(col<&order::group>));
    EXPECT_EQ(db().find<order>(1)->excluded, 7);
    db().insert(order{10, "ten", {}, 1, 1, false, "", "", 0});
    EXPECT_EQ(db().insert(numbered(2)).select, 11);
    EXPECT_TRUE(db().erase<order>(10));
}

TEST_P(names_that_need_care, keywords_work_in_queries) {
    for (int n = 1; n <= 4; ++n) db().insert(numbered(n));
    EXPECT_EQ(db().all(from<order>()
                           .where(col<&order::end> && col<&order::group>.like("group%") && col<&order::user>.is_null())
                           .order_by(stoa::desc(col<&order::limit>))
                           .select(col<&order::limit>)),
              (std::vector<int>{4, 2}));
    using row = std::tuple<bool, std::int64_t>;
    EXPECT_EQ(db().all(from<order>()
                           .group_by(col<&order::end>)
                           .order_by(col<&order::end>)
                           .select(col<&order::end>, stoa::count())),
              (std::vector<row>{{false, 2}, {true, 2}}));
    EXPECT_EQ(
        db().execute(stoa::update<order>().set(col<& order::where> = col<&order::limit> + 1).where(col<&order::end>)),
        2);
    EXPECT_EQ(db().execute(stoa::delete_from<order>().where(col<&order::where> == 5)), 1);
}

TEST_P(names_that_need_care, keywords_are_named_in_errors) {
    db().insert(numbered(1));
    const stoa::error twice = failure_of<stoa::constraint_violation>([&] { db().insert(numbered(1)); });
    EXPECT_EQ(twice.constraint().name, "uq_order_group");
    EXPECT_EQ(twice.constraint().table, "order");
    EXPECT_EQ(twice.constraint().columns, std::vector<std::string>{"group"});
    EXPECT_EQ(failure_of([&] { db().insert(numbered(100)); }).constraint().name, "ck_order_where");
    order row = numbered(2);
    row.user = "123456";
    EXPECT_EQ(failure_of([&] { db().insert(row); }).constraint().name, "ck_order_user_length");
}

TEST_P(names_that_need_care, quotes_dots_and_commas_work_everywhere) {
    const order stored = db().insert(numbered(1));
    From first{0, stored.select};
    db().insert(first);
    EXPECT_EQ(db().find<From>(1)->references, 1);
    EXPECT_EQ(db().all(from<From>().join<order>().select(col<&order::group>)), (std::vector<std::string>{"group 1"}));
    const stoa::error twice = failure_of<stoa::constraint_violation>([&] { db().insert(From{0, 1}); });
    EXPECT_EQ(twice.constraint().name, "a \"quoted\" name, with.dots");
    EXPECT_EQ(twice.constraint().table, "Select \"from\" it's, a.table");
    EXPECT_EQ(twice.constraint().columns, std::vector<std::string>{"references"});
    const stoa::error missing = failure_of<stoa::constraint_violation>([&] { db().insert(From{0, 99}); });
    EXPECT_EQ(missing.constraint().name, stoa::table_of<From>().foreign_keys[0].name.view());
    EXPECT_EQ(failure_of([&] { db().erase<order>(1); }).constraint().name,
              stoa::table_of<From>().foreign_keys[0].name.view());
    db().insert(From{40, db().insert(numbered(2)).select});
    EXPECT_EQ(db().insert(From{0, db().insert(numbered(3)).select}).id, 41);
    EXPECT_NO_THROW((db().drop<stoa::schema<From, order>>()));
}

TEST_P(names_that_need_care, long_ones_are_cut_to_63_bytes_and_stay_different) {
    const stoa::table_def& table = stoa::table_of<long_names>();
    for (const auto& each : table.uniques) EXPECT_LE(each.name.view().size(), 63U);
    EXPECT_NE(table.uniques[1].name, table.uniques[2].name);
    EXPECT_NE(table.checks[0].name, table.checks[1].name);
    EXPECT_NE(table.indexes[0].name, table.indexes[1].name);
    db().insert(long_names{1, 1, ""});
}

TEST_P(names_that_need_care, long_ones_are_reported_as_they_are_defined) {
    const stoa::table_def& table = stoa::table_of<long_names>();
    db().execute("DELETE FROM " + std::string(table.name));
    const auto refused = [this](int first, int second, const char* third) {
        return failure_of<stoa::constraint_violation>([&] {
                   db().insert(long_names{first, second, third});
               })
            .constraint()
            .name;
    };
    EXPECT_EQ(refused(2, 1, ""), table.checks[0].name.view());
    EXPECT_EQ(refused(0, 1, ""), table.checks[1].name.view());
    EXPECT_EQ(refused(1, 2, ""), table.foreign_keys[0].name.view());
    EXPECT_EQ(refused(1, 2, "long"), stoa::column_check_name(table, 2, "length").view());
}

STOA_TEST_ON_EVERY_DATABASE(names_that_need_care);

} // namespace names
