// SPDX-License-Identifier: BSL-1.0
// Membership in a list that travels as one parameter, whatever its length and whatever its values are.

#include "databases.hpp"
#include "failure.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lists {

enum class colour { red, green, blue };
using part = stoa::strong_id<struct part_tag>;

struct everything {
    int id;
    bool flag;
    std::int16_t small;
    std::int64_t large;
    float narrow;
    double wide;
    std::string text;
    std::optional<std::string> note;
    stoa::bytes data;
    stoa::guid key;
    stoa::json_document meta;
    stoa::timestamp at;
    stoa::date day;
    stoa::decimal<9, 3> amount;
    colour shade;
    part of;
};

} // namespace lists

template <>
inline constexpr auto stoa::table<lists::everything> =
    stoa::define<lists::everything>("everything", stoa::primary_key(stoa::col<&lists::everything::id>));

namespace lists {

using stoa::col;
using stoa::from;
using ids = std::vector<int>;
using amount = stoa::decimal<9, 3>;
using infinity = std::numeric_limits<double>;

constexpr auto id = col<&everything::id>;
constexpr auto large = col<&everything::large>;
constexpr auto text = col<&everything::text>;
constexpr auto note = col<&everything::note>;

const stoa::guid first_key = stoa::guid::from_string("00000000-0000-4000-8000-0000000000ff");
const stoa::guid second_key = stoa::guid::from_string("ffffffff-ffff-4fff-bfff-ffffffffffff");
const stoa::timestamp moment(std::chrono::microseconds(-1));
const stoa::date today(std::chrono::days(19'000));

struct lists_of_values : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<everything>>();
        db().insert(everything{1,
                               true,
                               -5,
                               INT64_MIN,
                               0.1F,
                               0.1,
                               "a\"b\\c\n",
                               {},
                               {},
                               first_key,
                               stoa::json_document::parse(R"({"a":1})"),
                               {},
                               today,
                               amount("-0.001"),
                               colour::red,
                               part{1}});
        db().insert(everything{2,
                               false,
                               5,
                               INT64_MAX,
                               -2.5F,
                               infinity::infinity(),
                               "",
                               "",
                               {std::byte{0}, std::byte{255}},
                               second_key,
                               stoa::json_document::parse("[]"),
                               moment,
                               {},
                               amount("999999.999"),
                               colour::blue,
                               part{INT64_MAX}});
    }

    template <class Condition>
    ids where(Condition condition) {
        return db().all(from<everything>().where(condition).order_by(id).select(id));
    }
};

TEST_P(lists_of_values, an_empty_list_has_nothing_in_it) {
    EXPECT_EQ(where(id.in(std::vector<int>{})), ids{});
    EXPECT_EQ(where(id.not_in(std::vector<int>{})), (ids{1, 2}));
    EXPECT_EQ(where(text.in(std::vector<std::string>{})), ids{});
    EXPECT_EQ(where(note.not_in(std::vector<std::string>{})), (ids{1, 2}));
}

TEST_P(lists_of_values, can_have_one_value_or_several) {
    EXPECT_EQ(where(id.in({2})), (ids{2}));
    EXPECT_EQ(where(id.in({2, 1, 2})), (ids{1, 2}));
    EXPECT_EQ(where(id.not_in({2})), (ids{1}));
    EXPECT_EQ(where(id.not_in({1, 2, 3})), ids{});
    EXPECT_EQ(where(!id.in({1})), (ids{2}));
    EXPECT_EQ(where(id.in({1, 2}) && col<&everything::flag>), (ids{1}));
}

TEST_P(lists_of_values, can_have_five_thousand_values) {
    std::vector<std::int64_t> numbers;
    std::vector<std::string> texts;
    for (int n = 0; n != 5000; ++n) {
        numbers.push_back(INT64_MAX - 4999 + n);
        texts.push_back("text " + std::to_string(n));
    }
    EXPECT_EQ(where(large.in(numbers)), (ids{2}));
    EXPECT_EQ(where(large.not_in(numbers)), (ids{1}));
    EXPECT_EQ(where(text.in(texts)), ids{});
    texts[4321] = "a\"b\\c\n";
    EXPECT_EQ(where(text.in(texts)), (ids{1}));
}

TEST_P(lists_of_values, come_from_any_range) {
    EXPECT_EQ(where(id.in(std::set<int>{2, 7})), (ids{2}));
    EXPECT_EQ(where(id.in(std::array<int, 2>{1, 7})), (ids{1}));
    EXPECT_EQ(where(text.in(std::array<std::string_view, 1>{""})), (ids{2}));
}

TEST_P(lists_of_values, of_every_integer_type_are_exact) {
    EXPECT_EQ(where(col<&everything::small>.in({std::int16_t{-5}, std::int16_t{7}})), (ids{1}));
    EXPECT_EQ(where(large.in({INT64_MIN, INT64_MAX})), (ids{1, 2}));
    EXPECT_EQ(where(large.in({INT64_MAX - 1, INT64_MIN + 1})), ids{});
}

TEST_P(lists_of_values, of_wider_numbers_are_not_cut_to_the_type_of_the_column) {
    EXPECT_EQ(where(id.in(std::vector<std::int64_t>{(1LL << 32) + 1})), ids{});
    EXPECT_EQ(where(id.not_in(std::vector<std::int64_t>{(1LL << 32) + 1})), (ids{1, 2}));
    EXPECT_EQ(where(id.in(std::vector<double>{1.5, 2.0})), (ids{2}));
    EXPECT_EQ(where(col<&everything::small>.in({65'541})), ids{});
}

TEST_P(lists_of_values, of_floating_point_numbers_are_exact) {
    EXPECT_EQ(where(col<&everything::wide>.in({0.1, 0.2})), (ids{1}));
    EXPECT_EQ(where(col<&everything::wide>.in({infinity::infinity(), -infinity::infinity()})), (ids{2}));
    EXPECT_EQ(where(col<&everything::narrow>.in({0.1F})), (ids{1}));
    EXPECT_EQ(where(col<&everything::narrow>.in({-2.5F, 7.0F})), (ids{2}));
    EXPECT_EQ(where(col<&everything::narrow>.in({0.1})), (ids{1})); // in the column's own precision
    EXPECT_THROW(where(col<&everything::wide>.in({infinity::quiet_NaN()})), stoa::mapping_error);
}

TEST_P(lists_of_values, of_text_need_no_escaping) {
    EXPECT_EQ(where(text.in({"a\"b\\c\n", "x"})), (ids{1}));
    EXPECT_EQ(where(text.in(std::vector<std::string>{""})), (ids{2}));
    EXPECT_EQ(where(text.in({"a", "b"})), ids{});
    EXPECT_EQ(stoa_test::failure_of([&] {
                  where(text.in(std::vector<std::string>{{"a\0b", 3}}));
              }).code(),
              stoa::errc::invalid_value);
}

TEST_P(lists_of_values, of_bytes_and_documents_are_compared_whole) {
    EXPECT_EQ(where(col<&everything::data>.in(std::vector<stoa::bytes>{{}})), (ids{1}));
    EXPECT_EQ(
        where(col<&everything::data>.in(std::vector<stoa::bytes>{{std::byte{0}, std::byte{255}}, {std::byte{1}}})),
        (ids{2}));
    EXPECT_EQ(where(col<&everything::data>.in(std::vector<stoa::bytes>{{std::byte{0}}})), ids{});
    EXPECT_EQ(where(col<&everything::meta>.in({stoa::json_document::parse("[ ]"), stoa::json_document::parse("{}")})),
              (ids{2}));
}

TEST_P(lists_of_values, of_guids_times_and_dates_are_exact) {
    EXPECT_EQ(where(col<&everything::key>.in({first_key, stoa::guid{}})), (ids{1}));
    EXPECT_EQ(where(col<&everything::key>.not_in({first_key})), (ids{2}));
    EXPECT_EQ(where(col<&everything::at>.in({moment, moment - std::chrono::microseconds(1)})), (ids{2}));
    EXPECT_EQ(where(col<&everything::day>.in({today, today + std::chrono::days(1)})), (ids{1}));
}

TEST_P(lists_of_values, of_decimals_enumerators_booleans_and_strong_ids_are_exact) {
    EXPECT_EQ(where(col<&everything::amount>.in({amount("-0.001"), amount("0.001")})), (ids{1}));
    EXPECT_EQ(
        where(col<&everything::amount>.in({stoa::decimal<18, 3>("999999.999"), stoa::decimal<18, 3>("9999999.999")})),
        (ids{2}));
    EXPECT_EQ(where(col<&everything::shade>.in({colour::blue, colour::green})), (ids{2}));
    EXPECT_EQ(where(col<&everything::flag>.in({true})), (ids{1}));
    EXPECT_EQ(where(col<&everything::flag>.in(std::vector<bool>{true, false})), (ids{1, 2}));
    EXPECT_EQ(where(col<&everything::of>.in({part{INT64_MAX}, part{0}})), (ids{2}));
}

TEST_P(lists_of_values, know_nothing_of_null) {
    EXPECT_EQ(where(note.in({""})), (ids{2}));
    EXPECT_EQ(where(note.not_in({"x"})), (ids{2})); // of a NULL it is not known
    EXPECT_EQ(where(note.not_in({"x"}) || note.is_null()), (ids{1, 2}));
}

TEST_P(lists_of_values, of_expressions_are_compared_with_their_value) {
    EXPECT_EQ(where((id + id).in({4, 6})), (ids{2}));
    EXPECT_EQ(where((id * 2'000'000'000).in({4'000'000'000})), (ids{2}));
}

STOA_TEST_ON_EVERY_DATABASE(lists_of_values);

} // namespace lists
