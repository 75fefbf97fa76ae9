// SPDX-License-Identifier: BSL-1.0
// The code of docs/guide/fast_paths.md.

#include "guide.hpp"
#include "library.hpp"

#include <cstdint>
#include <vector>

namespace {

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

void work(stoa::database& db) {
    db.create<library>();
    const author jane = db.insert(author{{}, "Jane Austen", "England"});
    std::vector<book> shelf{
        {{}, jane.id, "1", "Emma", format::paperback, price_t("6.99"), 474, {}},
        {{}, jane.id, "2", "Persuasion", format::ebook, price_t("0.50"), 312, {}},
    };
    db.insert_many(shelf);
    look_up(db, {shelf[0].id, shelf[1].id});
}

template <class Dialect>
void show() {
    guide::show("find", stoa::sql_text<stoa::find_record<book>, Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, work, show<stoa::dialect::sqlite>, show<stoa::dialect::postgres>);
}
