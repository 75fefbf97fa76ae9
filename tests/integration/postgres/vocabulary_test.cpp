// SPDX-License-Identifier: BSL-1.0
// What PostgreSQL makes of a definition: comments, methods of indexes, identities, and plans that use the indexes that
// queries of stoa are written for.

#include "stoa/postgres.hpp"

#include "vocabulary.hpp"
#include "with_server.hpp"

#include <string>

namespace postgres_driver {

class postgres_vocabulary : public with_server {
protected:
    void SetUp() override {
        with_server::SetUp();
        if (IsSkipped()) return;
        db().execute("SET search_path TO pg_temp");
        db().execute(stoa::ddl<vocabulary::entries, stoa::dialect::postgres>);
    }

    std::string index_text(const std::string& name) {
        // Only of this test's own schema: those of others may be dropped at this very moment.
        const std::string text = ask("SELECT pg_get_indexdef('" + name + "'::regclass)");
        return text.substr(text.find(" USING ") + 1);
    }

    /// The plan of a query whose parameters have these values. Tables of a test are small, and would be read whole.
    template <class Query>
    std::string plan(const Query& query, std::initializer_list<std::string_view> values) {
        db().execute("SET enable_seqscan = off; SET enable_bitmapscan = off; CREATE TEMP TABLE plan (line text);"
                     "DO $do$ DECLARE l text; BEGIN FOR l IN EXECUTE $q$EXPLAIN " +
                     vocabulary::with_values<stoa::dialect::postgres>(query, values) +
                     "$q$ LOOP INSERT INTO plan VALUES (l); END LOOP; END $do$");
        return ask("SELECT string_agg(line, E'\\n') FROM plan");
    }
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

TEST_F(postgres_vocabulary, comments_are_kept) {
    EXPECT_EQ(ask("SELECT obj_description('entries'::regclass)"), "what there is to read, and who's written it");
    EXPECT_EQ(ask("SELECT col_description('entries'::regclass, 2)"), "as on the \"cover\"");
    EXPECT_EQ(ask("SELECT coalesce(col_description('entries'::regclass, 4), 'none')"), "none");
}

TEST_F(postgres_vocabulary, nothing_is_left_out) {
    static_assert(stoa::ddl_report<vocabulary::entries, stoa::dialect::postgres>.empty());
}

TEST_F(postgres_vocabulary, identities_start_and_step_as_told) {
    for (const char* expected : {"100", "110", "120"})
        EXPECT_EQ(
            ask(std::string("INSERT INTO entries (\"Title \"\"it\"\"\", author, year, details) VALUES ('t', 'a', ") +
                expected + ", '{}') RETURNING id::text"),
            expected);
}

TEST_F(postgres_vocabulary, indexes_have_their_methods) {
    EXPECT_EQ(index_text("by_details"), "USING gin (details jsonb_path_ops)");
    EXPECT_EQ(index_text("by_author"), "USING hash (author)");
    EXPECT_EQ(index_text("by_id"), "USING brin (id)");
    EXPECT_EQ(index_text("by_year"), "USING btree (year) INCLUDE (author)");
    EXPECT_EQ(index_text("by_single_title"), "USING btree (\"Title \"\"it\"\"\") WHERE (volume IS NULL)");
    EXPECT_EQ(index_text("one_volume"), "USING btree (year, volume) NULLS NOT DISTINCT");
}

TEST_F(postgres_vocabulary, a_partial_index_finds_the_rows_of_its_condition) {
    const std::string lines = plan(vocabulary::single, {"'t'"});
    EXPECT_TRUE(contains(lines, "Index Scan using by_single_title")) << lines;
}

TEST_F(postgres_vocabulary, an_expression_index_finds_what_it_computes) {
    const std::string lines = plan(vocabulary::sum, {"7"});
    EXPECT_TRUE(contains(lines, "Index Scan using by_sum")) << lines;
}

TEST_F(postgres_vocabulary, an_index_over_a_json_path_finds_its_values) {
    const std::string lines = plan(vocabulary::thick, {"900"});
    EXPECT_TRUE(contains(lines, "Index Scan using by_pages")) << lines;
}

TEST_F(postgres_vocabulary, a_partial_index_can_depend_on_a_json_path) {
    db().execute("DROP INDEX by_author");
    const std::string lines = plan(vocabulary::german, {"'de'", "'a'"});
    EXPECT_TRUE(contains(lines, "Index Scan using by_german_author")) << lines;
}

TEST_F(postgres_vocabulary, included_columns_are_read_from_the_index) {
    db().execute("ALTER TABLE entries DROP CONSTRAINT one_volume");
    const std::string lines = plan(vocabulary::years, {"1900"});
    EXPECT_TRUE(contains(lines, "Index Only Scan using by_year")) << lines;
}

} // namespace postgres_driver
