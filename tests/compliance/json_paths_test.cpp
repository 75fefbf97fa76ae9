// SPDX-License-Identifier: BSL-1.0
// Paths through lists and maps, parts of documents, and what can be asked of them.

#include "databases.hpp"
#include "failure.hpp"
#include "typed_documents.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace json_path_test {

using namespace typed_documents;
using stoa::at, stoa::key, stoa::col, stoa::from;
using stoa_test::failure_of;

inline constexpr auto meta = col<&book::meta>;
inline constexpr auto tags = col<&book::meta, &book_meta::tags>;
inline constexpr auto chapters = col<&book::meta, &book_meta::chapters>;
inline constexpr auto dimensions = col<&book::meta, &book_meta::dimensions>;
inline constexpr auto german = col<&book::meta, &book_meta::titles, key<"de">>;

using ids = std::vector<std::int64_t>;

struct json_paths : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<book>>();
        db().insert(dune());
        db().insert(leaflet());
    }

    template <class Condition>
    ids where(const Condition& condition) {
        return db().all(from<book>().where(condition).order_by(col<&book::id>).select(col<&book::id>));
    }

    template <class Term>
    auto of_dune(const Term& term) {
        return db().one(from<book>().where(col<&book::id> == 1).select(term));
    }
};

TEST_P(json_paths, lead_to_elements_from_both_ends) {
    EXPECT_EQ(of_dune(col<&book::meta, &book_meta::tags, at<0>>), "desert");
    EXPECT_EQ(of_dune(col<&book::meta, &book_meta::tags, at<-1>>), "spice");
    EXPECT_EQ(of_dune(col<&book::meta, &book_meta::tags, at<-2>>), "desert");
    EXPECT_EQ(of_dune(col<&book::meta, &book_meta::tags, at<2>>), std::nullopt);
    EXPECT_EQ(of_dune(col<&book::meta, &book_meta::tags, at<-3>>), std::nullopt);
    EXPECT_EQ(of_dune(col<&book::meta, &book_meta::range, at<1>>), std::int16_t{412});
    EXPECT_EQ(of_dune(col<&book::meta, &book_meta::chapters, at<-1>, &chapter::themes, at<1>>), "water");
    EXPECT_EQ(of_dune(col<&book::extra, at<0>, &chapter::pages>), 3);
}

TEST_P(json_paths, lead_to_entries) {
    EXPECT_EQ(of_dune(german), "Der Wüstenplanet");
    EXPECT_EQ(of_dune(col<&book::meta, &book_meta::titles, key<"es">>), std::nullopt);
    EXPECT_EQ(of_dune(col<&book::meta, &book_meta::ratings, key<"critics">>), 4.5);
    EXPECT_EQ(of_dune(col<&book::meta, &book_meta::ratings, key<"readers">>), std::nullopt);
}

TEST_P(json_paths, choose_and_sort_rows) {
    EXPECT_EQ(where(german == "Der Wüstenplanet"), (ids{1}));
    EXPECT_EQ(where(german.is_null()), (ids{2}));
    EXPECT_EQ(where(col<&book::meta, &book_meta::chapters, at<1>, &chapter::pages> > 211), (ids{1}));
    const auto sorted = from<book>().order_by(col<&book::meta, &book_meta::tags, at<0>>).select(col<&book::id>);
    EXPECT_EQ(db().all(sorted), (ids{1, 2}));
    EXPECT_EQ(db().all(from<book>().order_by(desc(german)).select(col<&book::id>)), (ids{2, 1}));
}

TEST_P(json_paths, of_untyped_documents_have_names_and_places) {
    EXPECT_EQ(of_dune(stoa::json_value<std::string, "a", at<-1>, "b">(col<&book::note>)), "x");
    EXPECT_EQ(of_dune(stoa::json_value<int, "a", at<0>>(col<&book::note>)), 1);
    EXPECT_EQ(of_dune(stoa::json_value<int, "n", at<0>>(col<&book::note>)), std::nullopt);
}

TEST_P(json_paths, end_at_parts_that_are_documents_themselves) {
    EXPECT_EQ((*of_dune(dimensions))->height, 20.5);
    EXPECT_EQ(**of_dune(tags), (std::vector<std::string>{"desert", "spice"}));
    EXPECT_EQ((**of_dune(chapters))[1].title, "Muad'Dib");
    EXPECT_EQ((*of_dune(col<&book::meta, &book_meta::chapters, at<0>>))->pages, 200);
    EXPECT_EQ((**of_dune(col<&book::meta, &book_meta::titles>)).at("fr"), "Dune");
    EXPECT_EQ(**of_dune(col<&book::meta, &book_meta::price>), (stoa::decimal<8, 2>("12.50")));
    EXPECT_EQ(where(dimensions.is_null()), (ids{2}));
    EXPECT_EQ(where(dimensions == size{13, 20.5}), (ids{1}));
    EXPECT_EQ(where(tags == std::vector<std::string>{"desert", "spice"}), (ids{1}));
    EXPECT_EQ(where(tags != std::vector<std::string>{"desert", "spice"}), (ids{2}));
}

TEST_P(json_paths, tell_a_null_from_what_is_missing) {
    db().execute(stoa::insert_into<book>().values(col<& book::id> = 3, col<& book::meta> = leaflet().meta,
                                                  col<& book::note> = foreign()));
    const auto note = col<&book::note>;
    EXPECT_EQ(where(has_key(dimensions)), (ids{1}));
    EXPECT_EQ(where(!has_key(dimensions)), (ids{2, 3}));
    EXPECT_EQ(where(stoa::has_key<"pages">(note)), (ids{3}));
    EXPECT_EQ(where(stoa::json_value<int, "pages">(note).is_not_null()), ids{});
    EXPECT_EQ(where(!stoa::has_key<"lang">(note)), (ids{1, 2, 3}));
    EXPECT_EQ(where(stoa::has_key<"a", at<1>, "b">(note)), (ids{1}));
    EXPECT_EQ(where(stoa::has_key<"chapters", at<0>>(note)), ids{}) << "a place is not a name";
    EXPECT_EQ(where(stoa::has_key<"chapters", "0">(note)), (ids{3}));
    EXPECT_EQ(where(stoa::has_key<"titles", "0">(note)), ids{}) << "a name is not a place";
    EXPECT_EQ(where(stoa::has_key<"titles", at<0>>(note)), (ids{3}));
}

TEST_P(json_paths, count_elements) {
    const auto counts = db().all(from<book>()
                                     .order_by(col<&book::id>)
                                     .select(cardinality(tags), cardinality(chapters), cardinality(col<&book::extra>)));
    EXPECT_EQ(counts[0], std::tuple(2, 2, std::optional(1)));
    EXPECT_EQ(counts[1], std::tuple(0, 0, std::nullopt));
    EXPECT_EQ(of_dune(cardinality(col<&book::note>)), std::nullopt) << "an object has no elements";
    EXPECT_EQ(where(cardinality(tags) > 1), (ids{1}));
}

TEST_P(json_paths, find_what_a_document_contains) {
    EXPECT_EQ(where(contains(tags, "spice")), (ids{1}));
    EXPECT_EQ(where(contains(tags, "spic")), ids{});
    EXPECT_EQ(where(contains(col<&book::meta, &book_meta::range>, 412)), (ids{1}));
    EXPECT_EQ(where(contains(chapters, stoa::json_document::parse(R"([{"themes":["water"]}])"))), (ids{1}));
    EXPECT_EQ(where(contains(chapters, chapter{"Arrakis", 200, {}})), (ids{1})) << "the list is contained in the other";
    EXPECT_EQ(where(contains(meta, stoa::json_document::parse(R"({"lang":"en","tags":["spice"]})"))), (ids{1}));
    EXPECT_EQ(where(contains(dimensions, stoa::json(size{13, 20.5}))), (ids{1}));
    EXPECT_EQ(where(!contains(dimensions, stoa::json(size{13, 20}))), (ids{1})) << "NULL where there is nothing";
    EXPECT_EQ(where(contains(col<&book::note>, stoa::json_document::parse(R"({"a":[1]})"))), (ids{1}));
    EXPECT_THROW((void)contains(col<&book::meta, &book_meta::range>, 70000), stoa::mapping_error);
}

TEST_P(json_paths, are_checked) {
    book wrong = leaflet();
    wrong.id = 5;
    wrong.meta->tags = {"a", "b", "c", "d"};
    const auto refused = [&] { return failure_of<stoa::constraint_violation>([&] { db().insert(wrong); }); };
    EXPECT_EQ(refused().constraint().name, "few_tags");
    wrong.meta->tags.clear();
    wrong.meta->chapters = {{"empty", 0, {}}};
    EXPECT_EQ(refused().constraint().name, "first_chapter");
}

TEST_P(json_paths, of_an_alias_and_of_an_outer_join) {
    constexpr auto other = stoa::alias<book, "other">;
    const auto joined =
        from<book>()
            .left_join(other, other[col<&book::meta, &book_meta::titles, key<"fr">>] == "Dune" && col<&book::id> == 2)
            .order_by(col<&book::id>)
            .select(col<&book::id>, other[col<&book::meta, &book_meta::pages>],
                    contains(other[col<&book::meta>], stoa::json_document::parse("{}")));
    const auto rows = db().all(joined);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0], std::tuple(1, std::nullopt, std::nullopt));
    EXPECT_EQ(rows[1], std::tuple(2, 412, true));
}

STOA_TEST_ON_EVERY_DATABASE(json_paths);

} // namespace json_path_test
