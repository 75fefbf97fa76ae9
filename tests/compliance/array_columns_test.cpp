// SPDX-License-Identifier: BSL-1.0
// Array columns in a whole table: defaults, checks and indexes over them, every way of writing, and what the live
// database says of them.

#include "databases.hpp"
#include "failure.hpp"
#include "golden_arrays.hpp"

#include "stoa/inspect/verify.hpp"

#include <boost/pfr/ops_fields.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace array_columns {

struct note {
    std::int64_t id;
    std::vector<std::string> tags;
    std::optional<std::vector<stoa::date>> days;
};

} // namespace array_columns

template <>
inline constexpr auto stoa::table<array_columns::note> =
    stoa::define<array_columns::note>("notes", stoa::primary_key(stoa::col<&array_columns::note::id>),
                                      stoa::column(stoa::col<&array_columns::note::tags>).default_(stoa::empty_array),
                                      stoa::column(stoa::col<&array_columns::note::days>).default_(stoa::empty_array));

namespace array_columns {

using golden::arrays::color, golden::arrays::shelf;
using stoa::col, stoa::from;
using stoa_test::failure_of;
using texts = std::vector<std::string>;

struct array_columns : stoa_test::databases {
    void SetUp() override {
        stoa_test::databases::SetUp();
        if (!IsSkipped()) db().create<golden::shelves>();
    }

    std::vector<std::int64_t> rows(const auto& condition) {
        return db().all(from<shelf>().where(condition).order_by(col<&shelf::id>).select(col<&shelf::id>));
    }
};

using ids = std::vector<std::int64_t>;

shelf full(std::int64_t id) {
    return {id,
            {"sql", "c++"},
            {true, false},
            {255, 0},
            {-1},
            {1, 2, 3},
            {INT64_MIN},
            {0.1F},
            {0.1},
            {stoa::make_guid_v4()},
            {stoa::timestamp(std::chrono::microseconds(1))},
            {stoa::date(std::chrono::days(-1))},
            {stoa::decimal<10, 2>("99999999.99")},
            {color::green, color::red},
            {golden::arrays::person_id{7}},
            texts{"a"}};
}

shelf empty(std::int64_t id) {
    shelf row{};
    row.id = id;
    return row;
}

TEST_P(array_columns, are_written_and_read_by_every_verb) {
    const auto equal = [&](const shelf& wanted) {
        const std::optional<shelf> found = db().find<shelf>(wanted.id);
        return found && boost::pfr::eq_fields(*found, wanted);
    };
    db().insert(full(1));
    db().insert(empty(2));
    shelf a = full(1), b = empty(2);
    EXPECT_FALSE(equal(a)); // another guid
    db().update(a);
    EXPECT_TRUE(equal(a) && equal(b));
    std::swap(a.id, b.id);
    db().upsert(a);
    db().upsert(b);
    EXPECT_TRUE(equal(a) && equal(b));
    const std::vector<shelf> more{full(3), empty(4), full(5)};
    EXPECT_EQ(db().insert_many(more), 3);
    for (const shelf& each : more) EXPECT_TRUE(equal(each));
    std::vector<shelf> streamed;
    for (shelf& each : db().stream(from<shelf>().order_by(col<&shelf::id>))) streamed.push_back(std::move(each));
    ASSERT_EQ(streamed.size(), 5U);
    EXPECT_TRUE(boost::pfr::eq_fields(streamed[4], more[2]));
    EXPECT_EQ(db().one(from<shelf>().where(col<&shelf::id> == 5).select(col<&shelf::tags>)), (texts{"sql", "c++"}));
}

TEST_P(array_columns, are_set_compared_and_grouped) {
    db().insert(full(1));
    db().insert(full(2));
    db().insert(empty(3));
    db().execute(stoa::update<shelf>()
                     .set(col<& shelf::tags> = texts{"x"}, col<& shelf::maybe> = std::nullopt)
                     .where(contains(col<&shelf::prices>, stoa::decimal<10, 2>("99999999.99")) &&
                            contains(col<&shelf::octets>, 255) && col<&shelf::id> == 2));
    EXPECT_EQ(rows(col<&shelf::tags> == texts{"x"}), (ids{2}));
    EXPECT_EQ(rows(col<&shelf::maybe> == std::nullopt), (ids{2, 3}));
    EXPECT_EQ(rows(col<&shelf::tags> != col<&shelf::tags>), ids{});
    EXPECT_EQ(rows(!contains(col<&shelf::colors>, color::red)), (ids{3}));
    EXPECT_EQ(rows(contains(col<&shelf::readers>, golden::arrays::person_id{7})), (ids{1, 2}));
    EXPECT_EQ(rows(contains(col<&shelf::real>, 0.1) && contains(col<&shelf::single>, 0.1F)), (ids{1, 2}));
    EXPECT_EQ(rows(cardinality(col<&shelf::medium>) == 3), (ids{1, 2}));
    EXPECT_EQ(db().all(from<shelf>()
                           .group_by(col<&shelf::medium>)
                           .order_by(stoa::count())
                           .select(cardinality(col<&shelf::medium>), stoa::count())),
              (std::vector<std::tuple<std::int32_t, std::int64_t>>{{0, 1}, {3, 2}}));
    EXPECT_EQ(db().one(from<shelf>().select(stoa::count_distinct(col<&shelf::tags>))), 3);
}

TEST_P(array_columns, no_element_is_a_number_out_of_their_range) {
    EXPECT_EQ(failure_of([&] { rows(contains(col<&shelf::octets>, 256)); }).code(), stoa::errc::out_of_range);
    EXPECT_EQ(failure_of([&] { rows(contains(col<&shelf::small>, -40000)); }).code(), stoa::errc::out_of_range);
}

TEST_P(array_columns, have_their_defaults) {
    db().create<stoa::schema<note>>();
    db().execute("INSERT INTO notes (id) VALUES (1)");
    const std::optional<note> row = db().find<note>(1);
    ASSERT_TRUE(row);
    EXPECT_TRUE(row->tags.empty());
    EXPECT_EQ(row->days, std::vector<stoa::date>());
}

TEST_P(array_columns, are_checked) {
    shelf row = full(1);
    row.tags.assign(11, "x");
    const stoa::error failure = failure_of([&] { db().insert(row); });
    EXPECT_EQ(failure.code(), stoa::errc::check_violation);
    EXPECT_EQ(failure.constraint().name, "ck_shelves_tags");
    EXPECT_EQ(failure.constraint().columns, (texts{"tags"}));
}

TEST_P(array_columns, refuse_what_no_database_could_keep) {
    const auto code = [&](auto change) {
        shelf row = full(1);
        change(row);
        return failure_of([&] { db().insert(row); }).code();
    };
    EXPECT_EQ(code([](shelf& row) { row.tags = {"a", "\xff"}; }), stoa::errc::invalid_value);
    EXPECT_EQ(code([](shelf& row) { row.tags = {std::string("a\0", 2)}; }), stoa::errc::invalid_value);
    EXPECT_EQ(code([](shelf& row) {
                  row.real = {1, std::numeric_limits<double>::quiet_NaN()};
              }),
              stoa::errc::invalid_value);
    EXPECT_EQ(code([](shelf& row) { row.days = {stoa::date(std::chrono::days(9'999'999))}; }),
              stoa::errc::out_of_range);
    EXPECT_EQ(code([](shelf& row) { row.colors = {static_cast<color>(9)}; }), stoa::errc::invalid_value);
    EXPECT_EQ(db().one(from<shelf>().select(stoa::count())), 0);
}

TEST_P(array_columns, are_what_verify_expects) {
    EXPECT_TRUE(stoa::verify<golden::shelves>(db()).empty());
}

TEST_P(array_columns, large_ones_are_kept) {
    shelf row = full(1);
    for (std::int64_t i = 0; i != 100'000; ++i) row.large.push_back(i * 7919);
    row.maybe = texts{std::string(1'000'000, 'x'), std::string(1'000'000, '"')};
    db().insert(row);
    EXPECT_TRUE(boost::pfr::eq_fields(*db().find<shelf>(1), row));
    EXPECT_EQ(rows(contains(col<&shelf::large>, 99'999 * 7919)), (ids{1}));
    EXPECT_EQ(rows(contains(col<&shelf::maybe>, row.maybe->at(1))), (ids{1}));
}

STOA_TEST_ON_EVERY_DATABASE(array_columns);

} // namespace array_columns
