// SPDX-License-Identifier: BSL-1.0
// The code of docs/guide/fast_paths.md.

#include "guide.hpp"
#include "library.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

// [borrowed]
struct title_line {
    std::string_view title; // where the database has it
    std::optional<std::int32_t> pages;
};
// [/borrowed]

using price_t = stoa::decimal<10, 2>;

void look_up(stoa::database& db, const std::vector<stoa::guid>& ids) {
    std::int64_t pages = 0;
    // [find_into]
    book each; // its texts keep their memory from one row to the next
    for (const stoa::guid& id : ids)
        if (db.find_into(each, id)) pages += each.pages.value_or(0);
    // [/find_into]
    guide::expect(pages == 786);
}

void look_up_many(stoa::database& db, std::vector<stoa::guid> ids) {
    const stoa::guid missing = stoa::make_guid_v7();
    ids.push_back(missing);
    // [find_many]
    std::vector<std::optional<book>> found = db.find_many<book>(ids); // one element for each key, in their order
    // [/find_many]
    guide::expect(found.size() == 3 && found[0]->title == "Emma" && found[1]->title == "Persuasion" && !found[2]);
}

void read_in_place(stoa::database& db) {
    // [stream]
    std::size_t letters = 0;
    for (const title_line& each :
         db.stream(stoa::from<book>().select_as<title_line>(stoa::col<&book::title>, stoa::col<&book::pages>)))
        letters += each.title.size(); // good until the next row
    // [/stream]
    guide::expect(letters == 14);
}

void pipelines(stoa::database& db, stoa::guid id) {
    // [pipeline]
    auto [emma, cheap, changed] = db.pipeline([&](stoa::pipeline& p) {
        return std::tuple{p.find<book>(id), // with braces, by which they are queued from left to right
                          p.all(stoa::from<book>().where(stoa::col<&book::price> < 1)),
                          p.execute(stoa::update<author>().set(stoa::col<&author::country> = "England"))};
    });
    guide::expect(emma->value().title == "Emma" && cheap->size() == 1 && *changed == 1);
    // [/pipeline]
    const std::vector<author> authors = db.all(stoa::from<author>());
    // [failure]
    try {
        db.pipeline([&](stoa::pipeline& p) {
            p.insert(author{{}, "Mary Shelley", {}});
            p.insert(author{{}, "Jane Austen", {}}); // her name is taken
            p.insert(author{{}, "Anne Brontë", {}}); // does not run
        });
    } catch (const stoa::constraint_violation& error) {
        guide::expect(error.statement() == 1); // counted from 0; error.sql() is its text
    }
    // [/failure]
    guide::expect(db.all(stoa::from<author>()).size() == authors.size());
}

void work(stoa::database& db) {
    db.create<library>();
    const author jane = db.insert(author{{}, "Jane Austen", "England"});
    std::vector<book> shelf{
        {{}, jane.id, "1", "Emma", format::paperback, price_t("6.99"), 474, {}},
        {{}, jane.id, "2", "Persuasion", format::ebook, price_t("0.50"), 312, {}},
    };
    db.insert_many(shelf);
    look_up(db, {shelf[0].id, shelf[1].id});
    look_up_many(db, {shelf[0].id, shelf[1].id});
    pipelines(db, shelf[0].id);
    read_in_place(db);
}

template <class Dialect>
void show() {
    const auto many = stoa::from<book>().where(stoa::col<&book::id>.in(std::vector<stoa::guid>{}));
    guide::show("find_many", stoa::sql_text<decltype(many), Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, work, show<stoa::dialect::sqlite>, show<stoa::dialect::postgres>);
}
