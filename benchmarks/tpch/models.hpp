// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_TPCH_MODELS_HPP
#define STOA_BENCHMARKS_TPCH_MODELS_HPP

// The eight tables of TPC-H (specification, 1.4), with the names it gives them. Their columns are constants as well,
// so that a query reads like the one in the specification. Beside the keys there are the indexes that it allows (1.5):
// over foreign keys and dates.

#include <stoa/stoa.hpp>

#include <cstdint>
#include <string>

namespace tpch {

using stoa::col;

/// What the specification calls a decimal: quantities, percentages and amounts of money.
using money = stoa::decimal<15, 2>;

struct region {
    std::int64_t r_regionkey;
    std::string r_name;
    std::string r_comment;
};

struct nation {
    std::int64_t n_nationkey;
    std::string n_name;
    std::int64_t n_regionkey;
    std::string n_comment;
};

struct part {
    std::int64_t p_partkey;
    std::string p_name;
    std::string p_mfgr;
    std::string p_brand;
    std::string p_type;
    std::int32_t p_size;
    std::string p_container;
    money p_retailprice;
    std::string p_comment;
};

struct supplier {
    std::int64_t s_suppkey;
    std::string s_name;
    std::string s_address;
    std::int64_t s_nationkey;
    std::string s_phone;
    money s_acctbal;
    std::string s_comment;
};

struct partsupp {
    std::int64_t ps_partkey;
    std::int64_t ps_suppkey;
    std::int32_t ps_availqty;
    money ps_supplycost;
    std::string ps_comment;
};

struct customer {
    std::int64_t c_custkey;
    std::string c_name;
    std::string c_address;
    std::int64_t c_nationkey;
    std::string c_phone;
    money c_acctbal;
    std::string c_mktsegment;
    std::string c_comment;
};

struct orders {
    std::int64_t o_orderkey;
    std::int64_t o_custkey;
    std::string o_orderstatus;
    money o_totalprice;
    stoa::date o_orderdate;
    std::string o_orderpriority;
    std::string o_clerk;
    std::int32_t o_shippriority;
    std::string o_comment;
};

struct lineitem {
    std::int64_t l_orderkey;
    std::int64_t l_partkey;
    std::int64_t l_suppkey;
    std::int32_t l_linenumber;
    money l_quantity;
    money l_extendedprice;
    money l_discount;
    money l_tax;
    std::string l_returnflag;
    std::string l_linestatus;
    stoa::date l_shipdate;
    stoa::date l_commitdate;
    stoa::date l_receiptdate;
    std::string l_shipinstruct;
    std::string l_shipmode;
    std::string l_comment;
};

inline constexpr auto r_regionkey = col<&region::r_regionkey>;
inline constexpr auto r_name = col<&region::r_name>;
inline constexpr auto r_comment = col<&region::r_comment>;

inline constexpr auto n_nationkey = col<&nation::n_nationkey>;
inline constexpr auto n_name = col<&nation::n_name>;
inline constexpr auto n_regionkey = col<&nation::n_regionkey>;
inline constexpr auto n_comment = col<&nation::n_comment>;

inline constexpr auto p_partkey = col<&part::p_partkey>;
inline constexpr auto p_name = col<&part::p_name>;
inline constexpr auto p_mfgr = col<&part::p_mfgr>;
inline constexpr auto p_brand = col<&part::p_brand>;
inline constexpr auto p_type = col<&part::p_type>;
inline constexpr auto p_size = col<&part::p_size>;
inline constexpr auto p_container = col<&part::p_container>;
inline constexpr auto p_retailprice = col<&part::p_retailprice>;
inline constexpr auto p_comment = col<&part::p_comment>;

inline constexpr auto s_suppkey = col<&supplier::s_suppkey>;
inline constexpr auto s_name = col<&supplier::s_name>;
inline constexpr auto s_address = col<&supplier::s_address>;
inline constexpr auto s_nationkey = col<&supplier::s_nationkey>;
inline constexpr auto s_phone = col<&supplier::s_phone>;
inline constexpr auto s_acctbal = col<&supplier::s_acctbal>;
inline constexpr auto s_comment = col<&supplier::s_comment>;

inline constexpr auto ps_partkey = col<&partsupp::ps_partkey>;
inline constexpr auto ps_suppkey = col<&partsupp::ps_suppkey>;
inline constexpr auto ps_availqty = col<&partsupp::ps_availqty>;
inline constexpr auto ps_supplycost = col<&partsupp::ps_supplycost>;
inline constexpr auto ps_comment = col<&partsupp::ps_comment>;

inline constexpr auto c_custkey = col<&customer::c_custkey>;
inline constexpr auto c_name = col<&customer::c_name>;
inline constexpr auto c_address = col<&customer::c_address>;
inline constexpr auto c_nationkey = col<&customer::c_nationkey>;
inline constexpr auto c_phone = col<&customer::c_phone>;
inline constexpr auto c_acctbal = col<&customer::c_acctbal>;
inline constexpr auto c_mktsegment = col<&customer::c_mktsegment>;
inline constexpr auto c_comment = col<&customer::c_comment>;

inline constexpr auto o_orderkey = col<&orders::o_orderkey>;
inline constexpr auto o_custkey = col<&orders::o_custkey>;
inline constexpr auto o_orderstatus = col<&orders::o_orderstatus>;
inline constexpr auto o_totalprice = col<&orders::o_totalprice>;
inline constexpr auto o_orderdate = col<&orders::o_orderdate>;
inline constexpr auto o_orderpriority = col<&orders::o_orderpriority>;
inline constexpr auto o_clerk = col<&orders::o_clerk>;
inline constexpr auto o_shippriority = col<&orders::o_shippriority>;
inline constexpr auto o_comment = col<&orders::o_comment>;

inline constexpr auto l_orderkey = col<&lineitem::l_orderkey>;
inline constexpr auto l_partkey = col<&lineitem::l_partkey>;
inline constexpr auto l_suppkey = col<&lineitem::l_suppkey>;
inline constexpr auto l_linenumber = col<&lineitem::l_linenumber>;
inline constexpr auto l_quantity = col<&lineitem::l_quantity>;
inline constexpr auto l_extendedprice = col<&lineitem::l_extendedprice>;
inline constexpr auto l_discount = col<&lineitem::l_discount>;
inline constexpr auto l_tax = col<&lineitem::l_tax>;
inline constexpr auto l_returnflag = col<&lineitem::l_returnflag>;
inline constexpr auto l_linestatus = col<&lineitem::l_linestatus>;
inline constexpr auto l_shipdate = col<&lineitem::l_shipdate>;
inline constexpr auto l_commitdate = col<&lineitem::l_commitdate>;
inline constexpr auto l_receiptdate = col<&lineitem::l_receiptdate>;
inline constexpr auto l_shipinstruct = col<&lineitem::l_shipinstruct>;
inline constexpr auto l_shipmode = col<&lineitem::l_shipmode>;
inline constexpr auto l_comment = col<&lineitem::l_comment>;

} // namespace tpch

// clang-format off
template <>
inline constexpr auto stoa::table<tpch::region> = stoa::define<tpch::region>("region",
    primary_key(tpch::r_regionkey));

template <>
inline constexpr auto stoa::table<tpch::nation> = stoa::define<tpch::nation>("nation",
    primary_key(tpch::n_nationkey),
    foreign_key(tpch::n_regionkey).references(tpch::r_regionkey),
    index(tpch::n_regionkey));

template <>
inline constexpr auto stoa::table<tpch::part> = stoa::define<tpch::part>("part",
    primary_key(tpch::p_partkey));

template <>
inline constexpr auto stoa::table<tpch::supplier> = stoa::define<tpch::supplier>("supplier",
    primary_key(tpch::s_suppkey),
    foreign_key(tpch::s_nationkey).references(tpch::n_nationkey),
    index(tpch::s_nationkey));

template <>
inline constexpr auto stoa::table<tpch::partsupp> = stoa::define<tpch::partsupp>("partsupp",
    primary_key(tpch::ps_partkey, tpch::ps_suppkey),
    foreign_key(tpch::ps_partkey).references(tpch::p_partkey),
    foreign_key(tpch::ps_suppkey).references(tpch::s_suppkey),
    index(tpch::ps_suppkey));

template <>
inline constexpr auto stoa::table<tpch::customer> = stoa::define<tpch::customer>("customer",
    primary_key(tpch::c_custkey),
    foreign_key(tpch::c_nationkey).references(tpch::n_nationkey),
    index(tpch::c_nationkey));

template <>
inline constexpr auto stoa::table<tpch::orders> = stoa::define<tpch::orders>("orders",
    primary_key(tpch::o_orderkey),
    foreign_key(tpch::o_custkey).references(tpch::c_custkey),
    index(tpch::o_custkey),
    index(tpch::o_orderdate));

// Its part and its supplier are those of partsupp.
template <>
inline constexpr auto stoa::table<tpch::lineitem> = stoa::define<tpch::lineitem>("lineitem",
    primary_key(tpch::l_orderkey, tpch::l_linenumber),
    foreign_key(tpch::l_orderkey).references(tpch::o_orderkey),
    foreign_key(tpch::l_partkey, tpch::l_suppkey).references(tpch::ps_partkey, tpch::ps_suppkey),
    index(tpch::l_partkey, tpch::l_suppkey),
    index(tpch::l_suppkey),
    index(tpch::l_shipdate),
    index(tpch::l_receiptdate));
// clang-format on

namespace tpch {

/// The tables in the order in which they are filled.
using tables = stoa::schema<region, nation, part, supplier, partsupp, customer, orders, lineitem>;

} // namespace tpch

#endif
