// SPDX-License-Identifier: BSL-1.0
// verify(): a schema that was just created is equal, what is missing or too much is named, and looking leaves no trace.

#include "verified_schemas.hpp"

#include <string>

namespace verified {

using stoa::difference_kind, stoa::object_kind;

struct verify : stoa_test::databases {};

TEST_P(verify, a_schema_just_created_is_equal) {
    for_each_schema([&]<class Schema>() {
        db().create<Schema>();
        EXPECT_EQ(text_of(stoa::verify<Schema>(db())), "");
        EXPECT_EQ(stoa::inspect(db()), stoa::inspect_definition<Schema>(db()));
        db().drop<Schema>();
        EXPECT_EQ(stoa::inspect(db()), stoa::schema_info{});
    });
}

TEST_P(verify, in_an_empty_database_every_table_is_missing) {
    const auto found = stoa::verify<shop>(db());
    ASSERT_EQ(found.size(), 3U);
    const std::string columns = "columns id, customer_id, product_id, pieces, each, total";
    EXPECT_EQ(found[0],
              (stoa::difference{difference_kind::missing, "baskets", object_kind::table, "baskets", {}, {}, columns}));
    EXPECT_EQ(to_string(found[0]), "table \"baskets\" is missing: " + columns);
}

TEST_P(verify, a_table_of_nobodys_counts_only_on_request) {
    db().create<stoa::schema<bare, node>>();
    EXPECT_EQ(text_of(stoa::verify<stoa::schema<node>>(db())), "");
    const auto found =
        stoa::verify<stoa::schema<node>>(db(), {.extra_tables = true, .extra_views = true, .extra_enums = true});
    EXPECT_EQ(text_of(found), "table \"bare\" is not wanted: columns first, second\n");
    EXPECT_EQ(found[0].kind, difference_kind::extra);
    db().execute("CREATE VIEW \"all_nodes\" AS SELECT \"id\" FROM \"nodes\"");
    EXPECT_EQ(text_of(stoa::verify<stoa::schema<node>>(db())), "");
    const auto views =
        stoa::verify<stoa::schema<node>>(db(), {.extra_tables = false, .extra_views = true, .extra_enums = false});
    ASSERT_EQ(views.size(), 1U);
    EXPECT_EQ(views[0].object, object_kind::view);
    EXPECT_EQ(views[0].name, "all_nodes");
}

TEST_P(verify, rows_do_not_matter_and_stay) {
    db().create<stoa::schema<bare>>();
    db().insert(bare{"a", "b"});
    EXPECT_EQ(text_of(stoa::verify<stoa::schema<bare>>(db())), "");
    EXPECT_EQ(db().one(stoa::from<bare>().select(stoa::count())), 1);
}

TEST_P(verify, it_leaves_nothing_behind) {
    db().create<stoa::schema<bare>>();
    const stoa::schema_info before = stoa::inspect(db());
    stoa::verify<shop>(db());
    EXPECT_EQ(stoa::inspect(db()), before);
    db().create<shop>(); // none of it is there
    EXPECT_FALSE(db().connection().in_transaction());
    EXPECT_EQ(text_of(stoa::verify<shop>(db())), "");
}

TEST_P(verify, a_transaction_around_it_goes_on) {
    db().create<stoa::schema<bare>>();
    db().transaction([&] {
        db().insert(bare{"a", "b"});
        EXPECT_EQ(stoa::verify<shop>(db()).size(), 3U);
        db().insert(bare{"c", "d"});
    });
    EXPECT_EQ(db().one(stoa::from<bare>().select(stoa::count())), 2);
}

TEST_P(verify, differences_read_well) {
    using stoa::difference;
    EXPECT_EQ(to_string(difference{difference_kind::changed, "books", object_kind::column, "price", "type", "text",
                                   "integer"}),
              "table \"books\", column \"price\": type text, wanted integer");
    EXPECT_EQ(to_string(difference{difference_kind::changed, "books", object_kind::table, "books", "comment", "", "x"}),
              "table \"books\": comment none, wanted x");
    EXPECT_EQ(
        to_string(difference{difference_kind::missing, "books", object_kind::check, "ck", "", "", "expression a > 0"}),
        "table \"books\", check \"ck\" is missing: expression a > 0");
    EXPECT_EQ(to_string(difference{difference_kind::extra, "books", object_kind::foreign_key, "", "", "columns a", ""}),
              "table \"books\", foreign key is not wanted: columns a");
    EXPECT_EQ(to_string(difference{difference_kind::missing, "", object_kind::view, "v", "", "", ""}),
              "view \"v\" is missing");
}

STOA_TEST_ON_EVERY_DATABASE(verify);

} // namespace verified
