// SPDX-License-Identifier: BSL-1.0

// docs/guide/json_queries.md

#include "guide.hpp"

#include <stoa/types/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

// [structs]
struct size {
    double width;
    double height;
};
struct chapter {
    std::string title;
    int pages;
};
struct book_meta {
    int pages;
    std::optional<size> dimensions;
    std::vector<std::string> tags;
    std::vector<chapter> chapters;
    std::map<std::string, std::string> titles; // by language
};
struct book {
    std::int64_t id;
    stoa::json<book_meta> meta;
    std::optional<stoa::json_document> message;
};
// [/structs]

} // namespace

// clang-format off
// [table]
template <> inline constexpr auto stoa::table<book> = stoa::define<book>("books",
    primary_key(col<&book::id>).generated(identity),
    check(cardinality(col<&book::meta, &book_meta::chapters>) <= 100).named("ck_chapters"),
    index(col<&book::meta, &book_meta::chapters, at<0>, &chapter::title>).named("ix_first"),
    index(col<&book::meta, &book_meta::tags>).using_(gin).named("ix_tags"));
// [/table]
// clang-format on

namespace {

// [names]
using stoa::at, stoa::col, stoa::from, stoa::key;

constexpr auto first = col<&book::meta, &book_meta::chapters, at<0>, &chapter::title>;
constexpr auto last = col<&book::meta, &book_meta::chapters, at<-1>, &chapter::title>;
constexpr auto german = col<&book::meta, &book_meta::titles, key<"de">>;
// [/names]
constexpr auto pages = col<&book::meta, &book_meta::pages>;
constexpr auto tags = col<&book::meta, &book_meta::tags>;
constexpr auto dimensions = col<&book::meta, &book_meta::dimensions>;

auto path_query() {
    // [path]
    const auto query = from<book>().where(first == "Arrakis").order_by(german).select(last, german, dimensions);
    // [/path]
    return query;
}

auto question_query() {
    // [questions]
    const auto query = from<book>().where(has_key(dimensions) && cardinality(tags) > 1 && contains(tags, "spice"));
    // [/questions]
    return query.select(col<&book::id>);
}

auto change() {
    // [change]
    const auto change = stoa::update<book>().set(pages = pages + 1, dimensions = size{13, 20}, german = "Wüstenplanet",
                                                 remove(col<&book::meta, &book_meta::tags, at<0>>));
    // [/change]
    return change;
}

auto tag_query() {
    // [elements]
    constexpr auto tag = stoa::elements<"tag">(tags);
    const auto query = from<book>().cross_join(tag).order_by(tag.position).select(tag.value, tag.position);
    // [/elements]
    return query;
}

void work(stoa::database& db) {
    db.create<stoa::schema<book>>();
    book dune{0,
              book_meta{412,
                        std::nullopt,
                        {"desert", "spice"},
                        {{"Arrakis", 200}, {"Muad'Dib", 212}},
                        {{"de", "Der Wüstenplanet"}}},
              stoa::json_document::parse(R"({"from":[{"name":"Chani"}]})")};
    db.insert(dune);

    const auto found = db.one(path_query());
    guide::expect(std::get<0>(found) == "Muad'Dib" && std::get<1>(found) == "Der Wüstenplanet" && !std::get<2>(found));
    guide::expect(db.all(question_query()).empty());

    // [untyped]
    auto sender = stoa::json_value<std::string, "from", at<0>, "name">(col<&book::message>);
    auto sent = db.all(from<book>().where(sender == "Chani" && stoa::has_key<"from">(col<&book::message>)));
    // [/untyped]
    guide::expect(sent.size() == 1);

    guide::expect(db.all(tag_query()) ==
                  std::vector<std::tuple<std::string, std::int64_t>>{{"desert", 0}, {"spice", 1}});
    // [parts]
    constexpr auto part = stoa::elements<"part">(col<&book::meta, &book_meta::chapters>);
    constexpr auto title = stoa::entries<"title">(col<&book::meta, &book_meta::titles>);
    auto thick = db.all(from<book>()
                            .join(part, part.path<&chapter::pages> > 200)
                            .left_join(title, title.key == "de")
                            .select(part.path<&chapter::title>, title.value));
    // [/parts]
    guide::expect(thick.size() == 1 && std::get<0>(thick[0]) == "Muad'Dib");

    constexpr auto tag = stoa::elements<"tag">(tags);
    auto about_deserts = db.all(from<book>().where(exists(from(tag).where(tag.value == "desert"))));

    guide::expect(about_deserts.size() == 1);

    db.execute(change());
    dune.meta->pages = 413;
    dune.meta->dimensions = size{13, 20};
    dune.meta->titles["de"] = "Wüstenplanet";
    dune.meta->tags = {"spice"};
    guide::expect(db.find<book>(dune.id)->meta == dune.meta);
    // [missing]
    const auto width = col<&book::meta, &book_meta::dimensions, &size::width>;
    db.execute(stoa::update<book>().set(remove(dimensions)));
    db.execute(stoa::update<book>().set(width = 15));
    guide::expect(!db.find<book>(dune.id)->meta->dimensions); // there were none to have a width
    // [/missing]
}

template <class Dialect>
void show() {
    guide::show("table", stoa::ddl<stoa::schema<book>, Dialect>);
    guide::show("path", stoa::sql_of<Dialect>(path_query()));
    guide::show("questions", stoa::sql_of<Dialect>(question_query()));
    guide::show("change", stoa::sql_of<Dialect>(change()));
    guide::show("elements", stoa::sql_of<Dialect>(tag_query()));
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
