// SPDX-License-Identifier: BSL-1.0
// What a text written by hand can say, and where its places are.

#include "stoa/expression/raw_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using stoa::detail::raw_fault;

constexpr raw_fault fault(std::string_view text) {
    return stoa::detail::raw_reader(text, {}).fault();
}

constexpr raw_fault fault_with_dollars(std::string_view text) {
    return stoa::detail::raw_reader(text, {.dollar_quotes = true, .question_operators = true}).fault();
}

TEST(raw_text, is_fine_with_places_quotes_casts_and_comments) {
    static_assert(fault("lower({}) || {suffix}") == raw_fault::none);
    static_assert(fault("'it''s; ?1 $1 :x @y' = \"a;b\" OR `c?` = {}") == raw_fault::none);
    static_assert(fault("{}::text[1: 2] -- a comment; with ?\n + 1 /* and $1 ; */") == raw_fault::none);
    static_assert(fault("doc @> {} AND a<>{b} AND x = ({})") == raw_fault::none);
    static_assert(fault("doc = '{{\"a\": {{}}}}' AND arr = '{{1,2}}'") == raw_fault::none);
    static_assert(fault("E'a\\'; b' = {} AND name = 'E'") == raw_fault::none);
    static_assert(fault("col$1 = {} AND \xC3\xA4$2 = 1") == raw_fault::none);
    static_assert(fault("'' || {}") == raw_fault::none);
    static_assert(fault("'C:\\' || {}") == raw_fault::none);
}

TEST(raw_text, has_no_parameters_of_the_databases_own) {
    for (const char* text : {"a = ?", "a = ?1", "a = $1", "a = $name", "a = :name", "a = :1", "a = @p", "a=$1",
                             "arr[a:b]", "'x' || :y || 'z'"})
        EXPECT_EQ(fault(text), raw_fault::parameter) << text;
}

TEST(raw_text, is_one_statement) {
    for (const char* text : {"DELETE FROM a; DROP TABLE b", "SELECT 1;", ";", "'a' ; 'b'", "/* ' */ ; '"})
        EXPECT_EQ(fault(text), raw_fault::second_statement) << text;
}

TEST(raw_text, ends_what_it_begins) {
    for (const char* text : {"a = 'b", "a = \"b", "'it''s", "`a", "E'a\\'"})
        EXPECT_EQ(fault(text), raw_fault::open_quote) << text;
    for (const char* text : {"a -- b", "a /* b", "/* /* */ */", "--", "/*/"})
        EXPECT_EQ(fault(text), raw_fault::open_comment) << text;
    for (const char* text : {"(a", "a)", "a) OR (b", "f(g({})"}) EXPECT_EQ(fault(text), raw_fault::parenthesis) << text;
    EXPECT_EQ(fault_with_dollars("$$ a"), raw_fault::open_quote);
    EXPECT_EQ(fault_with_dollars("$a$ $$ $b$"), raw_fault::open_quote);
}

TEST(raw_text, has_places_by_themselves) {
    for (const char* text : {"'{}'", "\"{a}\"", "-- {}\n", "/* {x} */", "'{{{}'"})
        EXPECT_EQ(fault(text), raw_fault::quoted_place) << text;
    for (const char* text : {"a{}", "{}b", "{}1", "{}{}", "@{}", ":{}", "#{}", "a ={}x", "{}$a"})
        EXPECT_EQ(fault(text), raw_fault::glued_place) << text;
    for (const char* text : {"{", "}", "a = {1}", "{a b}", "{ }", "'{'", "{a", "'}'", "{{}"})
        EXPECT_EQ(fault(text), raw_fault::brace) << text;
    EXPECT_EQ(fault("{}::int"), raw_fault::none);
    EXPECT_EQ(fault("a::{}"), raw_fault::none); // which the database refuses
}

TEST(raw_text, says_something_without_control_characters) {
    for (const char* text : {"", " ", "\n\t"}) EXPECT_EQ(fault(text), raw_fault::empty) << text;
    EXPECT_EQ(fault(std::string_view("a\0b", 3)), raw_fault::control_character);
    EXPECT_EQ(fault(std::string_view("'a\0b'", 5)), raw_fault::control_character);
    EXPECT_EQ(fault("a\x01"), raw_fault::control_character);
}

TEST(raw_text, has_dollar_quotes_and_question_operators_where_the_database_has) {
    EXPECT_EQ(fault("$$ a $$"), raw_fault::dollar_quote);
    EXPECT_EQ(fault("$tag$ a $tag$"), raw_fault::dollar_quote);
    EXPECT_EQ(fault_with_dollars("$$ a; $1 ?' -- $$ || $t$ $$ ' $t$"), raw_fault::none);
    EXPECT_EQ(fault_with_dollars("doc ? 'a' AND doc ?| {}"), raw_fault::none);
    EXPECT_EQ(fault_with_dollars("a = $1"), raw_fault::parameter);
    EXPECT_EQ(fault_with_dollars("$$ {} $$"), raw_fault::quoted_place);
}

std::string marked(std::string_view text) {
    std::string all;
    stoa::detail::for_each_raw_part(
        text, [&](std::string_view part) { all += part; },
        [&](std::string_view name) { all.append("<").append(name).append(">"); });
    return all;
}

TEST(raw_text, is_sent_with_what_stands_in_its_places) {
    EXPECT_EQ(marked("lower({}) || {suffix}"), "lower(<>) || <suffix>");
    EXPECT_EQ(marked("{}"), "<>");
    EXPECT_EQ(marked("{a} {a_1}"), "<a> <a_1>");
    EXPECT_EQ(marked("'{{\"a\": {{}}}}' || {}"), "'{\"a\": {}}' || <>");
    EXPECT_EQ(marked("}}{{"), "}{");
    EXPECT_EQ(marked("none"), "none");
}

} // namespace
