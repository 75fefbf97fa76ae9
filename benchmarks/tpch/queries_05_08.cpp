// SPDX-License-Identifier: BSL-1.0

#include "queries.hpp"
#include "terms.hpp"

namespace tpch {

using namespace std::chrono_literals;

answer q05(stoa::database& db) {
    const auto revenue = sum(discounted_price);
    return ask(db, from<customer>()
                       .join<orders>()
                       .join<lineitem>()
                       .join<supplier>(l_suppkey == s_suppkey && c_nationkey == s_nationkey)
                       .join<nation>(s_nationkey == n_nationkey)
                       .join<region>()
                       .where(r_name == "ASIA" && within(o_orderdate, 1994y / 1 / 1, years(1)))
                       .group_by(n_name)
                       .order_by(desc(revenue))
                       .select(n_name, revenue));
}

answer q06(stoa::database& db) {
    return ask(db, from<lineitem>()
                       .where(within(l_shipdate, 1994y / 1 / 1, years(1)))
                       .where(l_discount.between(money("0.05"), money("0.07")) && l_quantity < 24)
                       .select(sum(l_extendedprice * l_discount)));
}

struct shipping {
    std::string supp_nation;
    std::string cust_nation;
    std::int32_t l_year;
    stoa::decimal<18, 4> volume;
};

answer q07(stoa::database& db) {
    constexpr auto n1 = alias<nation, "n1">;
    constexpr auto n2 = alias<nation, "n2">;
    const auto between_nations =
        (n1[n_name] == "FRANCE" && n2[n_name] == "GERMANY") || (n1[n_name] == "GERMANY" && n2[n_name] == "FRANCE");
    const auto volumes = subquery<"shipping">(
        from<supplier>()
            .join<lineitem>(s_suppkey == l_suppkey)
            .join<orders>()
            .join<customer>()
            .join(n1, s_nationkey == n1[n_nationkey])
            .join(n2, c_nationkey == n2[n_nationkey])
            .where(between_nations && l_shipdate.between(1995y / 1 / 1, 1996y / 12 / 31))
            .select_as<shipping>(n1[n_name], n2[n_name], extract<date_part::year>(l_shipdate), discounted_price));
    const auto supp_nation = volumes[col<&shipping::supp_nation>];
    const auto cust_nation = volumes[col<&shipping::cust_nation>];
    const auto year = volumes[col<&shipping::l_year>];
    return ask(db, from(volumes)
                       .group_by(supp_nation, cust_nation, year)
                       .order_by(supp_nation, cust_nation, year)
                       .select(supp_nation, cust_nation, year, sum(volumes[col<&shipping::volume>])));
}

struct national_volume {
    std::int32_t o_year;
    stoa::decimal<18, 4> volume;
    std::string nation;
};

answer q08(stoa::database& db) {
    constexpr auto n1 = alias<nation, "n1">;
    constexpr auto n2 = alias<nation, "n2">;
    const auto all_nations = subquery<"all_nations">(
        from<part>()
            .join<lineitem>(p_partkey == l_partkey)
            .join<supplier>(s_suppkey == l_suppkey)
            .join<orders>()
            .join<customer>()
            .join(n1, c_nationkey == n1[n_nationkey])
            .join<region>()
            .join(n2, s_nationkey == n2[n_nationkey])
            .where(r_name == "AMERICA" && o_orderdate.between(1995y / 1 / 1, 1996y / 12 / 31))
            .where(p_type == "ECONOMY ANODIZED STEEL")
            .select_as<national_volume>(extract<date_part::year>(o_orderdate), discounted_price, n2[n_name]));
    const auto year = all_nations[col<&national_volume::o_year>];
    const auto volume = all_nations[col<&national_volume::volume>];
    const auto of_brazil = case_when(all_nations[col<&national_volume::nation>] == "BRAZIL", volume).otherwise(0);
    return ask(db, from(all_nations).group_by(year).order_by(year).select(year, sum(of_brazil) / sum(volume)));
}

} // namespace tpch
