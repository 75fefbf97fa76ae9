// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_GOLDEN_VIEWS_HPP
#define STOA_TESTS_SUPPORT_GOLDEN_VIEWS_HPP

// Views with every kind of value in their queries, and a materialized one that reads another view.

#include "golden.hpp"

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace golden::views {

enum class state { open, sent };

struct customer {
    stoa::guid id;
    std::string name;
    bool active;
};

struct order {
    std::int64_t id;
    stoa::guid customer_id;
    state now;
    stoa::decimal<8, 2> price;
    double weight;
    std::optional<std::int32_t> pieces;
    stoa::timestamp placed_at;
};

/// Everything that can stand in a query.
struct large_order {
    std::int64_t id;
    std::string customer;
    stoa::date day;
};

struct daily {
    stoa::date day;
    std::int64_t orders;
    std::optional<std::int64_t> pieces;
    std::optional<double> mean;
};

/// Whole records of a view.
struct day_kept {
    stoa::date day;
    std::int64_t orders;
    std::optional<std::int64_t> pieces;
    std::optional<double> mean;
};

} // namespace golden::views

// clang-format off
template <>
inline constexpr auto stoa::table<golden::views::order> = stoa::define<golden::views::order>("orders",
    primary_key(col<&golden::views::order::id>),
    foreign_key(col<&golden::views::order::customer_id>).references(col<&golden::views::customer::id>));

template <>
inline constexpr auto stoa::table<golden::views::large_order> = stoa::view<golden::views::large_order>("large \"orders\"",
    from<golden::views::order>().join<golden::views::customer>().distinct()
        .where(col<&golden::views::customer::id> != guid() && col<&golden::views::customer::active> == true &&
               col<&golden::views::customer::name>.like("O'%"))
        .where(col<&golden::views::order::now> == golden::views::state::sent && col<&golden::views::order::weight> > 0.5)
        .where(col<&golden::views::order::price>.between(decimal<8, 2>("99.90"), 1000) ||
               col<&golden::views::order::placed_at> < timestamp())
        .order_by(desc(col<&golden::views::customer::name>)).limit(10).offset(2)
        .select(col<&golden::views::order::id>, col<&golden::views::customer::name>,
                cast<stoa::date>(col<&golden::views::order::placed_at>)),
    column(col<&golden::views::large_order::customer>).named("name of the \"customer\"").comment("it's who pays"),
    comment("what is worth a visit"));

template <>
inline constexpr auto stoa::table<golden::views::daily> = stoa::view<golden::views::daily>("days",
    from<golden::views::order>()
        .group_by(cast<stoa::date>(col<&golden::views::order::placed_at>)).having(count() > 1)
        .select(cast<stoa::date>(col<&golden::views::order::placed_at>), count(), sum(col<&golden::views::order::pieces>),
                avg(col<&golden::views::order::price>)));

template <>
inline constexpr auto stoa::table<golden::views::day_kept> = stoa::materialized_view<golden::views::day_kept>("kept_days",
    from<golden::views::daily>(),
    primary_key(col<&golden::views::day_kept::day>),
    index(col<&golden::views::day_kept::orders>, desc(col<&golden::views::day_kept::day>)),
    index(col<&golden::views::day_kept::pieces>).where(col<&golden::views::day_kept::pieces> > 0).named("ix_pieces"),
    column(col<&golden::views::day_kept::mean>).named("average"),
    comment("as of last night"));
// clang-format on

namespace golden {

using viewed = stoa::schema<views::day_kept, views::daily, views::large_order, views::order, views::customer>;

namespace detail {

template <class Dialect>
void add_views(std::vector<script>& all, std::string_view dialect) {
    all.push_back({"views", dialect, stoa::ddl<viewed, Dialect>});
    all.push_back({"views_if_missing", dialect, stoa::ddl_if_missing<viewed, Dialect>});
    all.push_back({"views_refreshed", dialect, stoa::refresh_sql<views::day_kept, Dialect>});
    all.push_back({"views_refreshed_concurrently", dialect, stoa::refresh_sql<views::day_kept, Dialect, true>});
    all.push_back({"views_dropped", dialect, stoa::drop_ddl<viewed, Dialect>});
}

} // namespace detail

/// The scripts that create, refresh and drop views.
inline std::vector<script> view_scripts() {
    std::vector<script> all;
    detail::add_views<stoa::dialect::sqlite>(all, "sqlite");
    detail::add_views<stoa::dialect::sqlite_binary_guid>(all, "sqlite_binary_guid");
    detail::add_views<stoa::dialect::postgres>(all, "postgres");
    return all;
}

} // namespace golden

#endif
