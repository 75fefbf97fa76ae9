// SPDX-License-Identifier: BSL-1.0
#include "stoa/schema/schema.hpp"

#include "stoa/types/builtin.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace town {

using stoa::col;

struct street {
    std::int64_t id;
};

struct house {
    std::int64_t id;
    std::int64_t street_id;
};

struct flat {
    std::int64_t id;
    std::int64_t house_id;
    std::int64_t next_id;
};

struct tenant {
    std::int64_t id;
    std::int64_t flat_id;
    std::int64_t street_id;
};

struct tree {
    std::int64_t id;
};

} // namespace town

template <>
inline constexpr auto stoa::table<town::house> =
    stoa::define<town::house>("houses", primary_key(col<&town::house::id>),
                              foreign_key(col<&town::house::street_id>).references(col<&town::street::id>));

template <>
inline constexpr auto stoa::table<town::flat> =
    stoa::define<town::flat>("flats", primary_key(col<&town::flat::id>),
                             foreign_key(col<&town::flat::house_id>).references(col<&town::house::id>),
                             foreign_key(col<&town::flat::next_id>).references(col<&town::flat::id>));

template <>
inline constexpr auto stoa::table<town::tenant> =
    stoa::define<town::tenant>("tenants", primary_key(col<&town::tenant::id>),
                               foreign_key(col<&town::tenant::flat_id>).references(col<&town::flat::id>),
                               foreign_key(col<&town::tenant::street_id>).references(col<&town::street::id>));

namespace {

using namespace town;

template <class Schema>
std::string order() {
    std::string names;
    for (const stoa::table_ref& table : Schema::tables) names += std::string(table().name) + " ";
    return names;
}

TEST(schema, has_every_table_behind_those_it_references) {
    EXPECT_EQ((order<stoa::schema<tenant, flat, house, street>>()), "street houses flats tenants ");
    EXPECT_EQ((order<stoa::schema<street, house, flat, tenant>>()), "street houses flats tenants ");
}

TEST(schema, keeps_the_order_given_where_nothing_else_decides) {
    EXPECT_EQ((order<stoa::schema<tree, house, street>>()), "tree street houses ");
    EXPECT_EQ((order<stoa::schema<house, tree, street>>()), "tree street houses ");
}

TEST(schema, can_be_empty_or_of_one_table) {
    static_assert(stoa::schema<>::size == 0 && stoa::schema<>::tables.empty());
    EXPECT_EQ(order<stoa::schema<tree>>(), "tree ");
}

} // namespace
