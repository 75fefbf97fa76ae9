// SPDX-License-Identifier: BSL-1.0
// Columns the database computes: never sent, always read back.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vocabulary_computed {

struct line {
    std::int64_t id;
    std::string name;
    std::int32_t quantity;
    std::optional<std::int32_t> price;
    std::optional<std::int64_t> total;
    bool large;
};

/// Only its key and a computed column.
struct twice {
    std::int64_t id;
    std::int64_t doubled;
};

} // namespace vocabulary_computed

template <>
inline constexpr auto stoa::table<vocabulary_computed::line> = stoa::define<vocabulary_computed::line>(
    "lines", stoa::primary_key(stoa::col<&vocabulary_computed::line::id>).generated(stoa::identity),
    stoa::column(stoa::col<&vocabulary_computed::line::total>)
        .computed_from(stoa::col<&vocabulary_computed::line::quantity>* stoa::col<&vocabulary_computed::line::price>),
    stoa::column(stoa::col<&vocabulary_computed::line::large>)
        .computed_from(stoa::col<&vocabulary_computed::line::quantity> > 100),
    stoa::unique(stoa::col<&vocabulary_computed::line::name>),
    stoa::check(stoa::col<&vocabulary_computed::line::total> <= 1000).named("affordable"),
    stoa::index(stoa::col<&vocabulary_computed::line::total>).unique());
template <>
inline constexpr auto stoa::table<vocabulary_computed::twice> =
    stoa::define<vocabulary_computed::twice>("twice", stoa::primary_key(stoa::col<&vocabulary_computed::twice::id>),
                                             stoa::column(stoa::col<&vocabulary_computed::twice::doubled>)
                                                 .computed_from(stoa::col<&vocabulary_computed::twice::id> * 2));

namespace vocabulary_computed {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;

struct computed_columns : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<line, twice>>();
    }
};

TEST_P(computed_columns, are_filled_by_an_insert_whatever_the_field_held) {
    line first{0, "nails", 3, 7, 999, true};
    db().insert(first);
    EXPECT_EQ(first.total, 21);
    EXPECT_FALSE(first.large);
    const line second = db().insert(line{0, "screws", 101, std::nullopt, 5, false});
    EXPECT_EQ(second.total, std::nullopt);
    EXPECT_TRUE(second.large);
    EXPECT_EQ(db().find<line>(first.id)->total, 21);
}

TEST_P(computed_columns, are_filled_for_every_record_of_a_range) {
    std::vector<line> lines{{0, "a", 1, 1, {}, {}}, {0, "b", 200, 2, {}, {}}, {0, "c", 3, std::nullopt, {}, {}}};
    EXPECT_EQ(db().insert_many(lines), 3);
    EXPECT_EQ(lines[1].total, 400);
    EXPECT_TRUE(lines[1].large);
    EXPECT_EQ(lines[2].total, std::nullopt);
}

TEST_P(computed_columns, follow_an_update) {
    line row{0, "nails", 3, 7, {}, {}};
    db().insert(row);
    row.price = 10;
    EXPECT_TRUE(db().update(row));
    EXPECT_EQ(db().find<line>(row.id)->total, 30);
    db().execute(stoa::update<line>().set(col<& line::quantity> = 150, col<& line::price> = 2));
    const auto changed = db().one(from<line>());
    EXPECT_EQ(changed.total, 300);
    EXPECT_TRUE(changed.large);
}

TEST_P(computed_columns, are_filled_by_an_upsert_that_inserts_and_by_one_that_updates) {
    line row{5, "nails", 3, 7, {}, {}};
    db().upsert(row);
    EXPECT_EQ(row.total, 21);
    row.quantity = 4;
    db().upsert(row);
    EXPECT_EQ(row.total, 28);
    line other{0, "nails", 120, 1, {}, {}};
    db().upsert(other, stoa::conflict_on(col<&line::name>));
    EXPECT_EQ(other.id, 5);
    EXPECT_EQ(other.total, 120);
    EXPECT_TRUE(other.large);
}

TEST_P(computed_columns, can_be_all_a_row_has_beside_its_key) {
    EXPECT_EQ(db().insert(twice{21, 0}).doubled, 42);
    EXPECT_EQ(db().find<twice>(21)->doubled, 42);
}

TEST_P(computed_columns, stand_in_conditions_and_orders) {
    db().insert(line{0, "a", 5, 10, {}, {}});
    db().insert(line{0, "b", 7, 3, {}, {}});
    db().insert(line{0, "c", 500, 1, {}, {}});
    EXPECT_EQ(
        db().all(from<line>().where(col<&line::total> < 100).order_by(col<&line::total>).select(col<&line::name>)),
        (std::vector<std::string>{"b", "a"}));
    EXPECT_EQ(db().one(from<line>().where(col<&line::large>)).name, "c");
}

TEST_P(computed_columns, are_checked) {
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] {
        db().insert(line{0, "gold", 1001, 1, {}, {}});
    });
    EXPECT_EQ(refusal.code(), stoa::errc::check_violation);
    EXPECT_EQ(refusal.constraint().name, "affordable");
    EXPECT_EQ(refusal.constraint().columns, (std::vector<std::string>{"total"}));
}

TEST_P(computed_columns, are_kept_unique_by_an_index) {
    db().insert(line{0, "a", 5, 10, {}, {}});
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] {
        db().insert(line{0, "b", 10, 5, {}, {}});
    });
    EXPECT_EQ(refusal.code(), stoa::errc::unique_violation);
    EXPECT_EQ(refusal.constraint().name, "ix_lines_total");
    EXPECT_EQ(refusal.constraint().columns, (std::vector<std::string>{"total"}));
}

STOA_TEST_ON_EVERY_DATABASE(computed_columns);

} // namespace vocabulary_computed
