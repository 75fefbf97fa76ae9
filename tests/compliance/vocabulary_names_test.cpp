// SPDX-License-Identifier: BSL-1.0
// Columns that are not called like their fields: by a policy, or one by one. No verb and no clause may tell.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vocabulary_names {

struct stamp {
    std::string changedBy;
};

struct author {
    std::int64_t authorId;
    std::string fullName;
    int HTTPStatus;
    stamp lastChange;
};

struct book {
    std::int64_t id;
    std::int64_t authorId;
    std::string title;
    std::optional<std::string> subTitle;
};

/// The columns as another program knows them.
struct plain_author {
    std::int64_t author_id;
    std::string full_name;
    int http_status;
    std::string changed_by;
};

} // namespace vocabulary_names

template <>
inline constexpr auto stoa::table<vocabulary_names::author> = stoa::define<vocabulary_names::author>(
    "authors", stoa::naming(stoa::snake_case),
    stoa::primary_key(stoa::col<&vocabulary_names::author::authorId>).generated(stoa::identity),
    stoa::unique(stoa::col<&vocabulary_names::author::fullName>),
    stoa::check(stoa::col<&vocabulary_names::author::HTTPStatus> > 0),
    stoa::index(stoa::col<&vocabulary_names::author::lastChange, &vocabulary_names::stamp::changedBy>));
template <>
inline constexpr auto stoa::table<vocabulary_names::book> = stoa::define<vocabulary_names::book>(
    "books", stoa::primary_key(stoa::col<&vocabulary_names::book::id>),
    stoa::foreign_key(stoa::col<&vocabulary_names::book::authorId>)
        .references(stoa::col<&vocabulary_names::author::authorId>),
    stoa::column(stoa::col<&vocabulary_names::book::title>).named("the \"title\", it's called").default_("none"),
    stoa::column(stoa::col<&vocabulary_names::book::subTitle>).named("select").max_length(10));
template <>
inline constexpr auto stoa::table<vocabulary_names::plain_author> = stoa::define<vocabulary_names::plain_author>(
    "authors", stoa::primary_key(stoa::col<&vocabulary_names::plain_author::author_id>));

namespace vocabulary_names {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;

struct renamed_columns : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<book, author>>();
        db().insert(author{7, "Ann", 200, {"me"}});
        db().insert(book{1, 7, "Stoa", "columns"});
        db().insert(book{2, 7, "Agora", std::nullopt});
    }
};

TEST_P(renamed_columns, have_their_names_in_the_database) {
    const auto row = db().find<plain_author>(7);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->full_name, "Ann");
    EXPECT_EQ(row->http_status, 200);
    EXPECT_EQ(row->changed_by, "me");
    db().execute("INSERT INTO books (id, \"authorId\", \"select\") VALUES (3, 7, 'x')");
    EXPECT_EQ(db().find<book>(3)->title, "none");
}

TEST_P(renamed_columns, are_inserted_found_updated_and_erased) {
    author ann{0, "Bob", 1, {"you"}};
    db().insert(ann);
    EXPECT_EQ(ann.authorId, 8);
    ann.HTTPStatus = 404;
    ann.lastChange.changedBy = "them";
    EXPECT_TRUE(db().update(ann));
    const auto found = db().find<author>(8);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->HTTPStatus, 404);
    EXPECT_EQ(found->lastChange.changedBy, "them");
    EXPECT_TRUE(db().erase<author>(8));
    EXPECT_FALSE(db().find<author>(8));
}

TEST_P(renamed_columns, are_recognised_by_an_upsert) {
    author again{0, "Ann", 500, {"me"}};
    db().upsert(again, stoa::conflict_on(col<&author::fullName>));
    EXPECT_EQ(again.authorId, 7);
    EXPECT_EQ(db().find<author>(7)->HTTPStatus, 500);
    db().upsert(book{1, 7, "Stoa II", "rows"});
    EXPECT_EQ(db().find<book>(1)->title, "Stoa II");
}

TEST_P(renamed_columns, stand_in_every_clause) {
    const auto titles = db().all(from<book>()
                                     .join<author>()
                                     .where(col<&author::fullName> == "Ann" && col<&book::title>.like("%o%"))
                                     .order_by(stoa::desc(col<&book::title>))
                                     .select(col<&book::title>));
    EXPECT_EQ(titles, (std::vector<std::string>{"Stoa", "Agora"}));
    const auto groups = db().all(from<book>()
                                     .group_by(col<&book::subTitle>)
                                     .having(stoa::count() == 1)
                                     .order_by(col<&book::subTitle>)
                                     .select(col<&book::subTitle>));
    EXPECT_EQ(groups, (std::vector<std::optional<std::string>>{"columns", std::nullopt}));
}

TEST_P(renamed_columns, are_set_and_deleted_by_statements) {
    db().execute(stoa::update<book>().set(col<& book::subTitle> = "new").where(col<&book::subTitle>.is_null()));
    EXPECT_EQ(db().find<book>(2)->subTitle, "new");
    EXPECT_EQ(db().execute(stoa::delete_from<book>().where(col<&book::title> == "Stoa")), 1);
}

TEST_P(renamed_columns, are_named_by_errors) {
    const stoa::error length = failure_of<stoa::constraint_violation>([&] {
        db().insert(book{5, 7, "long", "a sub title of some length"});
    });
    EXPECT_EQ(length.constraint().name, "ck_books_select_length");
    EXPECT_EQ(length.constraint().columns, (std::vector<std::string>{"select"}));
    const stoa::error repeated = failure_of<stoa::constraint_violation>([&] {
        db().insert(author{9, "Ann", 1, {"me"}});
    });
    EXPECT_EQ(repeated.code(), stoa::errc::unique_violation);
    EXPECT_EQ(repeated.constraint().name, "uq_authors_full_name");
    EXPECT_EQ(repeated.constraint().columns, (std::vector<std::string>{"full_name"}));
    const stoa::error key = failure_of<stoa::constraint_violation>([&] { db().insert(book{5, 99, "x", {}}); });
    EXPECT_EQ(key.constraint().name, "fk_books_authorId");
}

STOA_TEST_ON_EVERY_DATABASE(renamed_columns);

} // namespace vocabulary_names
