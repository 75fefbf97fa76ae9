// SPDX-License-Identifier: BSL-1.0
// inspect(): what a database holds, as values, with everything that was said of it.

#include "verified_schemas.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace verified {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template <class Named>
std::vector<std::string> names(const std::vector<Named>& values) {
    std::vector<std::string> all;
    for (const Named& each : values) all.push_back(each.name);
    return all;
}

template <class Named>
const Named& named(const std::vector<Named>& values, std::string_view name) {
    for (const Named& each : values)
        if (each.name == name) return each;
    ADD_FAILURE() << "there is no " << name;
    static const Named none{};
    return none;
}

struct inspect : stoa_test::databases {
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<shop>();
        found = stoa::inspect(db());
    }

    const stoa::table_info& table(std::string_view name) { return named(found.tables, name); }
    const stoa::column_info& column(std::string_view table_name, std::string_view name) {
        return named(table(table_name).columns, name);
    }

    stoa::schema_info found;
};

TEST_P(inspect, tables_are_sorted_by_name_and_columns_stand_as_in_the_table) {
    EXPECT_THAT(names(found.tables), ElementsAre("baskets", "customers", "products"));
    EXPECT_THAT(names(table("products").columns), ElementsAre("id", "title", "price", "stock", "room", "box", "now"));
    EXPECT_THAT(found.views, IsEmpty());
    EXPECT_THAT(found.enums, IsEmpty());
}

TEST_P(inspect, a_column_has_type_nullability_and_default) {
    EXPECT_FALSE(column("products", "stock").nullable);
    EXPECT_TRUE(column("products", "room").nullable);
    EXPECT_EQ(column("products", "room").default_value, "");
    EXPECT_EQ(column("customers", "rank").default_value, "0");
    EXPECT_THAT(column("products", "now").default_value, HasSubstr("'open'"));
    EXPECT_THAT(column("products", "room").type, testing::AnyOf("INTEGER", "integer"));
    EXPECT_THAT(column("products", "price").type, testing::AnyOf("INTEGER", "numeric(10,2)"));
}

TEST_P(inspect, a_computed_column_has_its_expression_and_no_default) {
    const stoa::column_info& total = column("baskets", "total");
    EXPECT_THAT(total.computed, HasSubstr("*"));
    EXPECT_TRUE(total.stored);
    EXPECT_EQ(total.default_value, "");
    EXPECT_EQ(column("baskets", "each").computed, "");
}

TEST_P(inspect, a_column_that_counts_says_how) {
    ASSERT_TRUE(column("baskets", "id").identity);
    EXPECT_EQ(column("baskets", "id").identity->start, 1);
    EXPECT_FALSE(column("baskets", "id").identity->always);
    EXPECT_FALSE(column("baskets", "pieces").identity);
    EXPECT_FALSE(column("products", "id").identity);
    const stoa::identity_info& counted = *column("customers", "id").identity;
    EXPECT_EQ(counted.start, counted.reuses_keys ? 1 : 100);
    EXPECT_EQ(counted.increment, counted.reuses_keys ? 1 : 5);
}

TEST_P(inspect, keys_have_names_and_columns_in_key_order) {
    ASSERT_TRUE(table("products").primary_key);
    EXPECT_EQ(table("products").primary_key->name, "pk_things");
    EXPECT_THAT(table("products").primary_key->columns, ElementsAre("id"));
    EXPECT_THAT(names(table("customers").uniques), ElementsAre("uq_customers_email", "uq_rank"));
    EXPECT_THAT(named(table("customers").uniques, "uq_rank").columns, ElementsAre("rank", "email"));
    db().create<stoa::schema<place, ticket>>();
    found = stoa::inspect(db());
    EXPECT_THAT(table("places").primary_key->columns, ElementsAre("number", "aisle"));
    EXPECT_THAT(table("tickets").primary_key->columns, ElementsAre("aisle", "number"));
    const stoa::foreign_key_info& old = named(table("tickets").foreign_keys, "fk_old");
    EXPECT_THAT(old.columns, ElementsAre("old_number", "old_aisle"));
    EXPECT_EQ(old.target, "places");
    EXPECT_THAT(old.target_columns, ElementsAre("number", "aisle"));
}

TEST_P(inspect, a_foreign_key_has_actions_and_says_when_it_is_checked) {
    EXPECT_THAT(names(table("baskets").foreign_keys), ElementsAre("fk_customer", "fk_product"));
    const stoa::foreign_key_info& customer_key = table("baskets").foreign_keys[0];
    EXPECT_EQ(customer_key.target, "customers");
    EXPECT_THAT(customer_key.columns, ElementsAre("customer_id"));
    EXPECT_THAT(customer_key.target_columns, ElementsAre("id"));
    EXPECT_EQ(customer_key.on_delete, stoa::cascade);
    EXPECT_EQ(customer_key.on_update, stoa::restrict_);
    EXPECT_EQ(customer_key.checked, stoa::deferral::never);
    const stoa::foreign_key_info& product_key = table("baskets").foreign_keys[1];
    EXPECT_EQ(product_key.on_delete, stoa::no_action);
    EXPECT_EQ(product_key.on_update, stoa::no_action);
    EXPECT_EQ(product_key.checked, stoa::deferral::deferred);
}

TEST_P(inspect, foreign_keys_of_a_cycle_are_all_found) {
    db().create<stoa::schema<team, member>>();
    found = stoa::inspect(db());
    EXPECT_THAT(names(table("teams").foreign_keys), ElementsAre("fk_teams_leader_id"));
    EXPECT_THAT(names(table("members").foreign_keys), ElementsAre("fk_members_team_id"));
}

TEST_P(inspect, a_check_has_its_expression) {
    EXPECT_THAT(named(table("baskets").checks, "ck_numbers").expression,
                testing::AllOf(HasSubstr("pieces"), HasSubstr("each"), HasSubstr(" > 0"), HasSubstr(" AND ")));
    EXPECT_THAT(named(table("customers").checks, "ck_customers_email_length").expression, HasSubstr("<= 100"));
    EXPECT_THAT(named(table("customers").checks, "ck_customers_rank_range").expression, HasSubstr("10"));
    EXPECT_THAT(named(table("products").checks, "ck_products_now_values").expression, HasSubstr("'closed'"));
}

TEST_P(inspect, an_index_has_terms_with_order_and_a_predicate) {
    const stoa::index_info& recent = named(table("customers").indexes, "ix_customers_created_at_rank");
    ASSERT_EQ(recent.terms.size(), 2U);
    EXPECT_EQ(recent.terms[0].column, "created_at");
    EXPECT_TRUE(recent.terms[0].descending);
    EXPECT_FALSE(recent.terms[0].nulls_moved);
    EXPECT_EQ(recent.terms[1].column, "rank");
    EXPECT_FALSE(recent.terms[1].descending);
    EXPECT_EQ(recent.predicate, "");
    EXPECT_EQ(recent.method, "btree");
    EXPECT_FALSE(recent.unique);

    const auto& indexes = table("products").indexes;
    EXPECT_TRUE(named(indexes, "ix_label").unique);
    EXPECT_THAT(named(indexes, "ix_in_stock").predicate, HasSubstr("> 0"));
    const stoa::index_info& twice = named(indexes, "ix_double");
    ASSERT_EQ(twice.terms.size(), 1U);
    EXPECT_EQ(twice.terms[0].column, "");
    EXPECT_THAT(twice.terms[0].expression, HasSubstr("*"));
}

TEST_P(inspect, included_columns_are_there_one_way_or_the_other) {
    const stoa::index_info& room = named(table("products").indexes, "ix_room");
    std::vector<std::string> columns;
    for (const stoa::index_term_info& term : room.terms) columns.push_back(term.column);
    columns.insert(columns.end(), room.included.begin(), room.included.end());
    EXPECT_THAT(columns, ElementsAre("room", "stock", "box"));
    EXPECT_THAT(room.included, testing::AnyOf(IsEmpty(), ElementsAre("stock", "box")));
}

TEST_P(inspect, names_are_read_as_they_are) {
    db().create<stoa::schema<counter, article>>();
    found = stoa::inspect(db());
    const stoa::table_info& odd = table("a \"counter\", (x)");
    EXPECT_EQ(odd.primary_key->name, "pk, (\"x\")");
    EXPECT_THAT(names(odd.checks), testing::Contains("it's -- a /* check */"));
    EXPECT_THAT(names(table("articles").columns), ElementsAre("id", "first_name", "last_name", "is_draft"));
}

TEST_P(inspect, a_view_has_its_query) {
    db().execute("CREATE VIEW \"cheap\" AS SELECT \"id\" FROM \"products\" WHERE \"stock\" < 7");
    found = stoa::inspect(db());
    ASSERT_THAT(names(found.views), ElementsAre("cheap"));
    EXPECT_THAT(found.views[0].definition, testing::StartsWith("SELECT"));
    EXPECT_THAT(found.views[0].definition, HasSubstr("< 7"));
    EXPECT_FALSE(found.views[0].materialized);
    EXPECT_THAT(names(found.tables), ElementsAre("baskets", "customers", "products"));
}

TEST_P(inspect, values_are_equal_where_all_of_them_is) {
    stoa::schema_info same = stoa::inspect(db());
    EXPECT_EQ(found, same);
    same.tables[0].checks[0].expression += " ";
    EXPECT_FALSE(found == same);
}

STOA_TEST_ON_EVERY_DATABASE(inspect);

} // namespace verified
