// SPDX-License-Identifier: BSL-1.0
// Changes inside documents.

#include "databases.hpp"
#include "failure.hpp"
#include "typed_documents.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace json_change_test {

using namespace typed_documents;
using stoa::at, stoa::key, stoa::col, stoa::from, stoa::json_value, stoa::update;

inline constexpr auto pages = col<&book::meta, &book_meta::pages>;
inline constexpr auto dimensions = col<&book::meta, &book_meta::dimensions>;
inline constexpr auto width = col<&book::meta, &book_meta::dimensions, &size::width>;
inline constexpr auto threads = col<&book::meta, &book_meta::threads>;
inline constexpr auto tags = col<&book::meta, &book_meta::tags>;
inline constexpr auto note = col<&book::note>;

struct json_changes : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<book>>();
        db().insert(dune());
        db().insert(leaflet());
    }

    template <class... Assignments>
    void set(Assignments... assignments) {
        EXPECT_EQ(db().execute(update<book>().set(std::move(assignments)...)), 2);
    }

    template <class Assignment>
    void expect_out_of_range(Assignment assignment) {
        const stoa::error failure =
            stoa_test::failure_of([&] { db().execute(update<book>().set(std::move(assignment))); });
        EXPECT_EQ(failure.code(), stoa::errc::out_of_range) << failure.what();
    }

    /// The document of Dune is equal to what the same change makes of it here, also to the database.
    template <class Change>
    void expect_dune(Change change) {
        book expected = dune();
        change(*expected.meta);
        EXPECT_EQ(read(1).meta.document().text(), expected.meta.document().text());
        EXPECT_EQ(db().all(from<book>().where(col<&book::meta> == expected.meta)).size(), 1U);
    }

    book read(std::int64_t id) { return db().find<book>(id).value(); }

    std::string note_of(std::string_view text) {
        db().execute(update<book>().set(note = stoa::json_document::parse(text)));
        return text_of_note();
    }
    std::string text_of_note() { return read(1).note.value().text(); }
};

TEST_P(json_changes, put_values_of_every_kind) {
    set(pages = 5, col<&book::meta, &book_meta::lang> = "a \"quoted\" \\ text\n", threads = 1LL << 60,
        col<&book::meta, &book_meta::kind> = format::hardcover, col<&book::meta, &book_meta::is_signed> = false,
        col<&book::meta, &book_meta::price> = stoa::decimal<8, 2>("99999.99"), width = 0.1);
    expect_dune([](book_meta& meta) {
        meta.pages = 5;
        meta.lang = "a \"quoted\" \\ text\n";
        meta.threads = 1LL << 60;
        meta.kind = format::hardcover;
        meta.is_signed = false;
        meta.price = stoa::decimal<8, 2>("99999.99");
        meta.dimensions->width = 0.1;
    });
}

TEST_P(json_changes, put_whole_parts) {
    set(dimensions = size{1, 2}, tags = std::vector<std::string>{"new"},
        col<&book::meta, &book_meta::chapters, at<-1>> = chapter{"Last", 9, {}},
        col<&book::meta, &book_meta::titles, key<"es">> = "Duna");
    expect_dune([](book_meta& meta) {
        meta.dimensions = size{1, 2};
        meta.tags = {"new"};
        meta.chapters[1] = {"Last", 9, {}};
        meta.titles["es"] = "Duna";
    });
    EXPECT_EQ(read(2).meta->chapters.size(), 0U) << "an element that is not there is not added";
    EXPECT_EQ(read(2).meta->dimensions->height, 2) << "a member is";
}

TEST_P(json_changes, go_on_into_elements_and_entries) {
    set(col<&book::meta, &book_meta::chapters, at<0>, &chapter::title> = "First",
        col<&book::meta, &book_meta::chapters, at<1>, &chapter::themes, at<-1>> = "thirst",
        col<&book::meta, &book_meta::ratings, key<"critics">> = 5.0,
        col<&book::meta, &book_meta::ratings, key<"readers">> = std::nullopt,
        col<&book::meta, &book_meta::range, at<0>> = 2);
    expect_dune([](book_meta& meta) {
        meta.chapters[0].title = "First";
        meta.chapters[1].themes[1] = "thirst";
        meta.ratings["critics"] = 5.0;
        meta.range[0] = 2;
    });
    EXPECT_EQ(read(2).meta->ratings.size(), 2U);
}

TEST_P(json_changes, remove_what_can_be_missing) {
    set(remove(dimensions), threads = std::nullopt, col<&book::meta, &book_meta::is_signed> = std::optional<bool>(),
        remove(col<&book::meta, &book_meta::tags, at<0>>), remove(col<&book::meta, &book_meta::titles, key<"de">>),
        remove(col<&book::meta, &book_meta::chapters, at<-1>, &chapter::themes, at<5>>));
    expect_dune([](book_meta& meta) {
        meta.dimensions.reset();
        meta.threads.reset();
        meta.is_signed.reset();
        meta.tags = {"spice"};
        meta.titles.erase("de");
    });
}

TEST_P(json_changes, are_left_out_where_the_path_leads_nowhere) {
    set(width = 3.0);
    expect_dune([](book_meta& meta) { meta.dimensions->width = 3; });
    EXPECT_EQ(read(2).meta, leaflet().meta) << "there are no dimensions to have a width";
}

TEST_P(json_changes, leave_a_document_that_is_null) {
    set(col<&book::reprint, &book_meta::pages> = 9, remove(col<&book::extra, at<0>>));
    EXPECT_EQ((*read(1).reprint)->pages, 9);
    EXPECT_EQ((*read(1).extra)->size(), 0U);
    EXPECT_EQ(read(2).reprint, std::nullopt);
    EXPECT_EQ(read(2).extra, std::nullopt);
}

TEST_P(json_changes, put_what_the_database_computes) {
    set(pages = pages + 1, threads = threads * 2, width = width / 2.0,
        col<&book::meta, &book_meta::lang> = lower(col<&book::meta, &book_meta::lang>),
        col<&book::meta, &book_meta::is_signed> = col<&book::id> == 1);
    expect_dune([](book_meta& meta) {
        meta.pages = 413;
        meta.threads = 14;
        meta.dimensions->width = 6.5;
    });
    EXPECT_EQ(read(2).meta->threads, std::nullopt) << "NULL is a member that is not there";
    EXPECT_EQ(read(2).meta->is_signed, false);
    set(pages = col<&book::meta, &book_meta::range, at<1>>);
    EXPECT_EQ(read(1).meta->pages, 412);
}

TEST_P(json_changes, keep_a_member_that_cannot_be_missing_from_null) {
    set(pages = col<&book::reprint, &book_meta::pages>);
    EXPECT_EQ(read(1).meta->pages, 1);
    EXPECT_EQ(read(2).meta->pages, 2) << "there is no reprint";
}

TEST_P(json_changes, refuse_a_number_that_is_none_of_the_member) {
    EXPECT_THROW((void)(pages = 1LL << 40), stoa::mapping_error);
    EXPECT_THROW((void)(pages = 1.5), stoa::mapping_error);
    expect_out_of_range(pages = pages + (1LL << 40));
    EXPECT_EQ(read(1).meta, dune().meta);
}

TEST_P(json_changes, refuse_a_computed_number_that_is_infinite) {
    for (const double sign : {1.0, -1.0})
        expect_out_of_range(width = width * (sign * std::numeric_limits<double>::infinity()));
    set(width = width / 3.0);
    expect_dune([](book_meta& meta) { meta.dimensions->width = 13 / 3.0; });
}

TEST_P(json_changes, of_untyped_documents) {
    set(json_value<std::int64_t, "a", at<0>>(note) = 2, json_value<std::string, "new">(note) = "x",
        remove(json_value<int, "n">(note)), json_value<int, "a", at<1>, "c">(note) = 3);
    EXPECT_EQ(text_of_note(), R"({"a":[2,{"b":"x","c":3}],"new":"x"})");
    EXPECT_EQ(read(2).note, std::nullopt);
}

TEST_P(json_changes, of_documents_of_another_shape_change_nothing) {
    for (const char* const text : {"5", "null", "\"x\"", "[]", "[1]", "{}", R"({"a":5})", R"({"a":null})",
                                   R"({"a":[1]})", R"({"a":{"0":1,"b":2}})", R"({"0":1})", R"([[1],{"a":[2]}])"}) {
        for (int change = 0; change != 7; ++change) {
            std::string expected = note_of(text);
            const bool in_object = expected[0] == '{';
            const bool has_object = expected.starts_with(R"({"a":{)");
            const bool has_list = expected.starts_with(R"({"a":[)");
            if (change == 0) set(json_value<int, "a", "b">(note) = 7);
            if (change == 0 && has_object) expected = R"({"a":{"0":1,"b":7}})";
            if (change == 1) set(json_value<int, "a", at<0>>(note) = 7);
            if (change == 1 && has_list) expected = R"({"a":[7]})";
            if (change == 2) set(json_value<int, "a", "0">(note) = 7);
            if (change == 2 && has_object) expected = R"({"a":{"0":7,"b":2}})";
            if (change == 3) set(remove(json_value<int, "a", "0">(note)));
            if (change == 3 && has_object) expected = R"({"a":{"b":2}})";
            if (change == 4) set(remove(json_value<int, "a", at<0>>(note)));
            if (change == 4 && has_list) expected = R"({"a":[]})";
            if (change == 5) set(json_value<int, at<0>, at<0>>(note) = 7, json_value<int, "b">(note) = 8);
            if (change == 5 && expected == R"([[1],{"a":[2]}])") expected = R"([[7],{"a":[2]}])";
            if (change == 5 && in_object)
                expected.insert(expected.size() - 1, expected == "{}" ? "\"b\":8" : ",\"b\":8");
            if (change == 6)
                set(json_value<int, "b", at<0>>(note) = 7, remove(json_value<int, at<1>, "a", at<0>>(note)));
            if (change == 6 && expected == R"([[1],{"a":[2]}])") expected = R"([[1],{"a":[]}])";
            EXPECT_EQ(text_of_note(), expected) << text << ", change " << change;
        }
    }
}

TEST_P(json_changes, stand_in_an_upsert) {
    book again = leaflet();
    db().execute(stoa::insert_into<book>()
                     .values(col<& book::id> = 1, col<& book::meta> = again.meta)
                     .on_conflict(col<&book::id>)
                     .do_update(pages = pages + 1, col<&book::meta, &book_meta::lang> = "xx"));
    expect_dune([](book_meta& meta) {
        meta.pages = 413;
        meta.lang = "xx";
    });
}

TEST_P(json_changes, find_names_that_look_like_something_else) {
    const auto put = [&]<stoa::json_step Name>(std::string_view written) {
        note_of("{}");
        set(json_value<int, Name>(note) = 1);
        EXPECT_EQ(text_of_note(), "{" + std::string(written) + ":1}");
        EXPECT_EQ(db().one(from<book>().where(col<&book::id> == 1).select(json_value<int, Name>(note))), 1) << written;
        EXPECT_EQ(db().all(from<book>().where(stoa::has_key<Name>(note))).size(), 2U) << written;
        set(remove(json_value<int, Name>(note)));
        EXPECT_EQ(text_of_note(), "{}");
    };
    put.operator()<"">(R"("")");
    put.operator()<"a.b">(R"("a.b")");
    put.operator()<"a[0]">(R"("a[0]")");
    put.operator()<"0">(R"("0")");
    put.operator()<"-1">(R"("-1")");
    put.operator()<" 1">(R"(" 1")");
    put.operator()<"$">(R"("$")");
    put.operator()<"$.a">(R"("$.a")");
    put.operator()<"#-1">(R"("#-1")");
    put.operator()<"it's">(R"("it's")");
    put.operator()<"'); DROP TABLE books; --">(R"("'); DROP TABLE books; --")");
    put.operator()<"back\\slash">(R"("back\\slash")");
    put.operator()<"\\u0041">(R"("\\u0041")");
    put.operator()<"\n\t\b\x1f">(R"("\n\t\b\u001f")");
    put.operator()<"{a,b}">(R"("{a,b}")");
    put.operator()<"NULL">(R"("NULL")");
    put.operator()<"Größe 🙂">(R"("Größe 🙂")");
}

STOA_TEST_ON_EVERY_DATABASE(json_changes);

} // namespace json_change_test
