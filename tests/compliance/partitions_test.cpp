// SPDX-License-Identifier: BSL-1.0
// Tables whose definition keeps rows apart in partitions mean the same where there are none.

#include "partitions.hpp"

namespace partitions {

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

STOA_TEST_ON_EVERY_DATABASE(on_partitions);

} // namespace partitions
