// SPDX-License-Identifier: BSL-1.0
// The rows of two queries together, or those that both or only one of them have.

#include "staff.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace set_operations {

using namespace staff;
using stoa::col;
using stoa::desc;
using stoa::except;
using stoa::from;
using stoa::intersect;
using stoa::union_all;
using stoa::union_distinct;
using stoa::value;

using text = std::string;
using texts = std::vector<text>;
template <class T>
using maybe = std::optional<T>;
using numbers = std::vector<maybe<int>>;

constexpr auto shop = col<&department::name>;
constexpr auto place = col<&department::id>;

/// 1, 1, 2, 1, NULL, 2
constexpr auto in_use = from<employee>().select(department_id);
/// 1, 2, 3
constexpr auto known = from<department>().select(place);

struct line {
    text name;
    maybe<int> number;
};

struct set_operations : filled {
    /// The rows in order, whatever order they came in.
    template <class Query>
    auto sorted(const Query& query) {
        auto rows = db().all(query);
        std::sort(rows.begin(), rows.end());
        return rows;
    }
};

TEST_P(set_operations, put_all_rows_together) {
    static_assert(std::is_same_v<stoa::row_t<decltype(union_all(in_use, known))>, maybe<int>>);
    EXPECT_EQ(sorted(union_all(in_use, known)), (numbers{{}, 1, 1, 1, 1, 2, 2, 2, 3}));
}

TEST_P(set_operations, put_different_rows_together) {
    EXPECT_EQ(sorted(union_distinct(in_use, known)), (numbers{{}, 1, 2, 3}));
    EXPECT_EQ(sorted(union_distinct(in_use, in_use)), (numbers{{}, 1, 2})); // NULL is like NULL
}

TEST_P(set_operations, find_the_rows_of_both) {
    EXPECT_EQ(sorted(intersect(in_use, known)), (numbers{1, 2}));
    EXPECT_EQ(sorted(intersect(in_use, in_use)), (numbers{{}, 1, 2}));
}

TEST_P(set_operations, find_the_rows_of_only_the_first) {
    EXPECT_EQ(sorted(except(in_use, known)), (numbers{{}}));
    EXPECT_EQ(sorted(except(known, in_use)), (numbers{3}));
    EXPECT_EQ(sorted(except(in_use, in_use)), (numbers{}));
}

TEST_P(set_operations, are_optional_where_either_half_is) {
    static_assert(std::is_same_v<stoa::row_t<decltype(union_all(known, known))>, int>);
    static_assert(std::is_same_v<stoa::row_t<decltype(union_all(known, in_use))>, maybe<int>>);
    static_assert(std::is_same_v<stoa::row_t<decltype(union_all(known, union_all(known, in_use)))>, maybe<int>>);
    const auto joined = from<employee>().left_join<department>().select(place);
    static_assert(std::is_same_v<stoa::row_t<decltype(union_distinct(known, joined))>, maybe<int>>);
    EXPECT_EQ(sorted(union_distinct(known, joined)), (numbers{{}, 1, 2, 3}));
}

TEST_P(set_operations, sort_all_rows) {
    EXPECT_EQ(db().all(union_distinct(known, in_use).order_by(place)), (numbers{1, 2, 3, {}}));
    EXPECT_EQ(db().all(union_distinct(known, in_use).order_by(desc(place))), (numbers{{}, 3, 2, 1}));
    const auto both = union_all(from<employee>().where(id <= 2).select(salary, name),
                                from<department>().where(place <= 2).select(place, shop));
    EXPECT_EQ(db().all(both.order_by(desc(name))),
              (std::vector<std::tuple<maybe<int>, text>>{{2, "Shop"}, {1, "Mill"}, {500, "Ben"}, {900, "Ada"}}));
    EXPECT_EQ(db().all(both.order_by(salary, name)),
              (std::vector<std::tuple<maybe<int>, text>>{{1, "Mill"}, {2, "Shop"}, {500, "Ben"}, {900, "Ada"}}));
}

TEST_P(set_operations, sort_bytewise_whatever_text_they_have) {
    const auto words =
        union_all(stoa::select(value("b")), union_all(stoa::select(value("a")), stoa::select(value("B"))));
    const auto word =
        stoa::subquery<"words">(union_all(stoa::select_as<line>(value("b"), value(maybe<int>(1))),
                                          union_all(stoa::select_as<line>(value("a"), value(maybe<int>())),
                                                    stoa::select_as<line>(value("B"), value(maybe<int>(3))))));
    EXPECT_EQ(sorted(words), (texts{"B", "a", "b"}));
    EXPECT_EQ(db().all(from(word).order_by(word[col<&line::name>]).select(word[col<&line::number>])),
              (numbers{3, {}, 1}));
}

TEST_P(set_operations, give_pages) {
    const auto all = union_all(in_use, known).order_by(department_id);
    EXPECT_EQ(db().all(all.limit(2)), (numbers{1, 1}));
    EXPECT_EQ(db().all(all.limit(3).offset(4)), (numbers{2, 2, 2}));
    EXPECT_EQ(db().all(all.offset(7)), (numbers{3, {}}));
}

TEST_P(set_operations, take_halves_with_pages_of_their_own) {
    const auto best = from<employee>().where(salary.is_not_null()).order_by(desc(salary)).limit(1).select(name);
    const auto last = from<employee>().order_by(desc(id)).select(name).limit(2).offset(1);
    EXPECT_EQ(db().all(union_all(best, last).order_by(name)), (texts{"Ada", "Dan", "Eve"}));
    EXPECT_EQ(db().all(union_all(from<department>().select(shop).order_by(shop).limit(1), best).order_by(shop)),
              (texts{"Ada", "Mill"}));
}

TEST_P(set_operations, are_nested_as_they_are_written) {
    const auto one = stoa::select(value(1));
    const auto two = stoa::select(value(2));
    using found = std::vector<int>;
    EXPECT_EQ(sorted(union_all(one, intersect(two, two))), (found{1, 2}));
    EXPECT_EQ(sorted(intersect(union_all(one, two), two)), (found{2}));
    EXPECT_EQ(sorted(except(union_all(one, two), one)), (found{2}));
    EXPECT_EQ(sorted(except(one, except(one, one))), (found{1}));
    EXPECT_EQ(sorted(except(except(one, one), one)), (found{}));
    EXPECT_EQ(sorted(union_all(union_distinct(one, one), one)), (found{1, 1}));
    EXPECT_EQ(sorted(union_distinct(one, union_all(one, one))), (found{1}));
    const auto least = union_all(known, known).order_by(place).limit(1);
    EXPECT_EQ(sorted(union_all(least, union_all(known, least))), (found{1, 1, 1, 2, 3}));
}

TEST_P(set_operations, read_whole_records_and_structs) {
    const auto people = union_all(from<employee>().where(id == 1), from<employee>().where(id == 4));
    static_assert(std::is_same_v<stoa::row_t<decltype(people)>, employee>);
    const auto rows = db().all(people.order_by(desc(id)));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "Dan");
    EXPECT_EQ(rows[1].salary, 900);

    const auto lines = db().all(union_all(from<employee>().where(id == 6).select_as<line>(name, salary),
                                          from<department>().where(place == 3).select_as<line>(shop, place))
                                    .order_by(name));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].name, "Fay");
    EXPECT_EQ(lines[0].number, std::nullopt);
    EXPECT_EQ(lines[1].number, 3);
}

TEST_P(set_operations, are_subqueries) {
    const auto both = stoa::subquery<"both">(
        union_all(from<employee>().select_as<line>(name, salary), from<department>().select_as<line>(shop, place)));
    const auto number = both[col<&line::number>];
    EXPECT_EQ(db().one(from(both).select(stoa::count(), count(number), sum(number))),
              (std::tuple<std::int64_t, std::int64_t, maybe<std::int64_t>>{9, 8, 2906}));
    EXPECT_EQ(db().all(from<employee>()
                           .where(department_id.in(except(known, from<department>().where(place == 1).select(place))))
                           .order_by(id)
                           .select(name)),
              (texts{"Cleo", "Fay"}));
    EXPECT_EQ(db().all(from<department>()
                           .where(stoa::exists(intersect(from<employee>().where(department_id == place).select(salary),
                                                         stoa::select(value(maybe<int>(500))))))
                           .select(shop)),
              (texts{"Mill"}));
    const auto least = stoa::scalar(
        union_all(from<employee>().select(salary), stoa::select(value(maybe<int>(10)))).order_by(salary).limit(1));
    EXPECT_EQ(db().one(stoa::select(least)), 10);
}

TEST_P(set_operations, take_common_tables_in_either_half) {
    const auto rich = stoa::cte<"rich">(from<employee>().where(salary > 600));
    const auto poor = stoa::cte<"poor">(from<employee>().where(salary < 400));
    const auto rich_names = from(rich).where(rich[id] < 5).select(rich[name]);
    const auto poor_names = from(poor).where(poor[id] > 4).select(poor[name]);
    EXPECT_EQ(sorted(union_all(rich_names, poor_names)), (texts{"Ada", "Cleo", "Eve"}));
    EXPECT_EQ(sorted(union_all(rich_names, from<department>().where(place > 2).select(shop))),
              (texts{"Ada", "Cleo", "Yard"}));
    EXPECT_EQ(sorted(union_all(from<department>().where(place > 2).select(shop), poor_names)), (texts{"Eve", "Yard"}));
    EXPECT_EQ(sorted(union_all(rich_names, rich_names)), (texts{"Ada", "Ada", "Cleo", "Cleo"}));
    EXPECT_EQ(sorted(union_all(rich_names, union_all(poor_names, rich_names))),
              (texts{"Ada", "Ada", "Cleo", "Cleo", "Eve"}));
}

TEST_P(set_operations, take_grouped_queries) {
    const auto counts = from<employee>().group_by(department_id).select(department_id, stoa::count());
    const auto all = from<employee>().select(value(maybe<int>()), stoa::count());
    EXPECT_EQ(db().all(union_all(counts, all).order_by(stoa::count(), department_id)),
              (std::vector<std::tuple<maybe<int>, std::int64_t>>{
                  std::tuple(std::nullopt, 1), {2, 2}, {1, 3}, std::tuple(std::nullopt, 6)}));
}

STOA_TEST_ON_EVERY_DATABASE(set_operations);

} // namespace set_operations
