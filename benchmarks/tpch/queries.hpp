// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_TPCH_QUERIES_HPP
#define STOA_BENCHMARKS_TPCH_QUERIES_HPP

// The 22 queries of TPC-H (specification, 2.4), each with the parameters that its answers are validated with.

#include "answer.hpp"

#include <array>

namespace tpch {

answer q01(stoa::database& db); ///< pricing summary report
answer q02(stoa::database& db); ///< minimum cost supplier
answer q03(stoa::database& db); ///< shipping priority
answer q04(stoa::database& db); ///< order priority checking
answer q05(stoa::database& db); ///< local supplier volume
answer q06(stoa::database& db); ///< forecasting revenue change
answer q07(stoa::database& db); ///< volume shipping
answer q08(stoa::database& db); ///< national market share
answer q09(stoa::database& db); ///< product type profit measure
answer q10(stoa::database& db); ///< returned item reporting
answer q11(stoa::database& db); ///< important stock identification
answer q12(stoa::database& db); ///< shipping modes and order priority
answer q13(stoa::database& db); ///< customer distribution
answer q14(stoa::database& db); ///< promotion effect
answer q15(stoa::database& db); ///< top supplier
answer q16(stoa::database& db); ///< parts/supplier relationship
answer q17(stoa::database& db); ///< small-quantity-order revenue
answer q18(stoa::database& db); ///< large volume customer
answer q19(stoa::database& db); ///< discounted revenue
answer q20(stoa::database& db); ///< potential part promotion
answer q21(stoa::database& db); ///< suppliers who kept orders waiting
answer q22(stoa::database& db); ///< global sales opportunity

inline constexpr std::array<answer (*)(stoa::database&), 22> queries{
    q01, q02, q03, q04, q05, q06, q07, q08, q09, q10, q11, q12, q13, q14, q15, q16, q17, q18, q19, q20, q21, q22};

} // namespace tpch

#endif
