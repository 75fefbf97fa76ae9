// SPDX-License-Identifier: BSL-1.0

// docs/guide/json.md

#include "guide.hpp"

#include <stoa/types/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace {

// [structs]
enum class format { hardcover, paperback };
struct size {
    double width;
    double height;
};
struct book_meta {
    int pages;
    std::string lang;
    format kind;
    std::optional<size> dimensions;
    std::vector<std::string> tags;
};
struct book {
    std::int64_t id;
    std::string title;
    stoa::json<book_meta> meta;
    std::optional<stoa::json_document> message;
};
// [/structs]

// [variant]
struct circle {
    double radius;
};
struct label {
    std::variant<circle, size, std::string> shape;
    std::map<std::string, stoa::decimal<8, 2>> prices;
};
// [/variant]

} // namespace

// clang-format off
// [table]
template <> inline constexpr auto stoa::table<book> = stoa::define<book>("books",
    primary_key(col<&book::id>).generated(identity),
    column(col<&book::message>).plain_json(),
    check(col<&book::meta, &book_meta::pages> > 0).named("ck_pages"),
    index(col<&book::meta, &book_meta::lang>, desc(col<&book::meta, &book_meta::pages>)).named("ix_lang"),
    index(col<&book::meta>).using_(gin).named("ix_meta"));
// [/table]
// clang-format on

namespace {

using stoa::col;
using library = stoa::schema<book>;

auto wide_books() {
    // [query]
    const auto wide = stoa::from<book>()
                          .where(col<&book::meta, &book_meta::lang> == "en" &&
                                 col<&book::meta, &book_meta::dimensions, &size::width> > 12)
                          .order_by(desc(col<&book::meta, &book_meta::pages>))
                          .select(col<&book::title>, col<&book::meta, &book_meta::kind>);
    // [/query]
    return wide;
}

void work(stoa::database& db) {
    db.create<library>();
    // [insert]
    book dune{0, "Dune", book_meta{412, "en", format::paperback, size{13, 20}, {"desert"}}, std::nullopt};
    dune.meta->tags.push_back("spice");
    db.insert(dune);

    const book found = db.find<book>(dune.id).value();
    guide::expect(found.meta == dune.meta && found.meta->tags.size() == 2);
    guide::expect(found.meta.document().text() == R"({"dimensions":{"height":20,"width":13},"kind":"paperback",)"
                                                  R"("lang":"en","pages":412,"tags":["desert","spice"]})");
    // [/insert]
    for (auto&& [title, kind] : db.stream(wide_books())) guide::expect(title == "Dune" && kind == format::paperback);

    // [read]
    try {
        (void)stoa::json<book_meta>::from(stoa::json_document::parse(
            R"({"pages": 5000000000, "lang": "en", "kind": "scroll", "dimensions": {"width": 9}, "tags": []})"));
    } catch (const stoa::mapping_error& error) {
        const std::string_view message = error.info().message;
        guide::expect(message.find("$.pages is outside the range of int32; $.kind is not an enumerator of format; "
                                   "$.dimensions.height is missing") != message.npos);
    }
    // [/read]

    // [alternatives]
    stoa::json<label> tag = label{circle{1.5}, {{"EUR", stoa::decimal<8, 2>("12.50")}}};
    guide::expect(tag.document().text() == R"({"prices":{"EUR":12.5},"shape":{"circle":{"radius":1.5}}})");
    tag->shape = "none";
    guide::expect(tag.document().text() == R"({"prices":{"EUR":12.5},"shape":{"text":"none"}})");
    // [/alternatives]
    guide::expect(std::get<std::string>(stoa::json<label>::from(tag.document())->shape) == "none");
    guide::expect_error<stoa::constraint_violation>(stoa::errc::check_violation, [&] {
        db.insert(book{0, "Nothing", book_meta{0, "en", {}, {}, {}}, std::nullopt});
    });
}

template <class Dialect>
void show() {
    guide::show("table", stoa::ddl<library, Dialect>);
    guide::show("query", stoa::sql_of<Dialect>(wide_books()));
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
