// SPDX-License-Identifier: BSL-1.0
// Lateral joins, which a session of this driver's connection has.

#include "stoa/postgres.hpp"

#include "with_server.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace lateral_joins {

using stoa::asc;
using stoa::col;
using stoa::desc;
using stoa::from;

struct shop {
    int id;
    std::string town;
};

struct sale {
    int id;
    int shop_id;
    int amount;
};

struct top {
    int amount;
};

constexpr auto shop_id = col<&shop::id>;
constexpr auto amount = col<&sale::amount>;

constexpr auto best = stoa::subquery<"best">(
    from<sale>().where(col<&sale::shop_id> == shop_id).order_by(desc(amount)).limit(2).select_as<top>(amount));
constexpr auto best_amount = best[col<&top::amount>];

class postgres_lateral_joins : public postgres_driver::with_server {
protected:
    void SetUp() override {
        with_server::SetUp();
        if (IsSkipped()) return;
        session_.emplace(stoa::postgres::connection(server_url()));
        session_->execute("CREATE TEMP TABLE shop (id integer PRIMARY KEY, town text);"
                          "CREATE TEMP TABLE sale (id integer PRIMARY KEY, shop_id integer, amount integer);"
                          "INSERT INTO shop VALUES (1, 'Ulm'), (2, 'Bonn'), (3, 'Rom');"
                          "INSERT INTO sale VALUES (1, 1, 5), (2, 1, 7), (3, 1, 6), (4, 2, 1)");
    }

    std::optional<stoa::session<stoa::postgres::connection>> session_;
};

TEST_F(postgres_lateral_joins, find_rows_for_each_row) {
    const auto query =
        from<shop>().join_lateral(best).order_by(shop_id, desc(best_amount)).select(shop_id, best_amount);
    EXPECT_EQ(session_->all(query), (std::vector<std::tuple<int, int>>{{1, 7}, {1, 6}, {2, 1}}));
    EXPECT_EQ(
        session_->all(
            from<shop>().cross_join_lateral(best).order_by(shop_id, desc(best_amount)).select(shop_id, best_amount)),
        session_->all(query));
}

TEST_F(postgres_lateral_joins, keep_rows_for_which_nothing_is_found) {
    const auto query = from<shop>()
                           .left_join_lateral(best, best_amount > 5)
                           .order_by(shop_id, asc(best_amount))
                           .select(shop_id, best_amount);
    EXPECT_EQ(session_->all(query),
              (std::vector<std::tuple<int, std::optional<int>>>{{1, 6}, {1, 7}, {2, {}}, {3, {}}}));
}

TEST_F(postgres_lateral_joins, see_all_tables_before_them) {
    constexpr auto other = stoa::alias<shop, "other">;
    constexpr auto both =
        stoa::subquery<"both">(from<sale>()
                                   .where(col<&sale::shop_id> == shop_id || col<&sale::shop_id> == other[shop_id])
                                   .select_as<top>(amount));
    const auto query = from<shop>()
                           .join(other, other[shop_id] > shop_id)
                           .join_lateral(both)
                           .where(shop_id == 2)
                           .select(both[col<&top::amount>]);
    EXPECT_EQ(session_->all(query), (std::vector<int>{1}));
}

} // namespace lateral_joins
