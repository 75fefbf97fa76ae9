// SPDX-License-Identifier: BSL-1.0
// The exact text of paths into documents, of changes inside them, and of their elements as rows.

#include "typed_documents.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace {

using namespace typed_documents;
using stoa::at, stoa::key, stoa::col, stoa::from;

constexpr auto id = col<&book::id>;
constexpr auto tags = col<&book::meta, &book_meta::tags>;

std::string_view on_sqlite(const auto& statement) {
    return stoa::sql_of<stoa::dialect::sqlite>(statement);
}

std::string_view on_postgres(const auto& statement) {
    return stoa::sql_of<stoa::dialect::postgres>(statement);
}

TEST(json_sql, a_path_is_one_text_wherever_it_stands) {
    const auto first = col<&book::meta, &book_meta::chapters, at<0>, &chapter::title>;
    const auto last = col<&book::meta, &book_meta::chapters, at<-1>, &chapter::pages>;
    const auto german = col<&book::meta, &book_meta::titles, key<"it's de">>;
    const auto sorted = from<book>().where(first == "t" && last > 1).order_by(german).select(id);
    EXPECT_EQ(on_postgres(sorted),
              R"(SELECT "id" FROM "books" WHERE ((("meta" -> 'chapters' -> 0 ->> 'title') COLLATE "C") = $1) AND )"
              R"((CAST("meta" -> 'chapters' -> -1 ->> 'pages' AS integer) > $2) )"
              R"(ORDER BY (("meta" #>> ARRAY['titles', 'it''s de']) COLLATE "C"))");
    EXPECT_EQ(on_sqlite(sorted),
              R"(SELECT "id" FROM "books" WHERE (json_extract("meta", '$."chapters"[0]."title"') = ?1) AND )"
              R"((CAST(json_extract("meta", '$."chapters"[#-1]."pages"') AS INTEGER) > ?2) )"
              R"(ORDER BY json_extract("meta", '$."titles"."it''s de"') NULLS LAST)");
}

TEST(json_sql, a_name_that_is_a_number_is_no_place) {
    const auto query = from<book>().select(stoa::json_value<int, "a", "0">(col<&book::note>),
                                           stoa::json_value<int, "a", at<0>>(col<&book::note>));
    EXPECT_EQ(on_postgres(query), R"(SELECT CAST("note" -> 'a' ->> '0' AS integer), )"
                                  R"(CAST("note" -> 'a' ->> 0 AS integer) FROM "books")");
    EXPECT_EQ(on_sqlite(query), R"(SELECT CAST(json_extract("note", '$."a"."0"') AS INTEGER), )"
                                R"(CAST(json_extract("note", '$."a"[0]') AS INTEGER) FROM "books")");
}

TEST(json_sql, a_part_is_null_where_it_is_null) {
    const auto query = from<book>().where(tags == std::vector<std::string>{"a"}).select(tags);
    EXPECT_EQ(on_postgres(query),
              R"(SELECT nullif("meta" -> 'tags', 'null') FROM "books" WHERE nullif("meta" -> 'tags', 'null') = $1)");
    EXPECT_EQ(on_sqlite(query), R"(SELECT nullif("meta" -> '$."tags"', 'null') FROM "books" )"
                                R"(WHERE nullif("meta" -> '$."tags"', 'null') = ?1)");
}

TEST(json_sql, questions_are_asked_of_the_document_itself) {
    const auto query = from<book>().where(has_key(tags) && cardinality(tags) > 1 && contains(tags, "x")).select(id);
    EXPECT_EQ(
        on_postgres(query),
        R"(SELECT "id" FROM "books" WHERE (("meta" -> 'tags') IS NOT NULL) AND )"
        R"((CASE jsonb_typeof("meta" -> 'tags') WHEN 'array' THEN jsonb_array_length("meta" -> 'tags') END > $1) )"
        R"(AND (("meta" -> 'tags') @> $2))");
    EXPECT_EQ(
        on_sqlite(query),
        R"(SELECT "id" FROM "books" WHERE (json_type("meta", '$."tags"') IS NOT NULL) AND )"
        R"((CASE json_type("meta", '$."tags"') WHEN 'array' THEN json_array_length("meta", '$."tags"') END > ?1) )"
        R"(AND stoa_json_contains("meta" -> '$."tags"', ?2))");
}

TEST(json_sql, changes_of_one_document_are_one_assignment) {
    const auto pages = col<&book::meta, &book_meta::pages>;
    const auto change = stoa::update<book>().set(pages = pages + 1, id = 2,
                                                 col<&book::meta, &book_meta::dimensions, &size::width> = 1.5,
                                                 remove(col<&book::meta, &book_meta::tags, at<0>>),
                                                 col<&book::meta, &book_meta::threads> = std::optional<int>());
    EXPECT_EQ(
        on_postgres(change),
        R"(UPDATE "books" SET "meta" = CASE WHEN jsonb_typeof("meta") = 'object' THEN )"
        R"(jsonb_set_lax((jsonb_set(jsonb_set_lax("meta", ARRAY['pages'], )"
        R"(to_jsonb(CAST(CAST(CAST("meta" ->> 'pages' AS integer) AS bigint) + $1 AS integer)), )"
        R"(TRUE, 'return_target'), )"
        R"(CASE WHEN jsonb_typeof("meta" -> 'dimensions') = 'object' THEN ARRAY['dimensions', 'width'] ELSE '{}' )"
        R"(END, $3) #- CASE WHEN jsonb_typeof("meta" -> 'tags') = 'array' THEN ARRAY['tags', '0'] ELSE '{}' END), )"
        R"(ARRAY['threads'], $4, TRUE, 'delete_key') ELSE "meta" END, "id" = $2)");
    EXPECT_EQ(on_sqlite(change),
              R"(UPDATE "books" SET "meta" = stoa_json_set("meta", )"
              R"('["pages"]', '4-', (CAST(json_extract("meta", '$."pages"') AS INTEGER) + ?1), )"
              R"('["dimensions","width"]', 'j-', ?3, '["tags",0]', 'jr', NULL, '["threads"]', 'jr', ?4), "id" = ?2)");
}

TEST(json_sql, elements_are_a_lateral_source) {
    constexpr auto tag = stoa::elements<"tag">(tags);
    const auto query = from<book>().left_join(tag).where(tag.value == "x").select(tag.position);
    EXPECT_EQ(
        on_postgres(query),
        R"(SELECT "tag"."position" FROM "books" LEFT JOIN LATERAL (SELECT "value" COLLATE "C" AS "value", )"
        R"("position" - 1 AS "position" FROM jsonb_array_elements_text(CASE jsonb_typeof("books"."meta" -> 'tags') )"
        R"(WHEN 'array' THEN "books"."meta" -> 'tags' END) WITH ORDINALITY AS "tag" ("value", "position")) )"
        R"(AS "tag" ON TRUE WHERE "tag"."value" = $1)");
    EXPECT_EQ(on_sqlite(query),
              R"(SELECT "tag"."key" FROM "books" LEFT JOIN json_each(CASE json_type("books"."meta", '$."tags"') )"
              R"(WHEN 'array' THEN "books"."meta" -> '$."tags"' END) AS "tag" ON 1 WHERE "tag"."value" = ?1)");
}

TEST(json_sql, elements_that_are_documents_are_documents_only) {
    constexpr auto part = stoa::elements<"part">(col<&book::meta, &book_meta::chapters>);
    const auto query = from<book>().cross_join(part).select(part.path<&chapter::pages>);
    EXPECT_EQ(
        on_postgres(query),
        R"(SELECT CAST("part"."value" ->> 'pages' AS integer) FROM "books" CROSS JOIN LATERAL (SELECT )"
        R"(CASE WHEN jsonb_typeof("value") IN ('object', 'array') THEN "value" END AS "value", )"
        R"("position" - 1 AS "position" FROM jsonb_array_elements(CASE jsonb_typeof("books"."meta" -> 'chapters') )"
        R"(WHEN 'array' THEN "books"."meta" -> 'chapters' END) WITH ORDINALITY AS "part" ("value", "position")) )"
        R"(AS "part")");
    EXPECT_EQ(on_sqlite(query),
              R"(SELECT CAST(json_extract(CASE WHEN "part"."type" IN ('object', 'array') THEN "part"."value" END, )"
              R"('$."pages"') AS INTEGER) FROM "books" CROSS JOIN json_each(CASE json_type("books"."meta", )"
              R"('$."chapters"') WHEN 'array' THEN "books"."meta" -> '$."chapters"' END) AS "part")");
}

TEST(json_sql, entries_have_the_keys_of_their_map) {
    constexpr auto title = stoa::entries<"title">(col<&book::meta, &book_meta::titles>);
    const auto query = from<book>().join(title, title.key == "de").select(title.value);
    EXPECT_EQ(on_postgres(query),
              R"(SELECT "title"."value" FROM "books" JOIN LATERAL (SELECT "key" COLLATE "C" AS "key", )"
              R"("value" COLLATE "C" AS "value" FROM jsonb_each_text(CASE jsonb_typeof("books"."meta" -> 'titles') )"
              R"(WHEN 'object' THEN "books"."meta" -> 'titles' END) AS "title" ("key", "value")) AS "title" )"
              R"(ON "title"."key" = $1)");
    EXPECT_EQ(on_sqlite(query),
              R"(SELECT "title"."value" FROM "books" JOIN json_each(CASE json_type("books"."meta", '$."titles"') )"
              R"(WHEN 'object' THEN "books"."meta" -> '$."titles"' END) AS "title" ON "title"."key" = ?1)");
}

} // namespace
