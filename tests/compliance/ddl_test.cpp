// SPDX-License-Identifier: BSL-1.0
// Tables come and go: created whole or not at all, dropped in an order that foreign keys allow.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tables {

struct shelf {
    int id;
    std::string room;
};

struct box {
    int id;
    int shelf_id;
    std::optional<int> inside;
    std::string label;
};

struct thing {
    int id;
    int box_id;
    int shelf_id;
};

/// Nothing refers to it, and it refers to nothing.
struct note {
    stoa::guid id;
    std::string text;
};

/// No primary key at all.
struct line {
    std::string text;
    std::optional<double> number;
};

} // namespace tables

template <>
inline constexpr auto stoa::table<tables::shelf> = stoa::define<tables::shelf>(
    "shelves", stoa::primary_key(stoa::col<&tables::shelf::id>), stoa::index(stoa::col<&tables::shelf::room>));
template <>
inline constexpr auto stoa::table<tables::box> = stoa::define<tables::box>(
    "boxes", stoa::primary_key(stoa::col<&tables::box::id>),
    stoa::foreign_key(stoa::col<&tables::box::shelf_id>).references(stoa::col<&tables::shelf::id>),
    stoa::foreign_key(stoa::col<&tables::box::inside>).references(stoa::col<&tables::box::id>),
    stoa::index(stoa::col<&tables::box::shelf_id>, stoa::desc(stoa::col<&tables::box::label>)),
    stoa::index(stoa::desc(stoa::col<&tables::box::label>)).unique());
template <>
inline constexpr auto stoa::table<tables::thing> = stoa::define<tables::thing>(
    "things", stoa::primary_key(stoa::col<&tables::thing::id>),
    stoa::foreign_key(stoa::col<&tables::thing::box_id>).references(stoa::col<&tables::box::id>),
    stoa::foreign_key(stoa::col<&tables::thing::shelf_id>).references(stoa::col<&tables::shelf::id>));

namespace tables {

using stoa::col;
using stoa::errc;
using stoa::from;
using stoa_test::failure_of;

using everything = stoa::schema<thing, note, box, line, shelf>; // not in the order of their foreign keys

struct tables_of_a_schema : stoa_test::databases {
protected:
    template <class Record>
    bool exists() {
        try {
            db().first(from<Record>());
            return true;
        } catch (const stoa::statement_error& failure) {
            EXPECT_EQ(failure.code(), errc::undefined_object);
            return false;
        }
    }

    void fill() {
        db().insert(shelf{1, "cellar"});
        db().insert(box{1, 1, {}, "outer"});
        db().insert(box{2, 1, 1, "inner"});
        db().insert(thing{1, 2, 1});
        db().insert(note{{}, "text"});
        db().insert(line{"text", 0.5});
    }

    template <class Record>
    std::int64_t count() {
        return db().one(from<Record>().select(stoa::count()));
    }
};

TEST_P(tables_of_a_schema, are_created_dropped_and_created_again) {
    EXPECT_FALSE(exists<thing>());
    db().create<everything>();
    fill();
    EXPECT_EQ(count<box>(), 2);
    db().drop<everything>();
    EXPECT_FALSE(exists<thing>());
    EXPECT_FALSE(exists<note>());
    EXPECT_FALSE(exists<line>());
    EXPECT_FALSE(exists<box>());
    EXPECT_FALSE(exists<shelf>());
    db().create<everything>();
    EXPECT_EQ(count<box>(), 0);
    fill();
    EXPECT_EQ(count<thing>(), 1);
}

TEST_P(tables_of_a_schema, are_dropped_with_their_rows_whatever_these_refer_to) {
    db().create<everything>();
    fill();
    EXPECT_NO_THROW(db().drop<everything>());
}

TEST_P(tables_of_a_schema, are_dropped_where_they_exist) {
    EXPECT_NO_THROW(db().drop<everything>());
    db().create<stoa::schema<shelf, note>>();
    EXPECT_NO_THROW(db().drop<everything>());
    EXPECT_FALSE(exists<shelf>());
}

TEST_P(tables_of_a_schema, that_others_refer_to_stay_with_their_rows) {
    db().create<everything>();
    fill();
    EXPECT_THROW(db().drop<stoa::schema<shelf>>(), stoa::error);
    EXPECT_EQ(count<shelf>(), 1);
    EXPECT_EQ(count<thing>(), 1);
}

TEST_P(tables_of_a_schema, are_not_created_over_existing_ones_and_nothing_is_left_half_done) {
    db().create<stoa::schema<note>>();
    db().insert(note{{}, "kept"});
    EXPECT_EQ(failure_of<stoa::statement_error>([&] { db().create<everything>(); }).code(), errc::duplicate_object);
    EXPECT_FALSE(exists<shelf>());
    EXPECT_FALSE(exists<box>());
    EXPECT_FALSE(exists<thing>());
    EXPECT_FALSE(exists<line>());
    EXPECT_EQ(count<note>(), 1);
    db().drop<stoa::schema<note>>();
    EXPECT_NO_THROW(db().create<everything>());
}

TEST_P(tables_of_a_schema, are_completed_by_create_if_missing_which_keeps_rows) {
    db().create<stoa::schema<shelf, note>>();
    db().insert(shelf{1, "attic"});
    db().insert(note{{}, "kept"});
    db().create_if_missing<everything>();
    EXPECT_EQ(count<shelf>(), 1);
    EXPECT_EQ(count<note>(), 1);
    db().insert(box{1, 1, {}, "label"});
    db().create_if_missing<everything>();
    db().create_if_missing<everything>();
    EXPECT_EQ(count<box>(), 1);
}

TEST_P(tables_of_a_schema, can_be_created_inside_a_transaction) {
    EXPECT_THROW(db().transaction([&] {
        db().create<everything>();
        fill();
        throw 1;
    }),
                 int);
    EXPECT_FALSE(exists<shelf>());
    db().transaction([&] {
        db().create<everything>();
        EXPECT_THROW(db().create<everything>(), stoa::statement_error); // takes itself back
        fill();
    });
    EXPECT_EQ(count<thing>(), 1);
}

TEST_P(tables_of_a_schema, have_the_indexes_of_their_definition) {
    db().create<everything>();
    // An index that is not there cannot be dropped.
    for (const stoa::index_def& each : stoa::table_of<box>().indexes)
        EXPECT_NO_THROW(db().execute("DROP INDEX \"" + std::string(each.name.view()) + '"'));
    EXPECT_EQ(stoa::table_of<box>().indexes[0].name.view(), "ix_boxes_shelf_id_label");
    EXPECT_NO_THROW(db().execute("DROP INDEX ix_shelves_room"));
    EXPECT_THROW(db().execute("DROP INDEX ix_shelves_room"), stoa::statement_error);
}

TEST_P(tables_of_a_schema, keep_descending_unique_indexes_unique) {
    db().create<everything>();
    db().insert(shelf{1, "cellar"});
    db().insert(box{1, 1, {}, "same"});
    EXPECT_EQ(failure_of([&] { db().insert(box{2, 1, {}, "same"}); }).constraint().name, "ix_boxes_label");
    db().insert(box{2, 1, {}, "Same"});
}

TEST_P(tables_of_a_schema, need_no_primary_key) {
    db().create<everything>();
    db().insert(line{"twice", {}});
    db().insert(line{"twice", {}});
    EXPECT_EQ(db().all(from<line>().where(col<&line::text> == "twice" && col<&line::number>.is_null())).size(), 2U);
    EXPECT_EQ(db().execute(stoa::update<line>().set(col<& line::number> = 1.5)), 2);
    EXPECT_EQ(db().execute(stoa::delete_from<line>().where(col<&line::number> > 1)), 2);
}

TEST_P(tables_of_a_schema, are_seen_by_statements_prepared_before_they_were_created_anew) {
    db().create<everything>();
    fill();
    EXPECT_TRUE(db().find<shelf>(1));
    db().drop<everything>();
    db().create<everything>();
    EXPECT_FALSE(db().find<shelf>(1));
    fill();
    EXPECT_EQ(db().find<shelf>(1)->room, "cellar");
}

STOA_TEST_ON_EVERY_DATABASE(tables_of_a_schema);

} // namespace tables
