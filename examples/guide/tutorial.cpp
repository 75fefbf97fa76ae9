// SPDX-License-Identifier: BSL-1.0

// docs/tutorial.md

#include "guide.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// [structs]
enum class state { open, done };

struct project {
    std::int64_t id;
    std::string name;
};

struct task {
    std::int64_t id;
    std::int64_t project_id;
    std::string title;
    state status;
    std::optional<stoa::date> due; // optional: the column can be NULL
};
// [/structs]

// clang-format off
// [tables]
template <> inline constexpr auto stoa::table<project> = stoa::define<project>("projects",
    primary_key(col<&project::id>).generated(identity),
    unique(col<&project::name>));

template <> inline constexpr auto stoa::table<task> = stoa::define<task>("tasks",
    primary_key(col<&task::id>).generated(identity),
    foreign_key(col<&task::project_id>).references(col<&project::id>).on_delete(cascade),
    check(length(col<&task::title>) > 0),
    index(col<&task::project_id>, col<&task::due>));

using planner = stoa::schema<project, task>;
// [/tables]
// clang-format on

namespace {

using stoa::col, stoa::from;

void in_memory() {
    // [open]
    stoa::database db = stoa::open("sqlite::memory:");
    db.create<planner>();
    // [/open]
    guide::expect(db.one(from<task>().select(stoa::count())) == 0);
}

// [overdue]
constexpr auto overdue(const stoa::date& today) {
    return from<task>()
        .where(col<&task::status> == state::open && col<&task::due> < today)
        .order_by(col<&task::due>, col<&task::id>);
}
// [/overdue]

// [numbers]
constexpr auto open_tasks() {
    return from<project>()
        .left_join<task>()
        .group_by(col<&project::name>)
        .order_by(col<&project::name>)
        .select(col<&project::name>, stoa::count(col<&task::id>).filter(col<&task::status> == state::open));
}
// [/numbers]

void work(stoa::database& db) {
    using namespace std::chrono;
    db.create<planner>();

    // [insert]
    project garden{0, "garden"}, house{0, "house"};
    db.insert(garden); // garden.id is now the number that the database gave
    db.insert(house);
    std::vector<task> tasks{
        {0, garden.id, "plant a tree", state::open, year(2024) / 3 / 1},
        {0, garden.id, "mow", state::open, {}},
        {0, house.id, "paint", state::done, {}},
    };
    db.insert_many(tasks);
    // [/insert]

    // [find]
    std::optional<task> tree = db.find<task>(tasks[0].id);
    tree->due = year(2024) / 4 / 1;
    db.update(*tree);
    db.erase<task>(tasks[2].id);
    // [/find]
    guide::expect(db.find<task>(tree->id)->due == tree->due && !db.find<task>(tasks[2].id));

    // [ask]
    for (const task& each : db.all(overdue(year(2024) / 5 / 1))) std::cout << each.title << " is overdue\n";
    for (auto&& [name, number] : db.all(open_tasks())) std::cout << name << ": " << number << " to do\n";
    // [/ask]
    guide::expect(db.all(overdue(year(2024) / 5 / 1)).size() == 1 && std::get<1>(db.all(open_tasks())[1]) == 0);

    // [transaction]
    db.transaction([&] {
        std::int64_t closed = db.execute(
            stoa::update<task>().set(col<& task::status> = state::done).where(col<&task::project_id> == garden.id));
        db.insert(task{0, garden.id, "water " + std::to_string(closed) + " things", state::open, {}});
    }); // both, or after an exception neither
    // [/transaction]
    guide::expect(db.one(from<task>().select(stoa::count())) == 3);

    // [errors]
    try {
        db.insert(task{0, garden.id, "", state::open, {}});
    } catch (const stoa::constraint_violation& error) {
        std::cout << error.constraint().name << " was violated\n"; // the same name on both databases
    }
    // [/errors]
    try {
        db.insert(task{0, garden.id, "", state::open, {}});
        guide::expect(false);
    } catch (const stoa::constraint_violation& error) {
        guide::expect(error.constraint().name == "ck_tasks_title");
    }
}

template <class Dialect>
void show() {
    guide::show("ddl", stoa::ddl<planner, Dialect>);
    guide::show("overdue", stoa::sql_text<decltype(overdue({})), Dialect>);
    guide::show("numbers", stoa::sql_text<decltype(open_tasks()), Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    in_memory();
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
