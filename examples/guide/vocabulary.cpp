// SPDX-License-Identifier: BSL-1.0

// docs/guide/vocabulary.md

#include "guide.hpp"

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace {

// [columns_struct]
struct sensor {
    std::int64_t sensorId;
    std::string displayName;
    std::int32_t width;
    std::int32_t height;
    std::int64_t area;
    std::uint8_t channel;
    double humidity;
};
// [/columns_struct]

// [keys_struct]
struct team {
    std::int64_t id;
    std::int64_t leader_id;
};

struct member {
    std::int64_t id;
    std::int64_t team_id;
    std::string name;
    std::optional<std::string> nickname;
};
// [/keys_struct]

// [indexes_struct]
struct resource {
    std::int64_t id;
    std::string name;
    std::string protocol;
    std::optional<std::string> retired_by;
    stoa::json_document details;
};
// [/indexes_struct]

struct visit {
    std::int64_t id;
    std::int32_t room;
    std::int32_t year;
};

} // namespace

// clang-format off
// [columns]
template <> inline constexpr auto stoa::table<sensor> = stoa::define<sensor>("sensors",
    naming(snake_case), comment("what hangs on the wall"),
    primary_key(col<&sensor::sensorId>).generated(identity.start(1000).increment(10)),
    column(col<&sensor::displayName>).named("label").max_length(40).comment("as printed"),
    column(col<&sensor::area>).computed_from(col<&sensor::width> * col<&sensor::height>),
    column(col<&sensor::humidity>).range(0, 100));
// [/columns]

// [keys]
template <> inline constexpr auto stoa::table<team> = stoa::define<team>("teams",
    primary_key(col<&team::id>),
    foreign_key(col<&team::leader_id>).references(col<&member::id>).deferred());

template <> inline constexpr auto stoa::table<member> = stoa::define<member>("members",
    primary_key(col<&member::id>),
    foreign_key(col<&member::team_id>).references(col<&team::id>),
    unique(col<&member::name>, col<&member::nickname>).nulls_not_distinct());
// [/keys]

// [indexes]
template <> inline constexpr auto stoa::table<resource> = stoa::define<resource>("resources",
    primary_key(col<&resource::id>).generated(identity),
    index(col<&resource::name>).unique().where(col<&resource::retired_by>.is_null()),
    index(col<&resource::protocol>, col<&resource::name>)
        .where(json_value<std::string, "status">(col<&resource::details>) == "active").named("ix_active"),
    index(json_value<std::int64_t, "limits", "rate">(col<&resource::details>)).named("ix_rate"),
    index(col<&resource::protocol>).include(col<&resource::name>),
    index(col<&resource::details>).using_(gin).operator_class("jsonb_path_ops").named("ix_details"));
// [/indexes]

// [needless]
template <> inline constexpr auto stoa::table<visit> = stoa::define<visit>("visits",
    primary_key(col<&visit::id>),
    index(col<&visit::room>),
    index(col<&visit::room>, col<&visit::year>));
// [/needless]
// clang-format on

namespace {

using stoa::col;
using sensors = stoa::schema<sensor>;
using teams = stoa::schema<team, member>;
using resources = stoa::schema<resource>;

// [report]
constexpr const auto& notes = stoa::ddl_report<resources, stoa::dialect::sqlite>;
static_assert(notes.size() == 2);
static_assert(notes[0].object == "ix_resources_protocol" && notes[0].what == "included columns made ordinary ones");
static_assert(notes[1].object == "ix_details" && notes[1].what == "made an ordinary index");
static_assert(stoa::ddl_report<resources, stoa::dialect::postgres>.empty());
// [/report]

// [warnings]
constexpr const auto& warnings = stoa::schema_warnings<stoa::schema<visit>>;
static_assert(warnings.size() == 1);
static_assert(warnings[0].object == "ix_visits_room" && warnings[0].why == "ix_visits_room_year");
static_assert(stoa::schema_warnings<resources>.empty());
// [/warnings]

void work(stoa::database& db) {
    db.create<stoa::schema<sensor, team, member, resource>>();
    // [computed]
    sensor window{0, "window", 3, 4, 0, 7, 55.5};
    db.insert(window);
    guide::expect(window.area == 12);
    window.width = 5;
    db.update(window);
    guide::expect(db.find<sensor>(window.sensorId)->area == 20);
    // [/computed]
    guide::expect_error<stoa::constraint_violation>(stoa::errc::check_violation, [&] {
        db.insert(sensor{0, "door", 1, 1, 0, 7, 100.5});
    });
    // [deferred]
    db.transaction([&] {
        db.insert(team{1, 10}); // its leader is not there yet
        db.insert(member{10, 1, "Ann", std::nullopt});
    });
    // [/deferred]
    guide::expect_error<stoa::constraint_violation>(stoa::errc::unique_violation, [&] {
        db.insert(member{11, 1, "Ann", std::nullopt});
    });
    db.insert(
        resource{0, "files", "ftp", {}, stoa::json_document::parse(R"({"status":"active","limits":{"rate":9}})")});
    // [json]
    using stoa::json_value;
    const auto busy = stoa::from<resource>()
                          .where(json_value<std::string, "status">(col<&resource::details>) == "active" &&
                                 json_value<std::int64_t, "limits", "rate">(col<&resource::details>) > 5)
                          .select(col<&resource::name>);
    guide::expect(db.all(busy).size() == 1);
    // [/json]
    db.drop<stoa::schema<sensor, team, member, resource>>();
}

template <class Dialect>
void show() {
    guide::show("columns", stoa::ddl<sensors, Dialect>);
    guide::show("keys", stoa::ddl<teams, Dialect>);
    guide::show("indexes", stoa::ddl<resources, Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
