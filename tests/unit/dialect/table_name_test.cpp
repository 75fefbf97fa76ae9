// SPDX-License-Identifier: BSL-1.0
#include "stoa/dialect/table_name.hpp"

#include "stoa/dialect/all.hpp"
#include "stoa/query/delete.hpp"
#include "stoa/query/record_statements.hpp"
#include "stoa/query/select.hpp"
#include "stoa/query/statement.hpp"
#include "stoa/query/update.hpp"
#include "stoa/types/builtin.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace town {

struct street {
    std::int64_t id;
    std::string name;
};

struct house {
    std::int64_t id;
    std::int64_t street_id;
};

} // namespace town

template <>
inline constexpr auto stoa::table<town::street> = stoa::define<town::street>(
    "streets", in_namespace("the \"map\""), primary_key(col<&town::street::id>).generated(identity));

template <>
inline constexpr auto stoa::table<town::house> =
    stoa::define<town::house>("houses", in_namespace("town"), primary_key(col<&town::house::id>),
                              foreign_key(col<&town::house::street_id>).references(col<&town::street::id>));

namespace {

using namespace town;
using stoa::col;

template <class Dialect>
constexpr auto name =
    stoa::written_text<[](stoa::text_sink& out) { stoa::write_table_name<Dialect>(out, stoa::table_of<street>()); }>;

TEST(table_name, has_its_namespace_where_there_are_such) {
    EXPECT_EQ(name<stoa::dialect::postgres>.view(), R"("the ""map"""."streets")");
    EXPECT_EQ(name<stoa::dialect::sqlite>.view(), R"("streets")");
}

template <class Statement>
constexpr std::string_view sql(const Statement&) {
    return stoa::sql_text<Statement, stoa::dialect::postgres>;
}

TEST(table_name, is_written_so_in_every_statement) {
    EXPECT_EQ(sql(stoa::from<house>().join<street>().select(col<&house::id>).where(col<&street::name> == "x")),
              R"(SELECT "town"."houses"."id" FROM "town"."houses" JOIN "the ""map"""."streets" ON )"
              R"("town"."houses"."street_id" = "the ""map"""."streets"."id" WHERE )"
              R"("the ""map"""."streets"."name" = $1)");
    EXPECT_EQ(sql(stoa::update<house>().set(col<& house::street_id> = 1).where(col<&house::id> == 2)),
              R"(UPDATE "town"."houses" SET "street_id" = $1 WHERE "id" = $2)");
    EXPECT_EQ(sql(stoa::delete_from<house>().where(col<&house::id> == 2)),
              R"(DELETE FROM "town"."houses" WHERE "id" = $1)");
    EXPECT_EQ((stoa::sql_text<stoa::insert_record<street, stoa::identity_value::generated>, stoa::dialect::postgres>),
              R"(INSERT INTO "the ""map"""."streets" ("name") VALUES ($1) RETURNING "id")");
    EXPECT_EQ((stoa::sql_text<stoa::upsert_record<house, stoa::identity_value::given, 0>, stoa::dialect::postgres>),
              R"(INSERT INTO "town"."houses" ("id", "street_id") VALUES ($1, $2) ON CONFLICT ("id") DO UPDATE SET )"
              R"("street_id" = excluded."street_id")");
}

TEST(table_name, is_a_text_where_a_sequence_is_looked_up) {
    const stoa::table_def& table = stoa::table_of<street>();
    EXPECT_EQ(stoa::write_text([&](stoa::text_sink& out) { stoa::dialect::postgres::quote_name_text(out, table); }),
              R"('"the ""map"""."streets"')");
}

} // namespace
