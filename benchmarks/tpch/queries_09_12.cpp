// SPDX-License-Identifier: BSL-1.0

#include "queries.hpp"
#include "terms.hpp"

namespace tpch {

using namespace std::chrono_literals;

struct profit {
    std::string nation;
    std::int32_t o_year;
    stoa::decimal<18, 4> amount;
};

answer q09(stoa::database& db) {
    const auto profits = subquery<"profit">(from<part>()
                                                .join<lineitem>(p_partkey == l_partkey)
                                                .join<supplier>(s_suppkey == l_suppkey)
                                                .join<partsupp>(ps_suppkey == l_suppkey && ps_partkey == l_partkey)
                                                .join<orders>()
                                                .join<nation>()
                                                .where(p_name.like("%green%"))
                                                .select_as<profit>(n_name, extract<date_part::year>(o_orderdate),
                                                                   discounted_price - ps_supplycost * l_quantity));
    const auto nation = profits[col<&profit::nation>];
    const auto year = profits[col<&profit::o_year>];
    return ask(db, from(profits)
                       .group_by(nation, year)
                       .order_by(nation, desc(year))
                       .select(nation, year, sum(profits[col<&profit::amount>])));
}

answer q10(stoa::database& db) {
    const auto revenue = sum(discounted_price);
    return ask(db, from<customer>()
                       .join<orders>()
                       .join<lineitem>()
                       .join<nation>()
                       .where(within(o_orderdate, 1993y / 10 / 1, months(3)) && l_returnflag == "R")
                       .group_by(c_custkey, c_name, c_acctbal, c_phone, n_name, c_address, c_comment)
                       .order_by(desc(revenue))
                       .select(c_custkey, c_name, revenue, c_acctbal, n_name, c_address, c_phone, c_comment)
                       .limit(20));
}

answer q11(stoa::database& db) {
    // The fraction is 0.0001 divided by the scale factor, which is 1 where answers are validated.
    constexpr stoa::decimal<5, 4> fraction("0.0001");
    const auto german_stock = from<partsupp>().join<supplier>().join<nation>().where(n_name == "GERMANY");
    const auto value = sum(ps_supplycost * ps_availqty);
    const auto least_value = german_stock.select(value * fraction);
    return ask(db, german_stock.group_by(ps_partkey)
                       .having(cast<stoa::decimal<18, 6>>(value) > scalar(least_value))
                       .order_by(desc(value))
                       .select(ps_partkey, value));
}

answer q12(stoa::database& db) {
    const auto is_urgent = o_orderpriority == "1-URGENT" || o_orderpriority == "2-HIGH";
    return ask(db, from<orders>()
                       .join<lineitem>()
                       .where(l_shipmode.in({"MAIL", "SHIP"}) && l_commitdate < l_receiptdate &&
                              l_shipdate < l_commitdate && within(l_receiptdate, 1994y / 1 / 1, years(1)))
                       .group_by(l_shipmode)
                       .order_by(l_shipmode)
                       .select(l_shipmode, sum(case_when(is_urgent, 1).otherwise(0)),
                               sum(case_when(!is_urgent, 1).otherwise(0))));
}

} // namespace tpch
