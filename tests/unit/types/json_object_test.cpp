// SPDX-License-Identifier: BSL-1.0
#include "stoa/types/json_object.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace {

using stoa::json_document;
using stoa::json_object;

TEST(json_object, is_empty_at_first) {
    EXPECT_EQ(json_object().document().text(), "{}");
}

TEST(json_object, holds_members_of_every_kind) {
    const std::string text = "a \"b\"";
    const json_document made = json_object()
                                   .add("text", text)
                                   .add("literal", "en")
                                   .add("small", short{-3})
                                   .add("large", std::numeric_limits<std::uint64_t>::max())
                                   .add("real", 0.1)
                                   .add("single", 0.1F)
                                   .add("whole", 2.0)
                                   .add("yes", true)
                                   .add("nothing", nullptr)
                                   .add("inner", json_object().add("n", 1).document());
    EXPECT_EQ(made, json_document::parse(R"({"text":"a \"b\"","literal":"en","small":-3,"large":18446744073709551615,
        "real":0.1,"single":0.1,"whole":2,"yes":true,"nothing":null,"inner":{"n":1}})"));
}

TEST(json_object, keeps_the_last_of_equal_names) {
    EXPECT_EQ(json_object().add("a", 1).add("a", 2).document().text(), R"({"a":2})");
}

TEST(json_object, writes_doubles_that_read_back_the_same) {
    for (const double value : {1e300, 5e-324, 123456789.125, -0.1, 1e21, 1.7976931348623157e308}) {
        const std::string text = json_object().add("x", value).document().text();
        EXPECT_EQ(std::strtod(text.c_str() + 5, nullptr), value) << text;
    }
}

TEST(json_object, refuses_what_json_cannot_say) {
    EXPECT_THROW(json_object().add("x", std::nan("")), stoa::mapping_error);
    EXPECT_THROW(json_object().add("x", HUGE_VAL), stoa::mapping_error);
    EXPECT_THROW(json_object().add("x", "\xFF"), stoa::mapping_error);
    EXPECT_THROW(json_object().add("\xFF", 1), stoa::mapping_error);
}

} // namespace
