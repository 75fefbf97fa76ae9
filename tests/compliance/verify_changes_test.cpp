// SPDX-License-Identifier: BSL-1.0
// One deliberate change at a time, made with SQL by hand, is seen as exactly that change. Where tables can be altered
// they are; elsewhere the script that creates them is changed.

#include "verified_schemas.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace verified {

using stoa::difference_kind, stoa::object_kind;

/// A change in both ways of making it, and the difference it is. Where a way is missing, so is what is changed.
struct deliberate {
    std::string_view part;  ///< of the script …
    std::string_view other; ///< … and what stands there instead
    std::string_view alter; ///< a statement
    difference_kind kind;
    std::string_view table;
    object_kind object;
    std::string_view name;
    std::string_view property{};
};

constexpr difference_kind missing = difference_kind::missing, extra = difference_kind::extra,
                          changed = difference_kind::changed;

const std::vector<deliberate> changes{
    // clang-format off
    // columns
    {R"("stock" INTEGER NOT NULL)", R"("stock" TEXT NOT NULL)", "", changed, "products", object_kind::column, "stock", "type"},
    {"", "", R"(ALTER TABLE "products" ALTER "box" TYPE bigint)", changed, "products", object_kind::column, "box", "type"},
    {"", "", R"(ALTER TABLE "products" ALTER "price" TYPE numeric(11, 2))", changed, "products", object_kind::column, "price", "type"},
    {R"("phone" TEXT)", R"("phone" TEXT NOT NULL)", R"(ALTER TABLE "customers" ALTER "phone" SET NOT NULL)", changed, "customers",
     object_kind::column, "phone", "nullability"},
    {R"("stock" INTEGER NOT NULL)", R"("stock" INTEGER)", R"(ALTER TABLE "products" ALTER "stock" DROP NOT NULL)", changed,
     "products", object_kind::column, "stock", "nullability"},
    {R"("rank" INTEGER NOT NULL DEFAULT 0)", R"("rank" INTEGER NOT NULL DEFAULT 1)",
     R"(ALTER TABLE "customers" ALTER "rank" SET DEFAULT 1)", changed, "customers", object_kind::column, "rank", "default"},
    {R"("rank" INTEGER NOT NULL DEFAULT 0)", R"("rank" INTEGER NOT NULL)", R"(ALTER TABLE "customers" ALTER "rank" DROP DEFAULT)",
     changed, "customers", object_kind::column, "rank", "default"},
    {R"("phone" TEXT)", R"("phone" TEXT COLLATE NOCASE)",
     R"(ALTER TABLE "customers" ALTER "phone" TYPE text COLLATE "POSIX")", changed, "customers", object_kind::column, "phone",
     "collation"},
    {R"("phone" TEXT)", R"("phone" TEXT, "fax" TEXT)", R"(ALTER TABLE "customers" ADD "fax" text)", extra, "customers",
     object_kind::column, "fax"},
    {R"(    "phone" TEXT,)", "", R"(ALTER TABLE "customers" DROP "phone")", missing, "customers", object_kind::column, "phone"},
    {R"("pieces" * "each")", R"("pieces" + "each")",
     R"(ALTER TABLE "baskets" DROP "total", ADD "total" integer NOT NULL GENERATED ALWAYS AS ("pieces" + "each") STORED)", changed,
     "baskets", object_kind::column, "total", "computation"},
    {"", "", R"(ALTER TABLE "customers" ALTER "id" SET INCREMENT BY 3)", changed, "customers", object_kind::column, "id", "identity"},
    {"", "", R"(ALTER TABLE "customers" ALTER "id" SET GENERATED ALWAYS)", changed, "customers", object_kind::column, "id",
     "identity"},
    {"", "", R"(COMMENT ON COLUMN "customers"."email" IS 'another')", changed, "customers", object_kind::column, "email", "comment"},
    // the table
    {"", "", R"(COMMENT ON TABLE "customers" IS NULL)", changed, "customers", object_kind::table, "customers", "comment"},
    {"", "", R"(ALTER TABLE "customers" SET (fillfactor = 70))", changed, "customers", object_kind::table, "customers", "options"},
    {") STRICT", ")", "", changed, "products", object_kind::table, "products", "options"},
    {"", "", R"(DROP TABLE "baskets")", missing, "baskets", object_kind::table, "baskets"},
    // keys
    {R"(CONSTRAINT "pk_things" PRIMARY KEY ("id"),)", "", "", missing, "products", object_kind::primary_key, "pk_things"},
    {"", "", R"(ALTER TABLE "baskets" DROP CONSTRAINT "pk_baskets")", missing, "baskets", object_kind::primary_key, "pk_baskets"},
    {R"(CONSTRAINT "pk_things")", R"(CONSTRAINT "pk_products")", R"(ALTER TABLE "products" RENAME CONSTRAINT "pk_things" TO "pk_x")",
     changed, "products", object_kind::primary_key, "pk_things", "name"},
    {R"("uq_rank" UNIQUE ("rank", "email"))", R"("uq_rank" UNIQUE ("email", "rank"))",
     R"(ALTER TABLE "customers" DROP CONSTRAINT "uq_rank", ADD CONSTRAINT "uq_rank" UNIQUE ("email", "rank"))", changed, "customers",
     object_kind::unique, "uq_rank", "columns"},
    {R"(CONSTRAINT "uq_customers_email" UNIQUE ("email"),)", "", R"(ALTER TABLE "customers" DROP CONSTRAINT "uq_customers_email")",
     missing, "customers", object_kind::unique, "uq_customers_email"},
    {"", "", R"(ALTER TABLE "products" DROP CONSTRAINT "uq_box", ADD CONSTRAINT "uq_box" UNIQUE ("room", "box"))", changed, "products",
     object_kind::unique, "uq_box", "treatment of NULL"},
    {"", "", R"(ALTER TABLE "customers" DROP CONSTRAINT "uq_rank",
        ADD CONSTRAINT "uq_rank" UNIQUE ("rank", "email") INCLUDE ("phone") )", changed, "customers", object_kind::unique, "uq_rank",
     "included columns"},
    // foreign keys
    {"ON DELETE CASCADE", "ON DELETE SET NULL",
     R"(ALTER TABLE "baskets" DROP CONSTRAINT "fk_customer", ADD CONSTRAINT "fk_customer" FOREIGN KEY ("customer_id")
        REFERENCES "customers" ("id") ON DELETE SET NULL ON UPDATE RESTRICT)", changed, "baskets", object_kind::foreign_key,
     "fk_customer", "action on delete"},
    {" ON UPDATE RESTRICT", "",
     R"(ALTER TABLE "baskets" DROP CONSTRAINT "fk_customer", ADD CONSTRAINT "fk_customer" FOREIGN KEY ("customer_id")
        REFERENCES "customers" ("id") ON DELETE CASCADE)", changed, "baskets", object_kind::foreign_key, "fk_customer",
     "action on update"},
    {"DEFERRABLE INITIALLY DEFERRED", "DEFERRABLE INITIALLY IMMEDIATE",
     R"(ALTER TABLE "baskets" ALTER CONSTRAINT "fk_product" INITIALLY IMMEDIATE)", changed, "baskets", object_kind::foreign_key,
     "fk_product", "deferral"},
    {R"(REFERENCES "customers" ("id"))", R"(REFERENCES "baskets" ("id"))",
     R"(ALTER TABLE "baskets" DROP CONSTRAINT "fk_customer", ADD CONSTRAINT "fk_customer" FOREIGN KEY ("customer_id")
        REFERENCES "baskets" ("id") ON DELETE CASCADE ON UPDATE RESTRICT)", changed, "baskets", object_kind::foreign_key,
     "fk_customer", "target"},
    {"", "", R"(ALTER TABLE "baskets" DROP CONSTRAINT "fk_customer", ADD CONSTRAINT "fk_customer" FOREIGN KEY ("customer_id")
        REFERENCES "customers" ("id") ON DELETE CASCADE ON UPDATE RESTRICT NOT VALID)", changed, "baskets", object_kind::foreign_key,
     "fk_customer", "validation"},
    {"", "", R"(ALTER TABLE "baskets" DROP CONSTRAINT "fk_product")", missing, "baskets", object_kind::foreign_key, "fk_product"},
    // checks
    {R"(CHECK ("price" > 0))", R"(CHECK ("price" >= 0))",
     R"(ALTER TABLE "products" DROP CONSTRAINT "ck_price", ADD CONSTRAINT "ck_price" CHECK ("price" >= 0.00))", changed, "products",
     object_kind::check, "ck_price", "expression"},
    {R"('open', 'closed')", R"('open', 'closed', 'lost')",
     R"(ALTER TABLE "products" DROP CONSTRAINT "ck_products_now_values",
        ADD CONSTRAINT "ck_products_now_values" CHECK ("now" IN ('open', 'lost')))", changed, "products", object_kind::check,
     "ck_products_now_values", "expression"},
    {"<= 100", "<= 101", R"(ALTER TABLE "customers" DROP CONSTRAINT "ck_customers_email_length",
        ADD CONSTRAINT "ck_customers_email_length" CHECK (length("email") <= 101))", changed, "customers", object_kind::check,
     "ck_customers_email_length", "expression"},
    {R"(CONSTRAINT "ck_price")", R"(CONSTRAINT "ck_new" CHECK (1 > 0), CONSTRAINT "ck_price")",
     R"(ALTER TABLE "products" ADD CONSTRAINT "ck_new" CHECK (1 > 0))", extra, "products", object_kind::check, "ck_new"},
    // indexes
    {R"("created_at" DESC, "rank")", R"("created_at", "rank")",
     R"(DROP INDEX "ix_customers_created_at_rank"; CREATE INDEX "ix_customers_created_at_rank" ON "customers" ("created_at", "rank"))",
     changed, "customers", object_kind::index, "ix_customers_created_at_rank", "terms"},
    {R"("created_at" DESC, "rank")", R"("rank", "created_at" DESC)",
     R"(DROP INDEX "ix_customers_created_at_rank";
        CREATE INDEX "ix_customers_created_at_rank" ON "customers" ("created_at" DESC NULLS LAST, "rank"))", changed, "customers",
     object_kind::index, "ix_customers_created_at_rank", "terms"},
    {R"(WHERE "stock" > 0)", R"(WHERE "stock" > 1)",
     R"(DROP INDEX "ix_in_stock"; CREATE INDEX "ix_in_stock" ON "products" ("title") WHERE "stock" > 1)", changed, "products",
     object_kind::index, "ix_in_stock", "predicate"},
    {R"( WHERE "stock" > 0)", "", R"(DROP INDEX "ix_in_stock"; CREATE INDEX "ix_in_stock" ON "products" ("title"))", changed,
     "products", object_kind::index, "ix_in_stock", "predicate"},
    {R"("price" * 2)", R"("price" * 3)", R"(DROP INDEX "ix_double"; CREATE INDEX "ix_double" ON "products" (("price" * 3)))", changed,
     "products", object_kind::index, "ix_double", "terms"},
    {R"(CREATE UNIQUE INDEX "ix_label")", R"(CREATE INDEX "ix_label")",
     R"(DROP INDEX "ix_label"; CREATE INDEX "ix_label" ON "products" ("title", "price" DESC))", changed, "products",
     object_kind::index, "ix_label", "uniqueness"},
    {R"(ON "products" ("title") WHERE)", R"(ON "products" ("title" COLLATE NOCASE) WHERE)",
     R"(DROP INDEX "ix_in_stock"; CREATE INDEX "ix_in_stock" ON "products" ("title" text_pattern_ops) WHERE "stock" > 0)", changed,
     "products", object_kind::index, "ix_in_stock", "terms"},
    {"", "", R"(DROP INDEX "ix_room"; CREATE INDEX "ix_room" ON "products" ("room") INCLUDE ("stock"))", changed, "products",
     object_kind::index, "ix_room", "included columns"},
    {"", "", R"(DROP INDEX "ix_in_stock"; CREATE INDEX "ix_in_stock" ON "products" USING hash ("title") WHERE "stock" > 0)", changed,
     "products", object_kind::index, "ix_in_stock", "method"},
    {R"(CREATE UNIQUE INDEX "ix_label")", R"(CREATE INDEX "ix_new" ON "products" ("room"); CREATE UNIQUE INDEX "ix_label")",
     R"(CREATE INDEX "ix_new" ON "products" ("room"))", extra, "products", object_kind::index, "ix_new"},
    // clang-format on
};

struct verify_changes : stoa_test::databases {
    /// Creates the tables with the change; false where it cannot be made on this database.
    bool create(const deliberate& change) {
        std::string script(script_of<shop>(db()));
        const bool can_alter = db().connection().open_empty() == nullptr;
        if (can_alter) {
            if (change.alter.empty()) return false;
            db().execute(script);
            db().execute(change.alter);
            return true;
        }
        if (change.part.empty()) return false;
        const std::size_t table = script.find("CREATE TABLE \"" + std::string(change.table));
        const std::size_t at = script.find(change.part, table);
        EXPECT_NE(at, script.npos) << change.part;
        if (at == script.npos) return false;
        db().execute(script.replace(at, change.part.size(), change.other));
        return true;
    }
};

TEST_P(verify_changes, each_is_seen_as_what_it_is) {
    for (const deliberate& change : changes) {
        SCOPED_TRACE(std::string(change.part) + " -> " + std::string(change.other) + " / " + std::string(change.alter));
        if (!create(change)) continue;
        const auto found = stoa::verify<shop>(db());
        EXPECT_EQ(found.size(), 1U) << text_of(found);
        if (found.empty()) continue;
        EXPECT_EQ(found[0].kind, change.kind);
        EXPECT_EQ(found[0].table, change.table);
        EXPECT_EQ(found[0].object, change.object);
        EXPECT_EQ(found[0].name, change.name);
        EXPECT_EQ(found[0].property, change.property);
        if (change.kind == changed) {
            EXPECT_NE(found[0].from, found[0].to);
        }
        db().drop<shop>();
    }
}

TEST_P(verify_changes, several_are_all_seen) {
    db().create<shop>();
    db().execute(
        "ALTER TABLE \"customers\" ADD COLUMN \"fax\" INTEGER; DROP INDEX \"ix_in_stock\"; DROP TABLE \"baskets\"");
    const auto found = stoa::verify<shop>(db());
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].name, "baskets");
    EXPECT_EQ(found[1].name, "fax");
    EXPECT_EQ(found[2].name, "ix_in_stock");
}

STOA_TEST_ON_EVERY_DATABASE(verify_changes);

} // namespace verified
