// SPDX-License-Identifier: BSL-1.0
// Statements a database cannot run: what they are called, and that the session goes on.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace broken {

struct thing {
    std::int64_t id;
    std::string name;
    std::optional<int> size;
};

/// The same table with a column that it does not have.
struct newer_thing {
    std::int64_t id;
    std::string name;
    std::string added;
};

/// The same table, read as what it is not.
struct narrow_thing {
    std::int64_t id;
    std::string name;
    int size;
};

} // namespace broken

template <>
inline constexpr auto stoa::table<broken::thing> =
    stoa::define<broken::thing>("things", stoa::primary_key(stoa::col<&broken::thing::id>));
template <>
inline constexpr auto stoa::table<broken::newer_thing> =
    stoa::define<broken::newer_thing>("things", stoa::primary_key(stoa::col<&broken::newer_thing::id>));
template <>
inline constexpr auto stoa::table<broken::narrow_thing> =
    stoa::define<broken::narrow_thing>("things", stoa::primary_key(stoa::col<&broken::narrow_thing::id>));

namespace broken {

using stoa::col;
using stoa::errc;
using stoa::from;
using stoa_test::failure_of;
using stoa_test::says;

struct broken_statements : stoa_test::databases {
protected:
    template <class Error, class Run>
    stoa::error refused(Run run) {
        const stoa::error failure = failure_of<Error>(run);
        EXPECT_TRUE(says(failure, "stoa: ")) << failure.what();
        EXPECT_TRUE(says(failure, stoa::to_string(failure.code()))) << failure.what();
        EXPECT_NE(failure.info().message.find(". "), std::string::npos) << failure.info().message;
        return failure;
    }
};

TEST_P(broken_statements, a_table_that_does_not_exist_is_an_undefined_object) {
    const stoa::error failure = refused<stoa::statement_error>([&] { db().insert(thing{1, "secret", {}}); });
    EXPECT_EQ(failure.code(), errc::undefined_object);
    EXPECT_TRUE(says(failure, "things"));
    EXPECT_FALSE(says(failure, "secret"));
    EXPECT_EQ(refused<stoa::statement_error>([&] { db().find<thing>(1); }).code(), errc::undefined_object);
    EXPECT_EQ(refused<stoa::statement_error>([&] { db().all(from<thing>()); }).code(), errc::undefined_object);
    EXPECT_EQ(refused<stoa::statement_error>([&] { db().execute("DELETE FROM things"); }).code(),
              errc::undefined_object);
    db().create<stoa::schema<thing>>();
    EXPECT_NO_THROW(db().insert(thing{1, "now", {}})); // the statement that failed can be prepared now
    EXPECT_EQ(db().find<thing>(1)->name, "now");
}

TEST_P(broken_statements, a_column_that_does_not_exist_is_an_undefined_object) {
    db().create<stoa::schema<thing>>();
    const stoa::error failure = refused<stoa::statement_error>([&] { db().insert(newer_thing{1, "a", "b"}); });
    EXPECT_EQ(failure.code(), errc::undefined_object);
    EXPECT_TRUE(says(failure, "added"));
    EXPECT_EQ(refused<stoa::statement_error>([&] { db().find<newer_thing>(1); }).code(), errc::undefined_object);
}

TEST_P(broken_statements, scripts_with_errors_say_so) {
    EXPECT_EQ(refused<stoa::statement_error>([&] { db().execute("CREATE TALBE t (n integer)"); }).code(),
              errc::syntax_error);
    EXPECT_EQ(refused<stoa::statement_error>([&] { db().execute("DROP TABLE missing"); }).code(),
              errc::undefined_object);
    db().execute("CREATE TABLE t (n integer); ; \n -- a comment with a ; in it\n INSERT INTO t VALUES (1);");
    EXPECT_EQ(refused<stoa::statement_error>([&] { db().execute("CREATE TABLE t (n integer)"); }).code(),
              errc::duplicate_object);
    EXPECT_THROW(db().execute(std::string_view("DELETE FROM t\0", 14)), stoa::error);
    EXPECT_NO_THROW(db().execute(""));
}

TEST_P(broken_statements, null_in_a_field_that_is_not_optional_is_a_mapping_error) {
    db().create<stoa::schema<thing>>();
    db().insert(thing{1, "secret", {}});
    const stoa::error failure = refused<stoa::mapping_error>([&] { db().find<narrow_thing>(1); });
    EXPECT_EQ(failure.code(), errc::mapping_mismatch);
    EXPECT_TRUE(says(failure, "size"));
    EXPECT_FALSE(says(failure, "secret"));
    db().insert(thing{2, "b", 7});
    EXPECT_EQ(db().find<narrow_thing>(2)->size, 7); // the same statement works for another row
}

TEST_P(broken_statements, a_row_that_cannot_be_read_ends_neither_query_nor_transaction_for_others) {
    db().create<stoa::schema<thing>>();
    db().insert(thing{1, "a", 1});
    db().insert(thing{2, "b", {}});
    db().transaction([&] {
        EXPECT_THROW(db().all(from<narrow_thing>().order_by(col<&narrow_thing::id>)), stoa::mapping_error);
        EXPECT_EQ(db().all(from<narrow_thing>().where(col<&narrow_thing::id> == 1)).size(), 1U);
        EXPECT_THROW(
            {
                for (const narrow_thing& each : db().stream(from<narrow_thing>().order_by(col<&narrow_thing::id>)))
                    EXPECT_EQ(each.id, 1);
            },
            stoa::mapping_error);
        db().erase<thing>(2);
    });
    EXPECT_EQ(db().all(from<narrow_thing>()).size(), 1U);
}

STOA_TEST_ON_EVERY_DATABASE(broken_statements);

} // namespace broken
