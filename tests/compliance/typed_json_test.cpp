// SPDX-License-Identifier: BSL-1.0
// Documents with the members of a C++ type: what is stored, what is read back, and what does not fit.

#include "databases.hpp"
#include "failure.hpp"

#include "stoa/types/json.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace typed_json {

enum class format { hardcover, paperback, ebook };

struct size {
    double width;
    std::optional<double> depth;
};

struct circle {
    double radius;
};

struct square {
    double side;
};

struct chapter {
    std::string title;
    std::vector<chapter> parts;
};

struct book_meta {
    int pages;
    std::string lang;
    format kind;
    bool in_print;
    std::optional<size> dimensions;
    std::vector<std::string> tags;
    std::array<std::int16_t, 2> years;
    std::map<std::string, stoa::decimal<18, 2>> prices;
    std::unordered_map<std::string, std::optional<int>> stock;
    std::variant<std::monostate, circle, square, std::int64_t, std::string> cover;
    std::int64_t smallest;
    std::uint64_t largest;
    double weight;
    stoa::guid printer;
    stoa::timestamp printed_at;
    stoa::date published;
    stoa::strong_id<struct shelf> shelf_id;
    stoa::json_document anything;
    chapter contents;
};

struct book {
    std::int64_t id;
    stoa::json<book_meta> meta;
    std::optional<stoa::json<size>> box;
    stoa::json<std::vector<int>> numbers;
};

/// The same table, as a program sees it that knows nothing of the content.
struct plain_book {
    std::int64_t id;
    stoa::json_document meta;
    std::optional<stoa::json_document> box;
    stoa::json_document numbers;
};

} // namespace typed_json

template <>
inline constexpr auto stoa::table<typed_json::book> =
    stoa::define<typed_json::book>("books", stoa::primary_key(stoa::col<&typed_json::book::id>));

template <>
inline constexpr auto stoa::table<typed_json::plain_book> =
    stoa::define<typed_json::plain_book>("books", stoa::primary_key(stoa::col<&typed_json::plain_book::id>));

namespace typed_json {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;
using stoa_test::says;

book_meta dune() {
    return {.pages = 412,
            .lang = "en",
            .kind = format::paperback,
            .in_print = true,
            .dimensions = size{10.5, std::nullopt},
            .tags = {"desert", "say \"spice\"\n", "Gewürz 🌶"},
            .years = {1965, -1},
            .prices = {{"EUR", stoa::decimal<18, 2>("-9999999999999999.99")}, {"new & used", stoa::decimal<18, 2>(3)}},
            .stock = {{"main street", 2}, {"station", std::nullopt}},
            .cover = square{2},
            .smallest = std::numeric_limits<std::int64_t>::min(),
            .largest = std::numeric_limits<std::uint64_t>::max(),
            .weight = 0.1 + 0.2,
            .printer = stoa::guid::from_string("0190163d-8694-739b-aea5-966c26f8ad91"),
            .printed_at = stoa::timestamp(std::chrono::microseconds(1'700'000'000'123'456)),
            .published = stoa::date(std::chrono::days(-1614)),
            .shelf_id = stoa::strong_id<struct shelf>(9'007'199'254'740'993),
            .anything = stoa::json_document::parse(R"([null, 1.50, {"b": 1e30, "a": 12345678901234567890.25}])"),
            .contents = {"Book One", {{"1", {}}, {"2", {{"2a", {}}}}}}};
}

struct typed_documents : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (!IsSkipped()) db().create<stoa::schema<book>>();
    }

    /// What reading the document as the meta of a book fails with.
    stoa::error failure_to_read(std::string_view meta) {
        db().insert(plain_book{7, stoa::json_document::parse(meta), {}, stoa::json_document::parse("[]")});
        return failure_of<stoa::mapping_error>([&] { (void)db().find<book>(std::int64_t{7}); });
    }
};

TEST_P(typed_documents, come_back_as_they_were) {
    const book written{1, dune(), size{1, 2}, std::vector{3, 1, 2}};
    db().insert(written);
    const book read = db().find<book>(std::int64_t{1}).value();
    EXPECT_EQ(read.meta, written.meta);
    EXPECT_EQ(read.box, written.box);
    EXPECT_EQ(read.numbers, written.numbers);
    EXPECT_EQ(read.meta->largest, std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(read.meta->smallest, std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(read.meta->shelf_id.value, 9'007'199'254'740'993);
    EXPECT_EQ(read.meta->weight, 0.1 + 0.2);
    EXPECT_EQ(read.meta->prices, dune().prices);
    EXPECT_EQ(read.meta->stock.at("station"), std::nullopt);
    EXPECT_EQ(read.meta->tags, dune().tags);
    EXPECT_EQ(read.meta->printed_at, dune().printed_at);
    EXPECT_EQ(std::get<square>(read.meta->cover).side, 2);
    EXPECT_EQ(read.meta->contents.parts.at(1).parts.at(0).title, "2a");
    EXPECT_EQ(read.meta->dimensions->depth, std::nullopt);
}

TEST_P(typed_documents, are_stored_in_canonical_form) {
    db().insert(book{1, dune(), std::nullopt, {}});
    const plain_book read = db().find<plain_book>(std::int64_t{1}).value();
    EXPECT_EQ(
        read.meta.text(),
        R"({"anything":[null,1.5,{"a":12345678901234567890.25,"b":1e+30}],)"
        R"("contents":{"parts":[{"parts":[],"title":"1"},{"parts":[{"parts":[],"title":"2a"}],"title":"2"}],"title":"Book One"},)"
        R"("cover":{"square":{"side":2}},"dimensions":{"width":10.5},"in_print":true,"kind":"paperback","lang":"en",)"
        R"("largest":18446744073709551615,"pages":412,"prices":{"EUR":-9999999999999999.99,"new & used":3},)"
        R"("printed_at":"2023-11-14T22:13:20.123456Z","printer":"0190163d-8694-739b-aea5-966c26f8ad91",)"
        R"("published":"1965-08-01","shelf_id":9007199254740993,"smallest":-9223372036854775808,)"
        R"("stock":{"main street":2,"station":null},"tags":["desert","say \"spice\"\n","Gewürz 🌶"],)"
        R"("weight":0.30000000000000004,"years":[1965,-1]})");
    EXPECT_EQ(read.box, std::nullopt);
    EXPECT_EQ(read.numbers.text(), "[]");
}

TEST_P(typed_documents, keep_the_alternative_of_a_variant) {
    book each{0, dune(), {}, {}};
    for (const decltype(book_meta::cover)& cover :
         {decltype(book_meta::cover)(), decltype(book_meta::cover)(circle{2}), decltype(book_meta::cover)(square{2}),
          decltype(book_meta::cover)(std::int64_t{2}), decltype(book_meta::cover)("2")}) {
        ++each.id;
        each.meta->cover = cover;
        db().insert(each);
        EXPECT_EQ(db().find<book>(each.id)->meta->cover.index(), cover.index());
        EXPECT_EQ(db().find<book>(each.id)->meta, each.meta);
    }
}

TEST_P(typed_documents, are_compared_by_the_database) {
    db().insert(book{1, dune(), size{1, 2}, std::vector{1}});
    db().insert(book{2, dune(), std::nullopt, std::vector{2}});
    const auto ids = [&](const auto& condition) {
        return db().all(from<book>().where(condition).order_by(col<&book::id>).select(col<&book::id>));
    };
    using list = std::vector<std::int64_t>;
    EXPECT_EQ(ids(col<&book::meta> == dune()), (list{1, 2}));
    EXPECT_EQ(ids(col<&book::box> == size{1, 2}), (list{1}));
    EXPECT_EQ(ids(col<&book::box> == std::optional<stoa::json<size>>{}), (list{2}));
    EXPECT_EQ(ids(col<&book::numbers> != std::vector{1}), (list{2}));
    EXPECT_EQ(ids(col<&book::numbers>.in({stoa::json(std::vector{2}), stoa::json(std::vector{3})})), (list{2}));
}

TEST_P(typed_documents, are_set) {
    db().insert(book{1, dune(), std::nullopt, {}});
    db().execute(stoa::update<book>()
                     .set(col<& book::box> = stoa::json(size{3, 4}), col<& book::numbers> = std::vector{5})
                     .where(col<&book::id> == 1));
    const book read = db().find<book>(std::int64_t{1}).value();
    EXPECT_EQ((*read.box)->depth, 4);
    EXPECT_EQ(*read.numbers, (std::vector{5}));
}

TEST_P(typed_documents, pass_over_members_they_do_not_know) {
    db().insert(plain_book{1, stoa::json(dune()).document(), stoa::json_document::parse(R"({"width":1,"height":[2]})"),
                           stoa::json_document::parse("[]")});
    EXPECT_EQ((*db().find<book>(std::int64_t{1})->box)->width, 1);
}

TEST_P(typed_documents, tell_everything_that_does_not_fit) {
    const stoa::error failure = failure_to_read(
        R"({"pages":"many","lang":null,"kind":"scroll","dimensions":{"depth":1},"tags":["a",1],"years":[1],)"
        R"("prices":{"new & used":0.001},"cover":{"circle":{"radius":"1"}},"in_print":0})");
    EXPECT_EQ(failure.code(), stoa::errc::mapping_mismatch);
    for (const char* part :
         {"typed_json::book_meta", "$.pages is a string, not a whole number", "$.lang is null, not a string",
          "$.kind is not an enumerator of format", "$.dimensions.width is missing",
          "$.tags[1] is a number, not a string", "$.years has 1 elements, not 2",
          "$.prices[\"new & used\"] does not fit decimal<18, 2>", "$.cover.circle.radius is a string, not a number",
          "$.in_print is a number, not a boolean", "more"})
        EXPECT_TRUE(says(failure, part)) << part << '\n' << failure.what();
}

TEST_P(typed_documents, tell_which_number_is_out_of_range) {
    stoa::json_document meta = stoa::json(dune()).document();
    std::string text = meta.text();
    text.replace(text.find("412"), 3, "2147483648");
    const stoa::error failure = failure_to_read(text);
    EXPECT_EQ(failure.code(), stoa::errc::out_of_range);
    EXPECT_TRUE(says(failure, "$.pages is outside the range of int32")) << failure.what();
}

TEST_P(typed_documents, refuse_what_is_no_json_before_it_is_sent) {
    book wrong{1, dune(), size{std::numeric_limits<double>::infinity(), 1}, {}};
    const stoa::error infinite = failure_of<stoa::mapping_error>([&] { db().insert(wrong); });
    EXPECT_EQ(infinite.code(), stoa::errc::invalid_value);
    EXPECT_TRUE(says(infinite, "$.width")) << infinite.what();
    wrong.box.reset();
    wrong.meta->tags.emplace_back("\xFF");
    EXPECT_TRUE(says(failure_of<stoa::mapping_error>([&] { db().insert(wrong); }), "$.tags[3] is not UTF-8"));
    wrong.meta->tags.clear();
    wrong.meta->kind = static_cast<format>(9);
    EXPECT_EQ(failure_of<stoa::mapping_error>([&] { db().insert(wrong); }).code(), stoa::errc::invalid_value);
    EXPECT_EQ(db().one(from<book>().select(stoa::count())), 0);
}

STOA_TEST_ON_EVERY_DATABASE(typed_documents);

} // namespace typed_json
