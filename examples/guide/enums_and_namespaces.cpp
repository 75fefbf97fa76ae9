// SPDX-License-Identifier: BSL-1.0

// docs/guide/enums_and_namespaces.md

#include "guide.hpp"

#include <stoa/inspect/verify.hpp>
#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

// [structs]
enum class state { on_loan, lost, at_home };

struct shelf {
    std::int64_t id;
    std::string name;
};

struct volume {
    std::int64_t id;
    std::int64_t shelf_id;
    state now;
    std::optional<state> before;
};
// [/structs]

} // namespace

// clang-format off
// [definition]
template <> inline constexpr std::string_view stoa::native_enum<state> = "volume_state";

template <> inline constexpr auto stoa::table<shelf> = stoa::define<shelf>("shelves", in_namespace("house"),
    primary_key(col<&shelf::id>).generated(identity));

template <> inline constexpr auto stoa::table<volume> = stoa::define<volume>("volumes", in_namespace("library"),
    primary_key(col<&volume::id>).generated(identity),
    foreign_key(col<&volume::shelf_id>).references(col<&shelf::id>),
    column(col<&volume::now>).default_(state::at_home),
    index(col<&volume::now>));
// [/definition]
// clang-format on

namespace {

using stoa::col, stoa::from;
using books = stoa::schema<shelf, volume>;

// [report]
constexpr const auto& notes = stoa::ddl_report<books, stoa::dialect::sqlite>;
static_assert(notes[0].table == "shelves" && notes[0].what == "namespace left out");
static_assert(notes[1].object == "now" && notes[1].what == "made text with a check");
static_assert(stoa::ddl_report<books, stoa::dialect::postgres>.empty());
// [/report]

// [query]
constexpr auto away = from<volume>()
                          .join<shelf>()
                          .where(col<&volume::now> != state::at_home)
                          .order_by(col<&volume::now>)
                          .select(col<&shelf::name>, col<&volume::now>);
// [/query]

void work(stoa::database& db) {
    db.create<books>();
    shelf hall{0, "hall"};
    db.insert(hall);
    for (state each : {state::on_loan, state::lost, state::at_home}) db.insert(volume{0, hall.id, each, {}});
    const auto found = db.all(away);
    guide::expect(found.size() == 2 && std::get<1>(found[0]) == state::lost); // "lost" < "on_loan"
    guide::expect(db.all(from<volume>().where(col<&volume::now>.in(std::vector{state::lost}))).size() == 1);
    // [verify]
    bool same = stoa::verify<books>(db).empty();
    std::size_t tables = stoa::inspect(db, books::namespaces).tables.size();
    // [/verify]
    guide::expect(same && tables == 2);
    db.drop<books>();
}

template <class Dialect>
void show() {
    guide::show("tables", stoa::ddl<books, Dialect>);
    guide::show("query", stoa::sql_text<decltype(away), Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
