// SPDX-License-Identifier: BSL-1.0

#include "queries.hpp"
#include "terms.hpp"

namespace tpch {

using namespace std::chrono_literals;

answer q01(stoa::database& db) {
    return ask(db, from<lineitem>()
                       .where(l_shipdate <= sys_days(1998y / 12 / 1) - days(90))
                       .group_by(l_returnflag, l_linestatus)
                       .order_by(l_returnflag, l_linestatus)
                       .select(l_returnflag, l_linestatus, sum(l_quantity), sum(l_extendedprice), sum(discounted_price),
                               sum(discounted_price * (1 + l_tax)), avg(l_quantity), avg(l_extendedprice),
                               avg(l_discount), stoa::count()));
}

answer q02(stoa::database& db) {
    const auto cheapest = from<partsupp>()
                              .join<supplier>()
                              .join<nation>()
                              .join<region>()
                              .where(ps_partkey == p_partkey && r_name == "EUROPE")
                              .select(min(ps_supplycost));
    return ask(db, from<part>()
                       .join<partsupp>()
                       .join<supplier>()
                       .join<nation>()
                       .join<region>()
                       .where(p_size == 15 && p_type.like("%BRASS") && r_name == "EUROPE")
                       .where(ps_supplycost == scalar(cheapest))
                       .order_by(desc(s_acctbal), n_name, s_name, p_partkey)
                       .select(s_acctbal, s_name, n_name, p_partkey, p_mfgr, s_address, s_phone, s_comment)
                       .limit(100));
}

answer q03(stoa::database& db) {
    constexpr sys_days day = 1995y / 3 / 15;
    const auto revenue = sum(discounted_price);
    return ask(db, from<customer>()
                       .join<orders>()
                       .join<lineitem>()
                       .where(c_mktsegment == "BUILDING" && o_orderdate < day && l_shipdate > day)
                       .group_by(l_orderkey, o_orderdate, o_shippriority)
                       .order_by(desc(revenue), o_orderdate)
                       .select(l_orderkey, revenue, o_orderdate, o_shippriority)
                       .limit(10));
}

answer q04(stoa::database& db) {
    const auto late = from<lineitem>().where(l_orderkey == o_orderkey && l_commitdate < l_receiptdate);
    return ask(db, from<orders>()
                       .where(within(o_orderdate, 1993y / 7 / 1, months(3)) && exists(late))
                       .group_by(o_orderpriority)
                       .order_by(o_orderpriority)
                       .select(o_orderpriority, stoa::count()));
}

} // namespace tpch
