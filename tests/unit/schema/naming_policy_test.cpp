// SPDX-License-Identifier: BSL-1.0
#include "stoa/schema/naming_policy.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace {

constexpr bool becomes(std::string_view field, std::string_view column) {
    return stoa::detail::snake_case_name(field) == column;
}

TEST(snake_case_name, has_an_underscore_before_every_word) {
    static_assert(becomes("createdAt", "created_at"));
    static_assert(becomes("CreatedAt", "created_at"));
    static_assert(becomes("aBC", "a_bc"));
    static_assert(becomes("isX", "is_x"));
    static_assert(becomes("x", "x") && becomes("X", "x") && becomes("XY", "xy"));
}

TEST(snake_case_name, keeps_abbreviations_together) {
    static_assert(becomes("HTTPStatus", "http_status"));
    static_assert(becomes("userID", "user_id"));
    static_assert(becomes("parseURLPath", "parse_url_path"));
    static_assert(becomes("ID", "id"));
}

TEST(snake_case_name, keeps_names_that_have_the_form_already) {
    static_assert(becomes("created_at", "created_at"));
    static_assert(becomes("http_status_2", "http_status_2"));
    static_assert(becomes("Sub_Title", "sub_title"));
    static_assert(becomes("HTTP_Status", "http_status"));
}

TEST(snake_case_name, counts_digits_as_small_letters) {
    static_assert(becomes("line2Text", "line2_text"));
    static_assert(becomes("sha256", "sha256"));
    static_assert(becomes("Int8", "int8"));
}

TEST(snake_case_name, leaves_out_underscores_at_the_end) {
    static_assert(becomes("name_", "name"));
    static_assert(becomes("fullName__", "full_name"));
    static_assert(becomes("_name", "_name"));
}

TEST(snake_case_name, leaves_other_letters_alone) {
    static_assert(becomes("GrößeInCm", "größe_in_cm"));
    static_assert(becomes("", ""));
}

TEST(snake_case_name, is_cut_like_every_made_name) {
    const std::string field = "A" + std::string(80, 'b');
    EXPECT_EQ(stoa::detail::snake_case_name(field).view().size(), 63U);
}

} // namespace
