// SPDX-License-Identifier: BSL-1.0
// Calls that are printed with their values, as in definitions.

#include "stoa/dialect/call_renderer.hpp"

#include "stoa/dialect/all.hpp"
#include "stoa/dialect/expression_renderer.hpp"
#include "stoa/expression/conditional.hpp"
#include "stoa/expression/date_time.hpp"
#include "stoa/expression/division.hpp"
#include "stoa/expression/numeric.hpp"
#include "stoa/expression/string_agg.hpp"
#include "stoa/expression/window.hpp"
#include "stoa/schema/table.hpp"
#include "stoa/tool/spelling.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace market {

using stoa::col;

struct offer {
    std::int64_t id;
    std::int32_t width;
    std::optional<std::int32_t> height;
    double depth;
    std::string owner;
    stoa::decimal<8, 2> rent;
    bool open;
};

} // namespace market

namespace {

using namespace market;

template <class Dialect>
std::string rendered(const auto& expression) {
    stoa::ast::builder nodes;
    expression.emit(nodes, expression);
    return stoa::write_text(
        [&](stoa::text_sink& out) { stoa::expression_renderer<Dialect>(out, nodes.nodes()).whole(0); });
}

std::string sqlite(const auto& expression) {
    return rendered<stoa::dialect::sqlite>(expression);
}

std::string postgres(const auto& expression) {
    return rendered<stoa::dialect::postgres>(expression);
}

TEST(call_renderer, writes_parentheses_around_operations_only_where_something_stands_beside) {
    EXPECT_EQ(sqlite(concat(col<&offer::owner>, "!")), R"("owner" || '!')");
    EXPECT_EQ(sqlite(concat(col<&offer::owner>, "!") == "a!"), R"(("owner" || '!') = 'a!')");
    EXPECT_EQ(sqlite(floor(col<&offer::rent>)), R"("rent" / 100 - ("rent" % 100 < 0))");
    EXPECT_EQ(sqlite(floor(col<&offer::rent>) > 1), R"(("rent" / 100 - ("rent" % 100 < 0)) > 1)");
    EXPECT_EQ(sqlite(lower(col<&offer::owner>)), R"(lower("owner"))");
}

TEST(call_renderer, keeps_two_signs_apart) {
    EXPECT_EQ(sqlite(-stoa::value(-5)), "- -5");
    EXPECT_EQ(sqlite(-(-col<&offer::id>)), R"(- (- "id"))");
    EXPECT_EQ(postgres(-col<&offer::width>), R"(- CAST("width" AS bigint))");
}

TEST(call_renderer, writes_a_choice_with_and_without_otherwise) {
    EXPECT_EQ(sqlite(case_when(col<&offer::open>, 1)), R"(CASE WHEN "open" THEN 1 END)");
    EXPECT_EQ(sqlite(case_when(col<&offer::id> == 1, "a").when(col<&offer::open>, "b").otherwise("c")),
              R"(CASE WHEN "id" = 1 THEN 'a' WHEN "open" THEN 'b' ELSE 'c' END)");
}

TEST(call_renderer, replaces_null_where_it_would_win) {
    EXPECT_EQ(sqlite(greatest(col<&offer::width>, 1)), R"(max("width", 1))");
    EXPECT_EQ(sqlite(least(col<&offer::height>, col<&offer::width>)), R"(min(coalesce("height", "width"), "width"))");
    EXPECT_EQ(postgres(least(col<&offer::height>, col<&offer::width>)), R"(least("height", "width"))");
}

TEST(call_renderer, writes_filter_and_over_behind_the_call) {
    const auto filtered = bool_and(col<&offer::open>).filter(col<&offer::id> > 1);
    EXPECT_EQ(sqlite(filtered), R"(min("open") FILTER (WHERE "id" > 1))");
    EXPECT_EQ(sqlite(filtered.over(stoa::sorted_by(lower(col<&offer::owner>)))),
              R"(min("open") FILTER (WHERE "id" > 1) OVER (ORDER BY lower("owner")))");
    EXPECT_EQ(sqlite(avg_distinct(col<&offer::rent>).filter(col<&offer::open>)),
              R"(CAST(sum(DISTINCT "rent") FILTER (WHERE "open") AS REAL) / )"
              R"(nullif(count(DISTINCT "rent") FILTER (WHERE "open") * 100, 0))");
    EXPECT_EQ(postgres(sum_distinct(abs(col<&offer::width>)).filter(col<&offer::open>)),
              R"(CAST(sum(DISTINCT abs(CAST("width" AS bigint))) FILTER (WHERE "open") AS bigint))");
}

TEST(call_renderer, sorts_joined_texts) {
    const auto joined = string_agg(col<&offer::owner>, "-", desc(col<&offer::height>), col<&offer::id>);
    EXPECT_EQ(sqlite(joined), R"(stoa_string_agg("owner", '-', 'da', "height", "id"))");
    EXPECT_EQ(postgres(joined),
              R"(string_agg("owner" COLLATE "C", '-' ORDER BY "height" DESC, "id", "owner" COLLATE "C"))");
    EXPECT_EQ(sqlite(string_agg_distinct(col<&offer::owner>, "-")), R"(stoa_string_agg("owner", '-', 'u'))");
}

TEST(call_renderer, reads_well_where_no_database_is_meant) {
    stoa::ast::builder nodes;
    const auto expression = length(trim(col<&offer::owner>)) > 2;
    expression.emit(nodes, expression);
    EXPECT_EQ(stoa::tool::expression_text(nodes.nodes()), R"(length(trim("owner")) > 2)");
}

TEST(function_list, has_a_name_for_each) {
    std::set<std::string_view> names;
    for (int n = 0; n <= static_cast<int>(stoa::ast::last_function); ++n)
        names.insert(to_string(static_cast<stoa::ast::function>(n)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(stoa::ast::last_function) + 1);
    EXPECT_FALSE(names.contains(""));
    EXPECT_EQ(to_string(stoa::ast::function::case_), "case");
    EXPECT_EQ(to_string(stoa::ast::function::extract_epoch), "extract_epoch");
    EXPECT_EQ(to_string(stoa::ast::function::microseconds_between), "microseconds_between");
    EXPECT_EQ(to_string(stoa::ast::last_function), "count_distinct_rows");
}

} // namespace
