// SPDX-License-Identifier: BSL-1.0

#include "queries.hpp"
#include "terms.hpp"

#include <initializer_list>

namespace tpch {

answer q17(stoa::database& db) {
    const auto usual_quantity = from<lineitem>().where(l_partkey == p_partkey).select(avg(l_quantity));
    return ask(db, from<lineitem>()
                       .join<part>(l_partkey == p_partkey)
                       .where(p_brand == "Brand#23" && p_container == "MED BOX")
                       .where(cast<double>(l_quantity) < 0.2 * scalar(usual_quantity))
                       .select(sum(l_extendedprice) / 7.0));
}

answer q18(stoa::database& db) {
    const auto large = from<lineitem>().group_by(l_orderkey).having(sum(l_quantity) > 300).select(l_orderkey);
    return ask(db, from<customer>()
                       .join<orders>()
                       .join<lineitem>()
                       .where(o_orderkey.in(large))
                       .group_by(c_name, c_custkey, o_orderkey, o_orderdate, o_totalprice)
                       .order_by(desc(o_totalprice), o_orderdate)
                       .select(c_name, c_custkey, o_orderkey, o_orderdate, o_totalprice, sum(l_quantity))
                       .limit(100));
}

answer q19(stoa::database& db) {
    const auto kind = [](const char* brand, std::initializer_list<const char*> containers, int quantity, int size) {
        return p_brand == brand && p_container.in(containers) && l_quantity.between(quantity, quantity + 10) &&
               p_size.between(1, size);
    };
    return ask(db, from<lineitem>()
                       .join<part>(p_partkey == l_partkey)
                       .where(l_shipmode.in({"AIR", "AIR REG"}) && l_shipinstruct == "DELIVER IN PERSON")
                       .where(kind("Brand#12", {"SM CASE", "SM BOX", "SM PACK", "SM PKG"}, 1, 5) ||
                              kind("Brand#23", {"MED BAG", "MED BOX", "MED PKG", "MED PACK"}, 10, 10) ||
                              kind("Brand#34", {"LG CASE", "LG BOX", "LG PACK", "LG PKG"}, 20, 15))
                       .select(sum(discounted_price)));
}

} // namespace tpch
