// SPDX-License-Identifier: BSL-1.0
// Partitions of a definition as plain values, and what the tools and the report say of them.

#include "stoa/schema/partition.hpp"

#include "stoa/ddl/report.hpp"
#include "stoa/dialect/all.hpp"
#include "stoa/schema/schema.hpp"
#include "stoa/tool/markdown.hpp"
#include "stoa/tool/schema_json.hpp"
#include "stoa/types/builtin.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>

namespace diary {

using stoa::col;

struct entry {
    std::int16_t day;
    std::string text;
};

struct mood {
    std::string name;
    double strength;
};

struct word {
    std::int64_t id;
    std::int64_t count;
};

struct named_word {
    std::int64_t id;
};

} // namespace diary

template <>
inline constexpr auto stoa::table<diary::entry> = stoa::define<diary::entry>("entries",
                                                                             partition_by_range(col<&diary::entry::day>)
                                                                                 .partition("early", minvalue, 10)
                                                                                 .partition("middle", 10, 20)
                                                                                 .partition("late", 20, maxvalue),
                                                                             check(col<&diary::entry::text> != ""));

template <>
inline constexpr auto stoa::table<diary::mood> = stoa::define<diary::mood>(
    "moods", partition_by_list(col<&diary::mood::name>).partition("good", "glad", "hap|py").default_partition("bad"));

template <>
inline constexpr auto stoa::table<diary::word> =
    stoa::define<diary::word>("words", primary_key(col<&diary::word::id>, col<&diary::word::count>),
                              partition_by_hash(col<&diary::word::id>, col<&diary::word::count>).partitions(11));

template <>
inline constexpr auto stoa::table<diary::named_word> =
    stoa::define<diary::named_word>("names", partition_by_hash(col<&diary::named_word::id>).partitions("a", "b"));

namespace {

using namespace diary;
using stoa::table_of, stoa::partition_strategy;
using testing::HasSubstr;
namespace ast = stoa::ast;

TEST(partitions, of_a_range_have_two_ends_of_the_columns_type) {
    constexpr const auto& given = table_of<entry>().partitioning;
    static_assert(given.strategy == partition_strategy::range && given.partitions.size() == 3);
    static_assert(given.columns.size() == 1 && given.columns[0] == 0);
    const ast::view middle = given.partitions[1].bounds;
    EXPECT_EQ(given.partitions[1].name, "middle");
    ASSERT_EQ(middle.size(), 3U);
    EXPECT_EQ(middle[0].kind, ast::op::list);
    EXPECT_EQ(middle[1].integer, 10);
    EXPECT_EQ(middle[1].type, stoa::type_of<std::int16_t>);
    EXPECT_EQ(middle[2].integer, 20);
    EXPECT_EQ(given.partitions[0].bounds[1].kind, ast::op::none);
    EXPECT_EQ(given.partitions[2].bounds[2].kind, ast::op::none);
    EXPECT_EQ(table_of<entry>().checks[0].predicate[0].kind, ast::op::not_equal); // whose nodes come behind
}

TEST(partitions, of_a_list_have_values_and_a_default_has_none) {
    constexpr const auto& given = table_of<mood>().partitioning;
    EXPECT_EQ(given.strategy, partition_strategy::list);
    ASSERT_EQ(given.partitions.size(), 2U);
    EXPECT_EQ(given.partitions[0].bounds[2].text, "hap|py");
    EXPECT_EQ(given.partitions[1].name, "bad");
    EXPECT_TRUE(given.partitions[1].bounds.empty());
}

TEST(partitions, of_a_hash_are_numbered) {
    constexpr const auto& given = table_of<word>().partitioning;
    EXPECT_EQ(given.strategy, partition_strategy::hash);
    ASSERT_EQ(given.partitions.size(), 11U);
    EXPECT_EQ(given.columns.size(), 2U);
    EXPECT_EQ(given.partitions[0].name, "words_0");
    EXPECT_EQ(given.partitions[10].name, "words_10");
    EXPECT_EQ(given.partitions[10].bounds[1].integer, 11);
    EXPECT_EQ(given.partitions[10].bounds[2].integer, 10);
    EXPECT_EQ(table_of<named_word>().partitioning.partitions[1].name, "b");
}

TEST(partitions, refuse_rows_only_where_none_fits) {
    static_assert(stoa::refuses_rows(table_of<entry>().partitioning));
    static_assert(!stoa::refuses_rows(table_of<mood>().partitioning));
    static_assert(!stoa::refuses_rows(table_of<word>().partitioning));
    static_assert(stoa::partition_check_name(table_of<entry>()) == "ck_entries_day_partition");
    EXPECT_EQ(stoa::constraint_columns(table_of<entry>(), "ck_entries_day_partition").size(), 1U);
}

TEST(partitions, are_reported_where_there_are_none) {
    using tables = stoa::schema<entry, mood>;
    static_assert(stoa::ddl_report<tables, stoa::dialect::postgres>.empty());
    constexpr const auto& notes = stoa::ddl_report<tables, stoa::dialect::sqlite>;
    static_assert(notes.size() == 2);
    static_assert(notes[0] == stoa::ddl_note{"entries", "", "partitions left out, a check refuses rows that fit none",
                                             "tables have no partitions"});
    static_assert(notes[1] == stoa::ddl_note{"moods", "", "partitions left out", "tables have no partitions"});
}

TEST(partitions, are_in_the_json_document) {
    const std::string text = stoa::tool::schema_json(stoa::tool::tables_of<stoa::schema<entry, mood, word>>());
    EXPECT_THAT(text, HasSubstr(R"("partitioning": {"strategy": "range", "columns": ["day"]})"));
    EXPECT_THAT(text, HasSubstr(R"({"name": "early", "bounds": {"op": "list", "operands": [{"op": "none"}, )"
                                R"({"literal": 10, "type": "int16"}]}})"));
    EXPECT_THAT(text, HasSubstr(R"({"name": "bad"})"));
    EXPECT_THAT(text, HasSubstr(R"({"name": "words_1", "bounds": {"op": "list", "operands": [{"literal": 11, )"));
}

TEST(partitions, are_in_the_dictionary) {
    const std::string text = stoa::tool::markdown(stoa::tool::tables_of<stoa::schema<entry, mood, word>>());
    EXPECT_THAT(text, HasSubstr("\nPartitioned by range of `day`.\n\n| partition | rows |\n|---|---|\n"
                                "| `early` | below 10 |\n| `middle` | from 10 to below 20 |\n| `late` | from 20 |\n"));
    EXPECT_THAT(text, HasSubstr("Partitioned by list of `name`."));
    EXPECT_THAT(text, HasSubstr("| `good` | 'glad', 'hap\\|py' |\n| `bad` | all other rows |\n"));
    EXPECT_THAT(text, HasSubstr("Partitioned by hash of `id`, `count`."));
    EXPECT_THAT(text, HasSubstr("| `words_3` | remainder 3 of 11 |\n"));
}

} // namespace
