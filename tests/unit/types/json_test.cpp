// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/json.hpp"

#include "failure.hpp"

#include "stoa/types/strong.hpp"

#include <boost/describe/class.hpp>
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace shapes {

enum class colour { red, green };

struct point {
    int x;
    int y;
};

struct nothing {};

class described {
public:
    described() = default;
    explicit described(int given) : hidden_(given) {}
    int hidden() const { return hidden_; }

private:
    int hidden_ = 0;

    BOOST_DESCRIBE_CLASS(described, (), (), (), (hidden_))
};

/// A type of the program's own, kept as text.
struct code {
    char letter = 'a';
};

struct node {
    int value;
    std::vector<node> below;
};

} // namespace shapes

template <>
struct stoa::mapping<shapes::code> {
    using stored_type = std::string;
    static std::string store(shapes::code value) { return std::string(1, value.letter); }
    static shapes::code load(const std::string& text) {
        if (text.size() != 1) stoa::raise(stoa::errc::invalid_value, "a code has one letter");
        return {text[0]};
    }
};

namespace {

using namespace shapes;
using stoa::json, stoa::json_document;
using stoa_test::failure_of;

template <class T>
std::string written(T value) {
    return json<T>(std::move(value)).document().text();
}

template <class T>
T read(std::string_view text) {
    return *json<T>::from(json_document::parse(text));
}

template <class T>
std::string refusal(std::string_view text, stoa::errc code = stoa::errc::mapping_mismatch) {
    const stoa::error failure = failure_of<stoa::mapping_error>([&] { (void)read<T>(text); });
    EXPECT_EQ(failure.code(), code) << failure.what();
    const std::string& message = failure.info().message;
    return message.substr(message.find('$'), message.find(". Correct") - message.find('$'));
}

TEST(json, is_reached_like_what_a_pointer_points_to) {
    json<point> p = point{1, 2};
    p->x = 3;
    (*p).y = 4;
    const json<point> copy = p;
    EXPECT_EQ(copy->x + (*copy).y, 7);
    EXPECT_EQ((*std::move(p)).x, 3);
}

TEST(json, is_equal_as_its_document_is) {
    EXPECT_EQ((json<point>(point{1, 2})), (json<point>(point{1, 2})));
    EXPECT_NE((json<point>(point{1, 2})), (json<point>(point{2, 1})));
    EXPECT_EQ(json<double>(-0.0), json<double>(0.0));
}

TEST(json, begins_with_the_default_of_its_type) {
    EXPECT_EQ(json<std::vector<int>>().document().text(), "[]");
    EXPECT_EQ(json<point>()->x, 0);
}

TEST(json, members_are_called_like_fields_and_sorted) {
    EXPECT_EQ(written(point{1, -2}), R"({"x":1,"y":-2})");
    EXPECT_EQ(read<point>(R"({"y":-2, "z":[], "x":1e0})").y, -2);
    EXPECT_EQ(written(nothing{}), "{}");
    EXPECT_EQ(written(described(7)), R"({"hidden_":7})");
    EXPECT_EQ(read<described>(R"({"hidden_":8})").hidden(), 8);
}

TEST(json, integers_are_exact_and_within_their_range) {
    EXPECT_EQ(written(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
    EXPECT_EQ(read<std::uint64_t>("18446744073709551615"), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(read<std::int64_t>("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(read<std::int32_t>("12.0e1"), 120);
    EXPECT_EQ(refusal<std::int64_t>("9223372036854775808", stoa::errc::out_of_range),
              "$ is outside the range of int64");
    EXPECT_EQ(refusal<std::int8_t>("-129", stoa::errc::out_of_range), "$ is outside the range of int8");
    EXPECT_EQ(refusal<std::uint16_t>("-1", stoa::errc::out_of_range), "$ is outside the range of uint16");
    EXPECT_EQ(refusal<std::int32_t>("1e300", stoa::errc::out_of_range), "$ is outside the range of int32");
    EXPECT_EQ(refusal<std::int32_t>("1.5"), "$ is not a whole number");
    EXPECT_EQ(refusal<std::int32_t>("1e-7"), "$ is not a whole number");
    EXPECT_EQ(refusal<std::int32_t>("\"1\""), "$ is a string, not a whole number");
}

TEST(json, floating_point_numbers_come_back_the_same) {
    for (const double value : {0.1, 1e300, 5e-324, 1.7976931348623157e308, -123456.789, 3.0})
        EXPECT_EQ(read<double>(written(value)), value);
    EXPECT_EQ(read<float>(written(0.1F)), 0.1F);
    EXPECT_EQ(refusal<double>("1e400", stoa::errc::out_of_range), "$ is outside the range of float64");
    EXPECT_THROW((void)written(std::numeric_limits<double>::quiet_NaN()), stoa::mapping_error);
    EXPECT_THROW((void)written(std::numeric_limits<float>::infinity()), stoa::mapping_error);
}

TEST(json, decimals_keep_every_digit) {
    using money = stoa::decimal<18, 2>;
    using fraction = stoa::decimal<18, 18>;
    EXPECT_EQ(written(money("-9999999999999999.99")), "-9999999999999999.99");
    EXPECT_EQ(read<money>("-9999999999999999.99"), money("-9999999999999999.99"));
    EXPECT_EQ(read<money>("1e3"), money(1000));
    for (const char* text : {"0.000000000000000001", "-0.00000123", "0.000001", "0.123456789012345678", "0"})
        EXPECT_EQ(read<fraction>(written(fraction(text))), fraction(text)) << text;
    EXPECT_EQ(refusal<money>("0.001", stoa::errc::out_of_range), "$ does not fit decimal<18, 2>");
    EXPECT_EQ(refusal<fraction>("1e-19", stoa::errc::out_of_range), "$ does not fit decimal<18, 18>");
    EXPECT_EQ(refusal<fraction>("1e-16000", stoa::errc::out_of_range), "$ does not fit decimal<18, 18>");
}

TEST(json, text_is_any_utf8) {
    for (const char* text : {"", "plain", "\"quoted\\\"", "line\nbreak\t\x01", "Gewürz 🌶"})
        EXPECT_EQ(read<std::string>(written(std::string(text))), text);
    EXPECT_EQ(read<std::string>(R"("\u00e9\ud83c\udf36")"), "é🌶");
    EXPECT_THROW((void)written(std::string("\xFF")), stoa::mapping_error);
    EXPECT_THROW((void)written(std::string("a\0b", 3)), stoa::mapping_error);
}

TEST(json, values_without_a_json_type_are_strings) {
    EXPECT_EQ(written(colour::green), R"("green")");
    EXPECT_EQ(read<colour>(R"("red")"), colour::red);
    EXPECT_EQ(refusal<colour>(R"("blue")", stoa::errc::invalid_value), "$ is not an enumerator of colour");
    EXPECT_EQ(refusal<colour>("0"), "$ is a number, not an enumerator's name");
    const auto id = stoa::guid::from_string("0190163d-8694-739b-aea5-966c26f8ad91");
    EXPECT_EQ(written(id), R"("0190163d-8694-739b-aea5-966c26f8ad91")");
    EXPECT_EQ(read<stoa::guid>(written(id)), id);
    EXPECT_EQ(refusal<stoa::guid>(R"("0190")", stoa::errc::invalid_value), "$ is not a guid in a string");
    EXPECT_EQ(written(stoa::date()), R"("1970-01-01")");
    EXPECT_EQ(read<stoa::timestamp>(R"("1970-01-01T00:00:00.000001Z")").time_since_epoch().count(), 1);
    EXPECT_EQ(refusal<stoa::date>(R"("1970-02-30")", stoa::errc::invalid_value),
              R"($ is not a date like "2024-02-29")");
}

TEST(json, types_of_ones_own_are_what_they_are_stored_as) {
    EXPECT_EQ(written(code{'q'}), R"("q")");
    EXPECT_EQ(read<code>(R"("q")").letter, 'q');
    EXPECT_EQ(refusal<code>("1"), "$ is a number, not a string");
    EXPECT_EQ(refusal<std::vector<code>>(R"(["q","qq"])", stoa::errc::invalid_value),
              "$[1] is refused: a code has one letter");
    using id = stoa::strong_id<struct shelf>;
    EXPECT_EQ(written(id(5)), "5");
    EXPECT_EQ(read<id>("5"), id(5));
}

TEST(json, an_optional_is_left_out_of_an_object_and_null_elsewhere) {
    struct pair {
        std::optional<int> first;
        std::vector<std::optional<int>> rest;
    };
    EXPECT_EQ(written(pair{{}, {1, {}}}), R"({"rest":[1,null]})");
    EXPECT_EQ(written(pair{3, {}}), R"({"first":3,"rest":[]})");
    EXPECT_EQ(read<pair>(R"({"first":null,"rest":[null]})").first, std::nullopt);
    EXPECT_EQ(read<pair>(R"({"rest":[null,2]})").rest, (std::vector<std::optional<int>>{{}, 2}));
    EXPECT_EQ(written(std::optional<int>()), "null");
    EXPECT_EQ(refusal<pair>("{}"), "$.rest is missing");
}

TEST(json, lists_and_maps_hold_anything) {
    EXPECT_EQ(written(std::array<bool, 2>{true, false}), "[true,false]");
    EXPECT_EQ(read<std::vector<bool>>("[true,false]"), (std::vector{true, false}));
    EXPECT_EQ((refusal<std::array<int, 2>>("[1]")), "$ has 1 elements, not 2");
    using map = std::map<std::string, std::vector<point>>;
    EXPECT_EQ(written(map{{"b", {}}, {"a \"q\"", {{1, 2}}}, {"", {}}}), R"({"":[],"a \"q\"":[{"x":1,"y":2}],"b":[]})");
    EXPECT_EQ(read<map>(R"({"a":[{"x":1,"y":2}]})").at("a").at(0).y, 2);
    EXPECT_EQ(
        refusal<map>(R"({"a":[{"x":1,"y":2},{"x":1,"y":"2"}],"b c":1,"":true})"),
        R"($[""] is a boolean, not an array; $.a[1].y is a string, not a whole number; $["b c"] is a number, not an array)");
    EXPECT_EQ(read<node>(R"({"value":1,"below":[{"value":2,"below":[]}]})").below.at(0).value, 2);
    EXPECT_EQ(refusal<map>("[]"), "$ is an array, not an object");
}

TEST(json, a_variant_names_its_alternative) {
    using choice = std::variant<std::monostate, point, int, double, std::string, colour, std::vector<int>>;
    EXPECT_EQ(written(choice()), R"({"monostate":{}})");
    EXPECT_EQ(written(choice(point{1, 2})), R"({"point":{"x":1,"y":2}})");
    EXPECT_EQ(written(choice(1)), R"({"int32":1})");
    EXPECT_EQ(written(choice(1.0)), R"({"float64":1})");
    EXPECT_EQ(read<choice>(R"({"float64":1})").index(), 3U);
    EXPECT_EQ(read<choice>(R"({"int32":1})").index(), 2U);
    EXPECT_EQ(std::get<colour>(read<choice>(R"({"colour":"green"})")), colour::green);
    EXPECT_EQ(std::get<std::vector<int>>(read<choice>(R"({"list":[1]})")), std::vector{1});
    EXPECT_EQ(refusal<choice>(R"({"circle":1})", stoa::errc::invalid_value),
              "$ has a member that is the name of no alternative");
    EXPECT_EQ(refusal<choice>("{}"), "$ has not one member, the name of an alternative");
    EXPECT_EQ(refusal<choice>(R"({"point":{"x":1}})"), "$.point.y is missing");
}

TEST(json, a_document_inside_stays_what_it_is) {
    struct pair {
        json_document any;
        json<point> typed;
    };
    const std::string text = R"({"any":{"a":[1e+300,12345678901234567890.125,"\n",null,true]},"typed":{"x":1,"y":2}})";
    EXPECT_EQ(written(read<pair>(text)), text);
    EXPECT_EQ(read<pair>(text).typed->y, 2);
}

TEST(json, is_as_deep_and_as_long_as_a_document) {
    const std::string deep = std::string(512, '[') + std::string(512, ']');
    EXPECT_EQ(written(read<json_document>(deep)), deep);
    const std::string longest = std::string(131'072, '7') + "." + std::string(16'383, '7');
    EXPECT_EQ(read<json_document>(longest).text(), json_document::parse(longest).text());
}

TEST(json, a_failure_names_ten_places_and_counts_the_others) {
    const std::string all = refusal<std::vector<int>>(R"(["","","","","","","","","","","",""])");
    EXPECT_TRUE(all.ends_with("$[9] is a string, not a whole number; and 2 more")) << all;
}

} // namespace
