// SPDX-License-Identifier: BSL-1.0
// Queries over pages of queries, and over what ignores the case of letters.

#include "entries.hpp"

#include "databases.hpp"

#include <string>
#include <vector>

namespace entries {

using stoa::count, stoa::desc, stoa::from, stoa::sum;

struct numbered {
    std::int64_t id;
    std::optional<std::int32_t> rank;
};

struct limited_queries : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<tables>();
        for (unsigned n = 1; n != 8; ++n)
            db().insert(entry{n,
                              guid_number(n),
                              n % 2 == 0 ? "ANN" : "ann",
                              "e",
                              static_cast<std::int32_t>(n),
                              level::low,
                              {},
                              {},
                              {},
                              {},
                              0});
    }

    /// The number of rows of a query, and the sum of their numbers.
    template <class Query>
    std::tuple<std::int64_t, std::optional<std::int64_t>> summary(const Query& query) {
        const auto all = stoa::subquery<"page">(query.template select_as<numbered>(id, rank));
        return db().one(from(all).select(count(), sum(all[col<&numbered::rank>])));
    }
};

TEST_P(limited_queries, are_counted_as_they_are_limited) {
    const auto sorted = from<entry>().order_by(id);
    EXPECT_EQ(summary(sorted.limit(3)), std::tuple(3, 6));
    EXPECT_EQ(summary(sorted.limit(3).offset(2)), std::tuple(3, 12));
    EXPECT_EQ(summary(sorted.offset(5)), std::tuple(2, 13));
    EXPECT_EQ(summary(from<entry>().order_by(desc(id)).limit(0)), std::tuple(0, std::nullopt));
    EXPECT_EQ(summary(sorted.limit(100).offset(100)), std::tuple(0, std::nullopt));
    EXPECT_EQ(summary(sorted.after(4).limit(2)), std::tuple(2, 11));
}

TEST_P(limited_queries, choose_the_rows_that_are_changed) {
    constexpr auto other = stoa::alias<entry, "other">;
    const auto last = from(other).order_by(desc(other[id])).limit(2).select(other[id]);
    EXPECT_EQ(db().execute(stoa::delete_from<entry>().where(id.in(last))), 2);
    EXPECT_EQ(db().all(stoa::update<entry>().set(rank = 0).where(id.in(last)).returning(id)).size(), 2U);
    EXPECT_EQ(db().all(from<entry>().where(rank == 0).order_by(id).select(id)), (std::vector<std::int64_t>{4, 5}));
}

TEST_P(limited_queries, of_records_compare_their_columns_in_one_way) {
    const auto all = stoa::subquery<"all">(from<entry>());
    EXPECT_EQ(db().one(from(all).where(all[exact] == "E").select(count())), 0);
    EXPECT_EQ(db().one(from(all).where(all[name] == "aNN").select(count())), 7);
    EXPECT_EQ(db().one(from(all).where(all[name].in({"aNN", "bob"})).select(count())), 7);
    EXPECT_EQ(db().one(from(all).where(row(all[name], all[id]).in({std::tuple("aNN", 1)})).select(count())), 1);
    EXPECT_EQ(db().one(from(all).where(all[name].in(from<entry>().where(id == 1).select(name))).select(count())), 7);
    EXPECT_EQ(db().one(from(all).where(all[name].between("ANN", "ann")).select(count())), 7);
    EXPECT_EQ(db().all(from(all).order_by(all[name], all[id]).limit(3).select(all[id])),
              (std::vector<std::int64_t>{1, 2, 3}));
    const auto once = stoa::cte<"once">(from<entry>().distinct());
    EXPECT_EQ(db().all(from(once).order_by(desc(once[name]), once[id]).limit(3).select(once[id])),
              (std::vector<std::int64_t>{1, 2, 3}));
    EXPECT_EQ(db().one(from(once).join<entry>(once[name] == name && once[id] == id + 1).select(count())), 6);
}

STOA_TEST_ON_EVERY_DATABASE(limited_queries);

} // namespace entries
