// SPDX-License-Identifier: BSL-1.0
// SQL written by hand: parts of statements and whole ones, with bound values, read into structs, tuples and values.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace raw {

enum class kind { tool, toy };

struct maker {
    std::int64_t id;
    std::string name;
};

/// Its definition has texts written by hand.
struct label {
    std::int64_t id;
    std::string text;
};

struct ware {
    std::int64_t id;
    std::int64_t maker_id;
    std::string name;
    kind sort;
    std::optional<std::int32_t> weight;
    double rating;
    bool sold;
};

} // namespace raw

template <>
inline constexpr auto stoa::table<raw::ware> =
    stoa::define<raw::ware>("wares", stoa::primary_key(stoa::col<&raw::ware::id>),
                            stoa::foreign_key(stoa::col<&raw::ware::maker_id>).references(stoa::col<&raw::maker::id>));

template <>
inline constexpr auto stoa::table<raw::label> =
    stoa::define<raw::label>("labels", stoa::primary_key(stoa::col<&raw::label::id>),
                             stoa::check(stoa::sql<"length({text}) > {} AND {text} <> 'no; {{}}'", bool>(
                                 2, stoa::arg<"text">(stoa::col<&raw::label::text>))),
                             stoa::index(stoa::sql<"lower({})", std::string>(stoa::col<&raw::label::text>)));

namespace raw {

using stoa::arg, stoa::asc, stoa::col, stoa::desc, stoa::from, stoa::param, stoa::sql, stoa::sql_command,
    stoa::sql_query;
using found = std::vector<std::int64_t>;

struct written_by_hand : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<maker, ware>>();
        db().insert(maker{1, "Ann"});
        db().insert(maker{2, "Bob"});
        for (int i = 0; i != 6; ++i)
            db().insert(ware{i, i % 2 + 1, "Ware " + std::to_string(i), static_cast<kind>(i % 2),
                             i == 3 ? std::nullopt : std::optional(i * 10), i / 2.0, i > 3});
    }
};

constexpr auto ids = from<ware>().order_by(asc(col<&ware::id>)).select(col<&ware::id>);

TEST_P(written_by_hand, a_fragment_is_a_condition) {
    EXPECT_EQ(db().all(ids.where(sql<"length({}) = {} AND {} < {}", bool>(col<&ware::name>, 6, col<&ware::id>, 2))),
              (found{0, 1}));
    EXPECT_EQ(db().all(ids.where(!sql<"{} OR {} = {}", bool>(col<&ware::sold>, col<&ware::sort>, kind::toy))),
              (found{0, 2}));
    EXPECT_EQ(
        db().all(ids.where(sql<"{w} > {n} AND {w} < {n} + 20", bool>(arg<"w">(col<&ware::weight>), arg<"n">(20)))),
        found{});
}

TEST_P(written_by_hand, a_fragment_is_selected_and_sorted_by) {
    const auto query = from<ware>()
                           .where(col<&ware::id> < 3)
                           .order_by(desc(sql<"{} % {}", std::int64_t>(col<&ware::id>, 2)), asc(col<&ware::id>))
                           .select(sql<"lower({}) || {}", std::string>(col<&ware::name>, "!"),
                                   sql<"nullif({}, {})", std::optional<std::int64_t>>(col<&ware::id>, std::int64_t{1}));
    using row = std::tuple<std::string, std::optional<std::int64_t>>;
    EXPECT_EQ(db().all(query), (std::vector<row>{{"ware 1!", std::nullopt}, {"ware 0!", 0}, {"ware 2!", 2}}));
}

TEST_P(written_by_hand, a_fragment_aggregates_and_chooses_groups) {
    const auto query = from<ware>()
                           .join<maker>()
                           .group_by(col<&maker::name>)
                           .having(sql<"max({}) > {}", bool>(col<&ware::id>, 4))
                           .select(col<&maker::name>, sql<"max({})", std::int64_t>(col<&ware::id>));
    using row = std::tuple<std::string, std::int64_t>;
    EXPECT_EQ(db().all(query), (std::vector<row>{{"Bob", 5}}));
}

TEST_P(written_by_hand, a_fragment_is_set_and_returned) {
    const auto change = stoa::update<ware>()
                            .set(col<& ware::name> = sql<"{} || {}", std::string>(col<&ware::name>, "?"))
                            .where(sql<"{} = {}", bool>(col<&ware::id>, 5))
                            .returning(sql<"upper({})", std::string>(col<&ware::name>));
    EXPECT_EQ(db().one(change), "WARE 5?");
}

TEST_P(written_by_hand, a_fragment_is_part_of_a_composed_condition) {
    const std::vector<stoa::condition<ware>> filters{sql<"{} > {}", bool>(col<&ware::id>, 1),
                                                     sql<"{} <> {}", bool>(col<&ware::name>, "Ware 4"),
                                                     col<&ware::id> != 2};
    EXPECT_EQ(db().all(ids.where(all_of(filters))), (found{3, 5}));
    const stoa::sort_keys<ware> orders{{"size", desc(sql<"length({}) * {}", std::int64_t>(col<&ware::name>, 2))},
                                       {"last", desc(sql<"- {}", std::int64_t>(col<&ware::id>))}};
    EXPECT_EQ(db().first(from<ware>().order_by(orders.at("last")))->id, 0);
}

TEST_P(written_by_hand, a_fragment_of_an_outer_join_can_be_null) {
    db().insert(maker{3, "Cid"});
    const auto query = from<maker>()
                           .left_join<ware>()
                           .where(col<&maker::id> == 3)
                           .select(sql<"upper({})", std::optional<std::string>>(col<&ware::name>),
                                   sql<"{}", std::string>(col<&maker::name>));
    using row = std::tuple<std::optional<std::string>, std::string>;
    EXPECT_EQ(db().all(query), (std::vector<row>{{std::nullopt, "Cid"}}));
}

struct number {
    std::int64_t value;
};

TEST_P(written_by_hand, a_source_is_read_from_and_joined) {
    constexpr auto numbers =
        stoa::sql_table<"(SELECT {} AS value UNION ALL SELECT {a} UNION ALL SELECT {a} + 1)", "numbers", number>(
            std::int64_t{1}, arg<"a">(std::int64_t{7}));
    constexpr auto value = numbers[col<&number::value>];
    std::vector<std::int64_t> values;
    for (const number& each : db().all(from(numbers).order_by(desc(value)))) values.push_back(each.value);
    EXPECT_EQ(values, (found{8, 7, 1}));
    EXPECT_EQ(db().all(ids.join(numbers, value == col<&ware::id>)), (found{1}));
    const auto unmatched =
        from<ware>().right_join(numbers, value == col<&ware::id>).order_by(asc(value)).select(col<&ware::id>, value);
    using row = std::tuple<std::optional<std::int64_t>, std::int64_t>;
    EXPECT_EQ(db().all(unmatched), (std::vector<row>{{1, 1}, {std::nullopt, 7}, {std::nullopt, 8}}));
}

struct name_and_maker {
    std::string name;
    std::string maker;
    std::optional<std::int32_t> weight;
};

constexpr auto by_id =
    sql_query<"SELECT w.name, m.name AS maker, w.weight FROM wares w JOIN maker m ON m.id = w.maker_id "
              "WHERE w.id = {id} OR w.id = {id} + 1 ORDER BY w.id",
              name_and_maker>(param<"id", std::int64_t>);

TEST_P(written_by_hand, a_query_is_read_into_a_struct) {
    const std::vector<name_and_maker> rows = db().all(by_id, arg<"id">(2));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "Ware 2");
    EXPECT_EQ(rows[0].maker, "Ann");
    EXPECT_EQ(rows[0].weight, 20);
    EXPECT_EQ(rows[1].weight, std::nullopt);
    EXPECT_EQ(db().one(by_id, arg<"id">(5)).name, "Ware 5");
    EXPECT_FALSE(db().first(by_id, arg<"id">(77)).has_value());
    std::vector<std::string> names;
    for (const name_and_maker& each : db().stream(by_id, arg<"id">(0))) names.push_back(each.name);
    EXPECT_EQ(names, (std::vector<std::string>{"Ware 0", "Ware 1"}));
}

TEST_P(written_by_hand, a_query_is_read_into_records_tuples_and_values) {
    const auto wares = sql_query<"SELECT * FROM wares WHERE sort = {} ORDER BY id DESC", ware>(kind::toy);
    EXPECT_EQ(db().all(wares).at(0).name, "Ware 5");
    const auto pairs = sql_query<"SELECT m.*, count(*) FROM maker m JOIN wares w ON w.maker_id = m.id "
                                 "GROUP BY m.id, m.name ORDER BY m.id",
                                 std::tuple<maker, std::int64_t>>();
    EXPECT_EQ(std::get<0>(db().all(pairs).at(1)).name, "Bob");
    EXPECT_EQ(std::get<1>(db().all(pairs).at(1)), 3);
    EXPECT_EQ(db().one(sql_query<"SELECT count(*) FROM wares WHERE name <> {}", std::int64_t>("Ware 1")), 5);
    EXPECT_EQ((db().all(sql_query<"SELECT sold FROM wares ORDER BY id", bool>())),
              (std::vector<bool>{false, false, false, false, true, true}));
    EXPECT_EQ((db().one(sql_query<"SELECT weight FROM wares WHERE id = {}", std::optional<std::int32_t>>(3))),
              std::nullopt);
}

TEST_P(written_by_hand, a_command_changes_rows) {
    EXPECT_EQ(db().execute(sql_command<"UPDATE wares SET rating = rating + {} WHERE id > {}">(1.5, 3)), 2);
    EXPECT_EQ(db().find<ware>(std::int64_t{4})->rating, 3.5);
    constexpr auto removal =
        sql_command<"DELETE FROM wares WHERE name = {name} OR id = {id}">(param<"name", std::string>, param<"id", int>);
    EXPECT_EQ(db().execute(removal, arg<"id">(1), arg<"name">("Ware 0")), 2);
    EXPECT_EQ(db().execute(removal, arg<"id">(1), arg<"name">("Ware 2")), 1);
    EXPECT_EQ(db().execute(sql_command<"CREATE INDEX by_hand ON wares (name)">()), 0);
}

TEST_P(written_by_hand, a_changing_query_gives_rows) {
    EXPECT_EQ(
        db().all(sql_query<"UPDATE wares SET sold = {} WHERE id < {} RETURNING id", std::int64_t>(true, 2)).size(), 2U);
    EXPECT_EQ(db().all(ids.where(col<&ware::sold>)), (found{0, 1, 4, 5}));
}

TEST_P(written_by_hand, a_fault_of_the_text_is_an_error_of_the_statement) {
    const auto wrong = [&] { db().all(sql_query<"SELECT id FROM nowhere", int>()); };
    EXPECT_EQ(stoa_test::failure_of<stoa::statement_error>(wrong).code(), stoa::errc::undefined_object);
    const auto missing = [&] { db().all(from<ware>().where(sql<"no_column = {}", bool>(1))); };
    EXPECT_EQ(stoa_test::failure_of<stoa::statement_error>(missing).code(), stoa::errc::undefined_object);
    EXPECT_EQ(db().all(ids).size(), 6U);
}

TEST_P(written_by_hand, a_definition_has_checks_and_indexes_written_by_hand) {
    db().create<stoa::schema<label>>();
    db().insert(label{1, "yes"});
    for (const char* text : {"no", "no; {}"})
        EXPECT_EQ(stoa_test::failure_of<stoa::constraint_violation>([&] {
                      db().insert(label{2, text});
                  }).code(),
                  stoa::errc::check_violation);
}

// What a result is read into is compared with it when the statement is prepared, or where a database has types only in
// rows, when the first is read.

TEST_P(written_by_hand, a_result_of_another_number_of_columns_is_refused) {
    struct two {
        std::int64_t id;
        std::string name;
    };
    for (int again = 0; again != 2; ++again) {
        const auto one_column = [&] { db().all(sql_query<"SELECT id FROM wares", two>()); };
        const stoa::error failure = stoa_test::failure_of<stoa::mapping_error>(one_column);
        EXPECT_EQ(failure.code(), stoa::errc::mapping_mismatch);
        EXPECT_TRUE(stoa_test::says(failure, "1 columns")) << failure.what();
    }
    const auto no_column = [&] { db().all(sql_query<"UPDATE wares SET sold = {}", two>(true)); };
    EXPECT_EQ(stoa_test::failure_of<stoa::mapping_error>(no_column).code(), stoa::errc::mapping_mismatch);
    EXPECT_EQ(db().all(ids.where(col<&ware::sold>)).size(), 2U) << "nothing ran";
}

TEST_P(written_by_hand, all_columns_of_other_types_are_listed) {
    struct unlike {
        std::string id;
        std::string name;
        std::int64_t sort;
        std::string rating;
    };
    const auto wrong = [&] { db().all(sql_query<"SELECT id, name, sort, rating FROM wares ORDER BY id", unlike>()); };
    const stoa::error failure = stoa_test::failure_of<stoa::mapping_error>(wrong);
    EXPECT_EQ(failure.code(), stoa::errc::mapping_mismatch);
    for (const char* column : {"\"id\"", "\"sort\"", "\"rating\""})
        EXPECT_TRUE(stoa_test::says(failure, column)) << failure.what();
    EXPECT_FALSE(stoa_test::says(failure, "column \"name\"")) << failure.what();
}

TEST_P(written_by_hand, columns_in_another_order_than_the_fields_are_refused) {
    struct swapped {
        std::string name;
        std::string sort;
    };
    const auto wrong = [&] { db().all(sql_query<"SELECT sort, name FROM wares", swapped>()); };
    const stoa::error failure = stoa_test::failure_of<stoa::mapping_error>(wrong);
    EXPECT_EQ(failure.code(), stoa::errc::mapping_mismatch);
    EXPECT_TRUE(stoa_test::says(failure, "order of the fields")) << failure.what();
    EXPECT_EQ(db().all(sql_query<"SELECT upper(name), sort FROM wares", swapped>()).size(), 6U);
}

TEST_P(written_by_hand, null_needs_an_optional) {
    const auto wrong = [&] { db().all(sql_query<"SELECT weight FROM wares", std::int32_t>()); };
    const stoa::error failure = stoa_test::failure_of<stoa::mapping_error>(wrong);
    EXPECT_EQ(failure.code(), stoa::errc::mapping_mismatch);
    EXPECT_TRUE(stoa_test::says(failure, "NULL")) << failure.what();
}

STOA_TEST_ON_EVERY_DATABASE(written_by_hand);

} // namespace raw
