// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/array_text.hpp"

#include "stoa/types/array.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/exact.hpp"
#include "stoa/types/instant.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace {

using stoa::array_fit;
using integers = std::vector<std::int64_t>;
using doubles = std::vector<double>;
using texts = std::vector<std::string>;

template <class T>
std::string text_of(const std::vector<T>& values) {
    return stoa::array_text(stoa::mapping<std::vector<T>>::encode(values).view());
}

/// What becomes of a text that is read as an array of `T`.
template <class T>
array_fit fit_of(std::string_view text) {
    stoa::native::array array{stoa::type_of<std::vector<T>>, {}};
    return stoa::read_array_text(text, array);
}

template <class T>
std::vector<T> read(std::string_view text) {
    stoa::native::array array{stoa::type_of<std::vector<T>>, {}};
    EXPECT_EQ(stoa::read_array_text(text, array), array_fit::good) << text;
    std::vector<T> values;
    stoa::mapping<std::vector<T>>::decode(array, values);
    return values;
}

TEST(array_text, is_canonical_json) {
    EXPECT_EQ(text_of(integers{}), "[]");
    EXPECT_EQ(text_of(integers{INT64_MIN, 0, INT64_MAX}), "[-9223372036854775808,0,9223372036854775807]");
    EXPECT_EQ(text_of(std::vector<bool>{true, false}), "[true,false]");
    EXPECT_EQ(text_of(texts{"", "a\"b\\", "\n\x01\xC3\xA9/"}), "[\"\",\"a\\\"b\\\\\",\"\\n\\u0001\xC3\xA9/\"]");
    EXPECT_EQ(text_of(std::vector<stoa::decimal<5, 2>>{stoa::decimal<5, 2>("-1.20")}), "[-120]");
    EXPECT_EQ(text_of(std::vector<stoa::guid>{stoa::guid()}), "[\"00000000-0000-0000-0000-000000000000\"]");
    EXPECT_EQ(text_of(std::vector<stoa::timestamp>{stoa::timestamp()}), "[\"1970-01-01T00:00:00.000000Z\"]");
    EXPECT_EQ(text_of(std::vector<stoa::date>{stoa::date()}), "[\"1970-01-01\"]");
    for (const std::string& text :
         {text_of(texts{"\x1f\b\f\r\t"}), text_of(doubles{0.1, 1e300, 5e-324, 1e21, 123456789012345680.0, 1e-6})})
        EXPECT_EQ(stoa::canonical_json(text), text);
}

TEST(array_text, of_numbers_is_the_shortest_that_reads_back) {
    EXPECT_EQ(text_of(doubles{0.1, 1, -0.0, 1e20, 1e21, 2.5e-7, 0.1 + 0.2}),
              "[0.1,1,0,100000000000000000000,1e+21,2.5e-7,0.30000000000000004]");
    EXPECT_EQ(text_of(std::vector<float>{0.1F, 16777216.0F}), "[0.1,16777216]");
    constexpr double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(text_of(doubles{infinity, -infinity}), "[9e+999,-9e+999]");
    EXPECT_EQ(read<double>("[9e+999,-9e999]"), (doubles{infinity, -infinity}));
}

TEST(array_text, of_another_program_is_read_whatever_its_spelling) {
    EXPECT_EQ(read<std::int64_t>(" [ 1 , 2.0,\n3e2 ] "), (integers{1, 2, 300}));
    EXPECT_EQ(read<std::string>(R"(["\u0041\u00e9\/", "]", ",", "\"", "\ud83d\ude00"])"),
              (texts{"A\xC3\xA9/", "]", ",", "\"", "\xF0\x9F\x98\x80"}));
    EXPECT_EQ(read<bool>("[ true,false ]"), (std::vector<bool>{true, false}));
    EXPECT_EQ(read<double>("[1, 0.10, 5e-324]"), (doubles{1, 0.1, 5e-324}));
}

TEST(array_text, that_is_no_array_is_told) {
    for (const std::string_view text : {"", "x", "{}", "1", "\"[]\"", "null", "[1", "[1,]", "[1]]", "[\"\xff\"]"})
        EXPECT_EQ(fit_of<std::int64_t>(text), array_fit::no_array) << text;
}

TEST(array_text, with_elements_of_another_type_is_told) {
    for (const std::string_view text : {"[\"1\"]", "[1.5]", "[true]", "[[1]]", "[{}]", "[1,[]]"})
        EXPECT_EQ(fit_of<std::int64_t>(text), array_fit::wrong_element) << text;
    EXPECT_EQ(fit_of<std::string>("[\"a\",1]"), array_fit::wrong_element);
    EXPECT_EQ(fit_of<bool>("[1]"), array_fit::wrong_element);
    EXPECT_EQ(fit_of<double>("[true]"), array_fit::wrong_element);
    EXPECT_EQ(fit_of<stoa::guid>("[\"x\"]"), array_fit::wrong_element);
    EXPECT_EQ(fit_of<stoa::date>("[\"2024-02-30\"]"), array_fit::wrong_element);
    EXPECT_EQ(fit_of<stoa::timestamp>("[\"2024-02-01\"]"), array_fit::wrong_element);
    EXPECT_EQ(fit_of<std::string>("[\"a\",null]"), array_fit::null_element);
    EXPECT_EQ(fit_of<std::int64_t>("[null]"), array_fit::null_element);
}

TEST(array_text, with_elements_out_of_range_is_told) {
    EXPECT_EQ(fit_of<std::int16_t>("[32768]"), array_fit::out_of_range);
    EXPECT_EQ(fit_of<std::int64_t>("[9223372036854775808]"), array_fit::out_of_range);
    EXPECT_EQ((fit_of<stoa::decimal<3, 1>>("[1000]")), array_fit::out_of_range);
    EXPECT_EQ(fit_of<double>("[1e400]"), array_fit::out_of_range);
    EXPECT_EQ(fit_of<float>("[1e39]"), array_fit::out_of_range);
}

} // namespace
