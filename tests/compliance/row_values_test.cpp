// SPDX-License-Identifier: BSL-1.0
// Rows of values that are compared as one, with each other, with those of a query and with tuples.

#include "entries.hpp"

#include "databases.hpp"

#include <array>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace entries {

using stoa::from, stoa::row;
using ids = std::vector<std::int64_t>;
using cents = stoa::decimal<9, 2>;

struct row_values : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<tables>();
        add(1, "Ann", "a", 1, level::low, {});
        add(2, "ann", "A", 2, level::high, {std::byte{0}});
        add(3, "Bob", "a", std::nullopt, level::medium, {std::byte{0}, std::byte{255}});
        add(4, "bOB", "b", 1, level::low, {});
    }

    void add(std::int64_t number, std::string named, std::string text, std::optional<std::int32_t> placed, level of,
             stoa::bytes bytes) {
        db().insert(entry{number, guid_number(static_cast<unsigned>(number)), named, text, placed, of, cents(number),
                          bytes, stoa::timestamp(std::chrono::seconds(number)), stoa::date(std::chrono::days(number)),
                          static_cast<double>(number) / 4});
    }

    template <class Condition>
    ids where(Condition condition) {
        return db().all(from<entry>().where(condition).order_by(id).select(id));
    }
};

TEST_P(row_values, are_equal_where_all_their_values_are) {
    EXPECT_EQ(where(row(exact, rank) == row("a", 1)), (ids{1}));
    EXPECT_EQ(where(row(1, exact) == row(rank, "b")), (ids{4}));
    EXPECT_EQ(where(row(id, amount) == row(2, cents(2))), (ids{2}));
    EXPECT_EQ(where(row(exact, grade) == row("a", level::medium)), (ids{3}));
    EXPECT_EQ(where(row(id, exact) == row(rank, exact)), (ids{1, 2}));
}

TEST_P(row_values, ignore_the_case_of_letters_value_by_value) {
    EXPECT_EQ(where(row(name, exact) == row("ANN", "a")), (ids{1}));
    EXPECT_EQ(where(row("ANN", "a") == row(name, exact)), (ids{1}));
    EXPECT_EQ(where(row(name, id) > row("ANN", 1)), (ids{2, 3, 4}));
    EXPECT_EQ(where(row("bob", 4) > row(name, id)), (ids{1, 2, 3}));
    EXPECT_EQ(where(row(exact, name) < row("a", "bob")), (ids{1, 2}));
}

TEST_P(row_values, are_in_the_order_of_the_first_values_that_differ) {
    EXPECT_EQ(where(row(exact, id) > row("a", 1)), (ids{3, 4}));
    EXPECT_EQ(where(row(exact, id) >= row("a", 1)), (ids{1, 3, 4}));
    EXPECT_EQ(where(row(exact, id) < row("a", 3)), (ids{1, 2}));
    EXPECT_EQ(where(row(exact, id) <= row("a", 3)), (ids{1, 2, 3}));
    EXPECT_EQ(where(row(data, id) > row(stoa::bytes{}, 1)), (ids{2, 3, 4}));
    EXPECT_EQ(where(row(at, day) >= row(stoa::timestamp(std::chrono::seconds(2)), stoa::date{})), (ids{2, 3, 4}));
    EXPECT_EQ(where(row(weight, key) < row(0.5, stoa::guid{})), (ids{1}));
}

TEST_P(row_values, are_unknown_where_a_null_decides) {
    EXPECT_EQ(where(row(exact, rank) == row("a", 1)), (ids{1}));
    EXPECT_EQ(where(!(row(exact, rank) == row("b", 7))), (ids{1, 2, 3, 4})); // 3 differs in its text
    EXPECT_EQ(where(!(row(exact, rank) == row("a", 7))), (ids{1, 2, 4}));
    EXPECT_EQ(where(row(exact, rank) != row("a", 1)), (ids{2, 4}));
    EXPECT_EQ(where(row(rank, id) > row(0, 0)), (ids{1, 2, 4}));
    EXPECT_EQ(where(row(exact, rank) < row("b", 0)), (ids{1, 2, 3}));
}

TEST_P(row_values, compare_null_where_a_value_is_optional) {
    EXPECT_EQ(where(row(exact, rank) == row("a", std::optional<int>())), (ids{3}));
    EXPECT_EQ(where(row(exact, rank) != row("a", std::optional<int>())), (ids{1, 2, 4}));
    EXPECT_EQ(where(row(exact, rank) == row("a", std::optional(1))), (ids{1}));
}

TEST_P(row_values, are_found_among_tuples) {
    EXPECT_EQ(where(row(exact, id).in({std::tuple("a", 1), std::tuple("b", 4), std::tuple("b", 1)})), (ids{1, 4}));
    EXPECT_EQ(where(row(exact, id).not_in({std::tuple("a", 1), std::tuple("b", 4)})), (ids{2, 3}));
    EXPECT_EQ(where(row(id).in({std::tuple(2), std::tuple(3)})), (ids{2, 3}));
    EXPECT_EQ(where(row(id, exact).in(std::array{std::pair{3, std::string("a")}})), (ids{3}));
    EXPECT_EQ(where(row(exact, rank).in({std::tuple("a", 1), std::tuple("a", 2)})), (ids{1}));
    EXPECT_EQ(where(row(exact, rank).not_in({std::tuple("a", 1)})), (ids{2, 4})); // of 3 it is not known
    EXPECT_EQ(where(row(exact, rank).not_in({std::tuple("b", 1)})), (ids{1, 2, 3}));
}

TEST_P(row_values, of_every_type_are_found_among_tuples) {
    const std::vector<std::tuple<stoa::guid, stoa::bytes, level>> first{
        {guid_number(1), {}, level::low},
        {guid_number(2), {std::byte{0}}, level::low},
        {guid_number(3), {std::byte{0}, std::byte{255}}, level::medium}};
    EXPECT_EQ(where(row(key, data, grade).in(first)), (ids{1, 3}));
    const std::vector<std::tuple<cents, stoa::timestamp, stoa::date, double>> second{
        {cents(2), stoa::timestamp(std::chrono::seconds(2)), stoa::date(std::chrono::days(2)), 0.5},
        {cents(3), stoa::timestamp(std::chrono::seconds(3)), stoa::date(std::chrono::days(3)), 0.5}};
    EXPECT_EQ(where(row(amount, at, day, weight).in(second)), (ids{2}));
    EXPECT_EQ(where(row(name, exact).in({std::tuple("ANN", "a"), std::tuple("BOB", "B")})), (ids{1}));
}

TEST_P(row_values, can_be_looked_for_in_none_and_in_many) {
    EXPECT_EQ(where(row(exact, id).in(std::vector<std::tuple<std::string, int>>{})), ids{});
    EXPECT_EQ(where(row(exact, id).not_in(std::vector<std::tuple<std::string, int>>{})), (ids{1, 2, 3, 4}));
    std::vector<std::tuple<std::string, std::int64_t>> many;
    for (std::int64_t n = 0; n != 5000; ++n) many.emplace_back("a", n);
    EXPECT_EQ(where(row(exact, id).in(many)), (ids{1, 3}));
    // What no value of the column can equal leaves out its row, and not the neighbours'.
    EXPECT_EQ(where(row(rank, id).in({std::tuple(1LL << 32 | 1, 1), std::tuple(1LL, 4)})), (ids{4}));
}

TEST_P(row_values, are_found_among_the_rows_of_a_query) {
    constexpr auto other = stoa::alias<entry, "other">;
    const auto lows = from(other).where(other[grade] == level::low);
    EXPECT_EQ(where(row(exact, grade).in(lows.select(other[exact], other[grade]))), (ids{1, 4}));
    EXPECT_EQ(where(row(exact, id).not_in(lows.select(other[exact], other[id]))), (ids{2, 3}));
    EXPECT_EQ(where(row(name, exact).in(lows.select(other[name], other[exact]))), (ids{1, 4}));
    EXPECT_EQ(where(row(name, id).in(from(other).select(other[name], other[id] + 1))), (ids{2, 4}));
}

TEST_P(row_values, are_conditions_to_be_composed) {
    std::vector<stoa::condition<entry>> all{row(exact, id) > row("a", 1)};
    all.emplace_back(row(exact, id).in({std::tuple("a", 3), std::tuple("a", 1)}));
    EXPECT_EQ(where(stoa::all_of(all)), (ids{3}));
}

TEST_P(row_values, that_are_a_key_find_one_row) {
    constexpr auto other = stoa::alias<entry, "other">;
    const auto found = from<entry>().where(id == 2).select(
        scalar(from(other).where(row(other[id], other[exact]) == row(id, exact)).select(other[name])));
    EXPECT_EQ(db().one(found), "ann");
}

STOA_TEST_ON_EVERY_DATABASE(row_values);

} // namespace entries
