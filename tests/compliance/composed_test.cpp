// SPDX-License-Identifier: BSL-1.0
// Conditions and orders that are put together at run time: the same rows as if they had been written out, every value
// bound, and no more statements kept than there is room for.

#include "databases.hpp"
#include "failure.hpp"
#include "naughty_strings.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace composed {

enum class kind { tool, toy, book };

struct maker {
    std::int64_t id;
    std::string name;
};

struct ware {
    std::int64_t id;
    std::int64_t maker_id;
    std::string name;
    kind sort;
    stoa::decimal<8, 2> price;
    std::optional<std::int32_t> weight;
    stoa::guid code;
    stoa::timestamp made_at;
    stoa::date sold_on;
    double rating;
    bool fragile;
    stoa::bytes label;
};

} // namespace composed

template <>
inline constexpr auto stoa::table<composed::ware> = stoa::define<composed::ware>(
    "wares", stoa::primary_key(stoa::col<&composed::ware::id>).generated(stoa::identity),
    stoa::foreign_key(stoa::col<&composed::ware::maker_id>).references(stoa::col<&composed::maker::id>));

namespace composed {

using stoa::col, stoa::from, stoa::condition, stoa::all_of, stoa::any_of, stoa::asc, stoa::desc;
using filters = std::vector<condition<ware>>;

struct composed_queries : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<maker, ware>>();
        maker ann{0, "Ann"};
        maker bob{0, "Bob"};
        db().insert(ann);
        db().insert(bob);
        for (int i = 0; i != 12; ++i)
            db().insert(ware{0, i % 3 == 0 ? ann.id : bob.id, "ware " + std::to_string(i), static_cast<kind>(i % 3),
                             stoa::decimal<8, 2>(i), i % 4 == 0 ? std::nullopt : std::optional(i * 10), code(i),
                             time(i), day(i), i / 2.0, i % 2 == 0, stoa::bytes{static_cast<std::byte>(i)}});
    }

    static stoa::guid code(int n) {
        const std::string digits = std::to_string(n + 10);
        return stoa::guid::from_string("00000000-0000-4000-8000-0000000000" + digits);
    }
    static stoa::timestamp time(int n) { return stoa::timestamp(std::chrono::microseconds(1'000'000 + n)); }
    static stoa::date day(int n) { return stoa::date(std::chrono::days(20'000 + n)); }

    /// The numbers in the names of the wares for which `filter` is true.
    template <class Condition>
    std::vector<int> found(const Condition& filter) {
        std::vector<int> numbers;
        for (const ware& each : db().all(from<ware>().where(filter).order_by(col<&ware::id>)))
            numbers.push_back(std::stoi(each.name.substr(5)));
        return numbers;
    }
};

using numbers = std::vector<int>;

TEST_P(composed_queries, no_condition_of_several_is_true_and_none_of_them_false) {
    EXPECT_EQ(found(all_of(filters{})).size(), 12U);
    EXPECT_EQ(found(any_of(filters{})), numbers{});
}

TEST_P(composed_queries, all_conditions_of_a_list_hold) {
    filters list;
    list.push_back(col<&ware::price> >= stoa::decimal<8, 2>(3));
    EXPECT_EQ(found(all_of(list)), (numbers{3, 4, 5, 6, 7, 8, 9, 10, 11}));
    list.push_back(col<&ware::sort> == kind::tool);
    EXPECT_EQ(found(all_of(list)), (numbers{3, 6, 9}));
    list.push_back(!(col<&ware::name> == "ware 6"));
    EXPECT_EQ(found(all_of(list)), (numbers{3, 9}));
}

TEST_P(composed_queries, one_condition_of_a_list_holds) {
    EXPECT_EQ(found(any_of(filters{col<&ware::price> == 2, col<&ware::name> == "ware 7"})), (numbers{2, 7}));
    const condition<ware> either = any_of(filters{col<&ware::price> == 2, col<&ware::name> == "ware 7"});
    EXPECT_EQ(found(all_of(filters{either, col<&ware::price> > 5})), (numbers{7}));
    EXPECT_EQ(found(!either && col<&ware::price> < 4), (numbers{0, 1, 3}));
}

TEST_P(composed_queries, values_of_every_type_are_bound) {
    const auto only = [&](condition<ware> filter, int number) { EXPECT_EQ(found(filter), numbers{number}) << number; };
    only(col<&ware::name> == std::string("ware 1"), 1);
    only(col<&ware::weight> == 20, 2);
    only(col<&ware::price> == stoa::decimal<8, 2>(3), 3);
    only(col<&ware::code> == code(4), 4);
    only(col<&ware::made_at> == time(5), 5);
    only(col<&ware::sold_on> == day(6), 6);
    only(col<&ware::rating> == 3.5, 7);
    only(col<&ware::label> == stoa::bytes{std::byte{8}}, 8);
    only(col<&ware::name>.like("%9"), 9);
    only(col<&ware::name>.like(std::string("ware _0")), 10);
    only(col<&ware::id>.in({12}), 11);
    only(col<&ware::code>.in({code(3)}), 3);
    only(col<&ware::price>.between(4, 4), 4);
    only(col<&ware::sort> == kind::book && col<&ware::fragile> == true && col<&ware::price> < 5, 2);
}

TEST_P(composed_queries, an_empty_optional_finds_null) {
    const std::optional<std::int32_t> none;
    EXPECT_EQ(found(condition<ware>(col<&ware::weight> == none)), (numbers{0, 4, 8}));
    EXPECT_EQ(found(condition<ware>(col<&ware::weight> == std::optional(10))), (numbers{1}));
}

TEST_P(composed_queries, written_and_composed_conditions_stand_together) {
    const condition<ware, maker> about_both = col<&maker::name> == "Ann" && col<&ware::price> > 2;
    const auto names = from<ware>()
                           .join<maker>()
                           .where(col<&ware::price> < 9)
                           .where(about_both)
                           .where(col<&ware::price> != 6)
                           .select(col<&ware::name>, col<&maker::name>);
    const auto rows = db().all(names);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(std::get<0>(rows[0]), "ware 3");
}

TEST_P(composed_queries, aliases_have_conditions_too) {
    constexpr auto other = stoa::alias<ware, "other">;
    const condition<std::remove_const_t<decltype(other)>> cheap = other[col<&ware::price>] < 2;
    EXPECT_EQ(db().one(from<ware>()
                           .join(other, col<&ware::maker_id> == other[col<&ware::maker_id>])
                           .where(cheap && col<&ware::name> == "ware 3")
                           .select(other[col<&ware::name>])),
              "ware 0");
}

TEST_P(composed_queries, changes_take_conditions) {
    const condition<ware> heavy = col<&ware::weight> > 50;
    EXPECT_EQ(db().execute(stoa::update<ware>().set(col<& ware::fragile> = false).where(heavy)), 5);
    EXPECT_EQ(db().execute(stoa::delete_from<ware>().where(all_of(filters{heavy, col<&ware::price> > 9}))), 2);
    EXPECT_EQ(db().one(from<ware>().where(heavy).select(stoa::count())), 3);
}

TEST_P(composed_queries, streams_take_conditions) {
    const condition<ware> heavy = col<&ware::weight> > 50;
    int rows = 0;
    for (const ware& each : db().stream(from<ware>().where(heavy))) {
        EXPECT_GT(each.weight, 50);
        ++rows;
    }
    EXPECT_EQ(rows, 5);
}

TEST_P(composed_queries, an_order_is_chosen_by_its_name) {
    const stoa::sort_keys<ware> orders{
        {"price", desc(col<&ware::price>)}, {"kind", asc(col<&ware::sort>)}, {"weight", asc(col<&ware::weight>)}};
    const auto first_two = [&](const stoa::sort_key<ware>& key) {
        numbers found;
        for (const ware& each : db().all(from<ware>().order_by(key, asc(col<&ware::id>)).limit(2)))
            found.push_back(std::stoi(each.name.substr(5)));
        return found;
    };
    EXPECT_EQ(first_two(orders.at("price")), (numbers{11, 10}));
    EXPECT_EQ(first_two(orders.at("price").reversed()), (numbers{0, 1}));
    EXPECT_EQ(first_two(orders.at("kind")), (numbers{2, 5})); // by name: book, tool, toy
    EXPECT_EQ(first_two(orders.at("weight")), (numbers{1, 2}));
    EXPECT_EQ(first_two(orders.at("weight").reversed()), (numbers{0, 4})); // NULL is the largest
}

TEST_P(composed_queries, an_unknown_order_is_refused_with_the_known_ones) {
    const stoa::sort_keys<ware> orders{{"price", desc(col<&ware::price>)}, {"id", asc(col<&ware::id>)}};
    const stoa::error refused = stoa_test::failure_of([&] { (void)orders.at("id; DROP TABLE wares"); });
    EXPECT_EQ(refused.code(), stoa::errc::invalid_value);
    EXPECT_NE(std::string(refused.what()).find("price, id"), std::string::npos);
    EXPECT_EQ(std::string(refused.what()).find("DROP"), std::string::npos);
}

TEST_P(composed_queries, no_value_is_ever_part_of_the_text) {
    for (const std::string& text : naughty::strings()) {
        const filters list{col<&ware::name> == text, col<&ware::name>.in({text}), col<&ware::price> >= 0};
        EXPECT_EQ(found(any_of(list)).size(), 12U);
        EXPECT_EQ(found(all_of(list)), numbers{});
    }
    EXPECT_EQ(found(all_of(filters{})).size(), 12U);
}

TEST_P(composed_queries, more_texts_than_are_kept_work_on) {
    const auto of_length = [&](std::size_t length) {
        // A list of n conditions has a text of its own.
        return found(all_of(filters(length, condition<ware>(col<&ware::price> == 3))));
    };
    for (std::size_t length = 1; length != 280; ++length) ASSERT_EQ(of_length(length), numbers{3}) << length;
    EXPECT_EQ(db().find<maker>(1)->name, "Ann"); // constants are prepared again
    EXPECT_EQ(of_length(1), numbers{3});
    EXPECT_EQ(of_length(279), numbers{3});
}

TEST_P(composed_queries, thousands_of_conditions_stand_side_by_side) {
    filters list;
    for (int n = 0; n != 5000; ++n) list.push_back(col<&ware::id> == n + 4);
    EXPECT_EQ(found(any_of(list)), (numbers{3, 4, 5, 6, 7, 8, 9, 10, 11}));
    EXPECT_EQ(found(all_of(list)), numbers{});
    EXPECT_EQ(found(!any_of(list) && col<&ware::id> > 1), (numbers{1, 2}));
    condition<ware> one_by_one = col<&ware::id> == 1;
    for (int n = 0; n != 1500; ++n) one_by_one = one_by_one || col<&ware::id> == n + 12;
    EXPECT_EQ(found(one_by_one), (numbers{0, 11}));
}

TEST_P(composed_queries, more_conditions_than_a_statement_can_have_are_refused) {
    const filters list(25'000, condition<ware>(col<&ware::id> == 1));
    const stoa::error refused = stoa_test::failure_of([&] { (void)any_of(list); });
    EXPECT_EQ(refused.code(), stoa::errc::usage);
    EXPECT_NE(std::string(refused.what()).find("65535"), std::string::npos);
    const filters half(7'000, condition<ware>(col<&ware::id> == 1));
    EXPECT_EQ(found(any_of(half)), (numbers{0}));
    EXPECT_EQ(stoa_test::failure_of([&] { found(any_of(half) && any_of(half) && any_of(half)); }).code(),
              stoa::errc::usage);
}

STOA_TEST_ON_EVERY_DATABASE(composed_queries);

} // namespace composed
