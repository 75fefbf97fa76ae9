// SPDX-License-Identifier: BSL-1.0
// Tables in namespaces, where the database has such, mean the same as tables without.

#include "databases.hpp"

#include "stoa/inspect/verify.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace namespaces {

using stoa::col;

enum class state { lent, here };

struct author {
    std::int64_t id;
    std::string name;
};

struct title {
    std::int64_t id;
    std::int64_t author_id;
    std::string name;
    state now = state::here;
};

/// In the namespace that comes first, as without any.
struct loan {
    std::int64_t id;
    std::int64_t title_id;
    std::string reader;
};

} // namespace namespaces

template <>
inline constexpr std::string_view stoa::native_enum<namespaces::state> = "state";

template <>
inline constexpr auto stoa::table<namespaces::author> =
    stoa::define<namespaces::author>("authors", in_namespace("stoa_test \"people\""),
                                     primary_key(col<&namespaces::author::id>).generated(identity),
                                     unique(col<&namespaces::author::name>), comment("who wrote it"),
                                     column(col<&namespaces::author::name>).comment("as on the cover"));

template <>
inline constexpr auto stoa::table<namespaces::title> = stoa::define<namespaces::title>(
    "titles", in_namespace("stoa_test_library"), primary_key(col<&namespaces::title::id>).generated(identity),
    foreign_key(col<&namespaces::title::author_id>).references(col<&namespaces::author::id>).on_delete(cascade),
    index(col<&namespaces::title::name>).where(col<&namespaces::title::now> == namespaces::state::here),
    check(col<&namespaces::title::name> != "").named("has_name"));

template <>
inline constexpr auto stoa::table<namespaces::loan> = stoa::define<namespaces::loan>(
    "loans", primary_key(col<&namespaces::loan::id>),
    foreign_key(col<&namespaces::loan::title_id>).references(col<&namespaces::title::id>));

namespace namespaces {

using library = stoa::schema<loan, title, author>;

// Everything happens in one transaction that is never committed, since namespaces are shared by all tests.
struct tables_in_namespaces : stoa_test::databases {
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().execute("BEGIN");
        db().create<library>();
    }
    void TearDown() override {
        if (!IsSkipped() && db().connection().in_transaction()) db().execute("ROLLBACK");
        databases::TearDown();
    }

    bool has_namespaces() {
        return stoa::detail::with_dialect(db().connection(), []<class Dialect>() { return Dialect::has_namespaces; });
    }
};

TEST_P(tables_in_namespaces, hold_rows) {
    author pratchett{0, "Pratchett"};
    db().insert(pratchett);
    author adams{7, "Adams"}; // moves the counter
    db().insert(adams);
    author gaiman{0, "Gaiman"};
    db().insert(gaiman);
    EXPECT_EQ(gaiman.id, 8);
    title first{0, pratchett.id, "Mort"};
    db().insert(first);
    db().insert(loan{1, first.id, "me"});

    EXPECT_EQ(db().find<title>(first.id)->name, "Mort");
    first.name = "Sourcery";
    EXPECT_TRUE(db().update(first));
    first.now = state::lent;
    db().upsert(first);
    EXPECT_EQ(db().all(stoa::from<title>().select(col<&title::name>).where(col<&title::now> == state::lent)),
              std::vector<std::string>{"Sourcery"});
    EXPECT_EQ(
        db().execute(stoa::update<title>().set(col<& title::name> = "Pyramids").where(col<&title::id> == first.id)), 1);
    EXPECT_EQ(db().execute(stoa::delete_from<loan>().where(col<&loan::reader> == "me")), 1);
    EXPECT_TRUE(db().erase(pratchett));
    EXPECT_FALSE(db().find<title>(first.id)); // it went with its author
}

TEST_P(tables_in_namespaces, are_joined) {
    author adams{0, "Adams"};
    db().insert(adams);
    title guide{0, adams.id, "The Guide"};
    db().insert(guide);
    db().insert(loan{1, guide.id, "me"});
    const auto found = db().all(stoa::from<loan>()
                                    .join<title>()
                                    .join<author>()
                                    .select(col<&loan::reader>, col<&title::name>, stoa::count())
                                    .where(col<&author::name> == "Adams")
                                    .group_by(col<&loan::reader>, col<&title::name>, col<&title::now>)
                                    .order_by(col<&title::name>, col<&title::now>));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(std::get<1>(found[0]), "The Guide");
}

TEST_P(tables_in_namespaces, name_their_constraints_as_ever) {
    const auto refused = [&](auto change) {
        try {
            db().transaction(change);
        } catch (const stoa::constraint_violation& violation) {
            return violation.constraint();
        }
        return stoa::constraint_info{};
    };
    author adams{0, "Adams"};
    db().insert(adams);
    const auto unique = refused([&] { db().insert(author{0, "Adams"}); });
    EXPECT_EQ(unique.name, "uq_authors_name");
    EXPECT_EQ(unique.table, "authors");
    EXPECT_EQ(unique.columns, std::vector<std::string>{"name"});
    EXPECT_EQ(refused([&] { db().insert(title{0, adams.id, ""}); }).name, "has_name");
    const auto key = refused([&] { db().insert(title{0, adams.id + 1, "x"}); });
    EXPECT_EQ(key.name, "fk_titles_author_id");
    EXPECT_EQ(key.columns, std::vector<std::string>{"author_id"});
}

TEST_P(tables_in_namespaces, are_verified_as_equal) {
    EXPECT_EQ(stoa::verify<library>(db()), std::vector<stoa::difference>{});
    db().insert(author{0, "Adams"});
    EXPECT_EQ(stoa::verify<library>(db()), std::vector<stoa::difference>{});
    EXPECT_EQ(db().all(stoa::from<author>()).size(), 1U);
}

TEST_P(tables_in_namespaces, are_verified_before_anything_is_created) {
    db().drop<library>();
    std::size_t missing = 0;
    for (const stoa::difference& each : stoa::verify<library>(db()))
        missing += each.kind == stoa::difference_kind::missing && each.object == stoa::object_kind::table;
    EXPECT_EQ(missing, 3U);
}

TEST_P(tables_in_namespaces, show_a_changed_index) {
    db().execute("DROP INDEX " + std::string(has_namespaces() ? "stoa_test_library." : "") + "ix_titles_name");
    const auto found = stoa::verify<library>(db());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].table, has_namespaces() ? "stoa_test_library.titles" : "titles");
    EXPECT_EQ(found[0].name, "ix_titles_name");
    EXPECT_EQ(found[0].kind, stoa::difference_kind::missing);
}

TEST_P(tables_in_namespaces, are_read_where_they_are_asked_for) {
    const std::size_t all = stoa::inspect(db(), library::namespaces).tables.size();
    EXPECT_EQ(all, 3U);
    const std::vector<stoa::table_info> found = stoa::inspect(db()).tables;
    EXPECT_EQ(found.size(), has_namespaces() ? 1U : 3U);
    for (const stoa::table_info& each : stoa::inspect(db(), library::namespaces).tables) {
        if (each.name == "titles") {
            EXPECT_EQ(each.schema_name, has_namespaces() ? "stoa_test_library" : "");
            EXPECT_EQ(each.foreign_keys.at(0).target, has_namespaces() ? "stoa_test \"people\".authors" : "authors");
        }
    }
}

TEST_P(tables_in_namespaces, are_told_from_tables_of_the_same_name) {
    if (!has_namespaces()) return;
    db().execute("CREATE TABLE titles (other integer)");
    EXPECT_EQ(stoa::verify<library>(db()), std::vector<stoa::difference>{});
    const auto found = stoa::verify<library>(db(), {.extra_tables = true});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].table, "titles");
}

TEST_P(tables_in_namespaces, are_verified_where_one_comes_first) {
    if (!has_namespaces()) return;
    db().drop<library>();
    db().execute("SET LOCAL search_path TO stoa_test_library");
    db().create<library>();
    EXPECT_EQ(stoa::verify<library>(db()), std::vector<stoa::difference>{});
    db().execute("ALTER TABLE loans DROP reader");
    const auto found = stoa::verify<library>(db());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].name, "reader");
}

TEST_P(tables_in_namespaces, show_a_changed_foreign_key) {
    if (!has_namespaces()) return;
    db().execute("ALTER TABLE stoa_test_library.titles DROP CONSTRAINT fk_titles_author_id");
    db().execute("CREATE TABLE authors (id bigint PRIMARY KEY)");
    db().execute("ALTER TABLE stoa_test_library.titles ADD CONSTRAINT fk_titles_author_id FOREIGN KEY (author_id) "
                 "REFERENCES authors (id) ON DELETE CASCADE");
    const auto found = stoa::verify<library>(db());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].property, "target");
}

STOA_TEST_ON_EVERY_DATABASE(tables_in_namespaces);

} // namespace namespaces
