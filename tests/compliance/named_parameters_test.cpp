// SPDX-License-Identifier: BSL-1.0
// Statements that are constants of the program, run again and again with other arguments.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace named_parameters {

enum class kind { tool, toy };

struct ware {
    std::int64_t id;
    std::string name;
    kind sort;
    stoa::decimal<8, 2> price;
    std::optional<std::int32_t> weight;
    std::int16_t stock;
};

} // namespace named_parameters

template <>
inline constexpr auto stoa::table<named_parameters::ware> =
    stoa::define<named_parameters::ware>("wares", stoa::primary_key(stoa::col<&named_parameters::ware::id>));

namespace named_parameters {

using stoa::arg, stoa::asc, stoa::col, stoa::from, stoa::param;
using money = stoa::decimal<8, 2>;

struct named : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<ware>>();
        for (int i = 0; i != 10; ++i)
            db().insert(ware{i, "ware " + std::to_string(i), static_cast<kind>(i % 2), money(i),
                             i % 3 == 0 ? std::nullopt : std::optional(i * 10), static_cast<std::int16_t>(i)});
    }
};

constexpr auto sorted = from<ware>().order_by(asc(col<&ware::id>));
constexpr auto ids = sorted.select(col<&ware::id>);
using found = std::vector<std::int64_t>;

TEST_P(named, a_constant_query_is_run_with_other_arguments) {
    constexpr auto cheap = ids.where(col<&ware::price> < param<"limit", money>);
    EXPECT_EQ(db().all(cheap, arg<"limit">(money(3))), (found{0, 1, 2}));
    EXPECT_EQ(db().all(cheap, arg<"limit">(2)), (found{0, 1}));
    EXPECT_EQ(db().first(cheap, arg<"limit">(2)), 0);
    EXPECT_EQ(db().one(cheap, arg<"limit">(1)), 0);
    found streamed;
    for (std::int64_t id : db().stream(cheap, arg<"limit">(2))) streamed.push_back(id);
    EXPECT_EQ(streamed, (found{0, 1}));
}

TEST_P(named, a_name_that_stands_often_is_one_argument) {
    constexpr auto query =
        ids.where(col<&ware::id> >= 0 && (col<&ware::stock> == param<"n", std::int32_t> ||
                                          col<&ware::weight> == param<"n", std::int32_t>)&&col<&ware::id> < 9);
    EXPECT_EQ(db().all(query, arg<"n">(5)), (found{5}));
    EXPECT_EQ(db().all(query, arg<"n">(10)), (found{1}));
}

TEST_P(named, arguments_have_any_order) {
    constexpr auto query = ids.where(col<&ware::id> > param<"low", int> && col<&ware::id> < param<"high", int>);
    EXPECT_EQ(db().all(query, arg<"high">(5), arg<"low">(2)), (found{3, 4}));
    EXPECT_EQ(db().all(query, arg<"low">(2), arg<"high">(5)), (found{3, 4}));
}

TEST_P(named, an_optional_argument_can_be_null) {
    constexpr auto change = stoa::update<ware>()
                                .set(col<& ware::weight> = param<"weight", std::optional<std::int32_t>>)
                                .where(col<&ware::id> == param<"id", std::int64_t>);
    EXPECT_EQ(db().execute(change, arg<"weight">(std::nullopt), arg<"id">(1)), 1);
    EXPECT_EQ(db().find<ware>(std::int64_t{1})->weight, std::nullopt);
    EXPECT_EQ(db().execute(change, arg<"weight">(7), arg<"id">(1)), 1);
    EXPECT_EQ(db().find<ware>(std::int64_t{1})->weight, 7);
    EXPECT_EQ(db().execute(change, arg<"weight">(std::optional<std::int32_t>()), arg<"id">(1)), 1);
    EXPECT_EQ(db().find<ware>(std::int64_t{1})->weight, std::nullopt);
}

TEST_P(named, arguments_are_of_every_kind) {
    constexpr auto query =
        ids.where(col<&ware::name> == param<"name", std::string> || col<&ware::sort> == param<"sort", kind>);
    const std::string name = "ware 2";
    EXPECT_EQ(db().all(query, arg<"name">(name), arg<"sort">(kind::toy)), (found{1, 2, 3, 5, 7, 9}));
    EXPECT_EQ(db().all(query, arg<"name">(std::string_view(name)), arg<"sort">(kind::toy)).size(), 6U);
    EXPECT_EQ(db().all(query, arg<"name">("ware 2"), arg<"sort">(kind::toy)).size(), 6U);
    EXPECT_EQ(db().all(query, arg<"name">(name.c_str()), arg<"sort">(kind::toy)).size(), 6U);
}

TEST_P(named, lists_patterns_and_pages_are_given_by_name) {
    constexpr auto listed = ids.where(col<&ware::id>.in(param<"ids", std::vector<std::int64_t>>));
    EXPECT_EQ(db().all(listed, arg<"ids">(std::vector<int>{3, 1, 77})), (found{1, 3}));
    EXPECT_EQ(db().all(listed, arg<"ids">(found{})), found{});
    constexpr auto others = ids.where(col<&ware::name>.not_in(param<"names", std::vector<std::string>>));
    EXPECT_EQ(db().all(others, arg<"names">(std::vector<std::string>{"ware 0"})).size(), 9U);

    constexpr auto liked = ids.where(col<&ware::name>.like(param<"pattern", std::string>));
    EXPECT_EQ(db().all(liked, arg<"pattern">("%_7")), (found{7}));
    EXPECT_EQ(db().all(liked, arg<"pattern">(std::string("WARE%"))), found{});
    EXPECT_EQ(db().all(liked, arg<"pattern">("[w]are*")), found{});

    constexpr auto page = ids.limit(param<"rows", int>).offset(param<"skip", int>);
    EXPECT_EQ(db().all(page, arg<"rows">(2), arg<"skip">(3)), (found{3, 4}));
    const auto negative = [&] { db().all(page, arg<"rows">(-1), arg<"skip">(3)); };
    EXPECT_EQ(stoa_test::failure_of<stoa::mapping_error>(negative).code(), stoa::errc::out_of_range);
}

TEST_P(named, a_number_that_the_parameter_cannot_hold_is_refused) {
    constexpr auto query = ids.where(col<&ware::stock> == param<"stock", std::int16_t>);
    EXPECT_EQ(db().all(query, arg<"stock">(4)), (found{4}));
    const auto too_large = [&] { db().all(query, arg<"stock">(std::numeric_limits<std::int64_t>::max())); };
    EXPECT_EQ(stoa_test::failure_of<stoa::mapping_error>(too_large).code(), stoa::errc::out_of_range);
    EXPECT_EQ(db().all(query, arg<"stock">(4)), (found{4}));
}

TEST_P(named, parameters_stand_in_inner_queries_and_beside_composed_conditions) {
    constexpr auto inner =
        ids.where(col<&ware::id>.in(from<ware>().where(col<&ware::stock> > param<"n", int>).select(col<&ware::id>)) &&
                  col<&ware::id> != param<"n", int>);
    EXPECT_EQ(db().all(inner, arg<"n">(7)), (found{8, 9}));

    const stoa::condition<ware> filter = col<&ware::name> != "ware 3" && col<&ware::stock> < 6;
    const auto composed = ids.where(col<&ware::id> > param<"low", int> && filter &&
                                    col<&ware::id> != param<"low", int> && col<&ware::stock> > 1);
    EXPECT_EQ(db().all(composed, arg<"low">(2)), (found{4, 5}));
    EXPECT_EQ(db().all(composed, arg<"low">(1)), (found{2, 4, 5}));
}

TEST_P(named, one_value_is_one_group) {
    constexpr auto query = from<ware>()
                               .group_by(col<&ware::id> % param<"n", int>)
                               .order_by(asc(col<&ware::id> % param<"n", int>))
                               .select(stoa::count());
    EXPECT_EQ(db().all(query, arg<"n">(4)), (found{3, 3, 2, 2}));
    EXPECT_EQ(db().all(query, arg<"n">(7)).size(), 7U);
}

TEST_P(named, rows_are_inserted_with_arguments) {
    constexpr auto added = stoa::insert_into<ware>().values(
        col<& ware::id> = param<"id", std::int64_t>, col<& ware::name> = param<"name", std::string>,
        col<& ware::sort> = kind::toy, col<& ware::price> = param<"price", money>, col<& ware::stock> = 1);
    EXPECT_EQ(db().execute(added, arg<"id">(20), arg<"name">("new"), arg<"price">(money(3))), 1);
    EXPECT_EQ(db().find<ware>(std::int64_t{20})->name, "new");
}

STOA_TEST_ON_EVERY_DATABASE(named);

} // namespace named_parameters
