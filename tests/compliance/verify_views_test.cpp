// SPDX-License-Identifier: BSL-1.0
// Views read back: with columns, query and indexes; just created they are as wanted, and what is changed is seen.

#include "publisher.hpp"

#include "stoa/inspect/verify.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace publisher {

using stoa::difference_kind, stoa::object_kind;

std::string text_of(const std::vector<stoa::difference>& all) {
    std::string text;
    for (const stoa::difference& each : all) text += to_string(each) + '\n';
    return text;
}

struct verify_views : empty {
    /// Whether the materialized views of this database are tables.
    bool keeps_rows_in_tables() { return db().connection().open_empty() != nullptr; }

    /// The one thing by which the database differs.
    stoa::difference only_difference() {
        const auto found = stoa::verify<views>(db());
        EXPECT_EQ(found.size(), 1U) << text_of(found);
        return found.empty() ? stoa::difference{} : found[0];
    }

    template <class Named>
    static const Named* find(const std::vector<Named>& all, std::string_view name) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Named& each) { return each.name == name; });
        return found == all.end() ? nullptr : &*found;
    }
};

TEST_P(verify_views, what_was_just_created_is_as_wanted) {
    EXPECT_EQ(text_of(stoa::verify<views>(db())), "");
    EXPECT_EQ(stoa::inspect(db()), stoa::inspect_definition<views>(db()));
    add_books();
    db().refresh<kept_total>();
    db().create_if_missing<views>();
    EXPECT_EQ(text_of(stoa::verify<views>(db(), {.extra_tables = true, .extra_views = true, .extra_enums = true})), "");
    db().drop<views>();
    db().create_if_missing<views>();
    EXPECT_EQ(text_of(stoa::verify<views>(db())), "");
    db().drop<views>();
    EXPECT_EQ(stoa::inspect(db()), stoa::schema_info{});
}

TEST_P(verify_views, columns_and_query_are_read) {
    const stoa::schema_info found = stoa::inspect(db());
    const stoa::view_info* const view = find(found.views, "titles of \"books\"");
    ASSERT_NE(view, nullptr);
    EXPECT_FALSE(view->materialized);
    ASSERT_EQ(view->columns.size(), 4U);
    EXPECT_EQ(view->columns[1].name, "Title");
    EXPECT_EQ(view->columns[2].name, "author_name");
    EXPECT_NE(view->definition.find("'it''s'"), std::string::npos);
    EXPECT_TRUE(view->indexes.empty());
}

TEST_P(verify_views, a_materialized_view_is_read_as_what_it_is) {
    const stoa::schema_info found = stoa::inspect(db());
    const auto check = [](const auto* kept) {
        ASSERT_NE(kept, nullptr);
        ASSERT_EQ(kept->columns.size(), 3U);
        const stoa::index_info* const index = find(kept->indexes, "ix_many");
        ASSERT_NE(index, nullptr);
        EXPECT_EQ(index->terms[0].column, "worth");
        EXPECT_NE(index->predicate, "");
        EXPECT_NE(find(kept->indexes, "ix_kept_totals_books_worth"), nullptr);
    };
    if (keeps_rows_in_tables()) {
        check(find(found.tables, "kept_totals"));
    } else {
        check(find(found.views, "kept_totals"));
        EXPECT_TRUE(find(found.views, "kept_totals")->materialized);
        EXPECT_EQ(find(found.views, "kept_totals")->comment, "totals of last night");
        EXPECT_NE(find(find(found.views, "kept_totals")->indexes, "pk_kept_totals"), nullptr);
        EXPECT_EQ(find(found.views, "author_totals")->columns[2].comment, "all prices");
    }
}

TEST_P(verify_views, a_dropped_view_is_missing) {
    db().execute("DROP VIEW \"busy_authors\"");
    const stoa::difference found = only_difference();
    EXPECT_EQ(found.kind, difference_kind::missing);
    EXPECT_EQ(found.object, object_kind::view);
    EXPECT_EQ(found.name, "busy_authors");
}

TEST_P(verify_views, another_query_is_a_changed_definition) {
    db().execute("DROP VIEW \"busy_authors\"");
    db().execute("CREATE VIEW \"busy_authors\" (\"author_id\", \"books\") AS "
                 "SELECT \"author_id\", \"books\" FROM \"author_totals\" WHERE \"books\" > 2");
    const stoa::difference found = only_difference();
    EXPECT_EQ(found.kind, difference_kind::changed);
    EXPECT_EQ(found.object, object_kind::view);
    EXPECT_EQ(found.name, "busy_authors");
    EXPECT_EQ(found.property, "definition");
    EXPECT_NE(found.from.find("> 2"), std::string::npos);
    EXPECT_NE(found.to.find("> 1"), std::string::npos);
}

TEST_P(verify_views, another_column_is_seen) {
    db().execute("DROP VIEW \"busy_authors\"");
    db().execute("CREATE VIEW \"busy_authors\" (\"author_id\", \"count\") AS "
                 "SELECT \"author_id\", \"books\" FROM \"author_totals\" WHERE \"books\" > 1");
    const auto found = stoa::verify<views>(db());
    const auto is = [&](difference_kind kind, std::string_view column) {
        return std::any_of(found.begin(), found.end(), [&](const stoa::difference& each) {
            return each.kind == kind && each.table == "busy_authors" && each.object == object_kind::column &&
                   each.name == column;
        });
    };
    EXPECT_TRUE(is(difference_kind::missing, "books")) << text_of(found);
    EXPECT_TRUE(is(difference_kind::extra, "count")) << text_of(found);
}

TEST_P(verify_views, the_index_of_a_materialized_view_is_compared) {
    db().execute("DROP INDEX \"ix_many\"");
    stoa::difference found = only_difference();
    EXPECT_EQ(found.kind, difference_kind::missing);
    EXPECT_EQ(found.table, "kept_totals");
    EXPECT_EQ(found.object, object_kind::index);
    EXPECT_EQ(found.name, "ix_many");
    db().execute("CREATE INDEX \"ix_many\" ON \"kept_totals\" (\"worth\") WHERE \"books\" > 2");
    found = only_difference();
    EXPECT_EQ(found.kind, difference_kind::changed);
    EXPECT_EQ(found.property, "predicate");
}

TEST_P(verify_views, a_view_in_the_place_of_a_materialized_one_is_seen) {
    db().execute(keeps_rows_in_tables() ? "DROP TABLE \"kept_titles\"" : "DROP MATERIALIZED VIEW \"kept_titles\"");
    db().execute(
        "CREATE VIEW \"kept_titles\" (\"book_title\", \"pages\") AS SELECT \"title\", \"pages\" FROM \"books\" "
        "WHERE \"title\" LIKE '%a' ESCAPE '\\' ORDER BY \"pages\" DESC LIMIT 3");
    const stoa::difference found = only_difference();
    EXPECT_EQ(found.name, "kept_titles");
    if (keeps_rows_in_tables()) {
        EXPECT_EQ(found.kind, difference_kind::missing);
        EXPECT_EQ(found.object, object_kind::table);
    } else {
        EXPECT_EQ(found.property, "materialization");
    }
}

STOA_TEST_ON_EVERY_DATABASE(verify_views);

} // namespace publisher
