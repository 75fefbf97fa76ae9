// SPDX-License-Identifier: BSL-1.0
#include "bookshop.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace {

using namespace bookshop;
using stoa::identity_value;

template <class Statement>
inline constexpr std::string_view sqlite = stoa::sql_text<Statement, stoa::dialect::sqlite>;

template <class Statement>
inline constexpr std::string_view postgres = stoa::sql_text<Statement, stoa::dialect::postgres>;

TEST(record_statements, an_insert_leaves_the_identity_to_the_database) {
    using insert = stoa::insert_record<customer, identity_value::generated>;
    static_assert(sqlite<insert> == R"(INSERT INTO "customers" ("mail", "name") VALUES (?1, ?2) RETURNING "id")");
    static_assert(postgres<insert> == R"(INSERT INTO "customers" ("mail", "name") VALUES ($1, $2) RETURNING "id")");
}

TEST(record_statements, an_insert_can_give_the_identity) {
    using insert = stoa::insert_record<customer, identity_value::given>;
    static_assert(sqlite<insert> == R"(INSERT INTO "customers" ("id", "mail", "name") VALUES (?1, ?2, ?3))");
}

TEST(record_statements, a_guid_is_known_before_the_insert) {
    using insert = stoa::insert_record<author, identity_value::given>;
    static_assert(postgres<insert> == R"(INSERT INTO "authors" ("id", "name", "motto") VALUES ($1, $2, $3))");
}

TEST(record_statements, an_upsert_changes_all_but_keys) {
    using by_key = stoa::upsert_record<customer, identity_value::given, 0>;
    static_assert(sqlite<by_key> == R"(INSERT INTO "customers" ("id", "mail", "name") VALUES (?1, ?2, ?3) )"
                                    R"(ON CONFLICT ("id") DO UPDATE SET "mail" = excluded."mail", )"
                                    R"("name" = excluded."name")");
    using by_mail = stoa::upsert_record<customer, identity_value::generated, 1>;
    static_assert(postgres<by_mail> == R"(INSERT INTO "customers" ("mail", "name") VALUES ($1, $2) )"
                                       R"(ON CONFLICT ("mail") DO UPDATE SET "name" = excluded."name" RETURNING "id")");
    using of_two = stoa::upsert_record<copy, identity_value::given, 0, 1>;
    static_assert(postgres<of_two> == R"(INSERT INTO "copies" ("book_id", "number", "shelf") VALUES ($1, $2, $3) )"
                                      R"(ON CONFLICT ("book_id", "number") DO UPDATE SET "shelf" = excluded."shelf")");
}

TEST(record_statements, an_upsert_keeps_what_was_generated) {
    using upsert = stoa::upsert_record<book, identity_value::given, 0>;
    EXPECT_EQ(sqlite<upsert>.find(R"("printed_at" = )"), std::string_view::npos);
    static_assert(sqlite<upsert>.ends_with(R"( RETURNING "printed_at")"));
}

TEST(record_statements, an_upsert_of_a_row_that_is_all_key_changes_nothing) {
    using upsert = stoa::upsert_record<keyword, identity_value::given, 0>;
    static_assert(sqlite<upsert> == R"(INSERT INTO "keywords" ("word") VALUES (?1) )"
                                    R"(ON CONFLICT ("word") DO UPDATE SET "word" = excluded."word")");
}

TEST(record_statements, a_row_is_named_by_all_columns_of_its_key) {
    static_assert(sqlite<stoa::find_record<copy>> ==
                  R"(SELECT "book_id", "number", "shelf" FROM "copies" WHERE ("book_id" = ?1) AND ("number" = ?2))");
    static_assert(postgres<stoa::update_record<copy>> ==
                  R"(UPDATE "copies" SET "shelf" = $1 WHERE ("book_id" = $2) AND ("number" = $3))");
    static_assert(sqlite<stoa::erase_record<copy>> ==
                  R"(DELETE FROM "copies" WHERE ("book_id" = ?1) AND ("number" = ?2))");
    static_assert(postgres<stoa::find_record<keyword>> == R"(SELECT "word" FROM "keywords" WHERE "word" = $1)");
}

} // namespace
