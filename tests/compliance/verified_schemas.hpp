// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_VERIFIED_SCHEMAS_HPP
#define STOA_TESTS_COMPLIANCE_VERIFIED_SCHEMAS_HPP

// Small schemas that together say everything a definition can say, for tests that read databases back.

#include "databases.hpp"

#include "stoa/inspect/verify.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verified {

enum class state { open, closed };

struct customer {
    std::int64_t id;
    std::string email;
    std::optional<std::string> phone;
    std::int32_t rank;
    stoa::timestamp created_at;
};
struct product {
    stoa::guid id;
    std::string label;
    stoa::decimal<10, 2> price;
    std::int32_t stock;
    std::optional<std::int32_t> room, box;
    state now;
};
struct basket {
    std::int64_t id, customer_id;
    stoa::guid product_id;
    std::int32_t pieces, each, total;
};
struct everything {
    std::int32_t id;
    bool yes;
    std::int16_t small;
    float single;
    double twice;
    stoa::bytes raw;
    stoa::json_document document;
    stoa::date day;
    std::optional<stoa::guid> other;
};
struct place {
    std::int32_t aisle, number;
};
struct ticket {
    std::int32_t aisle, number;
    std::optional<std::int32_t> old_aisle, old_number;
    std::string text;
};
struct node {
    std::int64_t id;
    std::optional<std::int64_t> parent_id;
};
struct team {
    std::int64_t id;
    std::optional<std::int64_t> leader_id;
};
struct member {
    std::int64_t id, team_id;
};
struct bare {
    std::string first, second;
};
struct article {
    std::int64_t id;
    std::string firstName, lastName;
    bool isDraft;
};
struct counter {
    std::int64_t id;
    std::int32_t step;
};

} // namespace verified

// clang-format off
template <> inline constexpr auto stoa::table<verified::customer> = stoa::define<verified::customer>("customers",
    primary_key(col<&verified::customer::id>).generated(identity.start(100).increment(5)),
    unique(col<&verified::customer::email>),
    unique(col<&verified::customer::rank>, col<&verified::customer::email>).named("uq_rank"),
    column(col<&verified::customer::rank>).default_(0).range(0, 10),
    column(col<&verified::customer::created_at>).default_(now()),
    column(col<&verified::customer::email>).max_length(100).comment("where the customer's letters go"),
    index(desc(col<&verified::customer::created_at>), col<&verified::customer::rank>),
    comment("who buys"));

template <> inline constexpr auto stoa::table<verified::product> = stoa::define<verified::product>("products",
    primary_key(col<&verified::product::id>).generated(guid_v7).named("pk_things"),
    unique(col<&verified::product::room>, col<&verified::product::box>).nulls_not_distinct().named("uq_box"),
    check(col<&verified::product::price> > 0).named("ck_price"),
    check(col<&verified::product::stock> >= 0 || col<&verified::product::room>.is_null()).named("ck_stock"),
    column(col<&verified::product::now>).default_(verified::state::open),
    column(col<&verified::product::label>).named("title").default_("none"),
    index(col<&verified::product::label>).where(col<&verified::product::stock> > 0).named("ix_in_stock"),
    index(col<&verified::product::price> * 2).named("ix_double"),
    index(col<&verified::product::room>).include(col<&verified::product::stock>, col<&verified::product::box>).named("ix_room"),
    index(col<&verified::product::label>, desc(col<&verified::product::price>)).unique().named("ix_label"));

template <> inline constexpr auto stoa::table<verified::basket> = stoa::define<verified::basket>("baskets",
    primary_key(col<&verified::basket::id>).generated(identity),
    foreign_key(col<&verified::basket::customer_id>).references(col<&verified::customer::id>)
        .on_delete(cascade).on_update(restrict_).named("fk_customer"),
    foreign_key(col<&verified::basket::product_id>).references(col<&verified::product::id>).deferred().named("fk_product"),
    column(col<&verified::basket::total>).computed_from(col<&verified::basket::pieces> * col<&verified::basket::each>),
    check(col<&verified::basket::pieces> > 0 && col<&verified::basket::each> > 0).named("ck_numbers"));

template <> inline constexpr auto stoa::table<verified::everything> = stoa::define<verified::everything>("everything",
    primary_key(col<&verified::everything::id>),
    column(col<&verified::everything::yes>).default_(true),
    column(col<&verified::everything::twice>).default_(1.5),
    index(col<&verified::everything::document>).using_(gin).operator_class("jsonb_path_ops").named("ix_document"),
    index(col<&verified::everything::day>).using_(brin).named("ix_day"),
    index(col<&verified::everything::other>).using_(hash_index).named("ix_other"));

template <> inline constexpr auto stoa::table<verified::place> = stoa::define<verified::place>("places",
    primary_key(col<&verified::place::number>, col<&verified::place::aisle>));

template <> inline constexpr auto stoa::table<verified::ticket> = stoa::define<verified::ticket>("tickets",
    primary_key(col<&verified::ticket::aisle>, col<&verified::ticket::number>),
    foreign_key(col<&verified::ticket::number>, col<&verified::ticket::aisle>)
        .references(col<&verified::place::number>, col<&verified::place::aisle>).on_update(cascade),
    foreign_key(col<&verified::ticket::old_number>, col<&verified::ticket::old_aisle>)
        .references(col<&verified::place::number>, col<&verified::place::aisle>).on_delete(set_null).named("fk_old"),
    check(col<&verified::ticket::text>.like("a%") && col<&verified::ticket::text> != "a'b\"c"));

template <> inline constexpr auto stoa::table<verified::node> = stoa::define<verified::node>("nodes",
    primary_key(col<&verified::node::id>),
    foreign_key(col<&verified::node::parent_id>).references(col<&verified::node::id>).on_delete(set_null),
    index(col<&verified::node::parent_id>));

template <> inline constexpr auto stoa::table<verified::team> = stoa::define<verified::team>("teams",
    primary_key(col<&verified::team::id>),
    foreign_key(col<&verified::team::leader_id>).references(col<&verified::member::id>).deferred());

template <> inline constexpr auto stoa::table<verified::member> = stoa::define<verified::member>("members",
    primary_key(col<&verified::member::id>),
    foreign_key(col<&verified::member::team_id>).references(col<&verified::team::id>),
    unique(col<&verified::member::team_id>));

template <> inline constexpr auto stoa::table<verified::article> = stoa::define<verified::article>("articles", naming(snake_case),
    primary_key(col<&verified::article::id>),
    index(col<&verified::article::firstName>, col<&verified::article::lastName>)
        .where(!col<&verified::article::isDraft> && col<&verified::article::lastName> != "")
        .unique().named("ix_published"));

template <> inline constexpr auto stoa::table<verified::counter> = stoa::define<verified::counter>("a \"counter\", (x)",
    primary_key(col<&verified::counter::id>).generated(identity).named("pk, (\"x\")"),
    check(col<&verified::counter::step> == 1 || col<&verified::counter::step> >= 7).named("it's -- a /* check */"));
// clang-format on

namespace verified {

using shop = stoa::schema<customer, product, basket>;

/// Calls `f.operator()<Schema>()` for each of the schemas.
template <class F>
void for_each_schema(F f) {
    f.template operator()<shop>();
    f.template operator()<stoa::schema<customer>>();
    f.template operator()<stoa::schema<product>>();
    f.template operator()<stoa::schema<everything>>();
    f.template operator()<stoa::schema<place, ticket>>();
    f.template operator()<stoa::schema<node>>();
    f.template operator()<stoa::schema<team, member>>();
    f.template operator()<stoa::schema<bare>>();
    f.template operator()<stoa::schema<article>>();
    f.template operator()<stoa::schema<counter>>();
    f.template operator()<stoa::schema<everything, bare, node>>();
    f.template operator()<stoa::schema<customer, product, basket, everything, place, ticket, node, team, member, bare,
                                       article, counter>>();
}

/// The script that creates a schema on this database.
template <class Schema>
std::string_view script_of(stoa::database& db) {
    return [&]<class... Dialects>(stoa::dialect::dialect_list<Dialects...>) {
        const std::string_view scripts[] = {stoa::ddl<Schema, Dialects>...};
        return scripts[db.connection().storage_index()];
    }(stoa::dialect::all_storage{});
}

/// All differences as text, a line each.
inline std::string text_of(const std::vector<stoa::difference>& differences) {
    std::string text;
    for (const stoa::difference& each : differences) text += to_string(each) + '\n';
    return text;
}

} // namespace verified

#endif
