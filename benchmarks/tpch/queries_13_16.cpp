// SPDX-License-Identifier: BSL-1.0

#include "queries.hpp"
#include "terms.hpp"

#include <optional>

namespace tpch {

using namespace std::chrono_literals;

struct customer_orders {
    std::int64_t c_custkey;
    std::int64_t c_count;
};

answer q13(stoa::database& db) {
    const auto c_orders =
        subquery<"c_orders">(from<customer>()
                                 .left_join<orders>(c_custkey == o_custkey && !o_comment.like("%special%requests%"))
                                 .group_by(c_custkey)
                                 .select_as<customer_orders>(c_custkey, count(o_orderkey)));
    const auto number = c_orders[col<&customer_orders::c_count>];
    return ask(
        db, from(c_orders).group_by(number).order_by(desc(stoa::count()), desc(number)).select(number, stoa::count()));
}

answer q14(stoa::database& db) {
    const auto of_promotion = case_when(p_type.like("PROMO%"), discounted_price).otherwise(0);
    return ask(db, from<lineitem>()
                       .join<part>(l_partkey == p_partkey)
                       .where(within(l_shipdate, 1995y / 9 / 1, months(1)))
                       .select(100 * sum(of_promotion) / sum(discounted_price)));
}

struct revenue {
    std::int64_t supplier_no;
    std::optional<stoa::decimal<18, 4>> total_revenue;
};

answer q15(stoa::database& db) {
    const auto revenues = cte<"revenue">(from<lineitem>()
                                             .where(within(l_shipdate, 1996y / 1 / 1, months(3)))
                                             .group_by(l_suppkey)
                                             .select_as<revenue>(l_suppkey, sum(discounted_price)));
    const auto total = revenues[col<&revenue::total_revenue>];
    return ask(db, from<supplier>()
                       .join(revenues, s_suppkey == revenues[col<&revenue::supplier_no>])
                       .where(total == scalar(from(revenues).select(max(total))))
                       .order_by(s_suppkey)
                       .select(s_suppkey, s_name, s_address, s_phone, total));
}

answer q16(stoa::database& db) {
    const auto complained_about = from<supplier>().where(s_comment.like("%Customer%Complaints%")).select(s_suppkey);
    const auto suppliers = count_distinct(ps_suppkey);
    return ask(db, from<partsupp>()
                       .join<part>()
                       .where(p_brand != "Brand#45" && !p_type.like("MEDIUM POLISHED%"))
                       .where(p_size.in({49, 14, 23, 45, 19, 3, 36, 9}) && ps_suppkey.not_in(complained_about))
                       .group_by(p_brand, p_type, p_size)
                       .order_by(desc(suppliers), p_brand, p_type, p_size)
                       .select(p_brand, p_type, p_size, suppliers));
}

} // namespace tpch
