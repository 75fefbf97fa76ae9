// SPDX-License-Identifier: BSL-1.0
// Text is kept byte for byte, found again, and ordered by its bytes.

#include "cells.hpp"
#include "naughty_strings.hpp"

namespace text_values {

struct text : stoa_test::databases {};

constexpr auto column = cells::value<std::string>;

TEST_P(text, naughty_strings_are_kept_found_again_and_ordered_bytewise) {
    std::vector<std::string> values = naughty::strings();
    std::sort(values.begin(), values.end());
    ASSERT_EQ(std::adjacent_find(values.begin(), values.end()), values.end());
    ASSERT_GE(values.size(), 100U);
    cells::expect_ordered_type(db(), values);
}

// Patterns may take the noncharacters U+FFFE and U+FFFF for the replacement character U+FFFD.
TEST_P(text, a_naughty_string_escaped_as_a_pattern_matches_itself_alone) {
    std::vector<std::string> values = naughty::strings();
    EXPECT_EQ(std::erase_if(values, [](const std::string& v) { return v == "\xEF\xBF\xBE" || v == "\xEF\xBF\xBF"; }),
              2U);
    cells::fill(db(), values);
    for (const std::string& each : values) {
        const auto equal = [&](const std::string& v) { return v == each; };
        const auto starting = [&](const std::string& v) { return v.starts_with(each); };
        EXPECT_EQ(cells::rows_where<std::string>(db(), column.like(stoa::escape_like(each))),
                  cells::rows_with(values, equal))
            << each;
        EXPECT_EQ(cells::rows_where<std::string>(db(), column.like(stoa::escape_like(each) + "%")),
                  cells::rows_with(values, starting))
            << each;
    }
}

TEST_P(text, an_underscore_in_a_pattern_is_one_character_of_any_length_in_bytes) {
    const std::vector<std::string> values = naughty::strings();
    cells::fill(db(), values);
    const auto characters = [](const std::string& v) {
        return std::count_if(v.begin(), v.end(),
                             [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    };
    EXPECT_EQ(cells::rows_where<std::string>(db(), column.like("_")),
              cells::rows_with(values, [&](const std::string& v) { return characters(v) == 1; }));
    EXPECT_EQ(cells::rows_where<std::string>(db(), column.like("%__")),
              cells::rows_with(values, [&](const std::string& v) { return characters(v) >= 2; }));
}

TEST_P(text, as_a_key_a_naughty_string_finds_its_row) {
    struct entry {
        std::string id;
        int n;
    };
    db().create<stoa::schema<entry>>();
    std::vector<entry> entries;
    for (const std::string& each : naughty::strings()) entries.push_back({each, static_cast<int>(entries.size())});
    EXPECT_EQ(db().insert_many(entries), static_cast<std::int64_t>(entries.size()));
    for (const entry& each : entries) {
        const std::optional<entry> found = db().find<entry>(each.id);
        ASSERT_TRUE(found) << each.id;
        EXPECT_EQ(found->n, each.n);
        EXPECT_TRUE(db().erase<entry>(each.id));
        EXPECT_FALSE(db().find<entry>(each.id)) << each.id;
    }
}

TEST_P(text, of_one_mebibyte_is_kept_found_again_and_ordered) {
    std::string plain(1U << 20U, 'a');
    std::string last_differs = plain;
    last_differs.back() = 'b';
    std::string wide;
    while (wide.size() < 1U << 20U) wide += "\xF0\x9F\x98\x80'\\\n";
    cells::expect_ordered_type<std::string>(db(), {"", plain, last_differs, wide});
}

TEST_P(text, that_is_empty_is_not_null) {
    cells::expect_nullable_ordered<std::string>(db(), "", " ");
}

TEST_P(text, is_compared_with_text_of_every_spelling_in_cpp) {
    cells::fill<std::string>(db(), {"a", "b", "\xC3\xA9"});
    const std::string_view view = "b";
    const char* const pointer = "\xC3\xA9";
    EXPECT_EQ(cells::rows_where<std::string>(db(), column == "a"), (cells::ids{1}));
    EXPECT_EQ(cells::rows_where<std::string>(db(), column == view), (cells::ids{2}));
    EXPECT_EQ(cells::rows_where<std::string>(db(), column == pointer), (cells::ids{3}));
    EXPECT_EQ(cells::rows_where<std::string>(db(), column.in({"a", "c"})), (cells::ids{1}));
    EXPECT_EQ(cells::rows_where<std::string>(db(), column.in(std::vector<std::string_view>{view, "a"})),
              (cells::ids{1, 2}));
}

STOA_TEST_ON_EVERY_DATABASE(text);

} // namespace text_values
