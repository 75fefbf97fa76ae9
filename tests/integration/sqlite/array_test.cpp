// SPDX-License-Identifier: BSL-1.0
// Arrays are JSON texts here, which other programs can fill with anything.

#include "support.hpp"

#include "stoa/ddl/script.hpp"
#include "stoa/dialect/sqlite.hpp"
#include "stoa/types/array.hpp"

#include <string>
#include <vector>

namespace sqlite_array {

struct note {
    std::int64_t id;
    std::vector<std::string> tags;
    std::optional<std::vector<std::int16_t>> sizes;
};

using namespace sqlite_test;
using stoa::errc;
using stoa::type_kind;
using stoa::driver::fetch;
using stoa::sqlite::connection;

/// The error of reading `expression` as an array of such elements.
stoa::error refused(const std::string& expression, type_kind element) {
    connection db("sqlite::memory:");
    one_statement question(db, "SELECT " + expression + " AS tags");
    question->execute(fetch::together);
    EXPECT_TRUE(question->next());
    stoa::native::array value{stoa::array_of({element}), {}};
    const auto error = error_of([&] { question->read(0, value); });
    EXPECT_TRUE(error) << expression;
    return error.value_or(stoa::error());
}

bool says(const stoa::error& error, std::string_view part) {
    return std::string_view(error.what()).find(part) != std::string_view::npos;
}

TEST(sqlite_array, that_is_none_says_so) {
    for (const char* value : {"'x'", "'{}'", "'[\"1\"]'", "'[1.5]'"}) {
        const stoa::error error = refused(value, type_kind::int64);
        EXPECT_EQ(error.code(), errc::mapping_mismatch) << value;
        EXPECT_TRUE(says(error, "holds TEXT that is not such an array. stoa stores array as TEXT, a JSON array of "
                                "elements of one type"))
            << error.what();
    }
    EXPECT_TRUE(says(refused("7", type_kind::int64), "holds INTEGER where array was expected"));
    EXPECT_TRUE(says(refused("NULL", type_kind::int64), "holds NULL where array was expected"));
}

TEST(sqlite_array, with_a_null_says_so) {
    const stoa::error error = refused("'[1, null]'", type_kind::int64);
    EXPECT_EQ(error.code(), errc::mapping_mismatch);
    EXPECT_TRUE(says(error, "holds an array with a NULL in it")) << error.what();
}

TEST(sqlite_array, with_an_element_out_of_range_says_so) {
    EXPECT_EQ(refused("'[40000]'", type_kind::int16).code(), errc::out_of_range);
}

TEST(sqlite_array, a_column_takes_nothing_else) {
    connection db("sqlite::memory:");
    db.execute(stoa::ddl<stoa::schema<note>, stoa::dialect::sqlite>);
    const auto code = [&](const std::string& tags, const std::string& sizes) {
        const auto error = error_of_sql(db, "INSERT INTO note (tags, sizes) VALUES (" + tags + ", " + sizes + ")");
        return error ? std::optional(error->code()) : std::nullopt;
    };
    EXPECT_EQ(code("'[]'", "NULL"), std::nullopt);
    EXPECT_EQ(code("' [\"a\" ]'", "'[1]'"), std::nullopt);
    for (const char* value : {"''", "'x'", "'{}'", "'1'", "'null'", "'[1'"}) {
        EXPECT_EQ(code(value, "NULL"), errc::check_violation) << value;
        EXPECT_EQ(code("'[]'", value), errc::check_violation) << value;
    }
    EXPECT_EQ(code("NULL", "NULL"), errc::not_null_violation);
}

} // namespace sqlite_array
