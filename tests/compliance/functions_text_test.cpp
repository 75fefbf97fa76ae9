// SPDX-License-Identifier: BSL-1.0
// Functions of text give the same on every database.

#include "failure.hpp"
#include "measurements.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace text_functions {

using namespace measurements;
using stoa::from;

struct of_texts : of_measurements {
protected:
    std::vector<int> where(auto condition) {
        return db().all(from<measurement>().where(condition).order_by(id).select(id));
    }
};

TEST_P(of_texts, only_the_letters_of_ascii_have_two_cases) {
    EXPECT_EQ(of({.text = "Straße ÀÉ z"}, lower(text)), "straße ÀÉ z");
    EXPECT_EQ(of({.text = "Straße àé Z"}, upper(text)), "STRAßE àé Z");
    EXPECT_EQ(of({.note = {}}, lower(note)), std::nullopt);
    EXPECT_EQ(of({.text = "A"}, lower(concat(text, "Ä"))), "aÄ");
}

TEST_P(of_texts, length_counts_characters) {
    const std::int32_t found = of({.text = "Zauberflöte"}, length(text));
    EXPECT_EQ(found, 11);
    EXPECT_EQ(of({.text = ""}, length(text)), 0);
    EXPECT_EQ(of({.text = "😀e\u0301"}, length(text)), 3);
    EXPECT_EQ(of({.text = "ab"}, length(text) * 2), 4);
}

TEST_P(of_texts, are_trimmed) {
    EXPECT_EQ(of({.text = "  a b \t "}, trim(text)), "a b \t");
    EXPECT_EQ(of({.text = "  a  "}, ltrim(text)), "a  ");
    EXPECT_EQ(of({.text = "  a  "}, rtrim(text)), "  a");
    EXPECT_EQ(of({.text = "xyaxy"}, trim(text, "yx")), "a");
    EXPECT_EQ(of({.text = "öäxö"}, trim(text, "äö")), "x");
    EXPECT_EQ(of({.text = "xax"}, ltrim(text, "x")), "ax");
    EXPECT_EQ(of({.text = "xax"}, rtrim(text, "x")), "xa");
    EXPECT_EQ(of({.text = "xax"}, trim(text, "")), "xax");
}

TEST_P(of_texts, are_cut_by_characters) {
    EXPECT_EQ(of({.text = "Flöte"}, substr(text, 3)), "öte");
    EXPECT_EQ(of({.text = "Flöte"}, substr(text, 3, 2)), "öt");
    EXPECT_EQ(of({.text = "Flöte"}, substr(text, 6)), "");
    EXPECT_EQ(of({.text = "Flöte"}, substr(text, 1, 0)), "");
    EXPECT_EQ(of({.text = "Flöte"}, substr(text, 2, 2147483647)), "löte");
    EXPECT_EQ(of({.text = "Flöte"}, left(text, 3)), "Flö");
    EXPECT_EQ(of({.text = "Flöte"}, left(text, 9)), "Flöte");
    EXPECT_EQ(of({.text = "Flöte"}, left(text, 0)), "");
    EXPECT_EQ(of({.text = "Flöte"}, right(text, 3)), "öte");
    EXPECT_EQ(of({.text = "Flöte"}, right(text, 9)), "Flöte");
    EXPECT_EQ(of({.text = "Flöte"}, right(text, 0)), "");
}

TEST_P(of_texts, are_cut_at_computed_places) {
    EXPECT_EQ(of({.number = -4, .text = "hello"}, substr(text, number)), "hello");
    EXPECT_EQ(of({.number = 2, .text = "hello"}, substr(text, number, number)), "el");
    EXPECT_EQ(of({.number = -1, .text = "hello"}, substr(text, 1, number)), "");
    EXPECT_EQ(of({.number = -1, .text = "hello"}, left(text, number)), "");
    EXPECT_EQ(of({.number = -1, .text = "hello"}, right(text, number)), "");
    EXPECT_EQ(of({.large = INT64_MAX, .text = "hello"}, right(text, large)), "hello");
    EXPECT_EQ(of({.large = INT64_MAX, .text = "hello"}, substr(text, large)), "");
    EXPECT_EQ(of({.maybe = {}, .text = "hello"}, substr(text, maybe)), std::nullopt);
    EXPECT_EQ(of({.text = "key=value"}, substr(text, position(text, "=") + 1)), "value");
}

TEST_P(of_texts, a_place_or_number_out_of_range_is_refused) {
    const auto fails = [&](auto call) { return stoa_test::failure_of(call).code(); };
    EXPECT_EQ(fails([&] { substr(text, 0); }), stoa::errc::invalid_value);
    EXPECT_EQ(fails([&] { substr(text, 1, -1); }), stoa::errc::invalid_value);
    EXPECT_EQ(fails([&] { left(text, std::int64_t{1} << 40); }), stoa::errc::invalid_value);
    EXPECT_EQ(fails([&] { repeat(text, -1); }), stoa::errc::invalid_value);
}

TEST_P(of_texts, are_replaced_joined_repeated_and_filled_up) {
    EXPECT_EQ(of({.text = "a-b-c"}, replace(text, "-", "ö")), "aöböc");
    EXPECT_EQ(of({.text = "a-b"}, replace(text, "", "x")), "a-b");
    EXPECT_EQ(of({.text = "aXx"}, replace(text, "x", "")), "aX");
    EXPECT_EQ(of({.text = "a-b", .note = {}}, replace(text, "", note)), std::nullopt);
    EXPECT_EQ(of({.text = "a-b", .note = "x"}, replace(text, "-", note)), "axb");
    EXPECT_EQ(of({.number = 4, .text = "a"}, concat(text, " = ", stoa::cast<std::string>(number))), "a = 4");
    EXPECT_EQ(of({.text = "a", .note = {}}, concat(text, note)), std::nullopt);
    EXPECT_EQ(of({.text = "a", .note = {}}, concat(text, coalesce(note, "-"))), "a-");
    EXPECT_EQ(of({.text = "aö"}, repeat(text, 3)), "aöaöaö");
    EXPECT_EQ(of({.text = "aö"}, repeat(text, 0)), "");
    EXPECT_EQ(of({.note = {}}, repeat(note, 2)), std::nullopt);
    EXPECT_EQ(of({.text = "7"}, lpad(text, 3, "0")), "007");
    EXPECT_EQ(of({.text = "é7"}, lpad(text, 6, "äb")), "äbäbé7");
    EXPECT_EQ(of({.text = "hello"}, lpad(text, 2, "0")), "he");
    EXPECT_EQ(of({.text = "h"}, lpad(text, 3, "")), "h");
    EXPECT_EQ(of({.text = "é7"}, rpad(text, 5, "äb")), "é7äbä");
    EXPECT_EQ(of({.text = "hello"}, rpad(text, 2, "0")), "he");
    EXPECT_EQ(of({.note = {}}, lpad(note, 2, "0")), std::nullopt);
    EXPECT_EQ(of({.text = "hello", .note = {}}, lpad(text, 2, note)), std::nullopt);
    EXPECT_EQ(of({.text = "hello", .note = {}}, rpad(text, 9, note)), std::nullopt);
    EXPECT_EQ(of({.text = "hello", .note = {}}, rpad(text, 2, note)), std::nullopt);
}

TEST_P(of_texts, parts_are_found) {
    EXPECT_EQ(of({.text = "Flöte"}, position(text, "te")), 4);
    EXPECT_EQ(of({.text = "Flöte"}, position(text, "x")), 0);
    EXPECT_EQ(of({.text = "Flöte"}, position(text, "")), 1);
    EXPECT_EQ(of({.text = "Flöte"}, position(text, "f")), 0);
}

TEST_P(of_texts, parts_are_literal_text_and_no_pattern) {
    add({.id = 1, .text = "100%"});
    add({.id = 2, .text = "100x"});
    add({.id = 3, .text = "a_b[c]*?"});
    add({.id = 4, .text = "axb\\"});
    add({.id = 5, .text = "A'b"});
    EXPECT_EQ(where(starts_with(text, "100%")), (std::vector<int>{1}));
    EXPECT_EQ(where(starts_with(text, "a")), (std::vector<int>{3, 4}));
    EXPECT_EQ(where(ends_with(text, "%")), (std::vector<int>{1}));
    EXPECT_EQ(where(ends_with(text, "*?")), (std::vector<int>{3}));
    EXPECT_EQ(where(ends_with(text, "\\")), (std::vector<int>{4}));
    EXPECT_EQ(where(contains(text, "_")), (std::vector<int>{3}));
    EXPECT_EQ(where(contains(text, "[c]")), (std::vector<int>{3}));
    EXPECT_EQ(where(contains(text, std::string("'"))), (std::vector<int>{5}));
    EXPECT_EQ(where(contains(text, "")), (std::vector<int>{1, 2, 3, 4, 5}));
}

TEST_P(of_texts, parts_can_be_expressions) {
    add({.id = 1, .text = "a%c", .note = "a%"});
    add({.id = 2, .text = "abc", .note = "a%"});
    add({.id = 3, .text = "abc", .note = ""});
    add({.id = 4, .text = "abc", .note = {}});
    add({.id = 5, .text = "xa%", .note = "a%"});
    EXPECT_EQ(where(starts_with(text, note)), (std::vector<int>{1, 3}));
    EXPECT_EQ(where(ends_with(text, note)), (std::vector<int>{3, 5}));
    EXPECT_EQ(where(contains(text, note)), (std::vector<int>{1, 3, 5}));
    EXPECT_EQ(where(starts_with(text, upper(note))), (std::vector<int>{3}));
}

TEST_P(of_texts, ilike_takes_capital_letters_for_small_ones) {
    add({.id = 1, .text = "Faust"});
    add({.id = 2, .text = "FAUST II"});
    add({.id = 3, .text = "Äther"});
    EXPECT_EQ(where(ilike(text, "fAUST%")), (std::vector<int>{1, 2}));
    EXPECT_EQ(where(ilike(text, "_AUST")), (std::vector<int>{1}));
    EXPECT_EQ(where(ilike(text, "äther")), (std::vector<int>{}));
    EXPECT_EQ(where(ilike(text, "ÄTHER")), (std::vector<int>{3}));
}

TEST_P(of_texts, are_sorted_and_grouped_by_functions) {
    add({.id = 1, .text = "b"});
    add({.id = 2, .text = "A"});
    add({.id = 3, .text = "B"});
    EXPECT_EQ(db().all(from<measurement>().order_by(lower(text), id).select(id)), (std::vector<int>{2, 1, 3}));
    EXPECT_EQ(db().all(from<measurement>().order_by(text).select(id)), (std::vector<int>{2, 3, 1}));
    EXPECT_EQ(db().all(from<measurement>().group_by(lower(text)).order_by(lower(text)).select(stoa::count())),
              (std::vector<std::int64_t>{1, 2}));
    EXPECT_EQ(db().one(from<measurement>().select(max(length(text)))), 1);
    EXPECT_EQ(db().one(from<measurement>().select(stoa::count_distinct(upper(text)))), 2);
}

STOA_TEST_ON_EVERY_DATABASE(of_texts);

} // namespace text_functions
