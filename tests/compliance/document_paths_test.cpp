// SPDX-License-Identifier: BSL-1.0
// Paths of member pointers into documents, and documents kept as plain JSON, in every place an expression can stand.

#include "databases.hpp"
#include "failure.hpp"
#include "golden_json.hpp"

#include "stoa/inspect/verify.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace document_paths {

using namespace golden::vocabulary_json;
using stoa::col;
using stoa::from;
using stoa_test::failure_of;

inline constexpr auto pages = col<&book::meta, &book_meta::pages>;
inline constexpr auto lang = col<&book::meta, &book_meta::lang>;
inline constexpr auto threads = col<&book::meta, &book_meta::bound, &binding::threads>;
inline constexpr auto material = col<&book::made, &origin::first, &binding::material>;

struct paths : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<book>>();
        db().insert(book{1,
                         book_meta{412, "en", format::paperback, binding{"glue", 7}, 0.5, true, {"sand"}},
                         book_meta{9, "de", format::hardcover},
                         book_meta{1, "draft", format::paperback},
                         stoa::json_document::parse("[1]"),
                         {"US", binding{"linen", {}}}});
        db().insert(book{2,
                         book_meta{90, "de", format::hardcover, binding{"linen", {}}, 2.5, false},
                         std::nullopt,
                         book_meta{101, "draft", format::paperback},
                         std::nullopt,
                         {"DE", binding{"paper", 3}}});
        db().insert(book{3,
                         book_meta{7, "fr", format::paperback},
                         std::nullopt,
                         book_meta{0, "none", format::hardcover},
                         std::nullopt,
                         {"FR", binding{"cloth", 4}}});
    }

    template <class Condition>
    std::vector<std::int64_t> where(const Condition& condition) {
        return db().all(from<book>().where(condition).order_by(col<&book::id>).select(col<&book::id>));
    }

    stoa::error failure_to_insert(const book& wrong) {
        return failure_of<stoa::constraint_violation>([&] { db().insert(wrong); });
    }
};

using ids = std::vector<std::int64_t>;

TEST_P(paths, are_compared_by_the_type_of_the_member) {
    EXPECT_EQ(where(pages > 50), (ids{1, 2}));
    EXPECT_EQ(where(pages.between(7, 90)), (ids{2, 3}));
    EXPECT_EQ(where(lang == "de"), (ids{2}));
    EXPECT_EQ(where(lang.in({"de", "fr"})), (ids{2, 3}));
    EXPECT_EQ(where(lang.like("%r")), (ids{3}));
    EXPECT_EQ(where(col<&book::meta, &book_meta::kind> == format::paperback), (ids{1, 3}));
    EXPECT_EQ(where(col<&book::meta, &book_meta::weight> < 1), (ids{1}));
    EXPECT_EQ(where(col<&book::meta, &book_meta::signed_by_author>), (ids{1}));
    EXPECT_EQ(where(material == "paper"), (ids{2}));
}

TEST_P(paths, are_null_where_a_member_is_missing_or_the_column_is_null) {
    EXPECT_EQ(where(threads.is_null()), (ids{2, 3}));
    EXPECT_EQ(where(col<&book::meta, &book_meta::bound, &binding::material>.is_null()), (ids{3}));
    EXPECT_EQ(where(col<&book::reprint, &book_meta::pages>.is_null()), (ids{2, 3}));
    EXPECT_EQ(where(threads == std::nullopt), (ids{2, 3}));
}

TEST_P(paths, are_selected_sorted_and_grouped) {
    const auto rows = db().all(
        from<book>().order_by(desc(pages)).select(pages, lang, col<&book::meta, &book_meta::kind>, threads, material));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0], std::tuple(412, "en", format::paperback, std::int64_t{7}, "linen"));
    EXPECT_EQ(std::get<3>(rows[1]), std::nullopt);
    EXPECT_EQ(std::get<0>(rows[2]), 7);
    const auto kinds = db().all(from<book>()
                                    .group_by(col<&book::meta, &book_meta::kind>)
                                    .order_by(col<&book::meta, &book_meta::kind>)
                                    .select(col<&book::meta, &book_meta::kind>, sum(pages)));
    ASSERT_EQ(kinds.size(), 2U);
    EXPECT_EQ(std::get<0>(kinds[0]), format::hardcover);
    EXPECT_EQ(std::get<1>(kinds[1]), 419);
}

TEST_P(paths, are_the_same_expression_as_names) {
    const auto by_path = from<book>().where(threads > 3).select(col<&book::id>);
    const auto by_name = from<book>()
                             .where(stoa::json_value<std::int64_t, "bound", "threads">(col<&book::meta>) > 3)
                             .select(col<&book::id>);
    EXPECT_EQ(db().all(by_path), db().all(by_name));
    EXPECT_EQ(stoa::sql_of<stoa::dialect::postgres>(by_path), stoa::sql_of<stoa::dialect::postgres>(by_name));
}

TEST_P(paths, are_checked_and_kept_unique) {
    const book wrong{4, book_meta{0, "en", format::paperback}, {}, {}, {}, {}};
    const stoa::error check = failure_to_insert(wrong);
    EXPECT_EQ(check.constraint().name, "has_pages") << check.what();
    EXPECT_EQ(check.constraint().columns, (std::vector<std::string>{"meta"}));
    book second{4, book_meta{1, "de", format::hardcover}, {}, {}, {}, {}};
    EXPECT_EQ(failure_to_insert(second).constraint().name, "one_hardcover");
    second.meta->lang = "nl";
    EXPECT_NO_THROW(db().insert(second));
}

TEST_P(paths, plain_documents_are_read_compared_and_changed_like_others) {
    const std::vector<book> all = db().all(from<book>().order_by(col<&book::id>));
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].draft->lang, "draft");
    EXPECT_EQ(all[0].notes->text(), "[1]");
    EXPECT_EQ(all[1].notes, std::nullopt);
    EXPECT_EQ(where(col<&book::draft> == all[1].draft), (ids{2}));
    EXPECT_EQ(where(col<&book::draft>.in({all[1].draft, all[2].draft})), (ids{2, 3}));
    EXPECT_EQ(where(col<&book::notes>.is_null()), (ids{2, 3}));
    EXPECT_EQ(where(col<&book::draft, &book_meta::pages> > 0), (ids{1, 2}));
    EXPECT_EQ(db().one(from<book>().select(count_distinct(col<&book::draft>))), 3);
    EXPECT_EQ(db().all(from<book>().distinct().select(col<&book::notes>)).size(), 2U);
    EXPECT_EQ(db().all(from<book>().group_by(col<&book::notes>).select(col<&book::notes>, stoa::count())).size(), 2U);

    db().execute(stoa::update<book>().set(col<& book::draft> = col<&book::meta>).where(col<&book::id> == 3));
    EXPECT_EQ(db().find<book>(std::int64_t{3})->draft, all[2].meta);
    db().execute(stoa::update<book>().set(col<& book::meta> = col<&book::draft>).where(col<&book::id> == 2));
    EXPECT_EQ(db().find<book>(std::int64_t{2})->meta, all[1].draft);
    book changed = all[0];
    changed.draft->pages = 5;
    changed.notes = std::nullopt;
    db().update(changed);
    EXPECT_EQ(db().find<book>(std::int64_t{1})->draft, changed.draft);
    changed.draft->pages = 6;
    db().upsert(changed);
    EXPECT_EQ(db().find<book>(std::int64_t{1})->draft->pages, 6);
    EXPECT_EQ(db().execute(stoa::delete_from<book>().where(col<&book::draft> == changed.draft)), 1);
    EXPECT_EQ(failure_to_insert({5, {book_meta{1, "x", {}}}, {}, book_meta{-1, "", {}}, {}, {}}).constraint().name,
              "draft_pages");
}

TEST_P(paths, a_schema_with_documents_verifies) {
    EXPECT_TRUE(stoa::verify<stoa::schema<book>>(db()).empty());
}

STOA_TEST_ON_EVERY_DATABASE(paths);

} // namespace document_paths
