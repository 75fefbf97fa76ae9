// SPDX-License-Identifier: BSL-1.0
#include "stoa/core/error.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

namespace {

using stoa::errc;

constexpr int last = static_cast<int>(errc::unknown);

template <class Exception>
bool raises(errc code) {
    try {
        stoa::raise(code, "a sentence.");
    } catch (const Exception& error) {
        return error.code() == code;
    } catch (const stoa::error&) {
        return false;
    }
    return false;
}

TEST(error, every_code_has_a_name_of_its_own) {
    std::set<std::string_view> names;
    for (int code = 1; code <= last; ++code) names.insert(to_string(static_cast<errc>(code)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(last));
    static_assert(to_string(errc::unique_violation) == "unique_violation");
    static_assert(to_string(static_cast<errc>(0)) == "unknown");
}

TEST(error, tells_everything_in_one_text) {
    const stoa::error error({errc::unique_violation,
                             "the row is there already.",
                             "23505",
                             "INSERT INTO \"books\" …",
                             {"uq_books_isbn", "books", {"isbn"}}});
    EXPECT_STREQ(error.what(), "stoa: unique_violation: the row is there already.\n"
                               "  constraint: uq_books_isbn\n"
                               "  table: books\n"
                               "  native code: 23505\n"
                               "  statement: INSERT INTO \"books\" …");
    EXPECT_EQ(error.native_code(), "23505");
    EXPECT_EQ(error.sql(), "INSERT INTO \"books\" …");
    EXPECT_EQ(error.constraint().name, "uq_books_isbn");
    EXPECT_EQ(error.constraint().columns, std::vector<std::string>{"isbn"});
    EXPECT_EQ(error.info().code, errc::unique_violation);
}

TEST(error, leaves_out_what_is_not_known) {
    const stoa::error error({errc::no_rows, "there is no row.", {}, {}, {}});
    EXPECT_STREQ(error.what(), "stoa: no_rows: there is no row.");
}

TEST(error, has_the_type_somebody_would_catch) {
    for (errc code :
         {errc::unique_violation, errc::foreign_key_violation, errc::not_null_violation, errc::check_violation})
        EXPECT_TRUE(raises<stoa::constraint_violation>(code)) << to_string(code);
    for (errc code : {errc::serialization_failure, errc::deadlock, errc::busy})
        EXPECT_TRUE(raises<stoa::serialization_failure>(code)) << to_string(code);
    for (errc code : {errc::connection_failed, errc::connection_lost, errc::invalid_url})
        EXPECT_TRUE(raises<stoa::connection_error>(code)) << to_string(code);
    for (errc code :
         {errc::invalid_value, errc::out_of_range, errc::mapping_mismatch, errc::no_rows, errc::too_many_rows})
        EXPECT_TRUE(raises<stoa::mapping_error>(code)) << to_string(code);
    for (errc code : {errc::timeout, errc::canceled, errc::syntax_error, errc::undefined_object, errc::duplicate_object,
                      errc::permission_denied, errc::read_only, errc::resources_exhausted, errc::transaction_aborted,
                      errc::stream_open, errc::usage, errc::unknown})
        EXPECT_TRUE(raises<stoa::statement_error>(code)) << to_string(code);
}

TEST(error, raised_with_a_statement_keeps_it) {
    try {
        stoa::raise(errc::usage, "not like this.", "SELECT 1");
    } catch (const stoa::error& error) {
        EXPECT_EQ(error.sql(), "SELECT 1");
        EXPECT_EQ(error.native_code(), "");
        EXPECT_STREQ(error.what(), "stoa: usage: not like this.\n  statement: SELECT 1");
    }
}

TEST(error, is_a_standard_exception) {
    EXPECT_THROW(stoa::raise(errc::timeout, "too slow."), std::exception);
}

} // namespace
