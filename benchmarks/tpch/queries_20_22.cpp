// SPDX-License-Identifier: BSL-1.0

#include "queries.hpp"
#include "terms.hpp"

namespace tpch {

using namespace std::chrono_literals;

answer q20(stoa::database& db) {
    const auto forest_parts = from<part>().where(p_name.like("forest%")).select(p_partkey);
    const auto half_of_sales = from<lineitem>()
                                   .where(l_partkey == ps_partkey && l_suppkey == ps_suppkey)
                                   .where(within(l_shipdate, 1994y / 1 / 1, years(1)))
                                   .select(sum(l_quantity) * stoa::decimal<2, 1>("0.5"));
    const auto with_surplus = from<partsupp>()
                                  .where(ps_partkey.in(forest_parts))
                                  .where(cast<stoa::decimal<18, 3>>(ps_availqty) > scalar(half_of_sales))
                                  .select(ps_suppkey);
    return ask(db, from<supplier>()
                       .join<nation>()
                       .where(s_suppkey.in(with_surplus) && n_name == "CANADA")
                       .order_by(s_name)
                       .select(s_name, s_address));
}

answer q21(stoa::database& db) {
    constexpr auto l2 = alias<lineitem, "l2">;
    constexpr auto l3 = alias<lineitem, "l3">;
    const auto of_another = from(l2).where(l2[l_orderkey] == l_orderkey && l2[l_suppkey] != l_suppkey);
    const auto of_another_late = from(l3).where(l3[l_orderkey] == l_orderkey && l3[l_suppkey] != l_suppkey &&
                                                l3[l_receiptdate] > l3[l_commitdate]);
    return ask(db, from<supplier>()
                       .join<lineitem>(s_suppkey == l_suppkey)
                       .join<orders>()
                       .join<nation>()
                       .where(o_orderstatus == "F" && l_receiptdate > l_commitdate && n_name == "SAUDI ARABIA")
                       .where(exists(of_another) && !exists(of_another_late))
                       .group_by(s_name)
                       .order_by(desc(stoa::count()), s_name)
                       .select(s_name, stoa::count())
                       .limit(100));
}

struct idle_customer {
    std::string cntrycode;
    money c_acctbal;
};

answer q22(stoa::database& db) {
    const auto code = substr(c_phone, 1, 2);
    const auto is_near = code.in({"13", "31", "23", "29", "30", "18", "17"});
    const auto usual_balance = from<customer>().where(c_acctbal > 0 && is_near).select(avg(c_acctbal));
    const auto idle = subquery<"custsale">(from<customer>()
                                               .where(is_near && cast<double>(c_acctbal) > scalar(usual_balance))
                                               .where(!exists(from<orders>().where(o_custkey == c_custkey)))
                                               .select_as<idle_customer>(code, c_acctbal));
    const auto country = idle[col<&idle_customer::cntrycode>];
    return ask(db, from(idle).group_by(country).order_by(country).select(country, stoa::count(),
                                                                         sum(idle[col<&idle_customer::c_acctbal>])));
}

} // namespace tpch
