// SPDX-License-Identifier: BSL-1.0
// What a driver is told of a statement beside its text.

#include "bookshop.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace {

using namespace bookshop;
using stoa::count, stoa::from, stoa::type_def, stoa::type_kind;
using stoa::detail::parameter_types, stoa::detail::result_columns;

constexpr type_def list_of(type_kind kind) {
    return {.kind = kind, .list = true};
}

TEST(statement, parameters_have_the_type_of_the_value_given) {
    constexpr auto query =
        from<book>()
            .where(col<&book::pages> > std::int16_t{1} && col<&book::kind> == format::ebook)
            .where(col<&book::price> < 5 && col<&book::weight> >= 1.5f && col<&book::sold_out> == true)
            .limit(1);
    static_assert(parameter_types<std::remove_const_t<decltype(query)>> ==
                  std::array{type_def{type_kind::int16}, type_def{type_kind::text}, type_def{type_kind::decimal, 18, 2},
                             type_def{type_kind::float32}, type_def{type_kind::boolean}, type_def{type_kind::int64}});
}

TEST(statement, a_list_is_one_parameter_of_the_columns_type) {
    const auto query = from<book>().where(col<&book::year>.in({1, 2}) && col<&book::id>.in({stoa::guid{}}));
    static_assert(parameter_types<std::remove_const_t<decltype(query)>> ==
                  std::array{list_of(type_kind::int16), list_of(type_kind::guid)});
    (void)query;
}

TEST(statement, parameters_count_through_select_join_where_and_having) {
    constexpr auto query = from<book>()
                               .join<author>(col<&author::name> == "a" && col<&author::id> == col<&book::author_id>)
                               .having(count() > 3)
                               .where(col<&book::pages> == 2)
                               .select(col<&book::weight> + 0.5);
    static_assert(parameter_types<std::remove_const_t<decltype(query)>> ==
                  std::array{type_def{type_kind::float64}, type_def{type_kind::text}, type_def{type_kind::int32},
                             type_def{type_kind::int32}});
    // Values are handed out in the order of the numbers in the text.
    std::string seen;
    auto visit = [&](const auto& value) {
        using type = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<type, double>)
            seen += "double ";
        else if constexpr (std::is_same_v<type, stoa::static_string>)
            seen += value.text;
        else if constexpr (std::is_same_v<type, int>)
            seen += " " + std::to_string(value);
    };
    query.parameters(visit);
    EXPECT_EQ(seen, "double a 2 3");
}

TEST(statement, results_know_their_type_their_name_and_whether_they_can_be_null) {
    constexpr auto query = from<book>().select(col<&book::title>, col<&book::year>, count(), sum(col<&book::price>),
                                               avg(col<&book::pages>), sum(col<&book::pages>), max(col<&book::year>),
                                               col<&book::pages> + 1, col<&book::year> == 5);
    constexpr const auto& columns = result_columns<std::remove_const_t<decltype(query)>>;
    static_assert(columns.size() == 9);
    static_assert(columns[0].name == "title" && columns[0].type == type_def{type_kind::text} && !columns[0].nullable);
    static_assert(columns[1].name == "year" && columns[1].type == type_def{type_kind::int16} && columns[1].nullable);
    static_assert(columns[2].name.empty() && columns[2].type == type_def{type_kind::int64} && !columns[2].nullable);
    static_assert(columns[3].type == type_def{type_kind::decimal, 18, 2} && columns[3].nullable);
    static_assert(columns[4].type == type_def{type_kind::float64} && columns[4].nullable);
    static_assert(columns[5].type == type_def{type_kind::int64} && columns[5].nullable);
    static_assert(columns[6].type == type_def{type_kind::int16} && columns[6].nullable);
    static_assert(columns[7].type == type_def{type_kind::int64} && !columns[7].nullable);
    static_assert(columns[8].type == type_def{type_kind::boolean} && columns[8].nullable);
}

TEST(statement, an_insert_returns_what_the_database_made) {
    using insert = stoa::insert_record<customer, stoa::identity_value::generated>;
    static_assert(result_columns<insert>.size() == 1 && result_columns<insert>[0].name == "id");
    static_assert(parameter_types<insert> == std::array{type_def{type_kind::text}, type_def{type_kind::text}});
    using given = stoa::insert_record<customer, stoa::identity_value::given>;
    static_assert(result_columns<given>.empty());
    static_assert(parameter_types<given>[0] == type_def{type_kind::int64});
}

TEST(statement, knows_the_table_it_writes_or_reads_first) {
    const auto target = [](const auto& statement) {
        using type = std::remove_cvref_t<decltype(statement)>;
        return stoa::detail::statement_constant<type, stoa::dialect::sqlite>.target;
    };
    EXPECT_EQ(target(from<book>().join<author>().select(col<&author::name>)), &stoa::table_of<book>());
    EXPECT_EQ(target(stoa::update<copy>().set(col<& copy::shelf> = "a")), &stoa::table_of<copy>());
    EXPECT_EQ(target(stoa::delete_from<author>()), &stoa::table_of<author>());
    EXPECT_EQ(target(stoa::find_record<keyword>{}), &stoa::table_of<keyword>());
}

TEST(statement, a_row_is_what_was_selected) {
    struct line {
        std::string title;
        std::optional<std::int16_t> year;
    };
    static_assert(std::is_same_v<stoa::row_t<decltype(from<book>())>, book>);
    static_assert(std::is_same_v<stoa::row_t<decltype(from<book>().join<author>())>, std::tuple<book, author>>);
    static_assert(std::is_same_v<stoa::row_t<decltype(from<book>().select(col<&book::kind>))>, format>);
    static_assert(std::is_same_v<stoa::row_t<decltype(from<book>().select(col<&book::year>, count()))>,
                                 std::tuple<std::optional<std::int16_t>, std::int64_t>>);
    static_assert(
        std::is_same_v<stoa::row_t<decltype(from<book>().select_as<line>(col<&book::title>, col<&book::year>))>, line>);
}

TEST(statement, limit_and_offset_count_rows) {
    for (const auto& wrong : {+[] { (void)from<book>().limit(-1); }, +[] { (void)from<book>().offset(-1); }}) {
        try {
            wrong();
            ADD_FAILURE() << "a negative number of rows was accepted";
        } catch (const stoa::mapping_error& error) {
            EXPECT_EQ(error.code(), stoa::errc::out_of_range);
        }
    }
}

} // namespace
