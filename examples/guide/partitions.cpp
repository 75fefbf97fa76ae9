// SPDX-License-Identifier: BSL-1.0

// docs/guide/partitions.md

#include "guide.hpp"

#include <stoa/stoa.hpp>

#include <chrono>
#include <cstdint>
#include <string>

namespace {

// [structs]
enum class state { waiting, running, done, failed };

struct event {
    stoa::guid id;
    stoa::timestamp at;
    std::string text;
};

struct job {
    std::int64_t id;
    state now;
};

struct visitor {
    std::int64_t id;
    std::string name;
};
// [/structs]

} // namespace

// clang-format off
// [definitions]
constexpr stoa::timestamp new_year(int year) {
    return stoa::timestamp(std::chrono::sys_days(std::chrono::year(year) / 1 / 1));
}

template <> inline constexpr auto stoa::table<event> = stoa::define<event>("events",
    primary_key(col<&event::id>, col<&event::at>),
    column(col<&event::id>).generated(guid_v7),
    partition_by_range(col<&event::at>)
        .partition("events_before_2026", minvalue, new_year(2026))
        .partition("events_2026", new_year(2026), new_year(2027)));

template <> inline constexpr auto stoa::table<job> = stoa::define<job>("jobs",
    primary_key(col<&job::id>, col<&job::now>),
    partition_by_list(col<&job::now>)
        .partition("jobs_open", state::waiting, state::running)
        .default_partition("jobs_ended"));

template <> inline constexpr auto stoa::table<visitor> = stoa::define<visitor>("visitors",
    primary_key(col<&visitor::id>).generated(identity),
    partition_by_hash(col<&visitor::id>).partitions(2));
// [/definitions]
// clang-format on

namespace {

using stoa::col;
using tables = stoa::schema<event, job, visitor>;

// [report]
constexpr const auto& notes = stoa::ddl_report<tables, stoa::dialect::sqlite>;
static_assert(notes[0].table == "events" && notes[0].what == "partitions left out, a check refuses rows that fit none");
static_assert(notes[1].table == "jobs" && notes[1].what == "partitions left out");
// [/report]

void work(stoa::database& db) {
    db.create<tables>();
    // [use]
    db.insert(event{{}, new_year(2026), "fireworks"});
    const auto this_year = stoa::from<event>().where(col<&event::at> >= new_year(2026)); // reads events_2026 only
    guide::expect(db.one(this_year).text == "fireworks");
    // [/use]
    // [refused]
    try {
        db.insert(event{{}, new_year(2030), "too late"});
        guide::expect(false);
    } catch (const stoa::constraint_violation& refusal) {
        guide::expect(refusal.code() == stoa::errc::check_violation);
        guide::expect(refusal.constraint().name == "ck_events_at_partition");
    }
    // [/refused]
    job build{1, state::failed};
    db.insert(build);
    visitor ann{0, "Ann"};
    db.insert(ann);
    guide::expect(ann.id == 1);
    // [grow]
    db.create_if_missing<tables>(); // creates the partitions that were added to the definition
    // [/grow]
    db.drop<tables>();
}

template <class Dialect>
void show() {
    guide::show("tables", stoa::ddl<tables, Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
