// SPDX-License-Identifier: BSL-1.0
// PostgreSQL finds and sorts rows by indexes over paths into documents, and finds what documents contain by gin
// indexes.

#include "stoa/postgres.hpp"

#include "indexed_documents.hpp"
#include "vocabulary.hpp"
#include "with_server.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace postgres_driver {

class postgres_json_paths : public with_server {
protected:
    void SetUp() override {
        with_server::SetUp();
        if (IsSkipped()) return;
        db().execute("SET search_path TO pg_temp");
        db().execute(stoa::ddl<stoa::schema<indexed_documents::letter>, stoa::dialect::postgres>);
        db().execute("INSERT INTO letters SELECT n, jsonb_build_object('pages', n, 'tags', "
                     "jsonb_build_array('tag ' || n, 'all'), 'chapters', jsonb_build_array("
                     "jsonb_build_object('title', 'first ' || n), jsonb_build_object('title', 'last ' || n)), "
                     "'titles', jsonb_build_object('it''s de', 'Brief ' || n)) FROM generate_series(0, 1999) AS n");
        db().execute("ANALYZE letters; SET enable_seqscan = off");
    }

    template <class Query>
    std::string plan(const Query& query, std::initializer_list<std::string_view> values) {
        db().execute("CREATE TEMP TABLE plan (line text);"
                     "DO $do$ DECLARE l text; BEGIN FOR l IN EXECUTE $q$EXPLAIN " +
                     vocabulary::with_values<stoa::dialect::postgres>(query, values) +
                     "$q$ LOOP INSERT INTO plan VALUES (l); END LOOP; END $do$");
        const std::string lines = ask("SELECT string_agg(line, E'\\n') FROM plan");
        db().execute("DROP TABLE plan");
        return lines;
    }

    static void expect_use(std::string_view part, const std::string& lines) {
        EXPECT_TRUE(lines.find(part) != lines.npos) << lines;
        EXPECT_EQ(lines.find("Sort"), lines.npos) << lines;
        EXPECT_EQ(lines.find("Seq Scan"), lines.npos) << lines;
    }
};

TEST_F(postgres_json_paths, find_rows_by_an_index) {
    expect_use("using by_pages", plan(indexed_documents::thick, {"7"}));
    expect_use("using by_first", plan(indexed_documents::begins, {"'t'"}));
    expect_use("using by_last", plan(indexed_documents::ends, {"'t'"}));
    expect_use("using by_german", plan(indexed_documents::named, {"'t'"}));
}

TEST_F(postgres_json_paths, sort_rows_by_an_index) {
    expect_use("using by_pages", plan(indexed_documents::thinnest, {"3"}));
    expect_use("Backward using by_pages", plan(indexed_documents::thickest, {"3"}));
    expect_use("using by_first", plan(indexed_documents::by_first, {"3"}));
}

TEST_F(postgres_json_paths, find_what_documents_contain_by_an_index) {
    using namespace indexed_documents;
    const auto tagged = from<letter>().where(contains(tags, "tag 7")).select(col<&letter::id>);
    expect_use("on by_tags", plan(tagged, {R"('["tag 7"]')"}));
    const auto holding =
        from<letter>().where(contains(col<&letter::meta>, stoa::json_document())).select(col<&letter::id>);
    expect_use("on by_all", plan(holding, {R"('{"titles":{"it''s de":"Brief 7"}}')"}));
}

} // namespace postgres_driver
