// SPDX-License-Identifier: BSL-1.0
// A document kept as plain JSON is cast where it is read, and named as it is where it is written.

#include "stoa/stoa.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plain_json {

struct letter {
    std::int64_t id;
    stoa::json_document body;
    std::optional<stoa::json_document> reply;
};

struct stamp {
    std::int64_t letter_id;
    std::string value;
};

} // namespace plain_json

template <>
inline constexpr auto stoa::table<plain_json::letter> = stoa::define<plain_json::letter>(
    "letters", primary_key(col<&plain_json::letter::id>), column(col<&plain_json::letter::body>).plain_json());

template <>
inline constexpr auto stoa::table<plain_json::stamp> = stoa::define<plain_json::stamp>(
    "stamps", primary_key(col<&plain_json::stamp::letter_id>),
    foreign_key(col<&plain_json::stamp::letter_id>).references(col<&plain_json::letter::id>));

namespace {

using namespace plain_json;
using stoa::col, stoa::from;

constexpr std::string_view on_sqlite(const auto& statement) {
    return stoa::sql_of<stoa::dialect::sqlite>(statement);
}

constexpr std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

TEST(plain_json, is_cast_where_it_is_selected_and_compared) {
    constexpr auto query = from<letter>().where(col<&letter::body>.is_not_null()).order_by(col<&letter::id>);
    static_assert(on_postgres(query) == R"(SELECT "id", "body"::jsonb, "reply" FROM "letters" )"
                                        R"(WHERE "body"::jsonb IS NOT NULL ORDER BY "id")");
    static_assert(on_sqlite(query) == R"(SELECT "id", "body", "reply" FROM "letters" )"
                                      R"(WHERE "body" IS NOT NULL ORDER BY "id")");
}

TEST(plain_json, is_cast_behind_the_name_of_its_table) {
    constexpr auto query = from<letter>()
                               .join<stamp>()
                               .where(stoa::json_value<int, "pages">(col<&letter::body>) > 1)
                               .select(col<&letter::body>);
    static_assert(on_postgres(query) == R"(SELECT "letters"."body"::jsonb FROM "letters" )"
                                        R"(JOIN "stamps" ON "stamps"."letter_id" = "letters"."id" )"
                                        R"(WHERE CAST("letters"."body"::jsonb ->> 'pages' AS integer) > $1)");
}

TEST(plain_json, is_named_bare_where_it_is_set) {
    constexpr auto body = col<&letter::body>;
    const auto change =
        stoa::update<letter>().set(body = stoa::json_document(), col<& letter::reply> = body).where(body.is_null());
    EXPECT_EQ(on_postgres(change),
              R"(UPDATE "letters" SET "body" = $1, "reply" = "body"::jsonb WHERE "body"::jsonb IS NULL)");
    EXPECT_EQ(on_sqlite(change), R"(UPDATE "letters" SET "body" = ?1, "reply" = "body" WHERE "body" IS NULL)");
    static_assert(
        stoa::sql_text<stoa::upsert_record<letter, stoa::identity_value::given, 0>, stoa::dialect::postgres> ==
        R"(INSERT INTO "letters" ("id", "body", "reply") VALUES ($1, $2, $3) ON CONFLICT ("id") )"
        R"(DO UPDATE SET "body" = excluded."body", "reply" = excluded."reply")");
}

} // namespace
