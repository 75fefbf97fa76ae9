// SPDX-License-Identifier: BSL-1.0
// LIKE: % and _ are the only special characters, upper and lower case differ, and text is matched by characters.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patterns {

struct word {
    std::string text;
    std::optional<std::string> note;
};

} // namespace patterns

template <>
inline constexpr auto stoa::table<patterns::word> =
    stoa::define<patterns::word>("words", stoa::primary_key(stoa::col<&patterns::word::text>));

namespace patterns {

using stoa::col;
using stoa::from;
using words = std::vector<std::string>;

constexpr auto text = col<&word::text>;
constexpr auto note = col<&word::note>;

struct like_patterns : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<word>>();
    }

    /// Stores the words and says which of them match, in the order of their bytes.
    template <class Pattern>
    words matching(const words& stored, const Pattern& pattern) {
        db().execute(stoa::delete_from<word>());
        for (const std::string& each : stored) db().insert(word{each, {}});
        return db().all(from<word>().where(text.like(pattern)).order_by(text).select(text));
    }
};

TEST_P(like_patterns, without_special_characters_are_equality) {
    EXPECT_EQ(matching({"abc", "abcd", "ab", "xabc"}, "abc"), (words{"abc"}));
    EXPECT_EQ(matching({"", "a"}, ""), (words{""}));
}

TEST_P(like_patterns, tell_upper_and_lower_case_apart) {
    EXPECT_EQ(matching({"abc", "Abc", "ABC"}, "A%"), (words{"ABC", "Abc"}));
    EXPECT_EQ(matching({"abc", "Abc", "ABC"}, "abc"), (words{"abc"}));
    EXPECT_EQ(matching({"Ähre", "ähre"}, "ä%"), (words{"ähre"}));
}

TEST_P(like_patterns, take_a_percent_sign_for_any_text) {
    const words all{"", "a", "ab", "b", "ba", "bab"};
    EXPECT_EQ(matching(all, "%"), all);
    EXPECT_EQ(matching(all, "%%"), all);
    EXPECT_EQ(matching(all, "a%"), (words{"a", "ab"}));
    EXPECT_EQ(matching(all, "%a"), (words{"a", "ba"}));
    EXPECT_EQ(matching(all, "%a%"), (words{"a", "ab", "ba", "bab"}));
    EXPECT_EQ(matching(all, "b%b"), (words{"bab"}));
}

TEST_P(like_patterns, take_an_underscore_for_one_character_of_any_length_in_bytes) {
    const words all{"", "a", "aa", "ä", "äa", "€", "😀", "😀a"};
    EXPECT_EQ(matching(all, "_"), (words{"a", "ä", "€", "😀"}));
    EXPECT_EQ(matching(all, "__"), (words{"aa", "äa", "😀a"}));
    EXPECT_EQ(matching(all, "_a"), (words{"aa", "äa", "😀a"}));
    EXPECT_EQ(matching(all, "_%"), (words{"a", "aa", "ä", "äa", "€", "😀", "😀a"}));
    EXPECT_EQ(matching(all, "😀%"), (words{"😀", "😀a"}));
}

TEST_P(like_patterns, take_a_backslash_for_the_character_behind_it) {
    const words all{"%", "_", "\\", "a", "ab", "a%", "a_", "a\\"};
    EXPECT_EQ(matching(all, "\\%"), (words{"%"}));
    EXPECT_EQ(matching(all, "\\_"), (words{"_"}));
    EXPECT_EQ(matching(all, "\\\\"), (words{"\\"}));
    EXPECT_EQ(matching(all, "a\\%"), (words{"a%"}));
    EXPECT_EQ(matching(all, "%\\_"), (words{"_", "a_"}));
    EXPECT_EQ(matching(all, "a\\\\"), (words{"a\\"}));
    EXPECT_EQ(matching(all, "\\a"), (words{"a"}));
}

TEST_P(like_patterns, take_what_is_special_elsewhere_for_itself) {
    const words all{"*", "?", "[", "]", "[a]", "a", "b", "[", "^", "-", "a-c", "[!a]", "[^a]", "a*b", "axb", "a?b"};
    EXPECT_EQ(matching({"*", "a", "ab", ""}, "*"), (words{"*"}));
    EXPECT_EQ(matching({"?", "a", "b"}, "?"), (words{"?"}));
    EXPECT_EQ(matching({"[", "a", "]"}, "["), (words{"["}));
    EXPECT_EQ(matching({"]", "[", "a"}, "]"), (words{"]"}));
    EXPECT_EQ(matching({"[a]", "a", "[b]"}, "[a]"), (words{"[a]"}));
    EXPECT_EQ(matching({"[^a]", "b", "[!a]"}, "[^a]"), (words{"[^a]"}));
    EXPECT_EQ(matching({"a*b", "axb", "a?b"}, "a*b"), (words{"a*b"}));
    EXPECT_EQ(matching({"a*b", "axb", "a?b"}, "a?b"), (words{"a?b"}));
    EXPECT_EQ(matching({"a*b", "axb", "a?b"}, "a_b"), (words{"a*b", "a?b", "axb"}));
    EXPECT_EQ(matching({"[a-c]", "b", "[a-c]x"}, "[a-c]%"), (words{"[a-c]", "[a-c]x"}));
    EXPECT_EQ(matching({".", "a", ".*"}, ".%"), (words{".", ".*"}));
    EXPECT_EQ(matching({"it's", "its"}, "%'%"), (words{"it's"}));
    EXPECT_EQ(matching({"a\nb", "ab"}, "a_b"), (words{"a\nb"}));
}

TEST_P(like_patterns, can_be_made_at_run_time) {
    const std::string given = "50%_[off]*\\";
    EXPECT_EQ(matching({given, given + "!", "50x_[off]*\\", "50%x[off]*\\"}, stoa::escape_like(given)), (words{given}));
    EXPECT_EQ(matching({given, given + "!", "50x_[off]*\\"}, stoa::escape_like(given) + "%"),
              (words{given, given + "!"}));
}

TEST_P(like_patterns, match_nothing_in_null) {
    db().insert(word{"a", std::nullopt});
    db().insert(word{"b", "note"});
    EXPECT_EQ(db().all(from<word>().where(note.like("%")).select(text)), (words{"b"}));
    EXPECT_EQ(db().all(from<word>().where(!note.like("x%")).select(text)), (words{"b"}));
}

TEST_P(like_patterns, combine_with_other_conditions) {
    for (const char* each : {"ab", "ac", "bc"}) db().insert(word{each, {}});
    EXPECT_EQ(db().all(from<word>().where(!text.like("a%")).select(text)), (words{"bc"}));
    EXPECT_EQ(db().all(from<word>().where(text.like("a%") && text.like("%c")).select(text)), (words{"ac"}));
}

TEST_P(like_patterns, that_end_in_a_lone_backslash_are_refused) {
    const auto ask = [this](std::string pattern) { return db().all(from<word>().where(text.like(pattern))); };
    EXPECT_EQ(stoa_test::failure_of<stoa::mapping_error>([&] { ask("a\\"); }).code(), stoa::errc::invalid_value);
    EXPECT_EQ(stoa_test::failure_of<stoa::mapping_error>([&] { ask("\\\\\\"); }).code(), stoa::errc::invalid_value);
    EXPECT_TRUE(ask("\\\\").empty());
    EXPECT_EQ(stoa_test::failure_of<stoa::mapping_error>([&] { ask(std::string("a\0b", 3)); }).code(),
              stoa::errc::invalid_value);
}

STOA_TEST_ON_EVERY_DATABASE(like_patterns);

} // namespace patterns
