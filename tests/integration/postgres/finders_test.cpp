// SPDX-License-Identifier: BSL-1.0
// PostgreSQL finds parts of texts, and texts whose case is ignored, by the indexes made for them.

#include "stoa/postgres.hpp"

#include "finders.hpp"
#include "with_server.hpp"

#include <string>

namespace postgres_driver {

class postgres_finders : public with_server {
protected:
    void SetUp() override {
        with_server::SetUp();
        if (IsSkipped()) return;
        db().execute("SELECT pg_advisory_lock(7364); CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public");
        db().execute("SELECT pg_advisory_unlock(7364); SET search_path TO pg_temp, public");
        db().execute(stoa::ddl<finders::people, stoa::dialect::postgres>);
        // A bitmap is the only way into a gin index, and a sort a way around others.
        db().execute("SET enable_seqscan = off; SET enable_sort = off");
    }

    template <class Query>
    std::string plan(const Query& query, std::initializer_list<std::string_view> values) {
        db().execute("CREATE TEMP TABLE plan (line text);"
                     "DO $do$ DECLARE l text; BEGIN FOR l IN EXECUTE $q$EXPLAIN " +
                     vocabulary::with_values<stoa::dialect::postgres>(query, values) +
                     "$q$ LOOP INSERT INTO plan VALUES (l); END LOOP; END $do$");
        return ask("SELECT string_agg(line, E'\\n') FROM plan");
    }

    void expect_use(const std::string& index, const std::string& lines) {
        EXPECT_TRUE(lines.find(index) != lines.npos) << lines;
    }
};

TEST_F(postgres_finders, a_unique_key_finds_texts_whose_case_is_ignored) {
    expect_use("uq_people_login", plan(finders::same_login, {"'Ann'"}));
}

TEST_F(postgres_finders, a_unique_key_finds_lists_of_them) {
    expect_use("uq_people_login", plan(finders::one_of_logins, {"ARRAY['Ann', 'Bob']"}));
}

TEST_F(postgres_finders, an_index_sorts_by_them) {
    const std::string lines = plan(finders::town_by_login, {"'Ulm'"});
    expect_use("Index Scan using by_town", lines);
    EXPECT_EQ(lines.find("Sort"), lines.npos) << lines;
}

TEST_F(postgres_finders, an_index_finds_beginnings) {
    expect_use("by_beginning", plan(finders::beginning, {"'An%'"}));
}

TEST_F(postgres_finders, an_index_finds_exact_beginnings_where_case_is_ignored) {
    expect_use("by_exact_beginning", plan(finders::exact_beginning, {"'An%'"}));
}

TEST_F(postgres_finders, an_index_finds_beginnings_that_are_bound) {
    db().execute("PREPARE q AS " + std::string(stoa::sql_of<stoa::dialect::postgres>(finders::beginning)));
    db().execute("CREATE TEMP TABLE plan (line text);"
                 "DO $do$ DECLARE l text; BEGIN FOR l IN EXECUTE 'EXPLAIN EXECUTE q(''An%'')' "
                 "LOOP INSERT INTO plan VALUES (l); END LOOP; END $do$");
    expect_use("by_beginning", ask("SELECT string_agg(line, E'\\n') FROM plan"));
}

TEST_F(postgres_finders, an_index_finds_parts) {
    expect_use("by_part", plan(finders::part, {"'%burg%'"}));
}

TEST_F(postgres_finders, an_index_whose_building_failed_is_built_again) {
    db().execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'by_part'::regclass");
    for (std::string_view each : stoa::detail::concurrent_index_parts<finders::people, stoa::dialect::postgres>)
        db().execute(each);
    EXPECT_EQ(ask("SELECT indisvalid::text FROM pg_index WHERE indexrelid = 'by_part'::regclass"), "true");
}

} // namespace postgres_driver
