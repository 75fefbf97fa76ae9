// SPDX-License-Identifier: BSL-1.0
// Tables whose definition keeps rows apart in partitions mean the same where there are none.

#include "databases.hpp"
#include "failure.hpp"

#include "stoa/inspect/verify.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace partitions {

using stoa::col;
using namespace stoa::literals;

constexpr stoa::timestamp year(int number) {
    return stoa::timestamp(std::chrono::sys_days(std::chrono::year(number) / 1 / 1));
}

enum class kind { opened, closed, lost };

struct event {
    stoa::guid id;
    stoa::timestamp at;
    std::string text;
    std::optional<std::int64_t> person_id;
};

struct person {
    std::int64_t id;
    std::string name;
};

struct remark {
    std::int64_t id;
    stoa::guid event_id;
    stoa::timestamp event_at;
};

struct ticket {
    std::int32_t number;
    kind what;
    std::string text;
};

/// Partitioned by a column that can be NULL.
struct reading {
    std::optional<std::int16_t> place;
    double value;
};

/// One partition, of the values from `low` to below `high`.
template <class T, auto Low, auto High>
struct keyed {
    T key;
};

struct named_keyed {
    std::string key;
};

constexpr auto low_code = [] { return "0a000000-0000-4000-8000-000000000000"_guid; };
constexpr auto high_code = [] { return "f0000000-0000-4000-8000-000000000000"_guid; };

} // namespace partitions

template <class T, auto Low, auto High>
inline constexpr auto stoa::table<partitions::keyed<T, Low, High>> = stoa::define<partitions::keyed<T, Low, High>>(
    "keyed", partition_by_range(col<&partitions::keyed<T, Low, High>::key>).partition("keyed_1", Low(), High()));

template <>
inline constexpr auto stoa::table<partitions::named_keyed> = stoa::define<partitions::named_keyed>(
    "keyed", partition_by_range(col<&partitions::named_keyed::key>).partition("keyed_1", "Z", "it's"));

template <>
inline constexpr auto stoa::table<partitions::event> = stoa::define<partitions::event>(
    "events", primary_key(col<&partitions::event::id>, col<&partitions::event::at>),
    column(col<&partitions::event::id>).generated(guid_v7),
    unique(col<&partitions::event::text>, col<&partitions::event::at>).named("one \"text\""),
    index(col<&partitions::event::person_id>, col<&partitions::event::at>).unique(),
    check(col<&partitions::event::text> != ""),
    foreign_key(col<&partitions::event::person_id>).references(col<&partitions::person::id>),
    partition_by_range(col<&partitions::event::at>)
        .partition("events_2025", partitions::year(2025), partitions::year(2026))
        .partition("events \"2026\"", partitions::year(2026), partitions::year(2027)));

template <>
inline constexpr auto stoa::table<partitions::person> =
    stoa::define<partitions::person>("people", primary_key(col<&partitions::person::id>).generated(identity),
                                     partition_by_hash(col<&partitions::person::id>).partitions(3));

template <>
inline constexpr auto stoa::table<partitions::remark> =
    stoa::define<partitions::remark>("remarks", primary_key(col<&partitions::remark::id>).generated(identity),
                                     foreign_key(col<&partitions::remark::event_id>, col<&partitions::remark::event_at>)
                                         .references(col<&partitions::event::id>, col<&partitions::event::at>)
                                         .on_delete(cascade));

template <>
inline constexpr auto stoa::table<partitions::ticket> =
    stoa::define<partitions::ticket>("tickets",
                                     primary_key(col<&partitions::ticket::number>, col<&partitions::ticket::what>),
                                     partition_by_list(col<&partitions::ticket::what>)
                                         .partition("tickets_open", partitions::kind::opened)
                                         .default_partition("tickets_rest"));

template <>
inline constexpr auto stoa::table<partitions::reading> = stoa::define<partitions::reading>(
    "readings",
    partition_by_list(col<&partitions::reading::place>).partition("readings_1", 1, 2).partition("readings_2", -3));

namespace partitions {

using everything = stoa::schema<event, person, remark, ticket, reading>;

struct on_partitions : stoa_test::databases {
    void SetUp() override {
        stoa_test::databases::SetUp();
        if (!IsSkipped()) db().create<everything>();
    }

    bool has_partitions() {
        return stoa::detail::with_dialect(db().connection(), []<class Dialect>() { return Dialect::has_partitions; });
    }

    stoa::constraint_info refused(auto run, stoa::errc code) {
        const stoa::error failure = stoa_test::failure_of<stoa::constraint_violation>(run);
        EXPECT_EQ(failure.code(), code) << failure.what();
        return failure.constraint();
    }
};

TEST_P(on_partitions, rows_are_found_wherever_they_are) {
    event old{{}, year(2025), "old", {}}, young{{}, year(2027) - std::chrono::microseconds(1), "young", {}};
    db().insert(old);
    db().insert(young);
    EXPECT_EQ(db().all(stoa::from<event>()).size(), 2U);
    EXPECT_EQ(db().one(stoa::from<event>().where(col<&event::at> >= year(2026))).text, "young");
    ASSERT_TRUE(db().find<event>(old.id, old.at));
    young.text = "younger";
    db().update(young);
    EXPECT_EQ(db().find<event>(young.id, young.at)->text, "younger");
    db().erase(old);
    EXPECT_EQ(db().all(stoa::from<event>()).size(), 1U);
}

TEST_P(on_partitions, a_row_that_fits_none_is_refused_by_a_check) {
    for (const stoa::timestamp at : {year(2025) - std::chrono::microseconds(1), year(2027)}) {
        event stray{{}, at, "stray", {}};
        const auto found = refused([&] { db().insert(stray); }, stoa::errc::check_violation);
        EXPECT_EQ(found.name, "ck_events_at_partition");
        EXPECT_EQ(found.table, "events");
        EXPECT_EQ(found.columns, std::vector<std::string>{"at"});
    }
    for (const std::optional<std::int16_t> place : {std::optional<std::int16_t>(), std::optional<std::int16_t>(3)}) {
        reading stray{place, 0.5};
        EXPECT_EQ(refused([&] { db().insert(stray); }, stoa::errc::check_violation).name,
                  "ck_readings_place_partition");
    }
    for (const int place : {1, 2, -3}) {
        reading fitting{static_cast<std::int16_t>(place), 0.5};
        db().insert(fitting);
    }
}

TEST_P(on_partitions, the_default_partition_takes_the_others) {
    ticket a{1, kind::opened, "a"}, b{1, kind::lost, "b"}, c{1, kind::closed, "c"};
    for (ticket* each : {&a, &b, &c}) db().insert(*each);
    EXPECT_EQ(db().all(stoa::from<ticket>()).size(), 3U);
}

template <class Record, class... Keys>
std::vector<bool> which_fit(stoa::database& db, const Keys&... keys) {
    db.create<stoa::schema<Record>>();
    std::vector<bool> fit;
    const auto try_one = [&](const auto& key) {
        Record row{key};
        try {
            db.insert(row);
            fit.push_back(true);
        } catch (const stoa::constraint_violation& refusal) {
            EXPECT_EQ(refusal.constraint().name, "ck_keyed_key_partition");
            fit.push_back(false);
        }
    };
    (try_one(keys), ...);
    db.drop<stoa::schema<Record>>();
    return fit;
}

TEST_P(on_partitions, ranges_mean_the_same_for_every_type) {
    // Below the range, its first value, one within, the end.
    const std::vector<bool> expected{false, true, true, false};
    using whole = keyed<std::int32_t, [] { return -5; }, [] { return 7; }>;
    EXPECT_EQ(which_fit<whole>(db(), -6, -5, 6, 7), expected);
    using small = keyed<std::uint8_t, [] { return 5; }, [] { return 70; }>;
    EXPECT_EQ(which_fit<small>(db(), std::uint8_t{4}, std::uint8_t{5}, std::uint8_t{69}, std::uint8_t{70}), expected);
    using real = keyed<double, [] { return -0.1; }, [] { return 1e300; }>;
    EXPECT_EQ(which_fit<real>(db(), -0.2, -0.1, 1e299, 1e300), expected);
    using single = keyed<float, [] { return 0.1f; }, [] { return 0.7f; }>;
    EXPECT_EQ(which_fit<single>(db(), 0.0f, 0.1f, 0.5f, 0.7f), expected);
    using amount = stoa::decimal<6, 2>;
    using exact = keyed<amount, [] { return amount("-0.05"); }, [] { return 3; }>;
    EXPECT_EQ(which_fit<exact>(db(), amount("-0.06"), amount("-0.05"), amount("2.99"), amount(3)), expected);
    using code = keyed<stoa::guid, low_code, high_code>;
    EXPECT_EQ(which_fit<code>(db(), "09ffffff-0000-4000-8000-000000000000"_guid, low_code(),
                              "effff000-0000-4000-8000-000000000000"_guid, high_code()),
              expected);
    const auto day = [](int number) { return stoa::date(std::chrono::days(number)); };
    using daily = keyed<stoa::date, [] { return stoa::date(std::chrono::days(-1)); },
                        [] { return stoa::date(std::chrono::days(1)); }>;
    EXPECT_EQ(which_fit<daily>(db(), day(-2), day(-1), day(0), day(1)), expected);
    using flag = keyed<bool, [] { return false; }, [] { return true; }>;
    EXPECT_EQ(which_fit<flag>(db(), false, true), (std::vector<bool>{true, false}));
    EXPECT_EQ(which_fit<named_keyed>(db(), std::string("Y"), std::string("Z"), std::string("\u00e9"), std::string("a")),
              (std::vector<bool>{false, true, false, true}));
}

TEST_P(on_partitions, a_row_can_change_its_partition) {
    event moved{{}, year(2025), "moved", {}};
    db().insert(moved);
    db().execute(stoa::update<event>().set(col<& event::at> = year(2026)));
    EXPECT_EQ(db().one(stoa::from<event>()).at, year(2026));
    EXPECT_EQ(refused([&] { db().execute(stoa::update<event>().set(col<& event::at> = year(2028))); },
                      stoa::errc::check_violation)
                  .name,
              "ck_events_at_partition");
}

TEST_P(on_partitions, constraints_have_the_names_of_their_table) {
    person someone{0, "someone"};
    db().insert(someone);
    event first{{}, year(2025), "first", someone.id};
    db().insert(first);
    const auto insert = [&](auto change) {
        event copy{{}, year(2025), "other", {}};
        change(copy);
        return [this, copy]() mutable { db().insert(copy); };
    };
    auto found = refused(insert([&](event& e) { e.id = first.id; }), stoa::errc::unique_violation);
    EXPECT_EQ(found.name, "pk_events");
    EXPECT_EQ(found.table, "events");
    EXPECT_EQ(found.columns, (std::vector<std::string>{"id", "at"}));
    found = refused(insert([&](event& e) { e.text = "first"; }), stoa::errc::unique_violation);
    EXPECT_EQ(found.name, "one \"text\"");
    found = refused(insert([&](event& e) { e.person_id = first.person_id; }), stoa::errc::unique_violation);
    EXPECT_EQ(found.name, "ix_events_person_id_at");
    found = refused(insert([&](event& e) { e.text = ""; }), stoa::errc::check_violation);
    EXPECT_EQ(found.name, "ck_events_text");
    EXPECT_EQ(found.table, "events");
    found = refused(insert([&](event& e) { e.person_id = 77; }), stoa::errc::foreign_key_violation);
    EXPECT_EQ(found.name, "fk_events_person_id");
    EXPECT_EQ(found.table, "events");
}

TEST_P(on_partitions, keys_reference_them_and_are_referenced) {
    event cause{{}, year(2026), "cause", {}};
    db().insert(cause);
    remark made{0, cause.id, cause.at}, stray{0, cause.id, year(2025)};
    db().insert(made);
    EXPECT_EQ(refused([&] { db().insert(stray); }, stoa::errc::foreign_key_violation).name,
              "fk_remarks_event_id_event_at");
    db().erase(cause);
    EXPECT_TRUE(db().all(stoa::from<remark>()).empty());
    person owner{0, "owner"};
    db().insert(owner);
    event owned{{}, year(2026), "owned", owner.id};
    db().insert(owned);
    EXPECT_EQ(refused([&] { db().erase(owner); }, stoa::errc::foreign_key_violation).table, "events");
}

TEST_P(on_partitions, the_database_counts_over_all_of_them) {
    std::vector<std::int64_t> ids;
    for (int i = 0; i != 20; ++i) {
        person each{0, "p" + std::to_string(i)};
        db().insert(each);
        ids.push_back(each.id);
    }
    EXPECT_EQ(ids.front(), 1);
    EXPECT_EQ(ids.back(), 20);
    person given{50, "given"}, next{0, "next"};
    db().insert(given);
    db().insert(next);
    EXPECT_EQ(next.id, 51);
}

TEST_P(on_partitions, an_upsert_finds_the_row_it_meets) {
    ticket one{1, kind::opened, "first"}, same{1, kind::opened, "second"}, other{1, kind::lost, "third"};
    for (ticket* each : {&one, &same, &other}) db().upsert(*each);
    EXPECT_EQ(db().all(stoa::from<ticket>()).size(), 2U);
    EXPECT_EQ(db().find<ticket>(1, kind::opened)->text, "second");
}

TEST_P(on_partitions, are_read_back_with_their_bounds) {
    const stoa::schema_info found = stoa::inspect(db());
    ASSERT_EQ(found.tables.size(), 5U);
    EXPECT_TRUE(stoa::verify<everything>(db()).empty());
    const stoa::table_info& events = found.tables[0];
    if (!has_partitions()) {
        EXPECT_TRUE(events.partitions.empty());
        return;
    }
    EXPECT_EQ(events.options, "PARTITION BY RANGE (at)");
    ASSERT_EQ(events.partitions.size(), 2U);
    EXPECT_EQ(events.partitions[0],
              (stoa::partition_info{"events \"2026\"",
                                    "FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00')"}));
    EXPECT_EQ(found.tables[1].options, "PARTITION BY HASH (id)");
    EXPECT_EQ(found.tables[1].partitions[2],
              (stoa::partition_info{"people_2", "FOR VALUES WITH (modulus 3, remainder 2)"}));
    EXPECT_EQ(found.tables[2].partitions[1].bounds, "FOR VALUES IN ('-3')");
    EXPECT_EQ(found.tables[4].partitions[1], (stoa::partition_info{"tickets_rest", "DEFAULT"}));
}

TEST_P(on_partitions, any_change_of_them_is_a_difference) {
    if (!has_partitions()) return;
    const auto differences = [&](std::string_view change) {
        std::string text;
        try {
            db().transaction([&] {
                db().execute(change);
                for (const stoa::difference& each : stoa::verify<everything>(db())) text += to_string(each) + "\n";
                throw 0; // back to what it was
            });
        } catch (int) {}
        return text;
    };
    EXPECT_EQ(differences("DROP TABLE tickets_rest"), "table \"tickets\", partition \"tickets_rest\" is missing: "
                                                      "bounds DEFAULT\n");
    EXPECT_EQ(differences("ALTER TABLE readings DETACH PARTITION readings_2"),
              "table \"readings\", partition \"readings_2\" is missing: bounds FOR VALUES IN ('-3')\n");
    EXPECT_EQ(differences("CREATE TABLE readings_3 PARTITION OF readings FOR VALUES IN (NULL)"),
              "table \"readings\", partition \"readings_3\" is not wanted: bounds FOR VALUES IN (NULL)\n");
    EXPECT_EQ(
        differences("DROP TABLE readings_2; CREATE TABLE readings_2 PARTITION OF readings FOR VALUES IN (7)"),
        "table \"readings\", partition \"readings_2\": bounds FOR VALUES IN ('7'), wanted FOR VALUES IN ('-3')\n");
    EXPECT_EQ(differences("DROP TABLE readings_2; CREATE TABLE readings_2 PARTITION OF readings FOR VALUES IN (-3) "
                          "PARTITION BY HASH (value)"),
              "table \"readings\", partition \"readings_2\": bounds FOR VALUES IN ('-3') PARTITION BY HASH (value), "
              "wanted FOR VALUES IN ('-3')\n");
    EXPECT_NE(
        differences("DROP TABLE readings; CREATE TABLE readings (place smallint, value double precision NOT NULL)")
            .find("options none, wanted PARTITION BY LIST (place)"),
        std::string::npos);
    EXPECT_NE(
        differences("DROP TABLE readings; CREATE TABLE readings (place smallint, value double precision NOT NULL) "
                    "PARTITION BY HASH (place)")
            .find("options PARTITION BY HASH (place), wanted PARTITION BY LIST (place)"),
        std::string::npos);
}

TEST_P(on_partitions, are_added_where_they_are_missing_and_dropped_with_their_table) {
    if (has_partitions()) db().execute("DROP TABLE tickets_rest");
    db().create_if_missing<everything>();
    EXPECT_TRUE(stoa::verify<everything>(db()).empty());
    db().drop<everything>();
    EXPECT_TRUE(stoa::inspect(db()).tables.empty());
    db().create<everything>();
}

STOA_TEST_ON_EVERY_DATABASE(on_partitions);

} // namespace partitions
