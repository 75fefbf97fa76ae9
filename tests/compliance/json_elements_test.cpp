// SPDX-License-Identifier: BSL-1.0
// The elements of lists and the entries of maps as rows.

#include "databases.hpp"
#include "golden_arrays.hpp"
#include "typed_documents.hpp"

#include <boost/pfr/ops_fields.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace json_element_test {

struct tagged {
    std::int64_t book_id;
    std::string tag;
    std::optional<std::string> title;
};

} // namespace json_element_test

template <>
inline constexpr auto stoa::table<json_element_test::tagged> = [] {
    using namespace typed_documents;
    constexpr auto tag = elements<"tag">(col<&book::meta, &book_meta::tags>);
    constexpr auto title = entries<"title">(col<&book::meta, &book_meta::titles>);
    return view<json_element_test::tagged>("tagged", from<book>()
                                                         .cross_join(tag)
                                                         .left_join(title, title.key == "de")
                                                         .select(col<&book::id>, tag.value, title.value));
}();

namespace json_element_test {

using namespace typed_documents;
using golden::arrays::color, golden::arrays::shelf;
using stoa::at, stoa::key, stoa::col, stoa::from;

inline constexpr auto id = col<&book::id>;
inline constexpr auto tag = stoa::elements<"tag">(col<&book::meta, &book_meta::tags>);
inline constexpr auto part = stoa::elements<"part">(col<&book::meta, &book_meta::chapters>);
inline constexpr auto theme = stoa::elements<"theme">(part.path<&chapter::themes>);
inline constexpr auto title = stoa::entries<"title">(col<&book::meta, &book_meta::titles>);
inline constexpr auto rating = stoa::entries<"rating">(col<&book::meta, &book_meta::ratings>);

struct json_elements : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<book, shelf, tagged>>();
        db().insert(dune());
        db().insert(leaflet());
    }
};

TEST_P(json_elements, are_rows_with_a_value_and_a_position) {
    const auto rows = db().all(from<book>().cross_join(tag).order_by(tag.position).select(id, tag.value, tag.position));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0], std::tuple(1, "desert", 0));
    EXPECT_EQ(rows[1], std::tuple(1, "spice", 1));
}

TEST_P(json_elements, are_chosen_and_counted) {
    const auto found = from<book>().join(tag, tag.value == "spice").select(id, tag.position);
    EXPECT_EQ(db().one(found), std::tuple(1, 1));
    const auto counts =
        from<book>().left_join(tag).group_by(id).order_by(id).select(id, count(tag.value), min(tag.value));
    const auto rows = db().all(counts);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0], std::tuple(1, 2, "desert"));
    EXPECT_EQ(rows[1], std::tuple(2, 0, std::nullopt));
}

TEST_P(json_elements, of_an_outer_join_can_be_missing) {
    const auto rows = db().all(from<book>().left_join(tag, tag.position == 1).order_by(id).select(id, tag.value));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0], std::tuple(1, std::optional<std::string>("spice")));
    EXPECT_EQ(rows[1], std::tuple(2, std::nullopt));
}

TEST_P(json_elements, that_are_records_have_members) {
    const auto rows =
        db().all(from<book>()
                     .cross_join(part)
                     .where(part.path<&chapter::pages> > 1)
                     .order_by(desc(part.path<&chapter::pages>))
                     .select(part.path<&chapter::title>, part.value, part.path<&chapter::themes, at<-1>>));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(std::get<0>(rows[0]), "Muad'Dib");
    EXPECT_EQ(std::get<1>(rows[0])->themes.size(), 2U);
    EXPECT_EQ(std::get<2>(rows[0]), "water");
}

TEST_P(json_elements, of_elements) {
    const auto rows = db().all(from<book>()
                                   .cross_join(part)
                                   .cross_join(theme)
                                   .order_by(part.position, theme.position)
                                   .select(part.position, theme.value));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[2], std::tuple(1, "water"));
}

TEST_P(json_elements, stand_in_a_query_within_an_expression) {
    const auto has = [](const char* text) { return exists(from(tag).where(tag.value == std::string(text))); };
    EXPECT_EQ(db().all(from<book>().where(has("spice")).select(id)), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(db().all(from<book>().where(!has("spice")).select(id)), (std::vector<std::int64_t>{2}));
    const auto pages = scalar(from(part).select(sum(part.path<&chapter::pages>)));
    EXPECT_EQ(db().all(from<book>().order_by(id).select(pages)),
              (std::vector<std::optional<std::int64_t>>{412, std::nullopt}));
}

TEST_P(json_elements, entries_have_a_key_and_a_value) {
    const auto rows = db().all(from<book>().cross_join(title).order_by(title.key).select(title.key, title.value));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0], std::tuple("de", "Der Wüstenplanet"));
    EXPECT_EQ(rows[1], std::tuple("fr", "Dune"));
    const auto optional =
        db().all(from<book>().cross_join(rating).order_by(rating.key).select(rating.key, rating.value));
    EXPECT_EQ(optional[0], std::tuple("critics", std::optional(4.5)));
    EXPECT_EQ(optional[1], std::tuple("readers", std::nullopt));
}

TEST_P(json_elements, entries_have_any_key) {
    book all = leaflet();
    all.id = 3;
    for (const char* name : {"", "a.b", "a[0]", "$", "\"", "it's", "back\\slash", "\n", "Größe", "🙂", "0", "-1"})
        all.meta->titles[name] = name;
    db().insert(all);
    const auto rows =
        db().all(from<book>().cross_join(title).where(id == 3).order_by(title.key).select(title.key, title.value));
    ASSERT_EQ(rows.size(), all.meta->titles.size());
    auto expected = all.meta->titles.begin();
    for (const auto& row : rows) {
        EXPECT_EQ(row, std::tuple(expected->first, expected->second));
        ++expected;
    }
}

TEST_P(json_elements, of_what_is_no_list_are_none) {
    db().execute("CREATE TABLE other AS SELECT * FROM books");
    for (const char* const text :
         {R"({"lang":"x"})", R"({"lang":"x","tags":null,"titles":null})", R"({"lang":"x","tags":5,"titles":"a"})",
          R"({"lang":"x","tags":{"a":"b"},"titles":["a"]})", R"({"lang":"x","tags":"a","titles":5})"}) {
        db().execute("UPDATE books SET meta = '" + std::string(text) + "'");
        EXPECT_EQ(db().one(from<book>().cross_join(tag).select(stoa::count())), 0) << text;
        EXPECT_EQ(db().one(from<book>().cross_join(title).select(stoa::count())), 0) << text;
        EXPECT_EQ(db().one(from<book>().left_join(tag).left_join(title).select(stoa::count())), 2) << text;
        EXPECT_EQ(
            db().one(
                from<book>().where(cardinality(col<&book::meta, &book_meta::tags>).is_null()).select(stoa::count())),
            2);
    }
    for (const char* const text : {"5", "null", "[]"}) {
        db().execute("UPDATE books SET extra = '" + std::string(text) + "'");
        const auto extra = stoa::elements<"extra">(col<&book::extra>);
        EXPECT_EQ(db().one(from<book>().cross_join(extra).select(stoa::count())), 0) << text;
    }
}

TEST_P(json_elements, of_another_kind_are_null) {
    db().execute(R"(UPDATE books SET meta = '{"lang":"x","chapters":["a",5,null,[],{"title":"b"}]}')");
    const auto titles = from<book>().cross_join(part).where(id == 1).order_by(part.position);
    EXPECT_EQ(db().all(titles.select(part.path<&chapter::title>)),
              (std::vector<std::optional<std::string>>{{}, {}, {}, {}, "b"}));
    EXPECT_EQ(db().all(titles.where(part.value.is_null()).select(part.position)), (std::vector<std::int64_t>{0, 1, 2}));
    EXPECT_THROW((void)db().all(titles.select(part.value)), stoa::mapping_error);
}

TEST_P(json_elements, of_array_columns_have_their_type) {
    const auto guid = stoa::guid::parse("0190f3a1-0000-7000-8000-000000000001").value();
    const auto time = stoa::timestamp(std::chrono::microseconds(1234567));
    const auto day = stoa::date(std::chrono::days(20000));
    const shelf full{1,
                     {"b", "a"},
                     {true, false},
                     {255},
                     {-1},
                     {7},
                     {1LL << 62},
                     {1.5F, 2},
                     {0.1, 2},
                     {guid},
                     {time},
                     {day},
                     {stoa::decimal<10, 2>("12.50")},
                     {color::green},
                     {golden::arrays::person_id(4)},
                     {}};
    db().insert(full);
    const auto values = [&](auto source) {
        return db().all(from<shelf>().cross_join(source).order_by(source.position).select(source.value));
    };
    using stoa::elements;
    EXPECT_EQ(values(elements<"e">(col<&shelf::tags>)), full.tags);
    EXPECT_EQ(values(elements<"e">(col<&shelf::flags>)), full.flags);
    EXPECT_EQ(values(elements<"e">(col<&shelf::octets>)), full.octets);
    EXPECT_EQ(values(elements<"e">(col<&shelf::medium>)), full.medium);
    EXPECT_EQ(values(elements<"e">(col<&shelf::large>)), full.large);
    EXPECT_EQ(values(elements<"e">(col<&shelf::single>)), full.single);
    EXPECT_EQ(values(elements<"e">(col<&shelf::real>)), full.real);
    EXPECT_EQ(values(elements<"e">(col<&shelf::moments>)), full.moments);
    EXPECT_EQ(values(elements<"e">(col<&shelf::days>)), full.days);
    EXPECT_EQ(values(elements<"e">(col<&shelf::prices>)), full.prices);
    EXPECT_EQ(values(elements<"e">(col<&shelf::colors>)), full.colors);
    EXPECT_EQ(values(elements<"e">(col<&shelf::readers>)), full.readers);
    EXPECT_EQ(values(elements<"e">(col<&shelf::maybe>)).size(), 0U);
    const auto owner = elements<"e">(col<&shelf::keys>);
    EXPECT_EQ(values(owner), full.keys);
    EXPECT_EQ(db().all(from<shelf>().join(owner, owner.value == guid).select(col<&shelf::id>)).size(), 1U);
    const auto real = elements<"e">(col<&shelf::real>);
    EXPECT_EQ(db().one(from<shelf>().join(real, real.position == 1).select(real.value / 4.0)), 0.5);
}

TEST_P(json_elements, stand_in_a_view) {
    const auto rows = db().all(from<tagged>().order_by(col<&tagged::tag>));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].tag, "spice");
    EXPECT_EQ(rows[1].title, "Der Wüstenplanet");
}

TEST_P(json_elements, are_whole_rows_of_a_join) {
    const auto rows = db().all(from<book>().join(tag, tag.position == 0));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(std::get<0>(rows[0]).id, 1);
    EXPECT_EQ(std::get<1>(rows[0]).value, "desert");
}

STOA_TEST_ON_EVERY_DATABASE(json_elements);

} // namespace json_element_test
