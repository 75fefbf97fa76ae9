// SPDX-License-Identifier: BSL-1.0
// Errors as values instead of exceptions.

#include "databases.hpp"

#include "stoa/session/attempt.hpp"

#include <stdexcept>

namespace attempts {

struct note {
    std::int64_t id;
    std::string text;
};

struct attempt : stoa_test::databases {};

TEST_P(attempt, a_value_comes_back_as_it_is) {
    db().create<stoa::schema<note>>();
    const stoa::result<note> saved = stoa::attempt([&] { return db().insert(note{0, "first"}); });
    ASSERT_TRUE(saved.has_value());
    EXPECT_EQ(saved->id, 1);
}

TEST_P(attempt, an_error_comes_back_as_a_value_and_can_still_be_thrown) {
    db().create<stoa::schema<note>>();
    db().insert(note{7, "first"});
    const stoa::result<note> again = stoa::attempt([&] { return db().insert(note{7, "second"}); });
    ASSERT_TRUE(again.has_error());
    EXPECT_EQ(again.error().code(), stoa::errc::unique_violation);
    EXPECT_EQ(again.error().constraint().name, "pk_note");
    EXPECT_THROW(again.value(), stoa::constraint_violation);
}

TEST_P(attempt, a_body_without_a_value_gives_success_or_the_error) {
    EXPECT_TRUE(stoa::attempt([&] { db().create<stoa::schema<note>>(); }));
    const stoa::result<void> twice = stoa::attempt([&] { db().create<stoa::schema<note>>(); });
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code(), stoa::errc::duplicate_object);
}

TEST_P(attempt, exceptions_of_the_program_itself_pass) {
    EXPECT_THROW((void)stoa::attempt([]() -> int { throw std::logic_error("mine"); }), std::logic_error);
}

STOA_TEST_ON_EVERY_DATABASE(attempt);

} // namespace attempts
